"""A conversation on a page of the resident or of staff: its lines, who read them, and the forms."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.audit.actions import Purpose
from plein.identity.gate import read_sealed
from plein.inbox.actions.talking import mark_read
from plein.inbox.models import Contribution, Conversation, ReadMark
from plein.inbox.talk_words import LONGEST, sealed_text
from plein.kernel.actor import ActorKind
from plein.kernel.clock import AMSTERDAM, local_day
from plein.web.from_page import FromPageForm
from plein.web.templatetags.plein_ui import moment

PRESENT = timedelta(seconds=45)  # a live connection shows itself at least this often


class TalkForm(FromPageForm):
    """`key` makes the same click twice one message; `corrects` is the message that was wrong."""

    words = forms.CharField(
        label=gettext_lazy("Uw bericht"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        error_messages={"required": gettext_lazy("Schrijf hier uw bericht.")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput)
    corrects = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"key": uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation with everything that its page shows, in a fixed number of queries."""

    conversation: Conversation
    contributions: list[Contribution]
    marks: list[ReadMark]
    is_other_here: bool  # somebody of the other side has it open now

    @property
    def version(self) -> str:
        """Changes with what the page shows; nothing is opened for it."""
        talk = self.conversation
        read = sum(mark.number for mark in self.marks)
        return f"{talk.pk.hex}-{talk.length}-{talk.state}-{read}-{self.is_other_here:d}"


def talk_of(conversation: Conversation, request: HttpRequest) -> Talk:
    by, at = request.actor, request.now  # type: ignore[attr-defined]
    others = conversation.presences.exclude(kind=by.kind).filter(seen_at__gt=at - PRESENT)
    return Talk(
        conversation,
        list(conversation.contributions.select_related("corrected_by")),
        list(conversation.marks.all()),
        others.exists(),
    )


def opened_talk(conversation: Conversation, request: HttpRequest) -> Talk:
    """Marked as read by who opens it, where something in it is new to them."""
    talk = talk_of(conversation, request)
    by = request.actor  # type: ignore[attr-defined]
    if any(str(mark.reader) == by.id and mark.number >= conversation.length for mark in talk.marks):
        return talk
    mark_read(conversation, by=by, at=request.now)  # type: ignore[attr-defined]
    return talk_of(conversation, request)


def lines_of(talk: Talk, request: Any, purpose: Purpose, *, case: str = "") -> list[dict[str, Any]]:
    """What was said, opened in one look with one line."""
    if not talk.contributions:
        return []
    texts = [sealed_text(each) for each in talk.contributions]
    resident = talk.conversation.topic.resident
    opened = read_sealed(
        resident, texts, purpose=purpose, by=request.actor, at=request.now, case=case
    )
    mine = ActorKind.RESIDENT if request.actor.kind == ActorKind.RESIDENT else ActorKind.STAFF
    return [
        {
            "row": each,
            "mine": each.by_kind == mine,
            "who": _who(each, mine),
            "when": when(each.at, request.today),
            "says": words,
            "is_corrected": hasattr(each, "corrected_by"),
            "read": _read(each, talk, mine, request.today),
            "may_correct": each.pk == _last_own(talk, request.actor.id),
        }
        for each, words in zip(talk.contributions, opened, strict=True)
    ]


def with_case(conversations: QuerySet[Conversation]) -> QuerySet[Conversation]:
    return conversations.select_related(
        "topic__resident", "topic__case__case_type", "handler__account"
    )


def title_of(conversation: Conversation) -> str:
    """What it is about; the inbox itself knows no cases."""
    case = getattr(conversation.topic, "case", None)
    return str(case.case_type) if case else _("Algemene vraag")


def when(at: datetime, today: date) -> str:
    """ "vandaag, 10.30 uur", or with the day."""
    if local_day(at) == today:
        return _("vandaag, {time} uur").format(time=at.astimezone(AMSTERDAM).strftime("%H.%M"))
    return moment(at)


def _who(each: Contribution, mine: ActorKind) -> str:
    """Staff by function and team, and not by name."""
    if each.by_kind == ActorKind.RESIDENT:
        return _("U") if mine == ActorKind.RESIDENT else _("Inwoner")
    return capfirst(", ".join(part for part in (each.function, each.team) if part))


def _read(each: Contribution, talk: Talk, mine: ActorKind, today: date) -> str:
    """Of the last thing one said: when the other side read it."""
    own = [line for line in talk.contributions if line.by_kind == mine]
    if not own or each.pk != own[-1].pk:
        return ""
    seen = [
        mark.at for mark in talk.marks if mark.reader_kind != mine and mark.number >= each.number
    ]
    if not seen:
        return _("Nog niet gelezen")
    who = _("uw gemeente") if mine == ActorKind.RESIDENT else _("de inwoner")
    return _("Gelezen door {who}, {when}").format(who=who, when=when(min(seen), today))


def _last_own(talk: Talk, person: str) -> Any:
    own = [each for each in talk.contributions if str(each.by) == person and not each.to_team]
    return own[-1].pk if own else None


def corrected(request: HttpRequest, talk: Talk) -> dict[str, Any]:
    """`?verbeter=` names one's own last message; anything else starts a new one."""
    wanted = request.GET.get("verbeter")
    last = _last_own(talk, request.actor.id)  # type: ignore[attr-defined]
    return {"corrects": last} if wanted and wanted == str(last) else {}
