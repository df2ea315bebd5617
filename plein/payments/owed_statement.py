"""What somebody has to pay back, debt by debt and step by step: as a page and as a PDF."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.delivery.letter import Letter, Part
from plein.identity.models import Resident
from plein.kernel.clock import local_day
from plein.kernel.money import euros
from plein.ledger.models import Entry, TransferKind
from plein.payments.models import Debt, DebtState
from plein.payments.queries import Step, debts

WORDS: Mapping[TransferKind, str | Promise] = {
    TransferKind.TERUGVORDEREN: gettext_lazy("Besluit van de gemeente"),
    TransferKind.VASTSTELLEN: gettext_lazy("Van de uitkering af"),
    TransferKind.AFLOSSEN: gettext_lazy("Betaald via de bank"),
    TransferKind.KWIJTSCHELDEN: gettext_lazy("Hoeft niet meer betaald te worden"),
    TransferKind.STORNO: gettext_lazy("Rechtgezet: dit was niet goed opgeschreven"),
}


@dataclass(frozen=True, slots=True)
class Owed:
    debt: Debt
    steps: list[Step]

    @property
    def total(self) -> int:
        return self.debt.cents + self.debt.gross

    @property
    def open(self) -> int:
        return -self.debt.account.balance


def owed_of(resident: Resident) -> list[Owed]:
    """All that was decided, also what is paid already; two queries."""
    rows = list(debts().filter(resident=resident, state=DebtState.DECIDED))
    entries = Entry.objects.filter(account__in=[each.account_id for each in rows])
    steps: dict[int, list[Step]] = {each.account_id: [] for each in rows}
    for each in entries.select_related("transfer").order_by("transfer__at", "pk"):
        kind = TransferKind(each.transfer.kind)
        steps[each.account_id].append(Step(each.transfer.at, kind, each.amount))
    return [Owed(each, steps[each.account_id]) for each in rows]


def letter_of_owed(found: Iterable[Owed], day: date) -> Letter:
    found = list(found)
    left = euros(sum(each.open for each in found))
    said = _("Op {day} betaalt u nog {left} terug.").format(
        day=date_format(day, "j E Y"), left=left
    )
    return Letter(
        to=(),
        greeting=_("Geachte heer of mevrouw"),
        subject=_("Overzicht van wat u terugbetaalt"),
        reference=found[0].debt.award.number if found else "",
        parts=(Part((said,)), *_parts(found)),
    )


def words_of(step: Step) -> str:
    return str(WORDS.get(step.kind, step.kind.label))


def _parts(found: Iterable[Owed]) -> Iterator[Part]:
    for each in found:
        title = _("Schuld {n}: {cause}").format(
            n=each.debt.number, cause=each.debt.get_cause_display()
        )
        yield Part((*map(_said, each.steps), _left(each)), capfirst(title))


def _said(step: Step) -> str:
    day = date_format(local_day(step.at), "j E Y")
    return f"{day}. {words_of(step)}: {euros(abs(step.cents))}."


def _left(each: Owed) -> str:
    return _("Nog open: {left} van {total}.").format(left=euros(each.open), total=euros(each.total))
