"""Participatiewet (BWBR0015703) art. 20 to 22: the norm by age and household, nobody else at home.

A single parent has the norm of a single person: the extra is in the kindgebonden budget.
"""

from plein.rules.rule import rule
from plein.rules.words import als, een_van


@rule(
    "Participatiewet art. 20 lid 1 en 2 onder a, art. 21 onder a en art. 22 onder a",
    per_person=True,
)
def basisnorm_alleen(leeftijd, heeft_aow_leeftijd, bijstand):
    """De norm voor u als u met niemand de kosten deelt."""
    n = bijstand
    vanaf_21 = als(heeft_aow_leeftijd, n.norm_alleen_aow, n.norm_alleen)
    return als(leeftijd >= 21, vanaf_21, n.norm_18_20_alleen)


@rule("Participatiewet art. 20 lid 1 onder b en lid 2 onder b")
def basisnorm_beiden_jong(heeft_ten_laste_komend_kind, bijstand):
    """De norm voor u en uw partner als u allebei 18, 19 of 20 jaar bent."""
    n = bijstand
    return als(heeft_ten_laste_komend_kind, n.norm_18_20_beiden_met_kind, n.norm_18_20_beiden)


@rule("Participatiewet art. 20 lid 1 onder c en lid 2 onder c")
def basisnorm_een_jong(heeft_ten_laste_komend_kind, bijstand):
    """De norm voor u en uw partner als een van u 18, 19 of 20 jaar is."""
    n = bijstand
    met_kind = n.norm_18_20_een_van_beiden_met_kind
    return als(heeft_ten_laste_komend_kind, met_kind, n.norm_18_20_een_van_beiden)


@rule("Participatiewet art. 21 onder b en art. 22 onder b en c")
def basisnorm_vanaf_21(heeft_aow_leeftijd, heeft_aow_leeftijd_partner, bijstand):
    """De norm voor u en uw partner als u allebei 21 jaar of ouder bent."""
    n = bijstand
    iemand_met_aow = een_van(heeft_aow_leeftijd, heeft_aow_leeftijd_partner)
    return als(iemand_met_aow, n.norm_samen_aow, n.norm_samen)


@rule("Participatiewet art. 20, 21 en 22")
def basisnorm_samen(
    volwassenen_vanaf_21, basisnorm_beiden_jong, basisnorm_een_jong, basisnorm_vanaf_21
):
    """De norm voor u en uw partner als u met niemand anders de kosten deelt."""
    met_een_jongere = als(volwassenen_vanaf_21 == 1, basisnorm_een_jong, basisnorm_beiden_jong)
    return als(volwassenen_vanaf_21 >= 2, basisnorm_vanaf_21, met_een_jongere)


@rule("Participatiewet art. 20 en 21")
def volwassenen_vanaf_21(leeftijd, leeftijd_partner, heeft_gezamenlijke_huishouding):
    """Hoeveel van u en uw partner 21 jaar of ouder zijn."""
    van_de_partner = als(leeftijd_partner >= 21, 1, 0)
    return als(leeftijd >= 21, 1, 0) + als(heeft_gezamenlijke_huishouding, van_de_partner, 0)
