"""Participatiewet (BWBR0015703) art. 34: what someone owns, and where the limit lies.

Until 2026 assets are those at the start; from 2026 those of today. A home with more value than is
free can still go with bijstand as a loan (art. 50); a person decides that, and it is not here.
"""

from plein.rules.rule import rule
from plein.rules.words import als, een_van, hoogste


@rule("Participatiewet art. 34 lid 2 onder d")
def woning_boven_vrij_bedrag(overwaarde_eigen_woning, bijstand):
    """De waarde van uw eigen woning na de hypotheek, boven het bedrag dat vrij is."""
    return hoogste(0, overwaarde_eigen_woning - bijstand.vrij_in_eigen_woning)


@rule("Participatiewet art. 34 lid 3")
def vermogensgrens_bijstand(heeft_gezamenlijke_huishouding, heeft_ten_laste_komend_kind, bijstand):
    """Wat u mag bezitten als u bijstand krijgt."""
    n = bijstand
    gezin = een_van(heeft_gezamenlijke_huishouding, heeft_ten_laste_komend_kind)
    return als(gezin, n.vermogensgrens_gezin, n.vermogensgrens_alleenstaande)


@rule("Participatiewet art. 34 lid 1")
def vermogen_voor_bijstand(bezit_na_schulden, woning_boven_vrij_bedrag):
    """Wat u bezit zonder uw schulden, voor zover het meetelt voor de bijstand."""
    return hoogste(0, bezit_na_schulden) + woning_boven_vrij_bedrag


@rule("Participatiewet art. 34 lid 2 onder b en lid 3")
def vermogen_boven_grens(vermogen_voor_bijstand, vermogensgrens_bijstand):
    """Wat u meer bezit dan mag als u bijstand krijgt."""
    return hoogste(0, vermogen_voor_bijstand - vermogensgrens_bijstand)
