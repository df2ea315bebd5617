"""Which schemes a provider takes part in, could ask for, or did."""

from dataclasses import dataclass

from django.db.models import QuerySet

from plein.webshop.models import (
    Participation,
    ParticipationStatus,
    Provider,
    Scheme,
    SchemeStatus,
)


@dataclass(frozen=True, slots=True)
class SchemePart:
    """A scheme, and how the provider stands in it; `part` is None for who never asked."""

    scheme: Scheme
    part: Participation | None

    @property
    def can_ask(self) -> bool:
        if self.scheme.status not in {SchemeStatus.OPEN, SchemeStatus.PAUSED}:
            return False
        return self.part is None or self.part.may_become(ParticipationStatus.ASKED)


def parts_of(provider: Provider, schemes: QuerySet[Scheme]) -> list[SchemePart]:
    """These schemes by name, each with the part of this provider. Two queries."""
    parts = {part.scheme_id: part for part in provider.participations.all()}
    return [SchemePart(scheme, parts.get(scheme.pk)) for scheme in schemes.order_by("name")]


def schemes_to_sell_for(provider: Provider) -> QuerySet[Scheme]:
    """What a provider may know of: schemes that are open, and those it took part in."""
    running = Scheme.objects.filter(status__in=[SchemeStatus.OPEN, SchemeStatus.PAUSED])
    return (running | Scheme.objects.filter(participations__provider=provider)).distinct()


def schemes_taken(provider: Provider) -> QuerySet[Scheme]:
    """The schemes that a product of this provider may be put on sale for."""
    return Scheme.objects.filter(
        participations__provider=provider, participations__status=ParticipationStatus.ADMITTED
    ).exclude(status=SchemeStatus.CLOSED)


def asked_parts() -> QuerySet[Participation]:
    """What waits for staff, the oldest first."""
    asked = Participation.objects.filter(status=ParticipationStatus.ASKED)
    return asked.select_related("provider__organisation", "scheme").order_by("asked_at")
