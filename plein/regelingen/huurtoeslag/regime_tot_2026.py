"""Until 2026: service costs count, a rent that is too high excludes, the own rent is quadratic."""

from datetime import date

from plein.rules.rule import rule
from plein.rules.words import CENT, als, een_van, laagste, omhoog

UNTIL = date(2026, 1, 1)


@rule("Wet op de huurtoeslag art. 5 lid 3", until=UNTIL)
def servicekosten_die_meetellen(
    servicekosten_energie,
    servicekosten_schoonmaak,
    servicekosten_huismeester,
    servicekosten_dienstruimten,
    huurtoeslag,
):
    """Het deel van uw servicekosten dat meetelt voor de huurtoeslag."""
    hoogste_bedrag = huurtoeslag.hoogste_servicekosten_per_soort
    return (
        laagste(servicekosten_energie, hoogste_bedrag)
        + laagste(servicekosten_schoonmaak, hoogste_bedrag)
        + laagste(servicekosten_huismeester, hoogste_bedrag)
        + laagste(servicekosten_dienstruimten, hoogste_bedrag)
    )


@rule("Wet op de huurtoeslag art. 5 lid 1", until=UNTIL)
def rekenhuur(kale_huur_per_maand, servicekosten_die_meetellen):
    """Uw huur met de servicekosten die meetellen."""
    return kale_huur_per_maand + servicekosten_die_meetellen


@rule("Wet op de huurtoeslag art. 13 lid 1 en 2", until=UNTIL)
def huur_is_niet_te_hoog(rekenhuur, maximale_huur, huur_mag_boven_grens):
    """Uw huur is niet te hoog voor de huurtoeslag."""
    return een_van(rekenhuur <= maximale_huur, huur_mag_boven_grens)


@rule("Wet op de huurtoeslag art. 19 lid 2", from_=date(2025, 1, 1), until=UNTIL)
def factor_a(woont_alleen, huurtoeslag):
    """Het eerste getal waarmee wij uw normhuur berekenen."""
    n = huurtoeslag
    return als(woont_alleen, n.factor_a_eenpersoons, n.factor_a_meerpersoons)


@rule("Wet op de huurtoeslag art. 19 lid 2", from_=date(2025, 1, 1), until=UNTIL)
def factor_b(woont_alleen, huurtoeslag):
    """Het tweede getal waarmee wij uw normhuur berekenen."""
    n = huurtoeslag
    return als(woont_alleen, n.factor_b_eenpersoons, n.factor_b_meerpersoons)


@rule("Wet op de huurtoeslag art. 19", until=UNTIL)
def normhuur(rekeninkomen, inkomensijkpunt, laagste_normhuur, factor_a, factor_b):
    """Wat u volgens de wet bij uw inkomen aan huur kunt betalen."""
    erboven = omhoog(factor_a * rekeninkomen * rekeninkomen + factor_b * rekeninkomen, CENT)
    return als(rekeninkomen <= inkomensijkpunt, laagste_normhuur, erboven)


@rule("Wet op de huurtoeslag art. 13 en 21", until=UNTIL)
def huurtoeslag_onafgerond(vergoeding_van_de_huur, huur_is_niet_te_hoog):
    """De huurtoeslag waar u per maand op uitkomt, nog niet afgerond."""
    return als(huur_is_niet_te_hoog, vergoeding_van_de_huur, 0)
