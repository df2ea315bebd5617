"""Where addresses are, asked of the Locatieserver; for places in a job."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.utils.timezone import now
from django_tasks import task

from plein.gateways.answers import AnswerRefused, Found, SourceUnreachable
from plein.gateways.locatieserver.address import Address
from plein.gateways.locatieserver.client import LocatieserverClient
from plein.kernel.actor import system
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within
from plein.webshop.actions.pinning import pin_place
from plein.webshop.models import ProviderPlace

LOCATING = system("plekken op de kaart")
WAITS = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))  # then the night
MOST_A_NIGHT = 200  # the register is free for everybody: we ask with measure


def locatieserver() -> LocatieserverClient | None:
    """None where no register is connected: then nothing is on the map."""
    url = settings.LOCATIESERVER_URL
    return LocatieserverClient(url) if url else None


def queue_place(place: ProviderPlace, *, tries: int = 0) -> None:
    job = locate_place.using(run_after=now() + WAITS[tries - 1]) if tries else locate_place
    job.enqueue(municipality=current_id(), place=str(place.pk), tries=tries)


@task(queue_name="bronnen")
def locate_place(municipality: int, place: str, tries: int) -> None:
    """Safe to run again: what is on the map is not asked twice, and what is gone not at all."""
    with within(Municipality.objects.get(pk=municipality)):
        if found := ProviderPlace.objects.filter(pk=UUID(place), located_at=None).first():
            locate(found, tries=tries)


def locate(place: ProviderPlace, *, tries: int = 0) -> None:
    """The call stands in no transaction. What was not found is asked again in the night."""
    client, address = locatieserver(), Address.in_street(place.street, place.postcode)
    if client is None or address is None:
        return
    try:
        found = client.find(address)
    except AnswerRefused:
        return
    except SourceUnreachable:
        if tries < len(WAITS):
            queue_place(place, tries=tries + 1)
        return
    if isinstance(found, Found):
        pin_place(place, found.value, by=LOCATING, at=now())


def queue_unlocated() -> int:
    """In the night; how many. Those that were never found take turns."""
    if locatieserver() is None:
        return 0
    waiting = list(ProviderPlace.objects.filter(located_at=None).order_by("?")[:MOST_A_NIGHT])
    for place in waiting:
        queue_place(place)
    return len(waiting)
