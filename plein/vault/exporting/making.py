"""The job that makes the file, while its resident waits or does something else."""

from uuid import UUID

from django.utils.timezone import now
from django_tasks import task

from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within
from plein.vault.actions.exports import fill_export
from plein.vault.models import Export


def queue_export(export: Export) -> None:
    """In the transaction of the request: no file without a job, and no job without a file."""
    make_export.enqueue(municipality=current_id(), export=str(export.pk))


@task()
def make_export(municipality: int, export: str) -> None:
    """Safe to run again: what is ready stays as it is, and what was erased is not made."""
    with within(Municipality.objects.get(pk=municipality)):
        waiting = Export.objects.select_related("vault__resident").filter(pk=UUID(export))
        if found := waiting.first():
            fill_export(found, at=now())
