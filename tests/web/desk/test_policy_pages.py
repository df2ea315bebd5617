"""Bas sees what another norm would cost, whom it would reach, and where more wage costs money."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plein.bylaws.actions import approve_bylaw, propose_bylaw
from plein.identity.models import Staff
from plein.policy.models import Run
from plein.policy.running import calculate_run
from plein.regelingen.trying import topics
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.cast import NOON

URLS = "plein.web.desk.urls"
OVERVIEW = reverse("desk-policy", URLS)
TOESLAG = reverse("desk-policy-try", URLS, args=["inkomenstoeslag_per_jaar"])
BIJZONDER = reverse("desk-policy-try", URLS, args=["bijzondere_bijstand_voor_kosten"])
ROTTERDAM = f"{TOESLAG}?voorbeeld=rotterdam"


@pytest.fixture
def at_policy(at_work, bas):
    return at_work(bas.account, DESK)


def filled(page, **changes):
    form = page.context["form"]
    given = {name: field.initial for name, field in form.fields.items() if name != "file"}
    return given | {"size": "10000"} | changes


def simulated(client, address=ROTTERDAM, **changes):
    page = client.get(address)
    return client.post(address, filled(page, **changes))


def test_every_regeling_with_a_file_of_its_own_is_there(at_policy):
    page = at_policy.get(OVERVIEW).content.decode()

    assert all(topic.name in page for topic in topics().values())


@pytest.mark.parametrize("target", topics())
def test_every_regeling_has_a_page(at_policy, target, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = at_policy.get(reverse("desk-policy-try", URLS, args=[target]))

    assert topics()[target].name in page.content.decode()


def test_what_nobody_lists_is_not_found(at_policy):
    assert at_policy.get(reverse("desk-policy-try", URLS, args=["belasting"])).status_code == 404


def test_the_form_begins_as_a_verordening_that_we_know(at_policy):
    page = at_policy.get(ROTTERDAM)

    assert page.context["form"].fields["bedrag_alleenstaande"].initial == "200"
    assert page.context["form"].fields["inkomensgrens_op_peildatum"].initial == "130"


def test_the_same_norms_change_nothing(at_policy):
    total = simulated(at_policy).context["total"]

    assert total["now"] == total["then"] > 0
    assert total["cost_now"] == total["cost_then"]
    assert total["gain"] == total["lose"] == 0


def test_a_higher_limit_reaches_more_households_and_takes_from_nobody(at_policy):
    wider = {"inkomensgrens_op_peildatum": "150", "inkomensgrens_in_referteperiode": "150"}

    total = simulated(at_policy, **wider).context["total"]

    assert total["then"] > total["now"]
    assert total["cost_then"] > total["cost_now"]
    assert total["lose"] == 0


def test_a_lower_amount_says_who_loses(at_policy):
    rows = simulated(at_policy, bedrag_alleenstaande="150").context["rows"]

    assert {row["kind"] for row in rows if row["lose"]} == {"alleenstaande"}


def test_the_same_norms_have_the_same_cliffs(at_policy):
    curves = simulated(at_policy).context["curves"]

    cliffs = [cliff for curve in curves for cliff in curve["cliffs"]]
    assert all(cliff["now"] == cliff["then"] for cliff in cliffs)
    assert "Individuele inkomenstoeslag" in {cliff["because"] for cliff in cliffs}


def test_a_higher_limit_moves_the_cliff(at_policy):
    wider = {"inkomensgrens_op_peildatum": "150", "inkomensgrens_in_referteperiode": "150"}

    single = simulated(at_policy, **wider).context["curves"][0]

    gone, new = single["cliffs"]
    assert (gone["then"], new["now"]) == (None, None)
    assert gone["wage"] < new["wage"]


@pytest.mark.parametrize(("since", "now"), [("2026-01-01", "1.25"), ("2999-01-01", "1.3")])
def test_now_is_what_the_municipality_set_before_what_an_example_says(
    at_policy, bas, wim, since, now
):
    bylaw = propose_bylaw(
        regeling="individuele_inkomenstoeslag",
        title="Voorbeeldverordening",
        url="",
        since=date.fromisoformat(since),
        figures={"inkomensgrens_op_peildatum": Decimal("1.25")},
        by=bas,
        at=NOON,
    )
    approve_bylaw(bylaw, by=wim, at=NOON)

    signed = simulated(at_policy).context["signed"]
    at_policy.post(reverse("desk-policy-keep", URLS), {"berekening": signed})

    run = Run.objects.get()
    assert run.now["inkomensgrens_op_peildatum"] == now
    assert run.then["inkomensgrens_op_peildatum"] == "1.3"


def test_what_is_now_has_to_be_said_where_nobody_set_it(at_policy):
    page = at_policy.get(BIJZONDER)
    then = {"drempel_geldt": "0", "draagkracht_vanaf": "110"}
    then |= {"draagkracht_deel_van_inkomen": "35,5", "draagkracht_maanden": "12"}

    empty = at_policy.post(BIJZONDER, filled(page, **then))
    said = {f"nu-{name}": value for name, value in then.items()} | {"nu-draagkracht_vanaf": "100"}
    full = at_policy.post(BIJZONDER, filled(page, **then, **said, size="100000"))

    assert empty.status_code == 422
    assert "Nu: Draagkracht vanaf (%)" in empty.content.decode()
    assert full.context["total"]["cost_then"] > full.context["total"]["cost_now"]
    assert [norm["label"] for norm in full.context["changed"]] == ["Draagkracht vanaf"]


@pytest.mark.parametrize("value", ["-1", "veel", "10000000"])
def test_a_norm_that_cannot_be_is_refused_and_what_was_typed_stays(at_policy, value):
    answer = simulated(at_policy, bedrag_paar=value, bedrag_alleenstaande="211")

    assert answer.status_code == 422
    assert "outcome" not in answer.context
    assert "211" in answer.content.decode()


def test_a_figure_of_the_law_that_we_lack_is_named(at_policy):
    address = reverse("desk-policy-try", URLS, args=["kwijtschelding_van_aanslag"])
    page = at_policy.get(address)

    answer = at_policy.post(
        address, filled(page, extra_vermogen_vrij="1", **{"nu-extra_vermogen_vrij": "1"})
    )

    assert "Dit kunnen wij nog niet uitrekenen" in page.content.decode()
    assert "‘huur in de norm’ (kwijtschelding)" in answer.content.decode()
    assert answer.status_code == 422


def test_a_national_amount_is_marked_as_one(at_policy):
    address = reverse("desk-policy-try", URLS, args=["zorgtoeslag_per_maand"])

    answer = simulated(at_policy, address, standaardpremie_per_verzekerde="3000")

    assert answer.context["total"]["cost_then"] > answer.context["total"]["cost_now"]
    assert "dit kan uw gemeente niet zelf" in answer.content.decode()


def test_shares_that_are_not_all_households_are_refused_kindly(at_policy):
    answer = simulated(at_policy, **{"marge-kinds-paar-share": "30"})

    assert answer.status_code == 422
    assert "Alle aandelen samen moeten 100 % zijn. Nu is het 105 %." in answer.content.decode()


def test_other_margins_are_other_households(at_policy):
    before = simulated(at_policy).context["total"]
    poorer = {f"marge-kinds-{kind}-works": "10" for kind in ("alleenstaande", "paar")}

    after = simulated(at_policy, **poorer).context["total"]

    assert after["now"] > before["now"]


def test_the_groups_come_as_csv_that_no_spreadsheet_calculates(at_policy):
    answer = simulated(at_policy)

    file = at_policy.post(
        reverse("desk-policy-keep", URLS), {"berekening": answer.context["signed"], "csv": "1"}
    )

    rows = list(csv.DictReader(StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
    assert sum(int(row["huishoudens"]) for row in rows) == 10_000
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_a_calculation_is_kept_when_somebody_wants_it(at_policy, bas):
    answer = simulated(at_policy, bedrag_paar="500")

    page = at_policy.post(
        reverse("desk-policy-keep", URLS), {"berekening": answer.context["signed"]}, follow=True
    )

    run = Run.objects.get()
    assert run.by == bas
    assert (run.now["bedrag_paar"], run.then["bedrag_paar"]) == ("300", "500")
    assert page.context["total"] == answer.context["total"]
    assert "Alleenstaande: aandeel (%): 45" in page.content.decode()
    assert "Individuele inkomenstoeslag" in at_policy.get(OVERVIEW).content.decode()


def test_a_calculation_that_somebody_changed_is_not_kept(at_policy):
    signed = simulated(at_policy).context["signed"]

    at_policy.post(reverse("desk-policy-keep", URLS), {"berekening": signed[:-3] + "abc"})

    assert not Run.objects.exists()


def test_a_million_households_are_calculated_in_the_background(at_policy, monkeypatch):
    queued = []
    monkeypatch.setattr(type(calculate_run), "enqueue", lambda _task, **given: queued.append(given))

    address = simulated(at_policy, size="1000000").headers["Location"]
    waiting = at_policy.get(address).content.decode()

    assert [each["run"] for each in queued] == [str(Run.objects.get().pk)]
    assert "0 van de 1.000.000 huishoudens zijn berekend." in waiting


def test_a_colleague_and_another_municipality_do_not_see_a_run(at_policy, at_work, sam, buren):
    at_policy.post(
        reverse("desk-policy-keep", URLS), {"berekening": simulated(at_policy).context["signed"]}
    )
    run = Run.objects.get()
    Staff.objects.filter(pk=sam.pk).update(roles=["regelingbeheerder"])

    answer = at_work(sam.account, DESK).get(reverse("desk-policy-run", URLS, args=[run.pk]))

    assert answer.status_code == 404
    with within(buren):
        assert not Run.objects.exists()


def test_a_consulent_does_not_make_policy(at_work, sam):
    assert at_work(sam.account, DESK).get(OVERVIEW).status_code == 403


def example_of(client) -> str:
    address = reverse("desk-policy-example", URLS, args=["inkomenstoeslag_per_jaar"])
    return client.get(address).content.decode("utf-8-sig")


def with_file(client, text: str):
    page = client.get(ROTTERDAM)
    upload = SimpleUploadedFile("huishoudens.csv", text.encode(), content_type="text/csv")
    return client.post(ROTTERDAM, filled(page) | {"file": upload})


def test_the_example_file_is_calculated_and_leaves_nothing_behind(at_policy):
    head, *rows = example_of(at_policy).splitlines()

    answer = with_file(at_policy, "\n".join([head, *rows * 20]))

    assert answer.context["outcome"].size == 400
    assert "uit uw bestand" in answer.content.decode()
    assert not Run.objects.exists()


def test_a_file_with_a_bad_cell_is_not_calculated(at_policy):
    text = example_of(at_policy)
    head, first, *_rest = text.splitlines()
    cells = first.split(";")
    cells[head.split(";").index("bezit")] = "-5"

    answer = with_file(at_policy, "\n".join([head, first, ";".join(cells)]))

    assert answer.status_code == 422
    (problem,) = answer.context["problems"]
    assert (problem.row, problem.column) == (3, "bezit")
    assert "outcome" not in answer.context
