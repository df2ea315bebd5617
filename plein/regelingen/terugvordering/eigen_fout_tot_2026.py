"""Until 2026 the law set no term for mistakes of the municipality itself."""

from datetime import date

from plein.rules.rule import rule

IN_BALANS = date(2026, 1, 1)  # Participatiewet in balans


@rule("Participatiewet art. 58 lid 2", until=IN_BALANS)
def eigen_fout_is_te_oud():
    """De gemeente maakte zelf een fout en is te laat om geld terug te vragen."""
    return False
