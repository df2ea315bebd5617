"""Algemene wet inkomensafhankelijke regelingen (BWBR0018472): income, partner and rounding."""

from plein.rules.rule import rule
from plein.rules.words import als


@rule("Awir art. 8 lid 1", per_person=True)
def toetsingsinkomen(loon_per_jaar, uitkeringen_per_jaar, alimentatie_per_jaar, box3_inkomen):
    """Uw inkomen in het hele jaar, voor belasting."""
    return loon_per_jaar + uitkeringen_per_jaar + alimentatie_per_jaar + box3_inkomen


@rule("Awir art. 7 lid 1")
def gezamenlijk_toetsingsinkomen(toetsingsinkomen, toetsingsinkomen_partner, heeft_toeslagpartner):
    """Het inkomen in het hele jaar van u en uw toeslagpartner samen."""
    return toetsingsinkomen + als(heeft_toeslagpartner, toetsingsinkomen_partner, 0)


@rule("Awir art. 7 lid 3")
def gezamenlijk_vermogen(vermogen_box3, vermogen_box3_partner, heeft_toeslagpartner):
    """Het spaargeld en ander vermogen op 1 januari van u en uw toeslagpartner samen."""
    return vermogen_box3 + als(heeft_toeslagpartner, vermogen_box3_partner, 0)
