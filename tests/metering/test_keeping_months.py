"""A month is written once, also by two who count it at the same moment."""

from datetime import date
from functools import partial

from plein.audit.models import Act
from plein.metering.actions import keep_month
from plein.metering.meters import Meter
from plein.metering.models import MonthlyUse
from tests.cast import NOON, TESTS

NOVEMBER = date(2026, 11, 1)


def keep(orders: int) -> bool:
    counts = dict.fromkeys(Meter, orders)
    return keep_month(NOVEMBER, counts, by=TESTS, at=NOON)


def test_of_eight_at_once_one_writes_all_of_it(at_once):
    wrote = at_once([partial(keep, orders) for orders in range(8)])

    assert wrote.count(True) == 1
    (count,) = MonthlyUse.objects.values_list("count", flat=True).distinct()
    assert count == wrote.index(True)
    assert MonthlyUse.objects.count() == len(Meter)
    assert Act.objects.filter(name="metering.month.kept").count() == 1


def test_without_the_constraint_it_would_be_written_more_often(take_down, at_once):
    take_down("metering_monthlyuse", "metering_use_once")

    assert at_once([partial(keep, orders) for orders in range(8)]).count(True) == 8
