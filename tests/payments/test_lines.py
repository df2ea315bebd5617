"""What is paid of a right: from amounts alone, at the edges."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.payments.calculating import Worked
from plein.payments.line import Owed, Standing, Wanted, amounts, holiday_of

cents = st.integers(0, 300_000)


def worked(*, paid: int = 0, reserved: int = 0, room: int = 0) -> Worked:
    return Worked(0, 0, 0, "", "", paid + reserved, paid, reserved, room)


@given(
    worked=st.builds(worked, paid=cents, reserved=cents, room=cents),
    standing=st.builds(Standing, cents, cents, cents),
    holiday=cents,
    owed=st.lists(st.builds(Owed, st.uuids(), cents, cents), max_size=3),
    wanted=st.lists(st.builds(Wanted, st.uuids(), cents, st.booleans()), max_size=3),
)
def test_nothing_is_lost_and_nothing_is_taken_that_is_not_there(
    worked, standing, holiday, owed, wanted
):
    found = amounts(worked, standing, holiday=holiday, owed=owed, wanted=wanted)

    off = sum(each.cents for each in found.offs)
    assert found.pays + off + found.advance_off == worked.paid + standing.carried + holiday
    assert found.pays >= 0
    assert found.advance_off <= standing.advance
    seized = {each.deduction for each in wanted if each.is_seizure}
    forced = [each for each in found.offs if each.debt or each.deduction in seized]
    assert sum(each.cents for each in forced) <= worked.room


def test_a_bailiff_goes_before_a_debt_and_a_debt_before_what_was_asked():
    debt, seizure, rent = uuid4(), uuid4(), uuid4()
    wanted = [Wanted(rent, 30_000, is_seizure=False), Wanted(seizure, 4_000, is_seizure=True)]

    found = amounts(
        worked(paid=100_000, room=7_000),
        Standing(),
        owed=[Owed(debt, 50_000, 5_000)],
        wanted=wanted,
    )

    assert [(each.debt or each.deduction, each.cents) for each in found.offs] == [
        (seizure, 4_000),
        (debt, 3_000),
        (rent, 30_000),
    ]


@pytest.mark.parametrize(
    ("month", "pay_on", "expected"),
    [
        (date(2027, 4, 1), date(2027, 5, 31), 0),
        (date(2027, 5, 1), date(2027, 6, 1), 60_000 + 7_097),
        (date(2027, 6, 1), date(2027, 6, 30), 60_000),  # June itself waits for the next year
        (date(2027, 6, 1), date(2027, 7, 1), 0),
    ],
)
def test_holiday_allowance_comes_in_june_over_the_months_before_it(month, pay_on, expected):
    found = holiday_of(
        month, pay_on, worked(reserved=7_097), Standing(reserve=60_000), has_ended=False
    )

    assert found == expected


def test_at_the_end_of_a_benefit_all_of_it_comes_at_once():
    month, pay_on = date(2027, 1, 1), date(2027, 2, 4)

    found = holiday_of(
        month, pay_on, worked(reserved=7_097), Standing(reserve=60_000), has_ended=True
    )

    assert found == 67_097
