"""Ingrid makes a payment run and looks at it; Tom approves it and fetches the files."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult

from plein.audit.models import Act
from plein.identity.models import Account, Role, Staff
from plein.payments.checks import Flag
from plein.payments.models import PaymentRun, RunState
from plein.payments.totals import control_of
from plein.tenants.scope import within
from plein.web.doors import DESK
from plein.workflows.paying import book, calculate
from tests.payments.conftest import *  # noqa: F403

URLS = "plein.web.desk.urls"
RUNS = reverse("desk-payment-runs", URLS)
NEW = reverse("desk-payment-run-new", URLS)


def at(name, *args):
    return reverse(name, URLS, args=args)


@pytest.fixture
def maker(at_work, ingrid):
    return at_work(ingrid.account, DESK)


@pytest.fixture
def approver(at_work, tom):
    return at_work(tom.account, DESK)


def act(client, run, what):
    return client.post(at("desk-payment-act", run.pk, what), follow=True).content.decode()


def do_job(job, run):
    job.call(municipality=run.municipality_id, run=str(run.pk))
    run.refresh_from_db()


def seen(client, run, **given):
    given = given or {"line": list(run.lines.values_list("pk", flat=True))}
    return client.post(at("desk-payment-seen", run.pk), given, follow=True).content.decode()


def test_a_run_is_made_with_its_job(award_of, maker):
    award_of()
    form = maker.get(NEW).context["form"]
    pay_on = f"{now() + timedelta(days=5):%d-%m-%Y}"

    answer = maker.post(NEW, {"month": form["month"].initial, "pay_on": pay_on})

    run = PaymentRun.objects.get()
    assert answer["Location"].endswith(f"{run.pk}/")
    assert DBTaskResult.objects.get().args_kwargs["kwargs"]["run"] == str(run.pk)


def test_a_run_for_a_day_that_is_past_keeps_what_was_typed(emmen, maker):
    form = maker.get(NEW).context["form"]

    answer = maker.post(NEW, {"month": form["month"].initial, "pay_on": "01-01-2020"})

    assert answer.status_code == 422
    assert 'value="01-01-2020"' in answer.content.decode()
    assert not PaymentRun.objects.exists()


def test_while_a_job_works_the_page_says_how_far_it_is(award_of, calculated, maker):
    award_of()
    run = calculated()
    PaymentRun.objects.update(state=RunState.CALCULATING, done=0, size=0)

    whole = maker.get(at("desk-payment-run", run.pk)).content.decode()
    part = maker.get(at("desk-payment-run", run.pk), headers={"HX-Request": "true"})

    assert "0 van de 1 uitkeringen zijn berekend" in whole
    assert 'hx-trigger="every 1s"' in whole
    assert "Kijk hoe ver het is" in whole
    assert "<html" not in part.content.decode()


def test_what_stands_still_for_ten_minutes_goes_on_by_a_button(award_of, calculated, maker):
    award_of()
    run = calculated()
    PaymentRun.objects.update(state=RunState.CALCULATING, moved_at=now() - timedelta(minutes=11))

    page = maker.get(at("desk-payment-run", run.pk)).content.decode()
    assert "Het werk staat stil" in page
    assert "hx-trigger" not in page

    assert "Het werk gaat verder" in act(maker, run, "verder")
    do_job(calculate, run)
    assert run.state == RunState.CHECKING


def test_questions_are_a_list_with_counts_and_totals(award_of, calculated, maker):
    award_of()
    award_of(number="E-2")

    page = maker.get(at("desk-payment-run", calculated().pk))

    totals, flags = page.context["totals"], page.context["flags"]
    assert (totals.lines, totals.out, totals.to_look_at) == (2, 2 * 134_849, 2)
    assert {each.flag: (each.lines, each.open) for each in flags} == {
        Flag.FIRST: (2, 2),
        Flag.TWICE: (2, 2),
    }


def test_many_are_ticked_at_once_and_then_it_is_proposed(award_of, calculated, maker):
    award_of()
    award_of(number="E-2", payee=None)
    run = calculated()

    assert "Kijk eerst naar de regels" in act(maker, run, "voorstellen")
    assert "1 regel is gezien" in seen(maker, run, vraag=Flag.NO_ACCOUNT.value, allemaal="1")
    assert "U vinkte niets aan" in seen(maker, run, line=["x"])
    assert "2 regels zijn gezien" in seen(maker, run)
    assert "wacht op een collega" in act(maker, run, "voorstellen")
    run.refresh_from_db()
    assert run.state == RunState.PROPOSED


def test_one_question_shows_its_own_lines(award_of, calculated, maker):
    award_of()
    award_of(number="E-2", payee=None)
    address = at("desk-payment-run", calculated().pk)

    rows = maker.get(address, {"vraag": Flag.NO_ACCOUNT.value}).context["rows"]

    assert [row["line"].award.number for row in rows] == ["E-2"]


def test_the_page_asks_as_much_for_many_lines_as_for_one(
    award_of, calculated, maker, django_assert_max_num_queries
):
    for number in range(4):
        award_of(number=f"E-{number}")
    address = at("desk-payment-run", calculated().pk)

    with django_assert_max_num_queries(10):
        page = maker.get(address)

    assert len(page.context["rows"]) == 4


def test_lines_go_on_where_a_page_ended(award_of, calculated, maker, monkeypatch):
    monkeypatch.setattr("plein.web.desk.payments.runs.ON_PAGE", 2)
    for number in range(3):
        award_of(number=f"E-{number}")
    address = at("desk-payment-run", calculated().pk)

    first = maker.get(address).context["pages"]
    second = maker.get(address + first.next_url).context["pages"]

    assert [line.number for line in [*first.rows, *second.rows]] == [1, 2, 3]
    assert not second.next_url


def test_a_line_is_held_back_with_a_reason_and_paid_after_all(award_of, calculated, maker):
    award_of()
    run = calculated()
    address = at("desk-payment-line", run.pk, 1)

    assert maker.post(address, {"why": " "}).status_code == 422
    maker.post(address, {"why": "Eerst bellen"})
    line = run.lines.get()
    assert line.hold_back == "Eerst bellen"
    assert maker.get(at("desk-payment-run", run.pk)).context["totals"].out == 0

    maker.post(address, {"toch": "1"})
    line.refresh_from_db()
    assert line.hold_back == ""


def test_a_run_is_dropped_with_a_reason_that_is_kept(award_of, calculated, maker):
    award_of()
    run = calculated()
    address = at("desk-payment-drop", run.pk)

    assert maker.post(address, {"note": ""}).status_code == 422
    page = maker.post(address, {"note": "Te vroeg"}, follow=True).content.decode()

    assert "Te vroeg" in page
    run.refresh_from_db()
    assert run.state == RunState.DROPPED


def test_it_is_calculated_again(award_of, calculated, maker):
    award_of()
    run = calculated()

    act(maker, run, "opnieuw")

    run.refresh_from_db()
    assert run.state == RunState.CALCULATING
    do_job(calculate, run)
    assert run.state == RunState.CHECKING


@pytest.fixture
def proposed(award_of, calculated, maker):
    award_of()
    run = calculated()
    seen(maker, run)
    act(maker, run, "voorstellen")
    run.refresh_from_db()
    return run


def test_nobody_approves_what_they_made(proposed, maker):
    page = maker.post(at("desk-payment-approve", proposed.pk), follow=True).content.decode()

    assert "U hebt deze betaling zelf gemaakt" in page
    proposed.refresh_from_db()
    assert proposed.state == RunState.PROPOSED


def test_a_colleague_sends_it_back_with_a_reason(proposed, approver, maker):
    address = at("desk-payment-back", proposed.pk)

    assert approver.post(address, {"note": ""}).status_code == 422
    approver.post(address, {"note": "Kijk naar E-2026-1"})

    assert "Kijk naar E-2026-1" in maker.get(at("desk-payment-run", proposed.pk)).content.decode()


def test_after_the_approval_there_are_files_with_three_equal_totals(proposed, approver):
    approver.post(at("desk-payment-approve", proposed.pk))
    do_job(book, proposed)

    page = approver.get(at("desk-payment-run", proposed.pk))

    control, (file,) = page.context["control"], page.context["files"]
    assert (control.lines, control.ledger, control.files) == (134_849, 134_849, 134_849)
    assert "drie keer hetzelfde" in page.content.decode()
    assert file.digest in page.content.decode()


def test_a_total_that_differs_is_seen(proposed, approver):
    approver.post(at("desk-payment-approve", proposed.pk))
    do_job(book, proposed)
    proposed.files.update(cents=1)

    page = approver.get(at("desk-payment-run", proposed.pk)).content.decode()

    assert "De totalen zijn niet gelijk" in page
    assert not control_of(proposed, list(proposed.files.all())).is_right()


def test_each_download_is_noted(proposed, approver):
    approver.post(at("desk-payment-approve", proposed.pk))
    do_job(book, proposed)
    file = proposed.files.get()

    answer = approver.post(at("desk-payment-file", file.pk))

    name = f"{proposed.message_id}-D1.xml"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.content == bytes(file.content)
    (noted,) = Act.objects.filter(name="payments.file.downloaded")
    assert noted.details == {"part": 1, "digest": file.digest}
    assert approver.get(at("desk-payment-file", file.pk)).status_code == 405


def test_only_who_pays_awards_comes_in(proposed, at_work, noor):
    client = at_work(noor.account, DESK)

    assert client.get(RUNS).status_code == 403
    assert client.get(at("desk-payment-run", proposed.pk)).status_code == 403
    assert client.post(at("desk-payment-approve", proposed.pk)).status_code == 403


def test_another_municipality_finds_no_run_and_no_file(paid, award_of, at_work, buren):
    award_of()
    run = paid()
    file = run.files.get()
    with within(buren):
        account = Account.objects.create_user("roos@plein.example", name="Roos")
        Staff.objects.create(account=account, team="Team", roles=[Role.FINANCE])
        client = at_work(account, DESK)
        client.defaults["HTTP_HOST"] = "buren.localhost"

        assert client.get(at("desk-payment-run", run.pk)).status_code == 404
        assert client.get(at("desk-payment-line", run.pk, 1)).status_code == 404
        assert client.post(at("desk-payment-file", file.pk)).status_code == 404
        assert client.post(at("desk-payment-act", run.pk, "verder")).status_code == 404
        assert client.get(RUNS).context["runs"] == []


def test_the_runs_stand_in_a_list(paid, award_of, maker, django_assert_max_num_queries):
    award_of()
    paid()

    with django_assert_max_num_queries(7):
        page = maker.get(RUNS).content.decode()

    assert "Betaling 1" in page
