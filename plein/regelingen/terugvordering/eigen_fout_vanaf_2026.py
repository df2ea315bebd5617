"""From 2026 the municipality has two years for a mistake of its own that nobody could know."""

from plein.regelingen.terugvordering.eigen_fout_tot_2026 import IN_BALANS
from plein.rules.rule import rule
from plein.rules.words import alle


@rule("Participatiewet art. 58 lid 6", from_=IN_BALANS)
def eigen_fout_is_te_oud(was_fout_van_gemeente, maanden_sinds_te_veel, terugvordering):
    """De gemeente maakte zelf een fout en is te laat om geld terug te vragen."""
    termijn = 12 * terugvordering.jaren_na_eigen_fout
    return alle(was_fout_van_gemeente, maanden_sinds_te_veel > termijn)
