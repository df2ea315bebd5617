"""Algemene Ouderdomswet (BWBR0002221)."""

from plein.rules.rule import rule
from plein.rules.words import als, op_centen


@rule("AOW art. 7a", per_person=True)
def heeft_aow_leeftijd(leeftijd_in_maanden, aow):
    """U hebt de leeftijd waarop de AOW begint."""
    return leeftijd_in_maanden >= aow.leeftijd_maanden


@rule("AOW art. 9 lid 1 en 2 en art. 13", per_person=True)
def aow_per_maand(heeft_aow_leeftijd, woont_samen_voor_aow, aow_opbouw, aow):
    """Uw AOW per maand, voor belasting en zonder vakantiegeld."""
    volledig = als(woont_samen_voor_aow, aow.bruto_met_partner, aow.bruto_alleen)
    opgebouwd = op_centen(volledig * aow_opbouw / aow.volledige_opbouw)
    return als(heeft_aow_leeftijd, opgebouwd, 0)


@rule("AOW art. 29", per_person=True)
def aow_vakantiegeld_per_maand(heeft_aow_leeftijd, woont_samen_voor_aow, aow_opbouw, aow):
    """Het vakantiegeld dat u elke maand bij de AOW opbouwt; u krijgt het in mei."""
    volledig = als(woont_samen_voor_aow, aow.vakantiegeld_met_partner, aow.vakantiegeld_alleen)
    opgebouwd = op_centen(volledig * aow_opbouw / aow.volledige_opbouw)
    return als(heeft_aow_leeftijd, opgebouwd, 0)
