"""Participatiewet (BWBR0015703) art. 22a: the norm of who shares a home with other adults.

Each person has ((40% + A x 30%) / A) x B, in cents. A are the cost sharers with the persons
themselves, B is the norm for two. Who is younger than 21 keeps the norm of art. 20.
"""

from plein.rules.rule import rule
from plein.rules.words import alle, als, hoogste, op_centen


@rule("Participatiewet art. 22a lid 1", per_person=True)
def kostendelersnorm_alleen(kostendelende_medebewoners, heeft_aow_leeftijd, bijstand):
    """De norm voor u zonder partner als u de kosten met anderen deelt."""
    n = bijstand
    samen = als(heeft_aow_leeftijd, n.norm_samen_aow, n.norm_samen)
    aantal = kostendelende_medebewoners + 1
    return op_centen((n.kostendeel_vast + aantal * n.kostendeel_per_persoon) * samen / aantal)


@rule("Participatiewet art. 22a lid 1 en 2")
def kostendelersnorm_met_partner(
    kostendelende_medebewoners, volwassenen_vanaf_21, basisnorm_vanaf_21, bijstand
):
    """De norm voor ieder van u beiden als u en uw partner de kosten met anderen delen."""
    n = bijstand
    aantal = hoogste(1, kostendelende_medebewoners + volwassenen_vanaf_21)
    deel = n.kostendeel_vast + aantal * n.kostendeel_per_persoon
    return op_centen(deel * basisnorm_vanaf_21 / aantal)


@rule("Participatiewet art. 22a lid 1", per_person=True)
def norm_alleenstaande(
    basisnorm_alleen, kostendelersnorm_alleen, kostendelende_medebewoners, leeftijd
):
    """De norm voor u zonder partner, met of zonder andere volwassenen thuis."""
    deelt_kosten = alle(kostendelende_medebewoners >= 1, leeftijd >= 21)
    return als(deelt_kosten, kostendelersnorm_alleen, basisnorm_alleen)


@rule("Participatiewet art. 22a lid 3")
def kostendeel_van_jonge_partner(heeft_ten_laste_komend_kind, bijstand):
    """Het deel van de norm dat hoort bij degene van u beiden die 18, 19 of 20 jaar is."""
    n = bijstand
    met_kind = n.kostendeel_jonge_partner_met_kind
    return als(heeft_ten_laste_komend_kind, met_kind, n.kostendeel_jonge_partner)


@rule("Participatiewet art. 22a lid 2 en 3")
def norm_gehuwden(
    basisnorm_samen,
    kostendelersnorm_met_partner,
    kostendeel_van_jonge_partner,
    kostendelende_medebewoners,
    volwassenen_vanaf_21,
):
    """De norm voor u en uw partner samen, met of zonder andere volwassenen thuis."""
    een_jongere = kostendeel_van_jonge_partner + kostendelersnorm_met_partner
    gedeeld = als(volwassenen_vanaf_21 >= 2, 2 * kostendelersnorm_met_partner, een_jongere)
    deelt_kosten = alle(kostendelende_medebewoners >= 1, volwassenen_vanaf_21 >= 1)
    return als(deelt_kosten, gedeeld, basisnorm_samen)
