"""A file that was checked is booked in a job: of 50,000 rows nobody waits for a page.

The yes and the job are one transaction, and so are the budgets and what the file says of itself:
a job that is killed leaves nothing, and the night queues it again.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now
from django_tasks import task

from plein.audit.actions import record
from plein.identity.imports.keeping import forget, open_kept
from plein.identity.imports.records import RowsDoNotFit, read_records
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within
from plein.webshop.imports.applying import Booked, grant_rows
from plein.webshop.imports.reading import COLUMNS, OPTIONAL
from plein.webshop.imports.rows import Row, read_rows
from plein.webshop.models import GrantFile, GrantFileState, SchemePeriod


def rows_of(content: bytes) -> list[Row]:
    """Raises `RowsDoNotFit`, and as `read_records`."""
    rows, problems = read_rows(read_records(content, COLUMNS, OPTIONAL))
    if problems:
        raise RowsDoNotFit(problems)
    return rows


@transaction.atomic
def ask_to_book(period: SchemePeriod, token: str, *, by: Staff, at: datetime) -> GrantFile:
    """Have a kept file booked, once however often it is asked. Raises `FileIsGone`."""
    earlier = GrantFile.objects.filter(kept_as=token, asked_by=by, period=period).first()
    if earlier:
        return earlier
    content = open_kept(token, str(period.pk), by)
    file, is_new = GrantFile.objects.get_or_create(
        kept_as=token,
        defaults={"period": period, "asked_by": by, "asked_at": at, "rows": _lines(content)},
    )
    if is_new:
        record("webshop.grants.asked", on=file, by=by.actor, at=at, rows=file.rows)
        _queue(file)
    return file


def _lines(content: bytes) -> int:
    """Without the head and an empty last line."""
    return max(0, len(content.splitlines()) - 1)


def _queue(file: GrantFile) -> None:
    book_grant_file.enqueue(municipality=current_id(), file=str(file.pk))


def queue_left_files() -> int:
    """Nightly: those whose job was killed; how many. What is kept no longer is said to be gone."""
    waiting = list(GrantFile.objects.filter(state=GrantFileState.WAITING))
    for file in waiting:
        _queue(file)
    return len(waiting)


@task()
def book_grant_file(municipality: int, file: str) -> None:
    with within(Municipality.objects.get(pk=municipality)):
        book_file(UUID(file), at=now())


@transaction.atomic
def book_file(file_id: UUID, *, at: datetime) -> GrantFile:
    """All of it, or nothing and why. Safe to run again."""
    rows = GrantFile.objects.select_for_update(of=["self"])
    file = rows.select_related("asked_by__municipality", "period").get(pk=file_id)
    if file.state != GrantFileState.WAITING:
        return file
    try:
        booked = _book(file, at)
    except Refusal as refusal:
        file.state, file.refusal = GrantFileState.REFUSED, str(refusal)
    else:
        file.state = GrantFileState.BOOKED
        file.granted, file.again = len(booked.grants), booked.again
    file.done_at = at
    file.save(update_fields=["state", "refusal", "granted", "again", "done_at"])
    transaction.on_commit(lambda: forget(file.kept_as))
    return file


def _book(file: GrantFile, at: datetime) -> Booked:
    content = open_kept(file.kept_as, str(file.period_id), file.asked_by)
    return grant_rows(rows_of(content), period=file.period, by=file.asked_by.actor, at=at)
