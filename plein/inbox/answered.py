"""Answers of ours, each with the moment of the oldest thing that it answers."""

from datetime import datetime

from django.db.models import Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from plein.inbox.models import Contribution
from plein.kernel.actor import ActorKind

ANSWER = Q(by_kind=ActorKind.STAFF, to_team="")  # handing over is no answer


def answered_since(since: datetime, *, until: datetime) -> QuerySet[Contribution]:
    """With `asked_at`; what we said without being asked, or once more, answers nothing."""
    before = Contribution.objects.filter(
        conversation=OuterRef("conversation"), number__lt=OuterRef("number")
    ).order_by()
    last_answer = before.filter(ANSWER).order_by("-number").values("number")[:1]
    answers = Contribution.objects.filter(ANSWER, at__gte=since, at__lte=until).annotate(
        after=Coalesce(Subquery(last_answer), 0)
    )
    asked = (
        Contribution.objects.filter(
            conversation=OuterRef("conversation"),
            number__lt=OuterRef("number"),
            number__gt=OuterRef("after"),
            by_kind=ActorKind.RESIDENT,
        )
        .order_by()
        .values("conversation")
        .annotate(first=Min("at"))
        .values("first")
    )
    return answers.annotate(asked_at=Subquery(asked)).filter(asked_at__isnull=False).order_by()
