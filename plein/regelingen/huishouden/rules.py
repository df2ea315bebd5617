"""Words that several laws share: age, children, and the income of a month."""

from plein.rules.rule import rule
from plein.rules.words import als, omlaag


@rule("Burgerlijk Wetboek Boek 1 art. 233", per_person=True, unit="jaar")
def leeftijd(leeftijd_in_maanden):
    """Uw leeftijd in hele jaren."""
    return omlaag(leeftijd_in_maanden / 12)


@rule("Algemene Kinderbijslagwet art. 7", unit="aantal")
def kinderen_tot_12(kinderen_0_5, kinderen_6_11):
    """Het aantal kinderen jonger dan 12 jaar bij u thuis."""
    return kinderen_0_5 + kinderen_6_11


@rule("Algemene Kinderbijslagwet art. 7", unit="aantal")
def kinderen_tot_18(kinderen_tot_12, kinderen_12_15, kinderen_16_17):
    """Het aantal kinderen jonger dan 18 jaar bij u thuis."""
    return kinderen_tot_12 + kinderen_12_15 + kinderen_16_17


@rule("Participatiewet art. 32 lid 1", per_person=True)
def netto_inkomen_per_maand(netto_loon_per_maand, netto_uitkering_per_maand):
    """Uw loon en uitkering in deze maand, na belasting."""
    return netto_loon_per_maand + netto_uitkering_per_maand


@rule("Participatiewet art. 32 lid 1")
def gezamenlijk_netto_inkomen_per_maand(
    netto_inkomen_per_maand, netto_inkomen_per_maand_partner, heeft_gezamenlijke_huishouding
):
    """Het inkomen in deze maand van u en uw partner samen, na belasting."""
    van_de_partner = als(heeft_gezamenlijke_huishouding, netto_inkomen_per_maand_partner, 0)
    return netto_inkomen_per_maand + van_de_partner
