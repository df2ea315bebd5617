"""That the resident of a case moves, and what that does to it: one line, without the address."""

from django.utils.translation import gettext as _

from plein.cases.models import Case, Relocation, RelocationState
from plein.web.relocation_words import says_to_staff
from plein.web.templatetags.plein_ui import day


def relocation_line(case: Case) -> str:
    """Empty where nobody moves, or where the move did not touch this case."""
    moves = Relocation.objects.filter(resident=case.dossier.resident_id)
    newest = moves.exclude(state=RelocationState.WITHDRAWN).order_by("-moves_on").first()
    if newest is None:
        return ""
    effects = newest.effects.filter(case=case).select_related("organisation")
    says = [says_to_staff(effect) for effect in effects.order_by("on")]
    if not says and not (newest.is_noticed and case.is_open):
        return ""
    return " ".join([_head(newest), *says])


def _head(relocation: Relocation) -> str:
    if not relocation.is_noticed:
        words = _("De inwoner verhuisde op {day}.")
    elif relocation.leaves:
        words = _("De inwoner verhuist op {day}, naar een andere gemeente.")
    else:
        words = _("De inwoner verhuist op {day}, binnen de gemeente.")
    return words.format(day=day(relocation.moves_on))
