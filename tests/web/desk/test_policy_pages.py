"""Bas sees what another inkomenstoeslag would cost, and whom it would reach."""

import csv
from io import StringIO

import pytest
from django.urls import reverse

from plein.web.doors import DESK

PAGE = reverse("desk-policy", "plein.web.desk.urls")


@pytest.fixture
def at_policy(at_work, bas):
    return at_work(bas.account, DESK)


def filled(page, **changes):
    form = page.context["form"]
    given = {name: field.initial for name, field in form.fields.items()}
    return given | {"size": "10000"} | changes


def test_the_form_begins_as_a_verordening_that_we_know(at_policy):
    page = at_policy.get(PAGE, {"voorbeeld": "rotterdam"})

    assert page.context["form"].fields["bedrag_alleenstaande"].initial == "200"
    assert page.context["form"].fields["inkomensgrens_op_peildatum"].initial == "130"


def test_the_same_norms_change_nothing(at_policy):
    page = at_policy.get(PAGE, {"voorbeeld": "rotterdam"})

    found = at_policy.post(f"{PAGE}?voorbeeld=rotterdam", filled(page)).context["found"]

    assert found.reached[0] == found.reached[1] > 0
    assert found.cost[0] == found.cost[1]
    assert sum(group.gain + group.lose for group in found.groups) == 0


def test_a_higher_limit_reaches_more_households_and_takes_from_nobody(at_policy):
    page = at_policy.get(PAGE, {"voorbeeld": "rotterdam"})
    wider = filled(page, inkomensgrens_op_peildatum="150", inkomensgrens_in_referteperiode="150")

    found = at_policy.post(f"{PAGE}?voorbeeld=rotterdam", wider).context["found"]

    assert found.reached[1] > found.reached[0]
    assert found.cost[1] > found.cost[0]
    assert sum(group.lose for group in found.groups) == 0


def test_a_lower_amount_says_who_loses(at_policy):
    page = at_policy.get(PAGE, {"voorbeeld": "rotterdam"})
    less = filled(page, bedrag_alleenstaande="150")

    found = at_policy.post(f"{PAGE}?voorbeeld=rotterdam", less).context["found"]

    losers = {group.kind for group in found.groups if group.lose}
    assert losers == {"alleenstaande"}


def test_the_totals_are_those_of_the_groups(at_policy):
    page = at_policy.get(PAGE, {"voorbeeld": "rotterdam"})

    found = at_policy.post(f"{PAGE}?voorbeeld=rotterdam", filled(page, bedrag_paar="500")).context[
        "found"
    ]

    assert found.hidden == 0
    assert sum(group.size for group in found.groups) == found.size
    assert sum(group.reached for group in found.groups) == found.reached[1]
    assert sum(group.cost for group in found.groups) == pytest.approx(found.cost[1] - found.cost[0])


def test_what_a_place_did_not_set_has_to_be_filled_in(at_policy):
    page = at_policy.get(PAGE, {"voorbeeld": "iasz"})

    answer = at_policy.post(f"{PAGE}?voorbeeld=iasz", filled(page)).content.decode()

    assert "Vul een antwoord in" in answer


@pytest.mark.parametrize("value", ["-1", "veel", "1000000"])
def test_a_norm_that_cannot_be_is_refused_and_what_was_typed_stays(at_policy, value):
    page = at_policy.get(PAGE, {"voorbeeld": "rotterdam"})

    answer = at_policy.post(
        f"{PAGE}?voorbeeld=rotterdam",
        filled(page, bedrag_paar=value, bedrag_alleenstaande="211"),
    )

    assert "found" not in answer.context
    assert "211" in answer.content.decode()


def test_the_groups_come_as_csv(at_policy):
    page = at_policy.get(PAGE, {"voorbeeld": "rotterdam"})

    answer = at_policy.post(f"{PAGE}?voorbeeld=rotterdam", filled(page, csv="1"))

    rows = list(csv.DictReader(StringIO(answer.content.decode()), delimiter=";"))
    assert sum(int(row["size"]) for row in rows) == 10_000
    assert {row["kind"] for row in rows} >= {"alleenstaande", "paar"}


def test_a_consulent_does_not_make_policy(at_work, sam):
    assert at_work(sam.account, DESK).get(PAGE).status_code == 403
