"""Zorgverzekeringswet (BWBR0018450); the high rate is paid by employers and UWV themselves."""

from plein.rules.rule import rule
from plein.rules.words import laagste, op_centen


@rule("Zorgverzekeringswet art. 42 en 45", per_person=True)
def bijdrage_zorg_per_maand(aow_per_maand, pensioen_per_maand, zorgverzekeringswet):
    """De bijdrage voor de zorg die van uw AOW en pensioen af gaat."""
    n = zorgverzekeringswet
    inkomen = laagste(aow_per_maand + pensioen_per_maand, n.hoogste_inkomen / 12)
    return op_centen(n.laag_tarief * inkomen)
