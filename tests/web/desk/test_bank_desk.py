"""What the bank answers, as somebody of finance meets it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plein.gateways.bank.simulator import CLOSED, Bank
from plein.identity.models import Account, Role, Staff
from plein.payments.actions.awarding import end_by_death
from plein.payments.models import BankFile, Returned
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.cast import NOON
from tests.payments.conftest import (  # noqa: F401 - fixtures of payments
    AT,
    PAY_ON,
    award_of,
    calculated,
    katja,
    new_award,
    noor,
    paid,
)


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def desk(ingrid, at_work):
    return at_work(ingrid.account, DESK)


@pytest.fixture
def run(award_of, paid):
    award_of()
    return paid()


def statement_of(run, **returns) -> bytes:
    bank = Bank(**returns)
    for file in run.files.all():
        bank.take(bytes(file.content))
    return bank.statements(PAY_ON)[0]


def upload(desk, content):
    given = SimpleUploadedFile("afschrift.xml", content, "application/xml")
    return desk.post(url("desk-bank"), {"file": given}, follow=True)


@pytest.fixture
def returned(desk, run):
    key = run.lines.get().end_to_end_id
    upload(desk, statement_of(run, returns={key: CLOSED}))
    return Returned.objects.get()


def test_a_statement_is_read_and_shown(desk, run):
    page = upload(desk, statement_of(run)).content.decode()

    assert "Het bestand is gelezen" in page
    assert "€\N{NO-BREAK SPACE}1.348,49" in page
    assert "afschrift.xml" in desk.get(url("desk-bank")).content.decode()


def test_a_statement_twice_is_refused_kindly_with_its_day(desk, run):
    upload(desk, statement_of(run))

    page = upload(desk, statement_of(run))

    assert page.status_code == 422
    assert "Dit bestand is al gelezen op" in page.content.decode()
    assert BankFile.objects.count() == 1


def test_something_else_is_refused_with_what_to_choose(desk):
    page = upload(desk, b"geen bestand van de bank")

    assert page.status_code == 422
    assert "Kies een camt.053 of pain.002" in page.content.decode()


def test_what_differs_is_shown_with_what_to_do(desk, run):
    page = upload(desk, statement_of(run).replace(b"1348.49", b"1348.50"))

    words = page.content.decode()
    assert "Het bedrag is anders dan wij vroegen" in words
    assert "€\N{NO-BREAK SPACE}1.348,50" in words


def test_a_file_that_the_bank_refuses_says_why(desk, run):
    refused = Bank(rejects="AM04").take(bytes(run.files.get().content))

    words = upload(desk, refused).content.decode()

    assert "De bank weigert het hele betaalbestand" in words
    assert "te weinig geld" in words


def test_what_came_back_waits_until_somebody_says_what_was_done(desk, returned):
    words = desk.get(url("desk-returns")).content.decode()
    assert "De rekening is opgeheven" in words
    assert "Teruggekomen betalingen" in desk.get(url("desk-home")).content.decode()

    empty = desk.post(url("desk-return", returned.pk), {"note": ""}, follow=True)
    assert "Schrijf op wat u hebt gedaan" in empty.content.decode()
    done = desk.post(url("desk-return", returned.pk), {"note": "Gebeld"}, follow=True)

    assert "Er is niets teruggekomen" in done.content.decode()
    returned.refresh_from_db()
    assert (returned.note, returned.settled_by.account.name) == ("Gebeld", "Ingrid")


def test_another_municipality_finds_nothing(returned, buren, at_work):
    file = BankFile.objects.get()
    with within(buren):
        account = Account.objects.create_user("rik@plein.example", name="Rik")
        Staff.objects.create(account=account, team="Team", roles=[Role.FINANCE])
        client = at_work(account, DESK)
        client.defaults["HTTP_HOST"] = "buren.localhost"

        assert client.get(url("desk-bank")).status_code == 200
        assert client.get(url("desk-bank-file", file.pk)).status_code == 404
        assert client.post(url("desk-return", returned.pk), {"note": "x"}).status_code == 404


def test_a_consulent_may_not_read_files_of_the_bank(sam, at_work):
    client = at_work(sam.account, DESK)

    assert client.get(url("desk-bank")).status_code == 403
    assert client.get(url("desk-returns")).status_code == 403


def test_a_payment_to_somebody_who_died_says_what_to_do(desk, returned, noor):
    assert "overleden" not in desk.get(url("desk-returns")).content.decode()
    award = returned.line.award

    end_by_death(award, died_on=award.starts_on, on=None, by=noor, at=NOON)

    page = desk.get(url("desk-returns")).content.decode()
    assert "eerst moet hun rekening bij de uitkering staan" in page


def test_what_only_the_bank_says_about_a_death_is_looked_up(desk, returned):
    Returned.objects.update(reason="MD07")

    assert "De inwoner is misschien overleden." in desk.get(url("desk-returns")).content.decode()


@pytest.mark.parametrize("name", ["desk-bank", "desk-returns"])
def test_pages_take_few_queries(desk, returned, name, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert desk.get(url(name)).status_code == 200
