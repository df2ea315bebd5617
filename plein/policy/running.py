"""The job that calculates for a million households, while who asked does something else."""

from uuid import UUID

from django_tasks import task

from plein.policy.actions import make_run
from plein.policy.models import Run
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within


def queue_run(run: Run) -> None:
    """In the transaction of the request: no run without a job, and no job without a run."""
    calculate_run.enqueue(municipality=current_id(), run=str(run.pk))


@task()
def calculate_run(municipality: int, run: str) -> None:
    """Safe to run again: what is ready stays as it is."""
    with within(Municipality.objects.get(pk=municipality)):
        if found := Run.objects.filter(pk=UUID(run)).first():
            make_run(found)
