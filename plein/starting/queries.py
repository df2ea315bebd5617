"""How far a municipality is, and what lies ready for it."""

from django.db.models import Case, Exists, OuterRef, QuerySet, Subquery, When

from plein.authoring.models import DraftState, JourneyDraft, SharedJourney
from plein.starting.models import Chosen, ChosenKind, Start, StartState, Step
from plein.tenants.models import Municipality
from plein.webshop.models import Scheme


def start_of(municipality: Municipality) -> Start:
    """Its start; of one that was made on the command line, as if all steps had been kept."""
    found = Start.objects.first() or Start(state=StartState.OPENED, kept=list(Step))
    found.municipality = municipality
    return found


def ready_to_take_over() -> QuerySet[Chosen]:
    """With `is_taken_over`, which is seen and not remembered, and `shared`.

    That is the number under which a journey can be looked at; None when it is shared no more.
    """
    same = {"host": OuterRef("host"), "key": OuterRef("key")}
    drafts = JourneyDraft.objects.exclude(state=DraftState.DROPPED)
    taken = drafts.filter(origin__host=same["host"], origin_key=same["key"])
    scheme = Scheme.objects.filter(name=OuterRef("name"))
    return Chosen.objects.order_by("kind", "name").annotate(
        is_taken_over=Case(
            When(kind=ChosenKind.SCHEME, then=Exists(scheme)), default=Exists(taken)
        ),
        shared=Subquery(SharedJourney.objects.filter(**same).values("pk")[:1]),
    )
