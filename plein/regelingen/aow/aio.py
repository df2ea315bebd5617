"""Participatiewet art. 47a: from the AOW age the SVB pays bijstand, as AIO-aanvulling."""

from plein.rules.rule import rule
from plein.rules.words import alle, als, een_van


@rule("Participatiewet art. 47a lid 1")
def valt_onder_aio(heeft_aow_leeftijd, heeft_aow_leeftijd_partner, heeft_gezamenlijke_huishouding):
    """U of uw partner heeft de AOW-leeftijd, en daarom betaalt de SVB de bijstand."""
    van_de_partner = alle(heeft_gezamenlijke_huishouding, heeft_aow_leeftijd_partner)
    return een_van(heeft_aow_leeftijd, van_de_partner)


@rule("Participatiewet art. 47a lid 1")
def aio_uitbetaald_per_maand(valt_onder_aio, bijstand_uitbetaald_per_maand):
    """De AIO-aanvulling die u deze maand van de SVB krijgt, zonder vakantietoeslag."""
    return als(valt_onder_aio, bijstand_uitbetaald_per_maand, 0)
