"""What goes off for somebody else: staff see the order and what is left, and fill it in by two."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from plein.audit.models import Look
from plein.identity.models import Account, Role, Staff
from plein.payments.actions.deducting import Asked, add_deduction, agree_deduction
from plein.payments.models import Deduction, DeductionKind
from plein.payments.payee import Payee
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.cast import NOON
from tests.payments.conftest import *  # noqa: F403
from tests.payments.conftest import AT, DECEMBER

LANDLORD = Payee(name="Verhuurder", iban="NL20INGB0001234567")
KEY = uuid4()
RENT = {
    "kind": "huur",
    "per_month": "650",
    "name": "Verhuurder",
    "iban": "NL20 INGB 0001 2345 67",
    "asked_on": "1-11-2026",
    "from_month": "2026-12-01",
    "key": KEY,
}


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def words(response) -> str:
    return " ".join(response.content.decode().split()).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def noors(noor, at_work):
    return at_work(noor.account, DESK)


@pytest.fixture
def sams(sam, at_work):
    return at_work(sam.account, DESK)


@pytest.fixture
def award(award_of, paid):
    made = award_of()
    paid()
    return made


@pytest.fixture
def rent(award, noor, sam):
    asked = Asked(DeductionKind.RENT, 65_000, LANDLORD, DECEMBER, NOON.date())
    return agree_deduction(add_deduction(award, asked, by=noor, at=AT), by=sam, at=AT)


def test_one_fills_it_in_once_and_a_colleague_agrees(noors, sams, award):
    for _click in range(2):
        noors.post(url("desk-deductions", award.pk), RENT)
    made = Deduction.objects.get()
    assert (made.per_month, made.from_month) == (65_000, DECEMBER)

    noors.post(url("desk-deduction-act", made.pk, "akkoord"))
    made.refresh_from_db()
    assert made.agreed_at is None
    waits = "Inhoudingen die wachten op een collega"
    assert waits in words(sams.get(url("desk-awards")))
    assert "Inhoudingen op uitkeringen" in words(sams.get(url("desk-home")))
    sams.post(url("desk-deduction-act", made.pk, "akkoord"))

    assert waits not in words(sams.get(url("desk-awards")))
    page = words(sams.get(url("desk-deductions", award.pk)))
    assert "De inwoner zei ja op zondag 1 november 2026." in page
    assert "Huur, omdat de inwoner dat vroeg: Verhuurder" in page
    assert "De inwoner houdt € 698,49." in page
    assert "Daarvan is € 70,97 boven de beslagvrije voet" in page


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"iban": "NL00 INGB 0001 2345 67"}, "Dit rekeningnummer klopt niet"),
        ({"asked_on": ""}, "Vul in op welke dag de inwoner ja zei."),
        ({"kind": "beslag", "asked_on": ""}, "Vul het dossiernummer van de deurwaarder in."),
        ({"from_month": "2026-11-01"}, "Dit antwoord kennen wij niet"),
    ],
)
def test_what_is_not_right_is_said_and_kept(noors, award, changes, says):
    answer = noors.post(url("desk-deductions", award.pk), RENT | changes)

    assert answer.status_code == 422
    assert says in words(answer)
    assert 'value="Verhuurder"' in words(answer)
    assert not Deduction.objects.exists()


def test_a_seizure_goes_without_a_yes(noors, award):
    given = RENT | {"kind": "beslag", "asked_on": "", "reference": "D-2026-77"}

    noors.post(url("desk-deductions", award.pk), given)

    assert Deduction.objects.get().asked_on is None


def test_another_amount_waits_for_a_colleague(noors, sams, rent):
    page = words(noors.get(url("desk-deduction", rent.pk)))
    assert 'value="650,00"' in page

    given = RENT | {"per_month": "700", "from_month": "2027-01-01"}
    noors.post(url("desk-deduction", rent.pk), given)

    changed = Deduction.objects.get(replaces=rent)
    sams.post(url("desk-deduction-act", changed.pk, "akkoord"))
    rent.refresh_from_db()
    assert rent.until_month == date(2027, 1, 1)


def test_it_stops_from_a_month_on(noors, rent):
    noors.post(url("desk-deduction-act", rent.pk, "stop"), {"stop-until": "2027-02-01"})

    rent.refresh_from_db()
    assert rent.until_month == date(2027, 2, 1)


def test_a_stop_in_a_month_that_is_paid_is_not_known(noors, rent):
    answer = noors.post(url("desk-deduction-act", rent.pk, "stop"), {"stop-until": "2026-11-01"})

    assert answer.status_code == 404


def test_who_opens_it_looked(noors, rent, katja):
    before = Look.objects.filter(subject=katja.pk).count()

    noors.get(url("desk-deductions", rent.award_id))

    assert Look.objects.filter(subject=katja.pk).count() == before + 1


def test_the_page_takes_as_many_queries_with_more(
    noors, noor, sam, rent, django_assert_max_num_queries
):
    for _number in range(3):
        asked = Asked(DeductionKind.SEIZURE, 1_000, LANDLORD, DECEMBER)
        agree_deduction(add_deduction(rent.award, asked, by=noor, at=AT), by=sam, at=AT)
    noors.get(url("desk-deductions", rent.award_id))

    with django_assert_max_num_queries(20):
        noors.get(url("desk-deductions", rent.award_id))


def test_finance_has_no_place_here(ingrid, at_work, rent):
    client = at_work(ingrid.account, DESK)

    assert client.get(url("desk-deductions", rent.award_id)).status_code == 403
    assert client.post(url("desk-deduction-act", rent.pk, "niet")).status_code == 403


def test_another_municipality_finds_nothing(rent, at_work, buren):
    with within(buren):
        account = Account.objects.create_user("roos@plein.example", name="Roos")
        Staff.objects.create(account=account, team="Team", roles=[Role.CONSULENT])
        client = at_work(account, DESK)
        client.defaults["HTTP_HOST"] = "buren.localhost"

        assert client.get(url("desk-deductions", rent.award_id)).status_code == 404
        assert client.get(url("desk-deduction", rent.pk)).status_code == 404
        assert client.post(url("desk-deduction-act", rent.pk, "akkoord")).status_code == 404
