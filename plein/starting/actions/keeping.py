"""A step is kept together with what it changes, as long as nobody waits for the opening."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal
from plein.starting.models import Start, Step


class WaitsForOpening(Refusal):
    message = _("De gemeente kijkt nu of zij open kan. Trek eerst het voorstel in.")


@contextmanager
def kept_step(start: Start, step: Step) -> Iterator[None]:
    """Around the actions of this step. Raises `WaitsForOpening`, and then nothing was changed."""
    with transaction.atomic():
        held = held_start(start)
        yield
        if step not in held.kept:
            held.kept = [*held.kept, step]
            held.save(update_fields=["kept"])


def held_start(start: Start) -> Start:
    """Locked to the end of the transaction. Raises `WaitsForOpening`."""
    held = locked(start)
    if not held.may_be_changed:
        raise WaitsForOpening
    return held


def locked(start: Start) -> Start:
    return Start.objects.select_for_update(of=["self"]).get(pk=start.pk)
