"""Somebody says that something was arranged which Plein cannot see, or that it was not."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Account
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.starting.models import Tick
from plein.tenants.scope import current

TICKED, UNTICKED = "starting.list.ticked", "starting.list.unticked"


class NotYetDone(Refusal):
    message = _("Deze dag moet nog komen. Vul de dag in waarop het klaar was.")


@transaction.atomic
def tick(item: str, done_on: date, note: str, *, account: Account, by: Actor, at: datetime) -> None:
    """Another day or note replaces the one before. Raises `NotYetDone`."""
    if done_on > local_day(at):
        raise NotYetDone
    given = {"done_on": done_on, "note": note, "by": account, "at": at}
    Tick.objects.update_or_create(item=item, defaults=given)
    record(TICKED, on=current(), by=by, at=at, item=item, day=done_on.isoformat())


@transaction.atomic
def untick(item: str, *, by: Actor, at: datetime) -> None:
    """Twice is once."""
    gone, _of = Tick.objects.filter(item=item).delete()
    if gone:
        record(UNTICKED, on=current(), by=by, at=at, item=item)
