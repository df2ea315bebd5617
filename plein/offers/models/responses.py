"""What was suggested to a resident, and what they chose to share with an organisation."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Resident, Staff
from plein.inbox.models import Topic
from plein.offers.models.offers import Offer
from plein.tenants.tenant_model import TenantManager, TenantModel


class SuggestionState(models.TextChoices):
    SUGGESTED = "voorgesteld", _("voorgesteld")
    INTERESTED = "interesse", _("interesse")
    NOT_NOW = "nu niet", _("nu niet")


class Suggestion(TenantModel):
    """A consulent thinks that this offer fits. It is no duty: "nu niet" is told to nobody else."""

    MOVES = {
        SuggestionState.SUGGESTED: {SuggestionState.INTERESTED, SuggestionState.NOT_NOW},
        SuggestionState.NOT_NOW: {SuggestionState.INTERESTED},
        SuggestionState.INTERESTED: set(),
    }

    topic = models.ForeignKey(Topic, models.PROTECT, related_name="suggestions")
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="suggestions")
    # Why it fits this resident; emptied 30 days after the offer closed
    # (retention: reactie_op_aanbod).
    why_sealed = models.BinaryField()
    state = models.TextField(choices=SuggestionState, default=SuggestionState.SUGGESTED)
    suggested_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    suggested_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["topic", "offer"], name="offers_suggested_once")
        ]


class ResponseState(models.TextChoices):
    SENT = "gestuurd", _("nog geen contact")
    SPOKEN = "contact gehad", _("contact gehad")
    PLACED = "geplaatst", _("geplaatst")
    NOT_PLACED = "niet geworden", _("niet geworden")
    WITHDRAWN = "ingetrokken", _("teruggetrokken")


class ResponseQuerySet(models.QuerySet["Response"]):
    def running(self) -> Self:
        return self.exclude(state=ResponseState.WITHDRAWN)


ResponseManager = TenantManager.from_queryset(ResponseQuerySet)


class Response(TenantModel):
    """A resident wants to hear more, and typed a first name and one way to be reached for it.

    Sealed for the resident; opened by the organisation alone, each time with a line in the log.
    """

    MOVES = {
        ResponseState.SENT: {
            ResponseState.SPOKEN,
            ResponseState.PLACED,
            ResponseState.NOT_PLACED,
            ResponseState.WITHDRAWN,
        },
        ResponseState.SPOKEN: {
            ResponseState.PLACED,
            ResponseState.NOT_PLACED,
            ResponseState.WITHDRAWN,
        },
        ResponseState.PLACED: {ResponseState.NOT_PLACED, ResponseState.WITHDRAWN},
        ResponseState.NOT_PLACED: {ResponseState.SPOKEN, ResponseState.WITHDRAWN},
        ResponseState.WITHDRAWN: set(),
    }

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="responses")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="offer_responses")
    # To be reached by this organisation about this offer. Both are emptied when the resident
    # withdraws, and 30 days after the offer closed.
    name_sealed = models.BinaryField()
    contact_sealed = models.BinaryField()
    state = models.TextField(choices=ResponseState, default=ResponseState.SENT)
    sent_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects: ClassVar[ResponseManager[Self]] = ResponseManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "resident"],
                condition=~Q(state=ResponseState.WITHDRAWN),
                name="offers_respond_once",
            ),
            models.CheckConstraint(
                condition=~Q(state=ResponseState.WITHDRAWN)
                | Q(name_sealed=b"", contact_sealed=b""),
                name="offers_withdrawn_is_empty",
            ),
        ]
