"""Which news is for whom, and until when."""

from datetime import date

from django.db.models import Q, QuerySet

from plein.webshop.models import Announcement, ParticipationStatus, Provider, Scheme

# Who stands still reads along: what was ordered before is still handed over.
READS_ALONG = (ParticipationStatus.ADMITTED, ParticipationStatus.SUSPENDED)


def news_until(provider: Provider, day: date) -> QuerySet[Announcement]:
    """All that was told to this provider up to this day, the newest first."""
    taken = provider.participations.filter(status__in=READS_ALONG).values("scheme")
    told = Announcement.objects.filter(Q(scheme=None) | Q(scheme__in=taken))
    return told.filter(starts_on__lte=day, taken_back_at=None).select_related("scheme")


def news_on(provider: Provider, day: date) -> QuerySet[Announcement]:
    """What is told now."""
    return news_until(provider, day).filter(ends_on__gte=day)


def readers(scheme: Scheme | None) -> QuerySet[Provider]:
    """Whom news about this scheme is for; without one, everybody who may sell here."""
    admitted = Provider.objects.filter(is_admitted=True)
    if scheme is None:
        return admitted
    return admitted.filter(participations__scheme=scheme, participations__status__in=READS_ALONG)


def written() -> QuerySet[Announcement]:
    """For staff: everything, also what is still to come or was taken back."""
    return Announcement.objects.select_related("scheme", "written_by__account")
