"""Noor handles awards: one on a screen, why a month differs, and another account or situation."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from plein.audit.models import Look
from plein.identity.models import Account, Role, Staff
from plein.payments.actions.accounts import propose_account
from plein.payments.actions.telling import tell_income
from plein.payments.living import Income
from plein.payments.models import AccountState, AwardMonth, Situation
from plein.payments.payee import Payee
from plein.tenants.scope import within
from plein.vault.actions.opening import close_vault, vault_of
from plein.web.doors import DESK
from tests.cast import NOON, staff_member
from tests.payments.conftest import *  # noqa: F403
from tests.payments.conftest import ALONE, AT, DECEMBER, NOVEMBER

URLS = "plein.web.desk.urls"
LIST = reverse("desk-awards", URLS)
OTHER = Payee(name="K. Jansen", iban="NL02ABNA0123456789")


def at(name, *args):
    return reverse(name, URLS, args=args)


@pytest.fixture
def at_desk(at_work, noor):
    return at_work(noor.account, DESK)


@pytest.fixture
def mila(emmen):
    return staff_member("mila", Role.CONSULENT)


def situation(**changes):
    given = {"from_on": "16-11-2026", "born": "04-03-1998", "others_from_27": "1"}
    return given | {"others_without_share": "0", "children": "01-05-2017"} | changes


def test_the_list_has_numbers_and_no_names(award_of, at_desk, paid):
    award_of()
    paid()

    page = at_desk.get(LIST).content.decode()

    assert "E-2026-1" in page
    assert "1.348,49" in page
    assert "Jansen" not in page


def test_the_list_asks_as_much_for_many_as_for_one(
    award_of, at_desk, django_assert_max_num_queries
):
    for number in range(3):
        award_of(number=f"E-{number}")
    at_desk.get(LIST)

    with django_assert_max_num_queries(10):
        at_desk.get(LIST)


def test_a_number_is_found_by_its_beginning(award_of, at_desk):
    award_of(number="E-7")
    award_of(number="F-8")

    page = at_desk.get(LIST, {"zoek": "e-"}).content.decode()

    assert "E-7" in page
    assert "F-8" not in page


def test_a_long_list_goes_on_where_a_page_ended(award_of, at_desk, monkeypatch):
    monkeypatch.setattr("plein.web.desk.payments.awards.ON_PAGE", 2)
    for number in range(5):
        award_of(number=f"E-{number}")

    pages, address = [], LIST
    while address:
        part = at_desk.get(address).context["pages"]
        pages.append([award.number for award in part.rows])
        address = part.next_url and LIST + part.next_url
    before = at_desk.get(LIST + part.previous_url).context["pages"]

    assert pages == [["E-0", "E-1"], ["E-2", "E-3"], ["E-4"]]
    assert [award.number for award in before.rows] == ["E-2", "E-3"]
    assert before.previous_url
    assert before.next_url


def test_an_award_is_one_screen_and_one_look(
    award_of, katja, at_desk, paid, django_assert_max_num_queries
):
    award = award_of()
    paid()
    looks = Look.objects.filter(subject=katja.pk).count()

    with django_assert_max_num_queries(17):
        page = at_desk.get(at("desk-award", award.pk)).content.decode()

    assert "NL91 ABNA 0417 1643 00" in page
    assert "1.419,46" in page
    assert "De eerste maand" in page
    (look,) = Look.objects.filter(subject=katja.pk).order_by("-sequence")[:1]
    assert Look.objects.filter(subject=katja.pk).count() == looks + 1
    assert look.purpose == "om uw uitkering bij te houden"
    assert set(look.elements) == {"uw situatie", "uw rekeningnummer"}


def test_each_month_says_why_it_differs(award_of, katja, at_desk, paid):
    award = award_of(starts_on=date(2026, 11, 16))
    paid()
    january = datetime(2027, 1, 1, 11, 0, tzinfo=UTC)
    tell_income(award, DECEMBER, Income(wage=50_000), by=katja.actor, at=january)
    paid(DECEMBER, date(2027, 1, 5), january)

    months = at_desk.get(at("desk-award", award.pk)).context["months"]

    assert [each["row"].month for each in months] == [DECEMBER, NOVEMBER]
    says = " | ".join(months[0]["says"])
    assert "Over meer dagen" in says
    assert "meer inkomen" in says


def test_a_month_opens_down_to_its_articles_and_comes_out_the_same(award_of, at_desk, paid):
    award = award_of()
    paid()

    page = at_desk.get(at("desk-award-month", award.pk, 2026, 11))

    said = page.content.decode()
    assert "er komt hetzelfde uit" in said
    assert "Participatiewet art. 21" in said
    assert "1.348,49" in said


def test_a_month_that_would_come_out_otherwise_says_what(award_of, at_desk, paid):
    award = award_of()
    paid()
    AwardMonth.objects.update(income=1)

    page = at_desk.get(at("desk-award-month", award.pk, 2026, 11)).content.decode()

    assert "Anders: het inkomen dat telt" in page


@pytest.mark.parametrize(("year", "number"), [(2026, 13), (2026, 10), (0, 1)])
def test_a_month_that_is_not_there_is_not_found(award_of, at_desk, year, number):
    address = at("desk-award-month", award_of().pk, year, number)

    assert at_desk.get(address).status_code == 404


def test_another_situation_also_changes_months_that_were_paid(award_of, at_desk, paid):
    award = award_of()
    paid()

    answer = at_desk.post(at("desk-award-situation", award.pk), situation(), follow=True)

    assert "1 maand die al betaald was" in answer.content.decode()
    row = Situation.objects.get(from_on=date(2026, 11, 16))
    assert row.staff.account.name == "Noor"
    assert AwardMonth.objects.get(version=2).norm < 141_946


def test_what_was_typed_is_kept(award_of, at_desk):
    address = at("desk-award-situation", award_of().pk)

    answer = at_desk.post(address, situation(from_on="gisteren", others_from_27="3"))

    assert answer.status_code == 422
    said = answer.content.decode()
    assert 'value="gisteren"' in said
    assert 'value="3"' in said
    assert Situation.objects.count() == 1


def test_the_form_begins_with_how_somebody_lives(award_of, at_desk):
    page = at_desk.get(at("desk-award", award_of().pk))

    assert page.context["situation_form"].initial["born"] == ALONE.born


def test_a_benefit_ends_and_not_before_it_began(award_of, at_desk):
    award = award_of()
    address = at("desk-award-end", award.pk)

    early = at_desk.post(address, {"on": "31-10-2026", "reason": "Werk"})
    done = at_desk.post(address, {"on": "01-12-2026", "reason": "Werk"})

    assert (early.status_code, done.status_code) == (422, 302)
    assert "Werk" in early.content.decode()
    award.refresh_from_db()
    assert award.ends_on == date(2026, 12, 1)


def test_a_death_ends_it_and_says_that_nothing_more_is_paid(award_of, at_desk):
    award = award_of()
    died = at("desk-award-died", award.pk)

    early = at_desk.post(died, {"overlijden-died_on": "31-12-2099"})
    done = at_desk.post(died, {"overlijden-died_on": "10-11-2026"}, follow=True)

    assert early.status_code == 422
    assert "31-12-2099" in early.content.decode()
    page = done.content.decode()
    assert "De inwoner overleed op dinsdag 10 november 2026." in page
    award.refresh_from_db()
    assert (award.died_on, award.ends_on) == (date(2026, 11, 10), date(2026, 11, 11))


def test_what_the_brp_told_stands_with_the_award(award_of, at_desk, katja):
    award = award_of()
    close_vault(vault_of(katja, at=NOON), at=NOON)

    page = at_desk.get(at("desk-award", award.pk)).content.decode()

    assert "Volgens de BRP is de inwoner overleden." in page


def test_a_wrong_account_number_is_kept_to_look_at(award_of, at_desk):
    award = award_of()
    given = {"name": "K. Jansen", "iban": "NL00 ABNA 0123 4567 89"}

    answer = at_desk.post(at("desk-award-account", award.pk), given)

    assert answer.status_code == 422
    assert "NL00 ABNA 0123 4567 89" in answer.content.decode()
    assert award.accounts.count() == 1


def test_a_colleague_looks_at_another_account(award_of, at_desk, at_work, mila):
    award = award_of()
    given = {"name": OTHER.name, "iban": OTHER.iban}
    at_desk.post(at("desk-award-account", award.pk), given)
    account = award.accounts.get(state=AccountState.PROPOSED)
    settle = at("desk-account-settle", account.pk)

    at_desk.post(settle, {"antwoord": "ja"})
    account.refresh_from_db()
    assert account.state == AccountState.PROPOSED

    colleague = at_work(mila.account, DESK)
    assert "E-2026-1" in colleague.get(LIST).content.decode()
    colleague.post(settle, {"antwoord": "ja"})
    account.refresh_from_db()
    assert (account.state, account.settled_by) == (AccountState.CONFIRMED, mila)


def test_what_waits_stands_at_work(award_of, at_desk, noor):
    propose_account(award_of(), OTHER, by=noor, at=NOON)

    assert "Rekeningnummers van uitkeringen" in at_desk.get(at("desk-home")).content.decode()


@pytest.mark.parametrize(
    "name", ["desk-award", "desk-award-situation", "desk-award-account", "desk-award-died"]
)
def test_only_who_handles_awards_comes_in(award_of, at_work, ingrid, name):
    client = at_work(ingrid.account, DESK)

    assert client.post(at(name, award_of().pk)).status_code == 403
    assert client.get(LIST).status_code == 403


def test_another_municipality_finds_nothing(award_of, at_work, buren):
    award = award_of(at=AT)
    with within(buren):
        account = Account.objects.create_user("roos@plein.example", name="Roos")
        Staff.objects.create(account=account, team="Team", roles=[Role.CONSULENT])
        client = at_work(account, DESK)
        client.defaults["HTTP_HOST"] = "buren.localhost"

        assert client.get(at("desk-award", award.pk)).status_code == 404
        assert client.get(at("desk-award-month", award.pk, 2026, 11)).status_code == 404
        assert client.post(at("desk-award-end", award.pk)).status_code == 404
        assert client.post(at("desk-award-died", award.pk)).status_code == 404
        assert "E-2026-1" not in client.get(LIST).content.decode()
