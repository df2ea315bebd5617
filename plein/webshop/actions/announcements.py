"""Staff tell the providers something, and take back what was wrong."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.webshop.models import Announcement, Scheme
from plein.webshop.provider_mail import tell
from plein.webshop.queries.announcements import readers


class NoDayLeft(Refusal):
    message = _("Kies een laatste dag die nog komt, en niet voor de eerste dag ligt.")


@dataclass(frozen=True, slots=True)
class Notice:
    """What staff fill in; without a scheme it is for every provider."""

    title: str
    text: str
    starts_on: date
    ends_on: date
    scheme: Scheme | None = None


@transaction.atomic
def announce(notice: Notice, *, by: Staff, at: datetime) -> Announcement:
    """Show it from its first day on, and send every provider it is for an e-mail that it is there.

    Raises `NoDayLeft`.
    """
    if notice.ends_on < max(notice.starts_on, local_day(at)):
        raise NoDayLeft
    told = Announcement.objects.create(
        scheme=notice.scheme,
        title=notice.title,
        text=notice.text,
        starts_on=notice.starts_on,
        ends_on=notice.ends_on,
        written_by=by,
        written_at=at,
    )
    record("webshop.announcement.written", on=told, by=by.actor, at=at)
    for provider in readers(notice.scheme):
        tell(provider, "announcement", title=told.title, day=f"{told.starts_on:%d-%m-%Y}")
    return told


@transaction.atomic
def take_back(announcement: Announcement, *, by: Staff, at: datetime) -> None:
    """No provider sees it any more; twice takes it back once."""
    shown = Announcement.objects.filter(pk=announcement.pk, taken_back_at=None)
    if shown.update(taken_back_at=at):
        record("webshop.announcement.taken_back", on=announcement, by=by.actor, at=at)
