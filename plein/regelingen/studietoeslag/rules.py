"""Participatiewet (BWBR0015703) art. 36b. Figures are the least the law asks, from 2026 only."""

from plein.rules.rule import rule
from plein.rules.words import alle, als, hoogste, uit_tabel


@rule("Participatiewet art. 36b lid 1", per_person=True)
def recht_op_studietoeslag(
    leeftijd, krijgt_studiefinanciering_of_wtos, kan_niet_werken_naast_studie
):
    """U studeert, en kunt door uw gezondheid niet werken naast uw studie."""
    return alle(leeftijd >= 15, krijgt_studiefinanciering_of_wtos, kan_niet_werken_naast_studie)


@rule("Participatiewet art. 36b lid 2", per_person=True)
def studietoeslag_per_maand(
    recht_op_studietoeslag, leeftijd, stagevergoeding_per_maand, studietoeslag
):
    """De studietoeslag die u ten minste krijgt in een maand."""
    n = studietoeslag
    bij_de_leeftijd = uit_tabel(leeftijd, n.leeftijden, n.bedragen)
    te_verrekenen = hoogste(0, stagevergoeding_per_maand - n.stagevergoeding_vrij)
    return als(recht_op_studietoeslag, hoogste(0, bij_de_leeftijd - te_verrekenen), 0)
