"""Wet minimumloon en minimumvakantiebijslag (BWBR0002638): since 2024 an amount per hour."""

from plein.rules.rule import rule
from plein.rules.words import als, hoogste, op_centen


@rule("Wet minimumloon en minimumvakantiebijslag art. 8", per_person=True)
def minimumuurloon(leeftijd, minimumloon):
    """Het laagste loon per uur dat u bij uw leeftijd mag krijgen."""
    n = minimumloon
    tot_21 = als(leeftijd >= 20, n.uurloon_20, als(leeftijd >= 19, n.uurloon_19, n.uurloon_18))
    tot_18 = als(leeftijd >= 17, n.uurloon_17, als(leeftijd >= 16, n.uurloon_16, n.uurloon_15))
    jeugd = als(leeftijd >= 18, tot_21, tot_18)
    return als(leeftijd >= 21, n.uurloon, als(leeftijd >= 15, jeugd, 0))


@rule("Wet minimumloon en minimumvakantiebijslag art. 8 en 12", per_person=True)
def minimumloon_per_maand(minimumuurloon, uren_per_week):
    """Het laagste loon per maand voor uw uren, voor belasting en zonder vakantiegeld."""
    return op_centen(minimumuurloon * uren_per_week * 52 / 12)


@rule("Wet minimumloon en minimumvakantiebijslag art. 15", per_person=True)
def vakantiegeld_bij_loon_per_maand(netto_loon_per_maand, minimumloon):
    """Het vakantiegeld dat u in deze maand met werk opbouwt, na belasting."""
    return op_centen(netto_loon_per_maand * minimumloon.vakantiebijslag)


@rule("WW art. 33; Wet minimumloon en minimumvakantiebijslag art. 15; AOW art. 29", per_person=True)
def vakantiegeld_bij_uitkering_per_maand(
    netto_uitkering_per_maand,
    bruto_uitkering_per_maand,
    aow_per_maand,
    aow_vakantiegeld_per_maand,
    pensioen_per_maand,
    minimumloon,
):
    """Het vakantiegeld dat u in deze maand bij een uitkering opbouwt, na belasting."""
    uitkering = bruto_uitkering_per_maand - aow_per_maand - pensioen_per_maand
    bruto = uitkering * minimumloon.vakantiebijslag + aow_vakantiegeld_per_maand
    return op_centen(bruto * netto_uitkering_per_maand / hoogste(bruto_uitkering_per_maand, 1))
