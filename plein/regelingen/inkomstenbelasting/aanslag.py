"""What was withheld in a year beside the tax of that year: the rest comes back, or is to be paid.

Who has a credit that the employer does not know of (a young child) or worked a part of the year
only, gets money back; it comes sooner with a voorlopige aanslag.
"""

from plein.rules.rule import rule
from plein.rules.words import hoogste


@rule("Wet IB 2001 art. 9.2; Algemene wet inzake rijksbelastingen art. 13 en 15")
def belasting_terug_per_jaar(
    ingehouden_belasting_per_jaar, belasting_na_kortingen, alleenstaande_ouderenkorting
):
    """Wat er dit jaar meer wordt ingehouden dan u aan belasting moet betalen."""
    moet_betalen = hoogste(0, belasting_na_kortingen - alleenstaande_ouderenkorting)
    return ingehouden_belasting_per_jaar - moet_betalen


@rule("Wet IB 2001 art. 9.2; Algemene wet inzake rijksbelastingen art. 13 en 15")
def belasting_terug_per_jaar_partner(
    ingehouden_belasting_per_jaar_partner, belasting_na_kortingen_partner
):
    """Wat er dit jaar bij uw partner meer wordt ingehouden dan de belasting is."""
    return ingehouden_belasting_per_jaar_partner - belasting_na_kortingen_partner
