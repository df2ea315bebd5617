"""From net bijstand to the gross amount that counts as income (herleiding, bijstandstabel)."""

from plein.rules.rule import rule
from plein.rules.words import afgerond, als


@rule("Wet IB 2001 art. 3.101; Wet op de loonbelasting 1964 art. 31")
def bijstand_bruto_per_jaar(bijstand_per_jaar, inkomstenbelasting):
    """Uw bijstand in het hele jaar met de belasting die de gemeente daarover betaalt."""
    n = inkomstenbelasting
    zonder_belasting = n.algemene_korting / n.tarief_1
    met_belasting = (bijstand_per_jaar - n.algemene_korting) / (1 - n.tarief_1)
    return afgerond(als(bijstand_per_jaar <= zonder_belasting, bijstand_per_jaar, met_belasting))
