"""A need: how we see that somebody may want help, what staff may do, and the reason they read."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from pydantic import Field, model_validator

from plein.audit.actions import Purpose
from plein.content.tips.tip import Judgeable
from plein.journeys.declared import When
from plein.journeys.problems import does_not_fit
from plein.kernel.dutch import dutch

STARTS = "U krijgt dit aanbod omdat "


class May(TextChoices):
    """What a member of staff may do about it."""

    CALL = "bellen", _("Bellen")
    WRITE = "schrijven", _("Een bericht schrijven")
    OFFER = "aanbieden", _("Hulp of een gesprek aanbieden")


class Finds(TextChoices):
    """What is not in the vault but in our own books: a look of `finding`."""

    BUDGET = "budget", _("een budget dat bijna stopt en voor meer dan de helft over is")
    PROVISION = "voorziening", _("hulp of geld dat bijna stopt, zonder nieuwe aanvraag")


DATA = {
    Finds.BUDGET: _("uw budget in de winkel"),
    Finds.PROVISION: _("welke hulp of welk geld u van ons krijgt"),
}


class Need(Judgeable):
    """Seen by traits of the vault (`when`), or by a look in our own books (`finds`).

    The title says with what: "De gemeente wil u helpen met …". Another version is agreed on anew.
    """

    when: When = None
    finds: Finds | None = None
    may: tuple[May, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_way(self) -> "Need":
        if (self.when is None) == (self.finds is None):
            raise does_not_fit("een behoefte heeft 'when' of 'finds'", "finds: budget")
        return self


def why(need: Need, basis: str) -> Purpose:
    """As the resident reads it in the log; `basis` is the regulation of the municipality."""
    with dutch():
        said = _("om u hulp aan te bieden met {what}").format(what=need.words_in("nl").title)
    return Purpose(said, f"AVG art. 6 lid 1 onder e; {basis}")
