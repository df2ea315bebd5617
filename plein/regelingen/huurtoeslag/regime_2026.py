"""From 2026: the bare rent, the maximum rent only as a cap, and a phase-out in a straight line."""

from datetime import date

from plein.rules.rule import rule
from plein.rules.words import als, hoogste

FROM = date(2026, 1, 1)


@rule("Wet op de huurtoeslag art. 5", from_=FROM)
def rekenhuur(kale_huur_per_maand):
    """Uw huur, zonder servicekosten."""
    return kale_huur_per_maand


@rule("Wet op de huurtoeslag art. 17", from_=FROM)
def normhuur(laagste_normhuur):
    """Wat u volgens de wet aan huur kunt betalen, welk inkomen u ook hebt."""
    return laagste_normhuur


@rule("Wet op de huurtoeslag hoofdstuk 3 (tekst 2026)", from_=FROM)
def afbouw_huurtoeslag(rekeninkomen, inkomensijkpunt, woont_alleen, huurtoeslag):
    """Wat er per maand van uw huurtoeslag af gaat, omdat uw inkomen hoger is."""
    n = huurtoeslag
    deel = als(woont_alleen, n.deel_afbouw_eenpersoons, n.deel_afbouw_meerpersoons)
    return deel * hoogste(0, rekeninkomen - inkomensijkpunt) / 12


@rule("Wet op de huurtoeslag art. 21", from_=FROM)
def huurtoeslag_onafgerond(vergoeding_van_de_huur, afbouw_huurtoeslag):
    """De huurtoeslag waar u per maand op uitkomt, nog niet afgerond."""
    return hoogste(0, vergoeding_van_de_huur - afbouw_huurtoeslag)
