"""Which offers there are for whom, and who responded."""

from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from plein.identity.models import Resident
from plein.inbox.models import Topic
from plein.offers.models import (
    Offer,
    OfferVersion,
    Response,
    ResponseState,
    Suggestion,
    SuggestionState,
)
from plein.vault.models import Recipient

MOST_WORDS = 8
LOOKED_IN = ("title", "text", "asks", "place", "offer__recipient__organisation__name")


def posted(day: date) -> QuerySet[OfferVersion]:
    """What residents see today, what ends first above; with how many were `placed`."""
    found = OfferVersion.objects.posted_on(day).select_related("offer__recipient__organisation")
    placed = Count("offer__responses", filter=Q(offer__responses__state=ResponseState.PLACED))
    return found.annotate(placed=placed).order_by("ends_on", "title", "pk")


def matching(versions: QuerySet[OfferVersion], words: str) -> QuerySet[OfferVersion]:
    """Every word stands somewhere in it."""
    for word in words.replace("\0", " ").split()[:MOST_WORDS]:
        is_in = Q()
        for field in LOOKED_IN:
            is_in |= Q(**{f"{field}__icontains": word})
        versions = versions.filter(is_in)
    return versions


def to_review() -> QuerySet[OfferVersion]:
    """Who waits longest first."""
    waiting = OfferVersion.objects.waiting().select_related("offer__recipient__organisation")
    return waiting.order_by("made_at", "pk")


def offers_of(recipient: Recipient) -> QuerySet[OfferVersion]:
    """Of each offer its newest text, with how many responded; the newest first."""
    newest = OfferVersion.objects.order_by("offer", "-number").distinct("offer")
    own = newest.filter(offer__recipient=recipient).values("pk")
    running = ~Q(offer__responses__state=ResponseState.WITHDRAWN)
    count = Count("offer__responses", filter=running)
    newest_first = OfferVersion.objects.order_by("-made_at", "-pk")
    return newest_first.filter(pk__in=own).annotate(responses=count).select_related("offer")


def last_posted(offer: Offer) -> OfferVersion:
    """What counts for who responded. There is one, as nobody responds to anything else."""
    return offer.versions.once_posted().latest("number")


def placed_in(offer: Offer) -> int:
    return offer.responses.filter(state=ResponseState.PLACED).count()


def is_full(version: OfferVersion) -> bool:
    return version.places is not None and placed_in(version.offer) >= version.places


def to_answer(resident: Resident, day: date) -> QuerySet[Suggestion]:
    """Suggested, not answered, and still there."""
    own = Suggestion.objects.filter(topic__resident=resident, state=SuggestionState.SUGGESTED)
    return own.filter(_is_there(day))


def to_answer_about(topic: Topic, resident: Resident, day: date) -> QuerySet[Suggestion]:
    """The same of one matter, with what they are called."""
    return _named(to_answer(resident, day).filter(topic=topic)).order_by("suggested_at")


def suggestions_to(resident: Resident, day: date) -> QuerySet[Suggestion]:
    """All of them, the newest first; `is_there` says whether one can still respond."""
    own = Suggestion.objects.filter(topic__resident=resident)
    return _named(own).annotate(is_there=_is_there(day)).order_by("-suggested_at")


def suggestions_about(topic: Topic) -> QuerySet[Suggestion]:
    """For the consulent: how each went on, and nothing of what was shared."""
    found = _named(Suggestion.objects.filter(topic=topic))
    return found.select_related("suggested_by__account").order_by("-suggested_at")


def responses_of(resident: Resident) -> QuerySet[Response]:
    own = Response.objects.filter(resident=resident).order_by("-sent_at")
    return own.annotate(title=_posted("title"), organisation=_of_whom())


def _is_there(day: date) -> Exists:
    return Exists(OfferVersion.objects.posted_on(day).filter(offer=OuterRef("offer")))


def _named(suggestions: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    """With `title`, `organisation`, and how a response went on (`went`)."""
    sent = Response.objects.filter(offer=OuterRef("offer"), resident=OuterRef("topic__resident"))
    went = Subquery(sent.order_by("-sent_at").values("state")[:1])
    return suggestions.annotate(title=_posted("title"), organisation=_of_whom(), went=went)


def _posted(field: str) -> Subquery:
    versions = OfferVersion.objects.once_posted().filter(offer=OuterRef("offer"))
    return Subquery(versions.order_by("-number").values(field)[:1])


def _of_whom() -> F:
    return F("offer__recipient__organisation__name")
