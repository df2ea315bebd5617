"""A conversation between a resident and the municipality: about a topic, or in general."""

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Resident, Staff
from plein.inbox.models.pages import Page
from plein.inbox.models.topics import Topic
from plein.kernel.actor import NEAR_RESIDENTS, ActorKind
from plein.tenants.tenant_model import TenantManager, TenantModel


class TalkState(models.TextChoices):
    OPEN = "open", _("nieuw")  # nobody answered yet
    WAITS_FOR_RESIDENT = "wacht_op_inwoner", _("wacht op de inwoner")
    WAITS_FOR_TEAM = "wacht_op_team", _("wacht op ons")
    CLOSED = "gesloten", _("klaar")


WAITING = (TalkState.OPEN, TalkState.WAITS_FOR_TEAM)  # for us


class ConversationQuerySet(models.QuerySet["Conversation"]):
    def waiting(self) -> Self:
        """For an answer of ours, who waits longest first."""
        return self.filter(state__in=WAITING, length__gt=0).order_by("waiting_since", "pk")

    def unread_by(self, resident: Resident) -> Self:
        """Something of us that this resident did not see yet."""
        marks = ReadMark.objects.filter(reader=resident.pk, conversation=OuterRef("conversation"))
        seen = marks.filter(number__gte=OuterRef("number"))
        ours = Contribution.objects.filter(conversation=OuterRef("pk")).exclude(
            by_kind=ActorKind.RESIDENT
        )
        return self.filter(Exists(ours.filter(~Exists(seen))), topic__resident=resident)


ConversationManager = TenantManager.from_queryset(ConversationQuerySet)


class Conversation(TenantModel):
    """`waiting_since` is the oldest thing that we did not answer; `length` counts what was said."""

    MOVES = {
        TalkState.OPEN: {TalkState.WAITS_FOR_RESIDENT, TalkState.CLOSED},
        TalkState.WAITS_FOR_RESIDENT: {TalkState.WAITS_FOR_TEAM, TalkState.CLOSED},
        TalkState.WAITS_FOR_TEAM: {TalkState.WAITS_FOR_RESIDENT, TalkState.CLOSED},
        TalkState.CLOSED: {TalkState.OPEN},
    }

    topic = models.OneToOneField(Topic, models.PROTECT, related_name="conversation")
    general_of = models.OneToOneField(  # one per resident that is about no case
        Resident, models.PROTECT, null=True, related_name="general_conversation"
    )
    state = models.TextField(choices=TalkState, default=TalkState.OPEN)
    team = models.TextField(blank=True, default="")  # empty: whoever takes it
    handler = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    waiting_since = models.DateTimeField(null=True)
    last_at = models.DateTimeField()
    length = models.PositiveIntegerField(default=0)

    objects: ClassVar[ConversationManager[Self]] = ConversationManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=WAITING, waiting_since__isnull=False)
                | ~Q(state__in=WAITING) & Q(waiting_since=None),
                name="inbox_conversation_waits_since",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "waiting_since"], name="inbox_talk_queue"),
        ]

    @property
    def is_closed(self) -> bool:
        return self.state == TalkState.CLOSED


class Contribution(TenantModel):
    """What somebody said. Append-only: a mistake is put right by one after it that `corrects` it.

    `to_team` is filled where the conversation was handed over: the words then say why. `key` comes
    from the form, so that the same click twice says it once. `page` is filled where the resident
    let us see from which kind of page they wrote.
    """

    conversation = models.ForeignKey(Conversation, models.PROTECT, related_name="contributions")
    number = models.PositiveIntegerField()
    key = models.UUIDField()
    at = models.DateTimeField()
    words_sealed = models.BinaryField()
    by_kind = models.TextField(choices=NEAR_RESIDENTS)
    by = models.UUIDField()  # the resident or member of staff
    team = models.TextField(blank=True)
    function = models.TextField(blank=True)
    to_team = models.TextField(blank=True, default="")
    page = models.TextField(choices=Page, blank=True, default="")
    corrects = models.OneToOneField("self", models.PROTECT, null=True, related_name="corrected_by")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="inbox_said_in_order"),
            models.UniqueConstraint(fields=["conversation", "key"], name="inbox_said_once"),
        ]

    def is_of(self, person: UUID) -> bool:
        return self.by == person


class ReadMark(TenantModel):
    """Up to which contribution somebody read, and when they first saw that one."""

    conversation = models.ForeignKey(Conversation, models.PROTECT, related_name="marks")
    reader_kind = models.TextField(choices=NEAR_RESIDENTS)
    reader = models.UUIDField()
    number = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "reader"], name="inbox_read_once"),
        ]
