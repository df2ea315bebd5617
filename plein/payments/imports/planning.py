"""What taking these rows over would do: which are new, and what they come to. Nothing is done."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy as _

from plein.identity.imports.knowing import in_chunks
from plein.identity.imports.records import Problem, RowsDoNotFit, read_records
from plein.kernel.bsn import Bsn
from plein.kernel.months import months_after
from plein.payments.calculating import Inputs, Stretch, work_out
from plein.payments.imports.rows import COLUMNS, Row, read_rows
from plein.payments.models import Award
from plein.rules.of_municipality import Rules
from plein.tenants.keys import index_of
from plein.tenants.scope import current


@dataclass(slots=True)
class Plan:
    """In cents: `reserve` was kept for June, `pays` is what the first month comes to."""

    month: date
    new: list[Row] = field(default_factory=list)
    again: int = 0  # rows that were taken over before
    reserve: int = 0
    pays: int = 0


def plan_of(upload: bytes, month: date, rules: Rules) -> Plan:
    """`month` is the first that we pay. Raises as `read_records`, and `RowsDoNotFit`."""
    rows, problems = read_rows(read_records(upload, COLUMNS), months_after(month, 1))
    plan = Plan(month)
    problems += _divide(plan, rows)
    if problems:
        raise RowsDoNotFit(sorted(problems, key=lambda each: each.row))
    plan.reserve = sum(row.reserve for row in plan.new)
    inputs = [_inputs(row, month) for row in plan.new]
    plan.pays = sum(worked.paid for worked in work_out(rules, inputs, month))
    return plan


def _divide(plan: Plan, rows: Sequence[Row]) -> list[Problem]:
    """Into what is new, and what was taken over before."""
    numbers, of_people = _known(rows)
    problems = []
    for row in rows:
        index = _index(row.bsn)
        if row.number in numbers and numbers[row.number] == index:
            plan.again += 1
        elif row.number in numbers:
            problems.append(Problem(row.line, "nummer", OF_ANOTHER))
        elif index in of_people:
            problems.append(Problem(row.line, "bsn", HAS_ONE))
        else:
            plan.new.append(row)
    return problems


OF_ANOTHER = _("Dit nummer is van een uitkering van iemand anders. Geef een ander nummer.")
HAS_ONE = _("Deze inwoner heeft hier al een uitkering. Haal deze rij weg.")


def _known(rows: Sequence[Row]) -> tuple[dict[str, bytes], set[bytes]]:
    """Whose the numbers are that we have, and who has an award that runs."""
    columns = Award.objects.values_list("number", "resident__bsn_index")
    by_number = in_chunks(columns, "number__in", [row.number for row in rows])
    numbers = {number: bytes(index) for number, index in by_number}
    indexes = [_index(row.bsn) for row in rows]
    running = columns.filter(ends_on=None)
    by_person = in_chunks(running, "resident__bsn_index__in", indexes)
    return numbers, {bytes(index) for _number, index in by_person}


def _index(bsn: Bsn) -> bytes:
    return index_of(current(), "bsn", bsn.reveal())


def _inputs(row: Row, month: date) -> Inputs:
    """As the first run will see it."""
    first = max(row.starts_on, month)
    days = (months_after(month, 1) - first).days
    return Inputs((Stretch(days, first, row.living),), row.income)
