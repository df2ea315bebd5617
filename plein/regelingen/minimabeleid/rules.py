"""Gemeentewet (BWBR0005416) art. 149: the municipality sets who belongs to it, and how much.

How a municipality counts income may differ; here it is what counts for bijstand.
"""

from plein.rules.rule import rule
from plein.rules.words import alle, als

LAW = "Verordening minimabeleid (Gemeentewet art. 149)"


@rule(LAW)
def hoort_bij_de_minima(middelen_in_aanmerking, bijstandsnorm, vermogen_boven_grens, minimabeleid):
    """Uw inkomen en wat u bezit zijn laag genoeg voor de extra's van uw gemeente."""
    is_laag = middelen_in_aanmerking <= minimabeleid.inkomensgrens * bijstandsnorm
    return alle(is_laag, vermogen_boven_grens <= 0)


@rule(LAW)
def meedoen_per_jaar(hoort_bij_de_minima, heeft_gezamenlijke_huishouding, minimabeleid):
    """Wat uw gemeente in een jaar geeft om mee te doen: sport, cultuur en uitstapjes."""
    volwassenen = als(heeft_gezamenlijke_huishouding, 2, 1)
    return als(hoort_bij_de_minima, volwassenen * minimabeleid.bedrag_volwassene, 0)


@rule(LAW)
def kindpakket_per_jaar(
    hoort_bij_de_minima,
    kinderen_0_5,
    kinderen_6_11,
    kinderen_12_15,
    kinderen_16_17,
    minimabeleid,
):
    """Wat uw gemeente in een jaar geeft voor uw kinderen: school, kleding en sport."""
    n = minimabeleid
    jong = kinderen_0_5 * n.bedrag_kind_tot_6 + kinderen_6_11 * n.bedrag_kind_van_6_tot_12
    ouder = (kinderen_12_15 + kinderen_16_17) * n.bedrag_kind_van_12_tot_18
    return als(hoort_bij_de_minima, jong + ouder, 0)
