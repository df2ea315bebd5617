"""What the municipality itself granted, as a source of the vault: budgets that run."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from plein.identity.models import Member, MemberRole
from plein.vault.sources.asking import Answered, Asked, ValueSource, or_none, without_empty
from plein.webshop.models import Grant, SchemeKind
from plein.webshop.queries.budgets import grants_for


def ask(asked: Asked) -> Answered | None:
    """The budgets of this person and of their household; nothing when there is no household."""
    places = Member.objects.on(asked.day).filter(resident=asked.resident)
    member = places.select_related("household").first()
    if member is None:
        return None
    own = [member] if member.role != MemberRole.CHILD else []
    grants = grants_for(member.household, own or [member], asked.day)
    budgets = or_none([_budget(grant) for grant in grants])
    return Answered("Winkel van de gemeente", values={"minimabudgetten": budgets})


def _budget(grant: Grant) -> dict[str, Any]:
    period = grant.period
    return without_empty(
        naam=period.scheme.name,
        pas=period.scheme.kind == SchemeKind.DOE_MEE_PAS,
        nog_te_besteden=grant.budget.balance,
        vanaf=period.spend_from.isoformat(),
        tot=period.spend_until.isoformat(),
    )


SOURCE = ValueSource("budgetten", _("Uw gemeente (budgetten)"), ("minimabudgetten",), ask)
