"""Wet op de loonbelasting 1964: what is withheld each month, as the white and green tables say.

The wage goes down to a step of the table, the year is twelve of them, each credit goes up to whole
euros, and a twelfth of what is left is withheld to the cent. The credits go to one income only.
"""

from plein.regelingen.inkomstenbelasting.brackets import (
    algemene_korting_over,
    arbeidskorting_over,
    belasting_over,
    ouderenkorting_over,
)
from plein.rules.rule import rule
from plein.rules.words import als, hoogste, niet, omhoog, omlaag, op_centen


def _korting_voor_iedereen(inkomen, vanaf_aow, n):
    """The general credit, and from the AOW age that of the elderly."""
    ouderen = omhoog(ouderenkorting_over(inkomen, vanaf_aow, n))
    return omhoog(algemene_korting_over(inkomen, vanaf_aow, n)) + ouderen


@rule("Wet op de loonbelasting 1964 art. 25; rekenregels witte maandtabel", per_person=True)
def loon_volgens_tabel(brutoloon_per_maand, pensioenpremie_per_maand, inkomstenbelasting):
    """Uw loon in een jaar zoals de tabel van de Belastingdienst rekent."""
    belast_loon = hoogste(0, brutoloon_per_maand - pensioenpremie_per_maand)
    return 12 * omlaag(belast_loon, inkomstenbelasting.stap_loon)


@rule("Wet op de loonbelasting 1964 art. 20 tot en met 23; witte maandtabel", per_person=True)
def loonheffing_per_maand(
    loon_volgens_tabel,
    loonheffingskorting_op_loon,
    heeft_aow_leeftijd,
    is_geboren_voor_1946,
    inkomstenbelasting,
):
    """De belasting die uw werkgever deze maand van uw loon inhoudt."""
    n, loon, aow = inkomstenbelasting, loon_volgens_tabel, heeft_aow_leeftijd
    arbeid = omhoog(arbeidskorting_over(loon, aow, n))
    korting = als(loonheffingskorting_op_loon, _korting_voor_iedereen(loon, aow, n) + arbeid, 0)
    belasting = belasting_over(loon, aow, is_geboren_voor_1946, n)
    return op_centen(hoogste(0, belasting - korting) / 12)


@rule("Wet op de loonbelasting 1964 art. 20 tot en met 23; groene maandtabel", per_person=True)
def heffing_op_uitkering_per_maand(
    bruto_uitkering_per_maand,
    loonheffingskorting_op_loon,
    heeft_aow_leeftijd,
    is_geboren_voor_1946,
    inkomstenbelasting,
):
    """De belasting die deze maand van uw uitkering wordt ingehouden."""
    n = inkomstenbelasting
    jaar = 12 * omlaag(bruto_uitkering_per_maand, n.stap_loon)
    korting_voor_iedereen = _korting_voor_iedereen(jaar, heeft_aow_leeftijd, n)
    korting = als(niet(loonheffingskorting_op_loon), korting_voor_iedereen, 0)
    belasting = belasting_over(jaar, heeft_aow_leeftijd, is_geboren_voor_1946, n)
    return op_centen(hoogste(0, belasting - korting) / 12)


@rule("Wet op de loonbelasting 1964 art. 27", per_person=True)
def netto_loon_per_maand(brutoloon_per_maand, pensioenpremie_per_maand, loonheffing_per_maand):
    """Uw loon in deze maand, na belasting en pensioenpremie, zonder vakantiegeld."""
    return hoogste(0, brutoloon_per_maand - pensioenpremie_per_maand) - loonheffing_per_maand


@rule("Wet op de loonbelasting 1964 art. 27; Zorgverzekeringswet art. 45", per_person=True)
def netto_uitkering_per_maand(
    bruto_uitkering_per_maand, heffing_op_uitkering_per_maand, bijdrage_zorg_per_maand
):
    """Uw uitkering of pensioen in deze maand, na belasting, zonder vakantiegeld."""
    ingehouden = heffing_op_uitkering_per_maand + bijdrage_zorg_per_maand
    return bruto_uitkering_per_maand - ingehouden
