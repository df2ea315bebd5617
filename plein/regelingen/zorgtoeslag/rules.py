"""Wet op de zorgtoeslag (BWBR0018451)."""

from plein.rules.rule import rule
from plein.rules.words import afgerond, alle, als, een_van, hoogste, omlaag


@rule("Wet op de zorgtoeslag art. 3 lid 1")
def normpremie(gezamenlijk_toetsingsinkomen, heeft_toeslagpartner, zorgtoeslag):
    """Wat u volgens de wet in een jaar zelf aan premie kunt betalen."""
    n = zorgtoeslag
    deel = als(heeft_toeslagpartner, n.deel_met_partner, n.deel_alleen)
    tot_de_drempel = deel * n.drempelinkomen
    erboven = n.deel_boven_drempel * hoogste(0, gezamenlijk_toetsingsinkomen - n.drempelinkomen)
    return tot_de_drempel + erboven


@rule("Wet op de zorgtoeslag art. 2 lid 1 en art. 4")
def standaardpremie(heeft_toeslagpartner, zorgtoeslag):
    """De premie waar de wet mee rekent, voor u en uw toeslagpartner."""
    return als(heeft_toeslagpartner, 2, 1) * zorgtoeslag.standaardpremie_per_verzekerde


@rule("Wet op de zorgtoeslag art. 3 lid 2")
def vermogen_onder_grens_zorgtoeslag(gezamenlijk_vermogen, heeft_toeslagpartner, zorgtoeslag):
    """Uw vermogen is niet hoger dan de grens voor de zorgtoeslag."""
    n = zorgtoeslag
    grens = als(heeft_toeslagpartner, n.vermogensgrens_met_partner, n.vermogensgrens_alleen)
    return gezamenlijk_vermogen <= grens


@rule("Wet op de zorgtoeslag art. 2 lid 2; Awir art. 5", per_person=True)
def telt_mee_voor_zorgtoeslag(is_verzekerd_voor_zorg, maanden_sinds_18):
    """U bent verzekerd, en de maand waarin u 18 werd is voorbij."""
    return alle(is_verzekerd_voor_zorg, maanden_sinds_18 >= 1)


@rule("Wet op de zorgtoeslag art. 2; Awir art. 14 lid 4 en 5")
def zorgtoeslag_per_jaar(
    standaardpremie,
    normpremie,
    vermogen_onder_grens_zorgtoeslag,
    telt_mee_voor_zorgtoeslag,
    telt_mee_voor_zorgtoeslag_partner,
    heeft_toeslagpartner,
    awir,
):
    """De zorgtoeslag die u in een jaar krijgt, als alle maanden zijn zoals deze."""
    samen = hoogste(0, standaardpremie - normpremie)
    beiden = alle(telt_mee_voor_zorgtoeslag, telt_mee_voor_zorgtoeslag_partner)
    een_van_beiden = een_van(telt_mee_voor_zorgtoeslag, telt_mee_voor_zorgtoeslag_partner)
    met_partner = als(beiden, samen, als(een_van_beiden, samen / 2, 0))
    alleen = als(telt_mee_voor_zorgtoeslag, samen, 0)
    bedrag = afgerond(als(heeft_toeslagpartner, met_partner, alleen))
    recht = alle(vermogen_onder_grens_zorgtoeslag, bedrag >= awir.laagste_bedrag_per_jaar)
    return als(recht, bedrag, 0)


@rule("Awir art. 16 lid 1")
def zorgtoeslag_per_maand(zorgtoeslag_per_jaar):
    """De zorgtoeslag die u elke maand als voorschot krijgt, rond de 20e van de maand ervoor."""
    return omlaag(zorgtoeslag_per_jaar / 12)
