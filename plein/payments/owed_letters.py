"""What a decision about paying back says on paper: what, why, how, and how to object.

It names its ground (Awb 3:46 and 3:47), what stays to live on, and until when somebody can object
(Awb 6:7).
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.delivery.letter import Letter, Part
from plein.kernel.clock import local_day
from plein.kernel.iban import grouped
from plein.kernel.money import euros
from plein.kernel.months import months_after
from plein.payments.models import ARTICLES, AwardMonth, Cause, Debt, Ground, Remission
from plein.tenants.scope import current

OBJECT_WITHIN = timedelta(weeks=6)
LAW: dict[Cause, str | Promise] = {
    Cause.NOT_TOLD: gettext_lazy("Participatiewet artikel 58 lid 1"),
    Cause.LATER_INCOME: gettext_lazy("Participatiewet artikel 58 lid 2 onder f"),
    Cause.ADVANCE: gettext_lazy("Participatiewet artikel 58 lid 2 onder d"),
    Cause.OWN_MISTAKE: gettext_lazy("Participatiewet artikel 58 lid 2 onder a"),
    Cause.LOAN: gettext_lazy("Participatiewet artikel 58 lid 2 onder b"),
}


def letter_of_debt(debt: Debt, explanation: str, most: int) -> Letter:
    """`most` is what can go off in a month by the law, in cents."""
    return Letter(
        to=(),
        greeting=_("Geachte heer of mevrouw"),
        subject=_("Ons besluit: u betaalt geld terug"),
        reference=reference_of(debt),
        parts=tuple(_of_debt(debt, explanation, most)),
    )


def letter_of_remission(row: Remission, why: str) -> Letter:
    reference = reference_of(row.debt) if row.debt else row.award.number
    return Letter(
        to=(),
        greeting=_("Geachte heer of mevrouw"),
        subject=_("Ons besluit: u hoeft geld niet terug te betalen"),
        reference=reference,
        parts=tuple(_of_remission(row, why, reference)),
    )


def reference_of(debt: Debt) -> str:
    """Staff find the debt by its number where money comes in."""
    return _("{award}, schuld {n}").format(award=debt.award.number, n=debt.number)


def _of_debt(debt: Debt, explanation: str, most: int) -> Iterator[Part]:
    total, day = euros(debt.cents + debt.gross), debt.decided_on or date.min
    yield Part((_("U kreeg te veel uitkering. U betaalt {total} terug.").format(total=total),))
    law = _("Dit staat in de {law}.").format(law=LAW[Cause(debt.cause)])
    cause = f"{capfirst(debt.get_cause_display())}."
    yield Part((cause, *_lines(explanation), law), _("Waarom"))
    yield Part(tuple(_amounts(debt)), _("Om welk bedrag gaat het?"))
    yield Part(tuple(_how(debt, most)), _("Hoe betaalt u terug?"))
    yield Part(objecting(day, reference_of(debt)), _("Bent u het er niet mee eens?"))


def _amounts(debt: Debt) -> Iterator[str]:
    until = months_after(debt.over_until, -1)
    yield _("Over {first} tot en met {last}.").format(
        first=_month(debt.over_from), last=_month(until)
    )
    yield from _by_month(debt)
    yield _("Te veel betaald: {amount}.").format(amount=euros(debt.cents))
    if debt.gross:
        yield _("Belasting daarover: {amount}.").format(amount=euros(debt.gross))


def _by_month(debt: Debt) -> list[str]:
    """What was paid and what it should be: with the holiday allowance where that was paid too."""
    rows = AwardMonth.objects.fixed().filter(
        award=debt.award_id, month__gte=debt.over_from, month__lt=debt.over_until
    )
    of_month: dict[date, list[AwardMonth]] = {}
    for row in rows.order_by("month", "version"):
        of_month.setdefault(row.month, []).append(row)
    for name in ("paid", "right"):
        found = [
            (month, getattr(each[0], name), getattr(each[-1], name))
            for month, each in of_month.items()
        ]
        if sum(before - now for _day, before, now in found) == debt.cents:
            return [_said(*each) for each in found if each[1] != each[2]]
    return []  # other months or a part of it: then the sum says enough


def _said(month: date, before: int, now: int) -> str:
    said = _("{month}: u kreeg {before}. Dat had {now} moeten zijn.")
    return said.format(month=_month(month), before=euros(before), now=euros(now))


def _how(debt: Debt, most: int) -> Iterator[str]:
    yield _("U houdt altijd genoeg over om van te leven. Dat heet de beslagvrije voet.")
    if most:
        yield _(
            "Van uw uitkering gaat daarom ten hoogste {most} per maand af. Wilt u minder betalen?"
            " Log in, ga naar Terugbetalen en stel een bedrag voor."
        ).format(most=euros(most))
    else:
        yield _("Er gaat nu niets van uw uitkering af, want er is geen ruimte.")
    if current().iban:
        yield _("Wilt u zelf betalen? Maak het over naar {iban}, met erbij: schuld {n}.").format(
            iban=grouped(current().iban), n=debt.number
        )
    yield _("Lukt het niet? Bel ons. Dan zoeken wij samen iets dat past.")


def _of_remission(row: Remission, why: str, reference: str) -> Iterator[Part]:
    day = local_day(row.settled_at) if row.settled_at else date.min
    yield Part((_("U hoeft {amount} niet terug te betalen.").format(amount=euros(row.cents)),))
    law = _("Dit staat in: {law}.").format(law=ARTICLES[Ground(row.ground)])
    yield Part((f"{capfirst(row.get_ground_display())}.", *_lines(why), law), _("Waarom"))
    if row.debt:
        left = -row.debt.account.balance
        yield Part(
            (_("U betaalt nog {left} terug.").format(left=euros(left)),), _("Wat blijft er?")
        )
    yield Part(objecting(day, reference), _("Bent u het er niet mee eens?"))


def objecting(day: date, reference: str) -> tuple[str, ...]:
    place = current()
    until = _(
        "U kunt bezwaar maken tot en met {day}. Stuur een brief naar gemeente {name}, {address}."
    )
    holds = _(
        "Zet erin: uw naam en adres, de datum, het kenmerk {reference}, waarom u het niet eens"
        " bent, en uw handtekening."
    )
    last = date_format(day + OBJECT_WITHIN, "j E Y")
    return (
        _("Bel ons gerust eerst. Dan leggen wij het uit."),
        until.format(day=last, name=place.name, address=place.address),
        holds.format(reference=reference),
    )


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line for line in words.splitlines() if line.strip())


def _month(day: date) -> str:
    return date_format(day, "F Y")
