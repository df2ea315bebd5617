"""The yearly statement (jaaropgave) as a letter: each payment, and what the tax office asks."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plein.delivery.letter import Letter, Part
from plein.kernel.money import euros
from plein.payments.models import RunLine
from plein.payments.taxed import Taxed
from plein.payments.yearly import Year


def letter_of_year(found: Year, taxed: Taxed, number: str) -> Letter:
    return Letter(
        to=(),
        greeting=_("Geachte heer of mevrouw"),
        subject=_("Overzicht van uw uitkering in {year}").format(year=found.year),
        reference=number,
        parts=(
            Part(tuple(map(_said, found.lines)), _("Wat u per keer kreeg")),
            Part(_together(found), _("Samen")),
            Part(_for_the_tax(found, taxed), _("Voor de belasting")),
        ),
    )


def _said(line: RunLine) -> str:
    said = _("{day}, over {month}: {amount}.").format(
        day=date_format(line.run.pay_on, "j E Y"),
        month=date_format(line.run.month, "F"),
        amount=euros(line.pays),
    )
    if off := _off(line):
        return said + " " + _("Eraf ging: {amount}.").format(amount=euros(off))
    return said


def _together(found: Year) -> tuple[str, ...]:
    return (
        _("Op uw rekening: {amount}.").format(amount=euros(found.got)),
        _("Ging eraf: {amount}.").format(amount=euros(found.went_off)),
        _("Dit zijn bedragen na belasting."),
    )


def _for_the_tax(found: Year, taxed: Taxed) -> tuple[str, ...]:
    said = (
        _("Uitkering met belasting (bruto): {amount}.").format(amount=euros(taxed.gross)),
        _("Loonheffing die de gemeente betaalde: {amount}.").format(amount=euros(taxed.tax)),
    )
    half = _("U hebt een partner. Dit is uw helft; de andere helft is van uw partner.")
    return (*said, half) if taxed.is_half else said


def _off(line: RunLine) -> int:
    return line.advance_off + line.debts_off + line.deductions_off
