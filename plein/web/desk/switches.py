"""A declared rule that two people turn on: how it stands, and the button that was pressed."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404
from django.utils.functional import Promise

from plein.identity.switch import Switched
from plein.kernel.refusal import Refusal
from plein.web.request import StaffRequest

Act = tuple[Callable[..., object], str | Promise]  # what it does, and what is said then


def press(request: StaffRequest, name: str, acts: Mapping[str, Act], rule: object) -> None:
    """What it did or why not stands among the messages."""
    if rule is None or name not in acts:
        raise Http404
    do, said = acts[name]
    try:
        do(rule, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, str(said))


def standing(each: Switched[Any, Any], request: StaffRequest) -> dict[str, Any]:
    """As `web/desk/switch_buttons.html` and `web/desk/switch_people.html` show it."""
    switch = each.switch
    return {
        "switch": switch,
        "is_on": each.is_on,
        "is_proposed": each.is_proposed,
        "is_own": switch is not None and switch.proposed_by_id == request.staff.pk,
        "has_changed": each.has_changed,
        "is_overdue": not each.rule.is_reviewed_on(request.today),
    }
