"""A payment line by line, as the page shows it and as the letter says it: the same words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from plein.audit.actions import Purpose
from plein.delivery.letter import Letter, Part
from plein.identity.gate import SealedText
from plein.identity.many import read_of_many
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.money import euros
from plein.payments.calculating import COUNTS, NORM, PAID, RESERVED
from plein.payments.models import AwardMonth, LineOff, LineState, RunLine
from plein.payments.payee import Payee
from plein.payments.paying import PAYEE


@dataclass(frozen=True, slots=True)
class Row:
    """Cents; what goes off is below zero. `target` is the rule that explains it."""

    label: str
    cents: int
    target: str = ""
    also: str = ""


def month_rows(month: AwardMonth) -> Iterator[Row]:
    """From the norm to what is paid over the month."""
    yield Row(_("Uw norm: het bedrag in de wet"), month.norm, NORM)
    if month.income:
        yield Row(_("Uw inkomen dat meetelt"), -month.income, COUNTS, _kept(month))
    yield Row(_("Blijft staan voor juni (vakantietoeslag)"), -month.reserved, RESERVED)
    name = date_format(month.month, "F")
    yield Row(_("Uw uitkering over {month}").format(month=name), month.paid, PAID)


def line_rows(line: RunLine, names: Mapping[UUID, str]) -> Iterator[Row]:
    """What comes on top and what goes off; `names` of who else is paid, by deduction."""
    if line.carried:
        stood = _("Dit stond al klaar, zoals een voorschot")
        yield Row(_("Nog van een eerdere maand") if line.month else stood, line.carried)
    if line.holiday:
        yield Row(_("Vakantietoeslag"), line.holiday)
    if line.state == LineState.HELD:
        return  # nothing goes off what stays
    if line.advance_off:
        yield Row(_("Voorschot dat u al kreeg"), -line.advance_off)
    for off in line.taken:
        yield _off(off, names)


def names_of_payees(
    lines: Sequence[RunLine], *, why: Purpose, by: Actor, at: datetime
) -> dict[UUID, str]:
    """To whom else is paid out of these: one look at each resident of whom something is."""
    texts: dict[Resident, dict[UUID, SealedText]] = {}
    for line in lines:
        for off in line.taken:
            if each := off.deduction:
                rows = texts.setdefault(line.award.resident, {})
                rows[each.pk] = SealedText(each.pk, PAYEE, each.payee_sealed)
    if not texts:
        return {}
    sealed = {owner: list(rows.values()) for owner, rows in texts.items()}
    opened = read_of_many(sealed, purpose=why, by=by, at=at)
    return {
        key: Payee.read(content).name
        for owner, rows in texts.items()
        for key, content in zip(rows, opened[owner.pk], strict=True)
    }


def letter_of(line: RunLine, names: Mapping[UUID, str]) -> Letter:
    """As it lies among the papers: without an address, which only paper needs."""
    month = date_format(line.run.month, "F Y")
    return Letter(
        to=(),
        greeting=_("Geachte heer of mevrouw"),
        subject=_("Specificatie van uw uitkering over {month}").format(month=month),
        reference=line.award.number,
        parts=tuple(_parts(line, names)),
    )


def _parts(line: RunLine, names: Mapping[UUID, str]) -> Iterator[Part]:
    yield Part((_paid(line),))
    if line.month:
        yield Part(_said(month_rows(line.month)), _("Zo is het berekend"))
    if rows := _said(line_rows(line, names)):
        yield Part(rows, _("Wat erbij komt en wat eraf gaat"))
    yield Part(
        (_("Klopt er iets niet? Bel ons. Wij zoeken het samen met u uit."),),
        _("Bent u het er niet mee eens?"),
    )


def _paid(line: RunLine) -> str:
    if line.state == LineState.HELD:
        return _("Uw geld blijft nog staan. U krijgt het bij een volgende betaling.")
    day = date_format(line.run.pay_on, "j E Y")
    return _("U krijgt {amount} op uw rekening op {day}.").format(amount=euros(line.pays), day=day)


def _said(rows: Iterator[Row]) -> tuple[str, ...]:
    return tuple(f"{row.label}: {euros(row.cents)}. {row.also}".strip() for row in rows)


def _kept(month: AwardMonth) -> str:
    if not month.kept:
        return ""
    return _("Van uw loon telt {amount} niet mee.").format(amount=euros(month.kept))


def _off(off: LineOff, names: Mapping[UUID, str]) -> Row:
    if off.debt:
        left = _("Nu nog open: {amount}.").format(amount=euros(-off.debt.account.balance))
        cause = off.debt.get_cause_display()
        label = _("U betaalt terug aan de gemeente: {cause}").format(cause=cause)
        return Row(label, -off.cents, also=left)
    kind = capfirst(off.deduction.get_kind_display()) if off.deduction else ""
    name = names.get(off.deduction_id, "") if off.deduction_id else ""
    return Row(_("{kind}: gaat naar {name}").format(kind=kind, name=name), -off.cents)
