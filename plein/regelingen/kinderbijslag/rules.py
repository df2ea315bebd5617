"""Algemene Kinderbijslagwet (BWBR0002368)."""

from plein.rules.rule import rule
from plein.rules.words import laagste, op_centen


@rule("Algemene Kinderbijslagwet art. 7 en 12")
def kinderbijslag_per_kwartaal(
    kinderbijslag_kinderen_0_5,
    kinderbijslag_kinderen_6_11,
    kinderbijslag_kinderen_12_17,
    dubbele_kinderbijslag_0_5,
    dubbele_kinderbijslag_6_11,
    dubbele_kinderbijslag_12_17,
    kinderbijslag,
):
    """De kinderbijslag die u na afloop van het kwartaal krijgt."""
    n = kinderbijslag
    dubbele_0_5 = laagste(kinderbijslag_kinderen_0_5, dubbele_kinderbijslag_0_5)
    dubbele_6_11 = laagste(kinderbijslag_kinderen_6_11, dubbele_kinderbijslag_6_11)
    dubbele_12_17 = laagste(kinderbijslag_kinderen_12_17, dubbele_kinderbijslag_12_17)
    return (
        (kinderbijslag_kinderen_0_5 + dubbele_0_5) * n.bedrag_0_tot_6
        + (kinderbijslag_kinderen_6_11 + dubbele_6_11) * n.bedrag_6_tot_12
        + (kinderbijslag_kinderen_12_17 + dubbele_12_17) * n.bedrag_12_tot_18
    )


@rule("Algemene Kinderbijslagwet art. 12 en 18")
def kinderbijslag_per_maand(kinderbijslag_per_kwartaal):
    """Een derde van uw kinderbijslag over dit kwartaal."""
    return op_centen(kinderbijslag_per_kwartaal / 3)
