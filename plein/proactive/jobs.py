"""Looking outside a request: at once after a need was turned on, and each night."""

from django.utils.timezone import now
from django_tasks import task

from plein.kernel.actor import system
from plein.proactive.actions.looking import look_for
from plein.proactive.library import needs
from plein.tenants.models import Municipality
from plein.tenants.scope import within

LOOKING = system("hulp aanbieden")


@task()
def look_now(municipality: int, need: str) -> None:
    """A second run finds the same."""
    with within(Municipality.objects.get(pk=municipality)):
        look_for(needs()[need], by=LOOKING, at=now())
