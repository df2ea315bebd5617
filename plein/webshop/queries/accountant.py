"""Each step of the money of a period, from pot to bank: a total, and the rows behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet, Sum
from django.db.models.expressions import Combinable
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.ledger.models import Account, Entry, TransferKind
from plein.webshop.models import (
    DECIDED,
    Claim,
    ClaimStatus,
    InstructionState,
    LineStatus,
    OrderLine,
    Return,
    SchemePeriod,
)
from plein.webshop.models.orders import HELD

GIVEN = (LineStatus.HANDED_OVER, LineStatus.RETURNED)
FOR_PROVIDER = F("price") - F("contribution")


def _lines(period: SchemePeriod) -> QuerySet[OrderLine]:
    return OrderLine.objects.filter(grant__period=period)


def _held(period: SchemePeriod) -> QuerySet[OrderLine]:
    return _lines(period).filter(status__in=HELD)


def _given(period: SchemePeriod) -> QuerySet[OrderLine]:
    return _lines(period).filter(status__in=GIVEN)


def _kept(period: SchemePeriod) -> QuerySet[OrderLine]:
    """With a contribution that was not given back by a return."""
    return _lines(period).filter(status=LineStatus.HANDED_OVER, contribution__gt=0)


def _paid_by_residents(period: SchemePeriod) -> QuerySet[OrderLine]:
    """With an own share that was not given back by a return."""
    return _lines(period).filter(status=LineStatus.HANDED_OVER, own_share__gt=0)


def _instructed(period: SchemePeriod) -> QuerySet[OrderLine]:
    return _given(period).filter(instruction__batch__status__in=DECIDED)


def _paid(period: SchemePeriod) -> QuerySet[OrderLine]:
    """By a first payment, or by a next one after it came back."""
    ends = (InstructionState.PAID, InstructionState.SET_OFF)
    again = Q(instruction__again_in__state__in=ends)
    return _instructed(period).filter(Q(instruction__state__in=ends) | again)


def _returns(period: SchemePeriod) -> QuerySet[Return]:
    return Return.objects.filter(line__grant__period=period)


def _owed(period: SchemePeriod) -> QuerySet[Return]:
    """In no payment yet: what a payment could set off only in part shows with the provider."""
    return _returns(period).filter(owed__gt=0, instruction=None)


def _claims(period: SchemePeriod, *statuses: ClaimStatus) -> QuerySet[Claim]:
    return Claim.objects.filter(grant__period=period, status__in=statuses)


def _asked(period: SchemePeriod) -> QuerySet[Claim]:
    return _claims(period, ClaimStatus.SUBMITTED, ClaimStatus.ASKED)


def _approved(period: SchemePeriod) -> QuerySet[Claim]:
    return _claims(period, ClaimStatus.APPROVED, ClaimStatus.PAID)


def _paid_out(period: SchemePeriod) -> QuerySet[Claim]:
    return _claims(period, ClaimStatus.PAID)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a step is counted: its rows, and what of each is added up."""

    label: Promise
    rows: Callable[[SchemePeriod], QuerySet[Any]]
    cents: Combinable


SOURCES = {
    "vast": Source(_("Vastgehouden voor bestellingen"), _held, F("hold__amount")),
    "gevraagd": Source(_("Vastgehouden voor declaraties"), _asked, F("amount")),
    "geleverd": Source(_("Meegegeven"), _given, F("hold__amount")),
    "retour": Source(_("Teruggebracht"), _returns, F("line__hold__amount")),
    "declaratie": Source(_("Declaraties goedgekeurd"), _approved, F("approved")),
    "eigen": Source(_("Eigen bijdragen van inwoners"), _paid_by_residents, F("own_share")),
    "bijdrage": Source(_("Bijdrage van aanbieders"), _kept, F("contribution")),
    "opdracht": Source(_("Opdracht aan de bank voor aanbieders"), _instructed, FOR_PROVIDER),
    "betaald": Source(_("Betaald aan aanbieders"), _paid, FOR_PROVIDER),
    "uitbetaald": Source(_("Declaraties uitbetaald"), _paid_out, F("approved")),
    "schuld": Source(_("Nog te verrekenen met aanbieders"), _owed, F("owed")),
}


@dataclass(frozen=True, slots=True)
class Step:
    """`key` of its source; empty where the ledger alone knows it."""

    key: str
    label: str | Promise
    cents: int


@dataclass(frozen=True, slots=True)
class Way:
    """Of a period. `unexplained`: cents of the credit that are found nowhere; 0 is right."""

    steps: list[Step]
    unexplained: int


def way_of(period: SchemePeriod) -> Way:
    """In the order in which money goes."""
    pot = Q(account=period.pot_id)
    credit = _booked(pot, TransferKind.KREDIET)
    in_pot = _balance(Q(pk=period.pot_id))
    free = _balance(Q(pk__in=period.grants.values("budget")))
    saved = _booked(Q(account__in=period.grants.values("budget")), TransferKind.OVERHEVELEN)
    counted = {key: _sum(each.rows(period), each.cents) for key, each in SOURCES.items()}
    back = _booked(pot, TransferKind.INTREKKEN, TransferKind.VERVALLEN)
    from_ledger = [
        Step("", _("Krediet"), credit),
        Step("", _("Toegekend"), -_booked(pot, TransferKind.TOEKENNEN)),
        Step("", _("Terug naar de pot"), back),
        Step("", _("Gespaard: uit en naar een andere periode"), saved),
        Step("", _("Nog in de pot"), in_pot),
        Step("", _("Vrij op budgetten"), free),
    ]
    from_rows = [Step(key, SOURCES[key].label, cents) for key, cents in counted.items()]
    spent = counted["geleverd"] - counted["retour"] + counted["declaratie"]
    held = counted["vast"] + counted["gevraagd"]
    return Way([*from_ledger, *from_rows], credit + saved - in_pot - free - held - spent)


def rows_of(period: SchemePeriod, key: str) -> QuerySet[Any]:
    """Behind a total, the newest first, each with its `cents`. Raises `KeyError`."""
    source = SOURCES[key]
    rows: QuerySet[Any] = source.rows(period).annotate(cents=source.cents)
    if rows.model is Claim:
        rows = rows.order_by("-submitted_at", "pk")
        return rows
    place = "line__" if rows.model is Return else ""
    related = ("order", "version", "pickup__provider__organisation")
    rows = rows.select_related(*(place + each for each in related))
    rows = rows.order_by(f"-{place}order__placed_at", "pk")
    return rows


def _booked(where: Q, *kinds: TransferKind) -> int:
    """What came in by these kinds of transfers, less what was reversed of them."""
    own, undone = Q(transfer__kind__in=kinds), Q(transfer__reverses__kind__in=kinds)
    return _sum(Entry.objects.filter(where).filter(own | undone), F("amount"))


def _balance(where: Q) -> int:
    return _sum(Account.objects.filter(where), F("balance"))


def _sum(rows: QuerySet[Any], what: Combinable) -> int:
    return rows.aggregate(cents=Sum(what))["cents"] or 0
