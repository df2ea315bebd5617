"""Participatiewet (BWBR0015703) art. 20 lid 3, 23 and 24, and with them the norm as it holds."""

from plein.rules.rule import rule
from plein.rules.words import alle, als, een_van, op_centen


@rule("Participatiewet art. 23", per_person=True)
def norm_ook_in_inrichting(
    verblijft_in_inrichting, norm_alleenstaande, kan_bijstand_krijgen, bijstand
):
    """De norm voor u zonder partner, thuis of in een inrichting."""
    n = bijstand
    in_inrichting = n.norm_inrichting_alleen + n.verhoging_inrichting_alleen
    norm = als(verblijft_in_inrichting, in_inrichting, norm_alleenstaande)
    return als(kan_bijstand_krijgen, norm, 0)


@rule("Participatiewet art. 23")
def norm_gehuwden_met_inrichting(
    verblijft_in_inrichting,
    verblijft_in_inrichting_partner,
    beiden_kunnen_bijstand_krijgen,
    norm_ook_in_inrichting,
    norm_ook_in_inrichting_partner,
    bijstand,
):
    """De norm voor u en uw partner als een van u of u allebei in een inrichting verblijven."""
    n = bijstand
    samen_in_inrichting = alle(
        verblijft_in_inrichting, verblijft_in_inrichting_partner, beiden_kunnen_bijstand_krijgen
    )
    ieder_apart = norm_ook_in_inrichting + norm_ook_in_inrichting_partner
    samen = n.norm_inrichting_samen + n.verhoging_inrichting_samen
    return als(samen_in_inrichting, samen, ieder_apart)


@rule("Participatiewet art. 24 en art. 22a lid 1", per_person=True)
def norm_zonder_recht_van_partner(
    leeftijd,
    heeft_aow_leeftijd,
    basisnorm_beiden_jong,
    kostendelersnorm_met_partner,
    kostendelende_medebewoners,
    kan_bijstand_krijgen,
    bijstand,
):
    """De norm voor u als uw partner zelf geen bijstand kan krijgen."""
    n = bijstand
    samen_vanaf_21 = als(heeft_aow_leeftijd, n.norm_samen_aow, n.norm_samen)
    samen = als(leeftijd >= 21, samen_vanaf_21, basisnorm_beiden_jong)
    helft = op_centen(samen * n.deel_zonder_recht_van_partner)
    deelt_kosten = alle(kostendelende_medebewoners >= 1, leeftijd >= 21)
    return als(kan_bijstand_krijgen, als(deelt_kosten, kostendelersnorm_met_partner, helft), 0)


@rule("Participatiewet art. 20 tot en met 24")
def norm_met_partner(
    norm_gehuwden,
    norm_gehuwden_met_inrichting,
    norm_zonder_recht_van_partner,
    norm_zonder_recht_van_partner_partner,
    beiden_kunnen_bijstand_krijgen,
    verblijft_in_inrichting,
    verblijft_in_inrichting_partner,
):
    """De norm voor u en uw partner, zoals u woont."""
    een_van_beiden = norm_zonder_recht_van_partner + norm_zonder_recht_van_partner_partner
    thuis = als(beiden_kunnen_bijstand_krijgen, norm_gehuwden, een_van_beiden)
    inrichting = een_van(verblijft_in_inrichting, verblijft_in_inrichting_partner)
    return als(inrichting, norm_gehuwden_met_inrichting, thuis)


@rule("Participatiewet art. 20 tot en met 24")
def bijstandsnorm(
    norm_met_partner,
    norm_ook_in_inrichting,
    aanvulling_van_jongere,
    heeft_gezamenlijke_huishouding,
):
    """Het hoogste bedrag aan bijstand in een maand, met vakantietoeslag, voor u en uw partner."""
    alleen = norm_ook_in_inrichting + aanvulling_van_jongere
    return als(heeft_gezamenlijke_huishouding, norm_met_partner, alleen)
