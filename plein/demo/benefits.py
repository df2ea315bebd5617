"""Benefits of the demo: paid for some months, through the same actions as for real."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from plein.demo.data_files import rows
from plein.demo.shop import DEMO
from plein.gateways.digid.simulator.cast import load_cast
from plein.identity.actions import know_resident
from plein.identity.models import Staff
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day, start_of
from plein.kernel.months import month_of, months_after, months_from
from plein.payments.actions.awarding import NewAward, award, lives_otherwise
from plein.payments.actions.booking import book_run
from plein.payments.actions.debts import Claim, decide_debt, propose_debt
from plein.payments.actions.lines import calculate_run
from plein.payments.actions.paying_back import agree_plan, propose_plan
from plein.payments.actions.revising import revise
from plein.payments.actions.running import approve_run, looked_at, make_run, propose_run
from plein.payments.actions.telling import tell_income
from plein.payments.living import Income, Living
from plein.payments.models import Award, Cause
from plein.payments.payee import Payee
from plein.rules.of_municipality import Rules
from plein.tenants.models import Municipality
from plein.workflows.our_rules import our_rules

PAY_DAY = timedelta(days=3)  # after the first of the next month


def add_benefits(municipality: Municipality, staff: Mapping[str, Staff], at: datetime) -> None:
    ours = [row for row in rows("benefits") if row["municipality"] == municipality.slug]
    if not ours:
        return
    now = month_of(local_day(at))
    made = [(row, _begin(row, months_after(now, -row["months_ago"]), staff)) for row in ours]
    rules = our_rules()
    first = min(each.paid_from for _row, each in made)
    for month in months_from(first, max(row["months_ago"] for row in ours)):
        _live_and_pay(made, month, now, rules, staff)


def _begin(row: Mapping[str, Any], month: date, staff: Mapping[str, Staff]) -> Award:
    at = start_of(month)
    bsn = Bsn(row["bsn"]) if "bsn" in row else load_cast()[row["resident"]].bsn
    resident = know_resident(bsn, by=DEMO, at=at)
    living = Living(born=row["born"], decided=frozenset(row.get("decided", ())))
    new = NewAward(
        resident=resident,
        number=row["number"],
        starts_on=month,
        living=living,
        payee=Payee(name=row["holder"], iban=row["iban"]),
        asks_statement=row.get("asks_statement", False),
    )
    return award(new, by=staff["noor"], at=at)


def _live_and_pay(
    made: Sequence[tuple[Mapping[str, Any], Award]],
    month: date,
    now: date,
    rules: Rules,
    staff: Mapping[str, Staff],
) -> None:
    after = start_of(months_after(month, 1))
    for row, each in made:
        if "wage" in row:
            tell_income(each, month, Income(wage=row["wage"]), by=each.resident.actor, at=after)
        if row.get("shares_since") and months_after(now, -row["shares_since"]) == month:
            _shares_home(row, each, month, rules, staff, after)
    _pay(month, rules, staff, after + PAY_DAY)


def _shares_home(
    row: Mapping[str, Any],
    made: Award,
    month: date,
    rules: Rules,
    staff: Mapping[str, Staff],
    at: datetime,
) -> None:
    """It turns out that somebody else lives there since a month that was paid already."""
    past = months_after(month, -1)
    living = Living(born=row["born"], others_from_27=1)
    lives_otherwise(made, living, from_on=past, by=staff["noor"], at=at)
    revise(made, rules, from_month=past, by=DEMO, at=at)
    made.overpaid.refresh_from_db()
    words = "Er woonde iemand bij u met wie u de kosten deelt. Daardoor kreeg u te veel."
    claim = Claim(Cause.NOT_TOLD, past, month, -made.overpaid.balance, words)
    debt = propose_debt(made, claim, by=staff["noor"], at=at)
    debt = decide_debt(debt, by=staff["sam"], at=at)
    plan = propose_plan(debt, row["per_month"], by=made.resident.actor, at=at)
    agree_plan(plan, by=staff["noor"], at=at)


def _pay(month: date, rules: Rules, staff: Mapping[str, Staff], at: datetime) -> None:
    maker, checker = staff["ingrid"], staff["tom"]
    run = make_run(month, pay_on=local_day(at), by=maker, at=at)
    calculate_run(run, rules, by=DEMO, at=at)
    looked_at(run, list(run.lines.values_list("pk", flat=True)), by=maker, at=at)
    propose_run(run, by=maker, at=at)
    book_run(approve_run(run, by=checker, at=at), by=DEMO, at=at)
