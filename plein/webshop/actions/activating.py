"""Codes on letters: whoever has the letter signs in, types the code, and has the budget."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Household, Member, Staff
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import LENGTH, new_code, read_code
from plein.tenants.keys import index_of
from plein.tenants.scope import current
from plein.webshop.actions.grants import grant_budget
from plein.webshop.models import ActivationCode, Grant, SchemePeriod

PURPOSE = "activation"
MOST_CODES = 100_000  # of one period at a time
BATCH = 5_000


class ReferenceIsTaken(Refusal):
    message = _("Een kenmerk staat er al: {reference}. Geef elke brief een eigen kenmerk.")


class UnknownActivationCode(Refusal):
    message = _("Deze code kennen wij niet. Kijk nog een keer op uw brief.")


class CodeIsUsed(Refusal):
    message = _("Deze code is al gebruikt. Hebt u vragen? Bel de gemeente.")


class CodeIsOver(Refusal):
    message = _("Deze code was geldig tot {until}. Bel de gemeente voor een nieuwe.")


@transaction.atomic
def make_codes(
    period: SchemePeriod,
    references: Sequence[str],
    *,
    cents: int | None,
    valid_until: date,
    by: Staff,
    at: datetime,
) -> list[tuple[str, str]]:
    """A code for each reference, shown this once: only a keyed digest is kept.

    Raises `ReferenceIsTaken`.
    """
    taken = period.codes.filter(reference__in=references).values_list("reference", flat=True)
    if reference := next(iter(taken), None):
        raise ReferenceIsTaken(reference=reference)
    municipality = current()
    pairs = [(reference, new_code()) for reference in references]
    ActivationCode.objects.bulk_create(
        (
            ActivationCode(
                period=period,
                reference=reference,
                code_index=index_of(municipality, PURPOSE, code),
                cents=cents,
                valid_until=valid_until,
                made_by=by,
                made_at=at,
            )
            for reference, code in pairs
        ),
        batch_size=BATCH,
    )
    record("webshop.codes.made", on=period, by=by.actor, at=at, number=len(pairs))
    return pairs


def find_code(text: str, day: date) -> ActivationCode:
    """What a letter gives. Raises `UnknownActivationCode`, `CodeIsUsed` and `CodeIsOver`."""
    code = read_code(text)
    index = index_of(current(), PURPOSE, code) if len(code) == LENGTH else b""
    found = (
        ActivationCode.objects.filter(code_index=index, is_withdrawn=False)
        .select_related("period__scheme")
        .first()
    )
    if found is None:
        raise UnknownActivationCode
    if found.grant_id:
        raise CodeIsUsed
    if day >= found.valid_until:
        raise CodeIsOver(until=found.valid_until.strftime("%d-%m-%Y"))
    return found


@transaction.atomic
def activate(
    code: ActivationCode, household: Household, member: Member, *, by: Actor, at: datetime
) -> Grant:
    """The budget of the letter, for this member or the household: a code gives once.

    Raises as `find_code` and `grant_budget`; then the code can be used again.
    """
    code = ActivationCode.objects.select_for_update(of=["self"]).get(pk=code.pk)
    if code.grant_id or code.is_withdrawn:
        raise CodeIsUsed
    if local_day(at) >= code.valid_until:
        raise CodeIsOver(until=code.valid_until.strftime("%d-%m-%Y"))
    reference = f"brief {code.reference}"
    code.grant = grant_budget(
        code.period, household, member, cents=code.cents, reference=reference, by=by, at=at
    )
    code.save(update_fields=["grant"])
    record("webshop.code.used", on=code, by=by, at=at)
    return code.grant


@transaction.atomic
def withdraw_code(code: ActivationCode, *, by: Staff, at: datetime) -> None:
    """A letter that went astray gives nothing. Raises `CodeIsUsed`."""
    code = ActivationCode.objects.select_for_update().get(pk=code.pk)
    if code.grant_id:
        raise CodeIsUsed
    code.is_withdrawn = True
    code.save(update_fields=["is_withdrawn"])
    record("webshop.code.withdrawn", on=code, by=by.actor, at=at)
