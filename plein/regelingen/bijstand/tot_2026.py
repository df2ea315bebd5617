"""What the Participatiewet left open until 2026: gifts, savings, and the living of 18 to 20."""

from datetime import date

from plein.rules.rule import rule

IN_BALANS = date(2026, 1, 1)  # Participatiewet in balans


@rule("Participatiewet art. 12", until=IN_BALANS)
def aanvulling_van_jongere():
    """Wat u boven de norm voor jongeren krijgt; tot 2026 kon dat alleen met bijzondere bijstand."""
    return 0


@rule("Participatiewet art. 31 lid 2 onder m", until=IN_BALANS)
def giften_boven_vrij_bedrag(giften_die_meetellen):
    """De giften in deze maand die volgens de gemeente meetellen als inkomen."""
    return giften_die_meetellen


@rule("Participatiewet art. 34 lid 2 onder c", until=IN_BALANS)
def bezit_na_schulden(bezit, schulden, gespaard_van_bijstand):
    """Wat u bezit, zonder uw schulden en zonder wat u van de bijstand spaarde."""
    return bezit - schulden - gespaard_van_bijstand
