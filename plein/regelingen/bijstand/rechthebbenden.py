"""Participatiewet (BWBR0015703) art. 3, 4, 11 and 13: who has a right, alone or together.

Both adults are looked at in the same way, so that it does not matter who of them applies.
"""

from plein.rules.rule import rule
from plein.rules.words import alle, een_van, hoogste, niet


@rule("Participatiewet art. 11 lid 1 en art. 13 lid 1 en 2", per_person=True)
def kan_bijstand_krijgen(leeftijd, is_uitgesloten_van_bijstand, verblijft_in_inrichting):
    """U bent oud genoeg voor bijstand, en de wet sluit u niet uit."""
    jongere_in_inrichting = alle(verblijft_in_inrichting, leeftijd < 21)
    return alle(leeftijd >= 18, niet(is_uitgesloten_van_bijstand), niet(jongere_in_inrichting))


@rule("Participatiewet art. 11 lid 4")
def beiden_kunnen_bijstand_krijgen(
    heeft_gezamenlijke_huishouding, kan_bijstand_krijgen, kan_bijstand_krijgen_partner
):
    """U en uw partner kunnen allebei bijstand krijgen."""
    return alle(heeft_gezamenlijke_huishouding, kan_bijstand_krijgen, kan_bijstand_krijgen_partner)


@rule("Participatiewet art. 11 lid 4 en art. 24")
def iemand_kan_bijstand_krijgen(
    heeft_gezamenlijke_huishouding, kan_bijstand_krijgen, kan_bijstand_krijgen_partner
):
    """U kunt bijstand krijgen, of uw partner kan dat."""
    partner = alle(heeft_gezamenlijke_huishouding, kan_bijstand_krijgen_partner)
    return een_van(kan_bijstand_krijgen, partner)


@rule("Participatiewet art. 4 lid 1 onder e")
def heeft_ten_laste_komend_kind(kinderen_tot_18):
    """U hebt een kind jonger dan 18 jaar bij u thuis."""
    return kinderen_tot_18 >= 1


@rule("Participatiewet art. 19a")
def kostendelende_medebewoners(medebewoners_vanaf_27, medebewoners_zonder_kostendeling):
    """Het aantal mensen met wie u de kosten van uw woning deelt, zonder uw partner."""
    return hoogste(0, medebewoners_vanaf_27 - medebewoners_zonder_kostendeling)
