"""Berichten: every conversation in one list, newest first."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from plein.identity.gate import read_sealed
from plein.inbox.models import Contribution, Conversation
from plein.inbox.talk_words import sealed_text
from plein.kernel.actor import ActorKind
from plein.web.background import fragment
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.talk.own import WHY, own_talks
from plein.web.talking import title_of, when

ONE_LINE = 120  # characters


@resident_only
@require_GET
def talks(request: ResidentRequest) -> HttpResponse:
    own = list(own_talks(request))
    unread = set(Conversation.objects.unread_by(request.resident).values_list("pk", flat=True))
    version = "-".join(f"{talk.pk.hex}.{talk.length}.{talk.pk in unread:d}" for talk in own)
    return fragment(
        request,
        version,
        lambda: {"rows": [_row(talk, last, unread, request) for talk, last in _last(request, own)]},
        page="web/resident/talk/list.html",
        part="web/resident/talk/rows.html",
    )


def _last(
    request: ResidentRequest, talks: list[Conversation]
) -> list[tuple[Conversation, dict[str, Any]]]:
    """With the last thing that was said in each, opened in one look."""
    lasts = Contribution.objects.filter(conversation__in=talks).order_by("conversation", "-number")
    said = {each.conversation_id: each for each in lasts.distinct("conversation")}
    heard = [talk for talk in talks if talk.pk in said]
    if not heard:
        return []
    texts = [sealed_text(said[talk.pk]) for talk in heard]
    opened = read_sealed(request.resident, texts, purpose=WHY, by=request.actor, at=request.now)
    return [
        (talk, {"said": said[talk.pk], "words": words})
        for talk, words in zip(heard, opened, strict=True)
    ]


def _row(
    talk: Conversation, last: dict[str, Any], unread: set[Any], request: ResidentRequest
) -> dict[str, Any]:
    words = " ".join(last["words"].split())
    return {
        "talk": talk,
        "title": title_of(talk),
        "line": words if len(words) <= ONE_LINE else f"{words[:ONE_LINE].rsplit(' ', 1)[0]} …",
        "is_own": last["said"].by_kind == ActorKind.RESIDENT,
        "when": when(last["said"].at, request.today),
        "is_new": talk.pk in unread,
    }
