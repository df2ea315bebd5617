"""A scheme goes to another municipality as a file, and comes in as a draft."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plein.ledger.models import Account
from plein.webshop.actions.limits import Limit, add_limit
from plein.webshop.actions.schemes import NameIsTaken
from plein.webshop.limits import limit_words, limits_of
from plein.webshop.models import LimitScope, LimitWindow, Scheme, SchemeStatus
from plein.webshop.scheme_package import (
    NoScheme,
    SchemeDoesNotFit,
    adopt_scheme,
    packed,
    unpacked,
)
from plein.webshop.scheme_plan import Amount, plan_of
from tests.cast import NOON


@pytest.fixture
def fund(open_period, bas):
    period = open_period(
        name="Fietsfonds",
        amounts=[Amount(15_000, 6, 13), Amount(20_000, 13, 18)],
        saves_up_to=30_000,
        cents_per_point=50,
    )
    limit = Limit(LimitScope.MEMBER, LimitWindow.YEARS, most=1, group="Fiets", years=4)
    add_limit(period.scheme, limit, by=bas, at=NOON)
    return period


def test_what_comes_in_is_what_went_out_as_a_draft_without_money(fund, bas):
    taken = adopt_scheme(packed(fund), "Fietspotje", by=bas, at=NOON)

    was, now = plan_of(fund), plan_of(taken)
    assert now.name == "Fietspotje"
    assert (now.amounts, now.saves_up_to, now.cents_per_point, now.spend_until) == (
        was.amounts,
        was.saves_up_to,
        was.cents_per_point,
        was.spend_until,
    )
    assert [limit_words(each) for each in limits_of([taken.scheme_id])] == [
        "Fiets: hoogstens 1 per persoon, in 4 jaar"
    ]
    assert taken.scheme.status == SchemeStatus.DRAFT
    assert Account.objects.get(pk=taken.pot_id).balance == 0


def test_a_file_names_nobody(fund, bas, fatima):
    content = packed(fund).decode()

    assert bas.account.name not in content
    assert str(fund.pk) not in content


def test_the_same_name_is_refused_and_nothing_is_made(fund, bas):
    with pytest.raises(NameIsTaken):
        adopt_scheme(packed(fund), "", by=bas, at=NOON)

    assert Scheme.objects.count() == 1


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"form": "plein-regeling/2"}'])
def test_another_file_is_no_scheme(content, emmen):
    with pytest.raises(NoScheme):
        unpacked(content)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("amounts", []),
        ("saves_up_to", -1),
        ("saves_up_to", 1.5),
        ("spend_until", "2020-01-01"),
        ("kind", "iets anders"),
        ("name", " "),
        ("is_pro_rata", "ja"),
        ("once_in_years", 1),
    ],
)
def test_a_value_that_does_not_fit_is_named_and_nothing_is_made(fund, bas, part, value):
    content = json.loads(packed(fund))
    content["scheme"][part] = value

    with pytest.raises(SchemeDoesNotFit, match="scheme"):
        adopt_scheme(json.dumps(content).encode(), "Nieuw", by=bas, at=NOON)

    assert Scheme.objects.count() == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.data())
def test_whatever_is_changed_in_a_file_is_taken_over_or_refused(fund, data):
    content = json.loads(packed(fund))
    place = data.draw(st.sampled_from([content["scheme"], content["limits"][0], content]))
    key = data.draw(st.sampled_from(sorted(place)))
    strange = st.none() | st.booleans() | st.integers() | st.text() | st.just([]) | st.just({})
    place[key] = data.draw(strange)

    try:
        unpacked(json.dumps(content).encode())
    except (NoScheme, SchemeDoesNotFit) as refusal:
        assert str(refusal)
