"""What an organisation sees: cases of the types that its running participation names, no others."""

from datetime import date

from django.db.models import F, Q, QuerySet

from plein.cases.models import Case, Dossier, Participation
from plein.tenants.models import Organisation


def cases_for(organisation: Organisation, day: date) -> QuerySet[Case]:
    """One query; what ended or begins later is not in it."""
    return Case.objects.filter(
        Q(dossier__participations__until=None) | Q(dossier__participations__until__gt=day),
        dossier__participations__organisation=organisation,
        dossier__participations__start__lte=day,
        dossier__participations__parts__contains=[F("case_type__key")],
    ).order_by("last_day", "filed_at")


def partners_of(dossier: Dossier, day: date) -> QuerySet[Participation]:
    """Who works in it now, first come first."""
    running = Participation.objects.on(day).filter(dossier=dossier)
    return running.select_related("organisation").order_by("start", "pk")
