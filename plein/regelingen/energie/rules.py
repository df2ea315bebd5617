"""Tijdelijk Noodfonds Energie, conditions of 2025. It ended: from 2026 there is no rule.

The energietoeslag (art. 35 lid 4 Participatiewet) was for 2022 and 2023 and is not here.
"""

from datetime import date

from plein.rules.rule import rule
from plein.rules.words import als, hoogste, op_centen

FROM, UNTIL = date(2025, 1, 1), date(2026, 1, 1)


@rule("Voorwaarden Tijdelijk Noodfonds Energie 2025", from_=FROM, until=UNTIL)
def recht_op_noodfonds(bruto_inkomen_per_maand, heeft_gezamenlijke_huishouding, energie):
    """Uw inkomen is laag genoeg voor het Noodfonds Energie."""
    n = energie
    grens = als(heeft_gezamenlijke_huishouding, n.inkomensgrens_paar, n.inkomensgrens_alleen)
    return bruto_inkomen_per_maand <= grens


@rule("Voorwaarden Tijdelijk Noodfonds Energie 2025", from_=FROM, until=UNTIL)
def eigen_deel_energie_per_maand(bruto_inkomen_per_maand, heeft_laagste_inkomen, energie):
    """Wat u van uw energierekening in een maand zelf betaalt."""
    n = energie
    deel = als(heeft_laagste_inkomen, n.eigen_deel_laagste_inkomens, n.eigen_deel)
    return deel * bruto_inkomen_per_maand


@rule("Voorwaarden Tijdelijk Noodfonds Energie 2025", from_=FROM, until=UNTIL)
def noodfonds_per_maand(recht_op_noodfonds, energiekosten_per_maand, eigen_deel_energie_per_maand):
    """Wat het Noodfonds Energie in een maand voor u betaalt, zes maanden lang."""
    rest = hoogste(0, energiekosten_per_maand - eigen_deel_energie_per_maand)
    return als(recht_op_noodfonds, op_centen(rest), 0)
