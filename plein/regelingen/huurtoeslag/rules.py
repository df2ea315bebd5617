"""Wet op de huurtoeslag (BWBR0008659): what the old regime and that of 2026 share."""

from datetime import date

from plein.rules.rule import rule
from plein.rules.words import afgerond, alle, als, hoogste, laagste, niet, omlaag


@rule("Wet op de huurtoeslag art. 1a lid 3")
def heeft_partner_in_huis(heeft_toeslagpartner, toeslagpartner_woont_elders):
    """Uw toeslagpartner woont bij u op het adres."""
    return alle(heeft_toeslagpartner, niet(toeslagpartner_woont_elders))


@rule("Wet op de huurtoeslag art. 1 onder i; Awir art. 7 en 8")
def rekeninkomen(
    toetsingsinkomen, toetsingsinkomen_partner, inkomen_medebewoners, heeft_partner_in_huis
):
    """Het inkomen in het hele jaar van u en iedereen die bij u woont."""
    van_de_partner = als(heeft_partner_in_huis, toetsingsinkomen_partner, 0)
    return toetsingsinkomen + van_de_partner + inkomen_medebewoners


@rule("Wet op de huurtoeslag art. 2")
def bewoners(heeft_partner_in_huis, kinderen_tot_18, volwassen_medebewoners):
    """Het aantal mensen in uw huis, met uzelf erbij."""
    return 1 + als(heeft_partner_in_huis, 1, 0) + kinderen_tot_18 + volwassen_medebewoners


@rule("Wet op de huurtoeslag art. 2")
def woont_alleen(bewoners):
    """U woont alleen in uw huis."""
    return bewoners == 1


@rule("Wet op de huurtoeslag art. 13 lid 1")
def leeftijd_oudste_bewoner(
    leeftijd, leeftijd_partner, leeftijd_oudste_medebewoner, heeft_partner_in_huis
):
    """De leeftijd van de oudste bewoner van uw huis."""
    van_de_partner = als(heeft_partner_in_huis, leeftijd_partner, 0)
    return hoogste(leeftijd, van_de_partner, leeftijd_oudste_medebewoner)


@rule("Wet op de huurtoeslag art. 7 lid 1; Awir art. 7 lid 3")
def vermogen_onder_grens_huurtoeslag(
    vermogen_box3,
    gezamenlijk_vermogen,
    hoogste_vermogen_medebewoner,
    heeft_partner_in_huis,
    huurtoeslag,
):
    """U en wie bij u woont hebben niet meer vermogen dan de grens voor de huurtoeslag."""
    grens = huurtoeslag.vermogensgrens_per_persoon
    vermogen = als(heeft_partner_in_huis, gezamenlijk_vermogen, vermogen_box3)
    grens_samen = als(heeft_partner_in_huis, 2, 1) * grens
    return alle(vermogen <= grens_samen, hoogste_vermogen_medebewoner <= grens)


@rule("Wet op de huurtoeslag art. 7, 8 en 11")
def voldoet_voor_huurtoeslag(leeftijd, huurt_zelfstandige_woning, vermogen_onder_grens_huurtoeslag):
    """U bent 18 jaar of ouder, huurt een zelfstandige woning en hebt niet te veel vermogen."""
    return alle(leeftijd >= 18, huurt_zelfstandige_woning, vermogen_onder_grens_huurtoeslag)


@rule("Wet op de huurtoeslag art. 13 lid 1")
def maximale_huur(
    leeftijd_oudste_bewoner, kinderen_tot_18, huurgrens_volwassenen_door_handicap, huurtoeslag
):
    """De hoogste huur die bij uw leeftijd en gezin meetelt voor de huurtoeslag."""
    n = huurtoeslag
    jongeren = alle(
        leeftijd_oudste_bewoner < n.leeftijdsgrens_jongeren,
        kinderen_tot_18 == 0,
        niet(huurgrens_volwassenen_door_handicap),
    )
    return als(jongeren, n.maximale_huur_jongeren, n.maximale_huur_volwassenen)


@rule("Wet op de huurtoeslag art. 13")
def huur_die_meetelt(rekenhuur, maximale_huur):
    """De huur waarover u huurtoeslag kunt krijgen."""
    return laagste(rekenhuur, maximale_huur)


@rule("Wet op de huurtoeslag art. 17 lid 1", from_=date(2025, 1, 1))
def inkomensijkpunt(woont_alleen, huurtoeslag):
    """Tot dit inkomen betaalt u het laagste bedrag aan huur zelf."""
    n = huurtoeslag
    return als(woont_alleen, n.inkomensijkpunt_eenpersoons, n.inkomensijkpunt_meerpersoons)


@rule("Wet op de huurtoeslag art. 17 lid 2 en 3", from_=date(2025, 1, 1))
def laagste_normhuur(woont_alleen, huurtoeslag):
    """De normhuur die bij een laag inkomen hoort."""
    n = huurtoeslag
    verlaging = als(
        woont_alleen, n.verlaging_normhuur_eenpersoons, n.verlaging_normhuur_meerpersoons
    )
    return n.normhuur_bij_inkomensijkpunt - verlaging


@rule("Wet op de huurtoeslag art. 16")
def basishuur(normhuur, huurtoeslag):
    """Het deel van de huur dat u altijd zelf betaalt."""
    return normhuur - huurtoeslag.verlaging_basishuur


@rule("Wet op de huurtoeslag art. 20 lid 2")
def aftoppingsgrens(bewoners, huurtoeslag):
    """Boven deze huur krijgt u een kleiner deel vergoed."""
    n = huurtoeslag
    return als(bewoners >= 3, n.aftoppingsgrens_vanaf_3_bewoners, n.aftoppingsgrens_tot_3_bewoners)


@rule("Wet op de huurtoeslag art. 21 lid 1 onder a")
def vergoeding_tot_kwaliteitskortingsgrens(huur_die_meetelt, basishuur, huurtoeslag):
    """Het deel van uw huur dat u helemaal vergoed krijgt."""
    tot = laagste(huur_die_meetelt, huurtoeslag.kwaliteitskortingsgrens)
    return hoogste(0, tot - basishuur)


@rule("Wet op de huurtoeslag art. 21 lid 1 onder b en lid 2")
def vergoeding_tot_aftoppingsgrens(huur_die_meetelt, basishuur, aftoppingsgrens, huurtoeslag):
    """Wat u vergoed krijgt van het middelste deel van uw huur."""
    n = huurtoeslag
    tot = laagste(huur_die_meetelt, aftoppingsgrens)
    vanaf = hoogste(basishuur, n.kwaliteitskortingsgrens)
    return n.deel_tot_aftoppingsgrens * hoogste(0, tot - vanaf)


@rule("Wet op de huurtoeslag art. 21 lid 1 onder c en lid 3")
def huur_boven_aftoppingsgrens(huur_die_meetelt, basishuur, aftoppingsgrens):
    """Het bovenste deel van uw huur."""
    return hoogste(0, huur_die_meetelt - hoogste(basishuur, aftoppingsgrens))


@rule("Wet op de huurtoeslag art. 21 lid 1 onder c", from_=date(2025, 1, 1))
def vergoeding_boven_aftoppingsgrens(huur_boven_aftoppingsgrens, huurtoeslag):
    """Wat u vergoed krijgt van het bovenste deel van uw huur."""
    return huurtoeslag.deel_boven_aftoppingsgrens * huur_boven_aftoppingsgrens


@rule("Wet op de huurtoeslag art. 21 lid 1")
def vergoeding_van_de_huur(
    vergoeding_tot_kwaliteitskortingsgrens,
    vergoeding_tot_aftoppingsgrens,
    vergoeding_boven_aftoppingsgrens,
):
    """Wat u van de drie delen van uw huur samen vergoed krijgt."""
    return (
        vergoeding_tot_kwaliteitskortingsgrens
        + vergoeding_tot_aftoppingsgrens
        + vergoeding_boven_aftoppingsgrens
    )


@rule("Wet op de huurtoeslag art. 7; Awir art. 14 lid 4 en 5")
def huurtoeslag_per_jaar(huurtoeslag_onafgerond, voldoet_voor_huurtoeslag, awir):
    """De huurtoeslag die u in een jaar krijgt, als alle maanden zijn zoals deze."""
    bedrag = afgerond(12 * huurtoeslag_onafgerond)
    recht = alle(voldoet_voor_huurtoeslag, bedrag >= awir.laagste_bedrag_per_jaar)
    return als(recht, bedrag, 0)


@rule("Awir art. 16 lid 1")
def huurtoeslag_per_maand(huurtoeslag_per_jaar):
    """De huurtoeslag die u elke maand als voorschot krijgt, rond de 20e van de maand ervoor."""
    return omlaag(huurtoeslag_per_jaar / 12)
