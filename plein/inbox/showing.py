"""What of a timeline the resident reads: all, but for what two people withheld for a while."""

from datetime import date

from django.db.models import Count, Max, QuerySet

from plein.inbox.models import Event, Hiding, Topic


def events_for_resident(topic: Topic, day: date) -> tuple[list[Event], bool]:
    """Newest first; and whether the resident has to know that something is withheld."""
    every = topic.events.select_related("hiding").order_by("-at", "-id")
    hidden = {event.pk: event.hiding for event in every if not is_shown_on(event, day)}
    shown = [event for event in every if event.pk not in hidden]
    return shown, any(not each.tells_nothing for each in hidden.values())


def version_of(events: QuerySet[Event]) -> str:
    """Changes with a timeline; empty where nothing happened."""
    seen = events.aggregate(n=Count("pk"), last=Max("at"), hidden=Count("hiding__agreed_at"))
    return f"{seen['n']}-{seen['hidden']}-{seen['last'].timestamp()}" if seen["n"] else ""


def is_shown_on(event: Event, day: date) -> bool:
    """`event` comes with its `hiding`."""
    hiding: Hiding | None = getattr(event, "hiding", None)
    return hiding is None or hiding.agreed_at is None or day >= hiding.until
