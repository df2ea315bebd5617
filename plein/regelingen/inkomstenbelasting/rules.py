"""Wet inkomstenbelasting 2001 (BWBR0011353), box 1: the tax over a year, and its credits."""

from plein.regelingen.inkomstenbelasting.brackets import (
    algemene_korting_over,
    arbeidskorting_over,
    belasting_over,
    ouderenkorting_over,
)
from plein.rules.rule import rule
from plein.rules.words import alle, als, een_van, hoogste, laagste, niet, omhoog


@rule("Wet IB 2001 art. 2.10 en 2.10a", per_person=True)
def belasting_voor_kortingen(
    toetsingsinkomen, heeft_aow_leeftijd, is_geboren_voor_1946, inkomstenbelasting
):
    """De belasting over uw inkomen in het hele jaar, voordat er kortingen af gaan."""
    return belasting_over(
        toetsingsinkomen, heeft_aow_leeftijd, is_geboren_voor_1946, inkomstenbelasting
    )


@rule("Wet IB 2001 art. 8.10", per_person=True)
def algemene_heffingskorting(toetsingsinkomen, heeft_aow_leeftijd, inkomstenbelasting):
    """Een korting op uw belasting die bijna iedereen krijgt."""
    return omhoog(algemene_korting_over(toetsingsinkomen, heeft_aow_leeftijd, inkomstenbelasting))


@rule("Wet IB 2001 art. 8.11", per_person=True)
def arbeidskorting(loon_per_jaar, heeft_aow_leeftijd, inkomstenbelasting):
    """Een korting op uw belasting omdat u werkt."""
    return omhoog(arbeidskorting_over(loon_per_jaar, heeft_aow_leeftijd, inkomstenbelasting))


@rule("Wet IB 2001 art. 8.14a")
def heeft_recht_op_combinatiekorting(
    kinderen_tot_12_geboren_voor_2025, loon_per_jaar, loon_per_jaar_partner, heeft_toeslagpartner
):
    """U hebt een kind jonger dan 12 jaar, en u bent alleen of verdient minder dan uw partner."""
    verdient_minst = een_van(niet(heeft_toeslagpartner), loon_per_jaar < loon_per_jaar_partner)
    return alle(kinderen_tot_12_geboren_voor_2025 > 0, verdient_minst)


@rule("Wet IB 2001 art. 8.14a")
def heeft_recht_op_combinatiekorting_partner(
    kinderen_tot_12_geboren_voor_2025, loon_per_jaar, loon_per_jaar_partner, heeft_toeslagpartner
):
    """Uw partner verdient niet meer dan u, en er is een kind jonger dan 12 jaar."""
    verdient_minst = alle(heeft_toeslagpartner, loon_per_jaar_partner <= loon_per_jaar)
    return alle(kinderen_tot_12_geboren_voor_2025 > 0, verdient_minst)


@rule("Wet IB 2001 art. 8.14a", per_person=True)
def inkomensafhankelijke_combinatiekorting(
    loon_per_jaar, heeft_recht_op_combinatiekorting, inkomstenbelasting
):
    """Een korting op uw belasting omdat u werkt en een kind jonger dan 12 jaar hebt."""
    n = inkomstenbelasting
    boven_de_drempel = hoogste(0, loon_per_jaar - n.combinatie_vanaf)
    korting = laagste(n.combinatie_hoogste, n.combinatie_deel * boven_de_drempel)
    return als(heeft_recht_op_combinatiekorting, omhoog(korting), 0)


@rule("Wet IB 2001 art. 8.16a", per_person=True)
def jonggehandicaptenkorting(heeft_recht_op_wajong, heeft_aow_leeftijd, inkomstenbelasting):
    """Een korting op uw belasting omdat u recht hebt op Wajong."""
    recht = alle(heeft_recht_op_wajong, niet(heeft_aow_leeftijd))
    return als(recht, inkomstenbelasting.jonggehandicapt, 0)


@rule("Wet IB 2001 art. 8.18")
def alleenstaande_ouderenkorting(heeft_aow_leeftijd, heeft_toeslagpartner, inkomstenbelasting):
    """Een korting op uw belasting omdat u de AOW-leeftijd hebt en alleen bent."""
    recht = alle(heeft_aow_leeftijd, niet(heeft_toeslagpartner))
    return als(recht, inkomstenbelasting.alleenstaande_ouderen, 0)


@rule("Wet IB 2001 art. 8.17", per_person=True)
def ouderenkorting(toetsingsinkomen, heeft_aow_leeftijd, inkomstenbelasting):
    """Een korting op uw belasting omdat u de AOW-leeftijd hebt."""
    return omhoog(ouderenkorting_over(toetsingsinkomen, heeft_aow_leeftijd, inkomstenbelasting))


@rule("Wet IB 2001 art. 8.2", per_person=True)
def heffingskortingen(
    algemene_heffingskorting,
    arbeidskorting,
    inkomensafhankelijke_combinatiekorting,
    jonggehandicaptenkorting,
    ouderenkorting,
):
    """Alle kortingen op uw belasting samen."""
    return (
        algemene_heffingskorting
        + arbeidskorting
        + inkomensafhankelijke_combinatiekorting
        + jonggehandicaptenkorting
        + ouderenkorting
    )


@rule("Wet IB 2001 art. 8.8", per_person=True)
def belasting_na_kortingen(belasting_voor_kortingen, heffingskortingen):
    """De belasting over het hele jaar. Korting die over is, krijgt u niet uitbetaald."""
    return hoogste(0, belasting_voor_kortingen - heffingskortingen)


@rule("Wet IB 2001 art. 8.8 en 8.18")
def inkomstenbelasting_per_jaar(
    belasting_na_kortingen,
    belasting_na_kortingen_partner,
    alleenstaande_ouderenkorting,
    heeft_toeslagpartner,
):
    """De belasting over het hele jaar voor u, en voor uw partner als u die hebt."""
    eigen = hoogste(0, belasting_na_kortingen - alleenstaande_ouderenkorting)
    return eigen + als(heeft_toeslagpartner, belasting_na_kortingen_partner, 0)
