"""What the bank is asked to pay for a line: to the resident, and to others out of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from plein.gateways.bank.payment import Payment
from plein.identity.gate import SealedText
from plein.identity.many import read_of_many
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.payments.known import ACCOUNT, WHY, accounts_of
from plein.payments.models import Deduction, PaymentRun, RunLine
from plein.payments.offs import offs_for_others
from plein.payments.payee import LONGEST_NAME, Payee

PAYEE = "aan wie er van uw uitkering wordt betaald"


def payees_of(
    run: PaymentRun, lines: Sequence[RunLine], *, by: Actor, at: datetime
) -> Mapping[UUID, Payee]:
    """By the id of an award or of a deduction: as it was known when the run was calculated."""
    awards = [line.award for line in lines]
    accounts = accounts_of(awards, run.calculated_at)
    owners: dict[UUID, Resident] = {
        each.pk: each for each in Resident.objects.filter(awards__in=awards)
    }
    texts: dict[Resident, list[tuple[UUID, SealedText]]] = {}
    for line in lines:
        rows = texts.setdefault(owners[line.award.resident_id], [])
        if account := accounts.get(line.award_id):
            rows.append((line.award_id, SealedText(account.pk, ACCOUNT, account.content_sealed)))
        for off in _for_others(line):
            rows.append((off.pk, SealedText(off.pk, PAYEE, off.payee_sealed)))
    opened = read_of_many(
        {owner: [text for _key, text in rows] for owner, rows in texts.items()},
        purpose=WHY,
        by=by,
        at=at,
    )
    return {
        key: Payee.read(content)
        for owner, rows in texts.items()
        for (key, _text), content in zip(rows, opened[owner.pk], strict=True)
    }


def payments_of(lines: Sequence[RunLine], payees: Mapping[UUID, Payee]) -> Iterator[Payment]:
    for line in lines:
        if line.pays:
            text = f"Uitkering {line.run.month:%m-%Y}"
            yield _payment(line.end_to_end_id, payees[line.award_id], line.pays, text)
        for number, off in enumerate(offs_for_others(line), start=1):
            payee = payees[off.deduction_id]  # type: ignore[index]
            key = f"{line.end_to_end_id}-{number}"
            yield _payment(key, payee, off.cents, payee.reference or f"{line.run.month:%m-%Y}")


def _payment(key: str, payee: Payee, cents: int, text: str) -> Payment:
    return Payment(key, payee.name[:LONGEST_NAME], payee.iban, cents, text)


def _for_others(line: RunLine) -> list[Deduction]:
    return [off.deduction for off in offs_for_others(line) if off.deduction]
