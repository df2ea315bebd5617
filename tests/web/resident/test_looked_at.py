"""Waar wij naar gekeken hebben: nothing while it is open, and all of it afterwards."""

import pytest
import time_machine

from plein.audit.models import Look
from plein.identity.actions import household_of, know_resident
from plein.kernel.bsn import Bsn
from plein.payments.actions.signalling import look_into
from plein.payments.models import Outcome, Statement
from plein.tenants.models import Module
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from tests.cast import BSN_OF, NOON, TESTS
from tests.payments.conftest import (  # noqa: F401 - fixtures of the payments
    ALONE,
    NOVEMBER,
    award_of,
    new_award,
    noor,
)
from tests.payments.signals import (
    NIGHT,
    TOGETHER,
    WAGE,
    live_together,
    look,
    told_nothing_beside_a_wage,
    turn_on,
)
from tests.web.conftest import url

SAID = "Wij vulden de opgave samen in."


@pytest.fixture
def on(femke, wim):
    return lambda key: turn_on(key, wim, femke)


@pytest.fixture
def client(katja, signed_in):
    with time_machine.travel(NIGHT.replace(hour=11), tick=False):
        yield signed_in(katja)


@pytest.fixture
def signal(award_of, on):
    told_nothing_beside_a_wage(award_of())
    on(WAGE)
    return look(WAGE)[0]


def words(answer) -> str:
    return " ".join(answer.content.decode().split()).replace("\N{NO-BREAK SPACE}", " ")


def test_while_it_is_open_nothing_of_it_is_seen(client, signal):
    assert url("benefit-looked") not in words(client.get(url("benefit")))

    page = words(client.get(url("benefit-looked")))

    assert "Er is niets uitgezocht bij uw uitkering." in page
    assert "UWV" not in page


def test_afterwards_she_reads_what_was_asked_why_on_what_and_what_came_out(client, signal, sam):
    look_into(signal, Outcome.HELPED, SAID, by=sam, at=NIGHT)
    assert url("benefit-looked") in words(client.get(url("benefit")))

    page = words(client.get(url("benefit-looked")))

    for part in (
        "Kwam er loon binnen dat niet in de opgave staat?",
        "UWV kende over november 2026 een loon. Na belasting is dat ongeveer € 812,00.",
        "Om te kijken of uw opgave volledig is.",
        "Participatiewet art. 17 en 53a",
        "het loon van UWV dat op het formulier stond",
        "Wij hebben u geholpen.",
        SAID,
        "14 0000",
    ):
        assert part in page


@pytest.mark.parametrize("language", ["en", "ar", "uk"])
def test_she_reads_it_in_her_language_and_what_staff_wrote_as_it_was(client, signal, sam, language):
    look_into(signal, Outcome.HELPED, SAID, by=sam, at=NIGHT)
    client.post(url("choose-language"), {"language": language, "next": ""})

    page = words(client.get(url("benefit-looked")))

    assert SAID in page
    assert "Kwam er loon binnen" not in page
    assert "UWV kende over" not in page
    assert "812" in page


def test_it_is_seen_also_when_the_municipality_left_the_part_off_since(client, signal, sam, emmen):
    look_into(signal, Outcome.RIGHT, SAID, by=sam, at=NIGHT)
    assert not emmen.has(Module.SIGNALS)

    assert SAID in words(client.get(url("benefit-looked")))


def test_she_reads_nothing_of_the_benefit_of_somebody_else(client, award_of, katja, on, sam):
    award_of()
    jan = know_resident(Bsn(BSN_OF["jan"]), by=TESTS, at=NOON)
    other = award_of(resident=jan, number="E-2026-2")
    home = household_of(katja, at=NOON, day=NOON.date())
    live_together(jan, household=home)
    on(TOGETHER)
    for signal in look(TOGETHER):
        look_into(signal, Outcome.RIGHT, f"Over {signal.award.number}.", by=sam, at=NIGHT)

    page = words(client.get(url("benefit-looked")))

    assert "Over E-2026-1." in page
    assert "E-2026-2" not in page
    assert str(other.pk) not in page


def test_her_own_look_is_in_the_log(client, signal, sam, katja):
    look_into(signal, Outcome.RIGHT, SAID, by=sam, at=NIGHT)

    client.get(url("benefit-looked"))

    line = Look.objects.filter(subject=katja.pk).order_by("at").last()
    assert line.purpose == "omdat u uw uitkering bekeek"


def test_who_has_no_benefit_finds_no_page(client):
    assert client.get(url("benefit-looked")).status_code == 404


@pytest.fixture
def paid_wage(katja, emmen):
    """UWV told of a wage of November."""
    row = {
        "vanaf": "2026-11-01",
        "bruto": 90_000,
        "soort_inkomen": "11",
        "werkgever": "Bakkerij De Proef",
    }
    vault = vault_of(katja, at=NOON)
    keep(vault, [Incoming("loon_per_maand", [row])], mode=Mode.SOURCE, at=NOON)
    emmen.modules = [*emmen.modules, Module.SIGNALS]
    emmen.save()


TELLS_NOTHING = {"wage": ""}


def test_what_the_form_showed_goes_along_when_she_tells_no_wage_and_the_page_says_so(
    client, award_of, on, paid_wage
):
    award_of(asks_statement=True)
    on(WAGE)

    page = words(client.post(url("benefit-statement", NOVEMBER), TELLS_NOTHING, follow=True))
    assert "U geeft geen loon door" in page
    assert "Wij bewaren dat bij wat u doorgeeft." in page
    client.post(url("benefit-statement-check", NOVEMBER))

    assert Statement.objects.get(month=NOVEMBER).shown_sealed
    assert len(look(WAGE)) == 1


@pytest.mark.parametrize("tells", [{"wage": "1"}, {"same": "1"}])
def test_with_a_wage_nothing_goes_along(client, award_of, on, paid_wage, tells):
    award_of(asks_statement=True)
    on(WAGE)

    page = words(client.post(url("benefit-statement", NOVEMBER), tells, follow=True))
    client.post(url("benefit-statement-check", NOVEMBER))

    assert "U geeft geen loon door" not in page
    assert Statement.objects.get(month=NOVEMBER).shown_sealed is None


def test_where_nobody_asks_about_it_nothing_is_kept(client, award_of, paid_wage):
    award_of(asks_statement=True)

    client.post(url("benefit-statement", NOVEMBER), TELLS_NOTHING)
    client.post(url("benefit-statement-check", NOVEMBER))

    assert Statement.objects.get(month=NOVEMBER).shown_sealed is None


def test_where_the_part_is_off_nothing_is_kept(client, award_of, on, paid_wage, emmen):
    award_of(asks_statement=True)
    on(WAGE)
    emmen.modules = [Module.VAULT]
    emmen.save()

    client.post(url("benefit-statement", NOVEMBER), TELLS_NOTHING)
    client.post(url("benefit-statement-check", NOVEMBER))

    assert Statement.objects.get(month=NOVEMBER).shown_sealed is None
