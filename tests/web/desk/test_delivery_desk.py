"""Bellen of schrijven: staff see what no mail brings, and note how it was done."""

import pytest

from plein.delivery.actions.planning import send_word
from plein.delivery.models import Delivery, DeliveryState
from plein.delivery.notices import Notice
from plein.identity.actions import household_of, know_resident
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.cases.conftest import *  # noqa: F403
from tests.cast import NOON, TESTS, TODAY
from tests.gateways.sources import FATIMA
from tests.vault.conftest import running_sources, vault_sources  # noqa: F401
from tests.web.resident.conftest import *  # noqa: F403

PAGE = "/medewerkers/verzenden/"
MAKE, SENT = f"{PAGE}brieven/", f"{PAGE}verstuurd/"


@pytest.fixture
def sams(sam, at_work):
    return at_work(sam.account, DESK)


def test_who_has_no_mail_is_called_and_it_is_noted(sams, ask, case, django_assert_max_num_queries):
    for _number in range(3):
        ask()

    with django_assert_max_num_queries(12):
        page = sams.get(PAGE).content.decode()
    assert page.count("er staat een opdracht voor u klaar") == 3
    assert f"/medewerkers/aanvragen/{case.pk}/" in page
    assert "Fatima" not in page
    delivery = Delivery.objects.by_hand().first()
    sams.post(f"{PAGE}{delivery.pk}/", {"how": "gebeld"})
    sams.post(f"{PAGE}{delivery.pk}/", {"how": "gebeld"})

    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.DELIVERED
    assert delivery.proof == "gebeld, consulent, Team Minima"
    assert Delivery.objects.by_hand().count() == 2


def test_how_must_be_said(sams, ask):
    ask()
    delivery = Delivery.objects.by_hand().get()

    page = sams.post(f"{PAGE}{delivery.pk}/", {"how": "zomaar"}, follow=True)

    assert "Kies of u belde" in page.content.decode()
    assert Delivery.objects.by_hand().count() == 1


def test_only_who_handles_cases_sees_the_list(ingrid, at_work, ask):
    ask()

    assert at_work(ingrid.account, DESK).get(PAGE).status_code == 403


def test_letters_come_in_one_file_and_are_ticked_off_after_printing(
    sams, emmen, case_type, sam, vault_sources
):
    resident = know_resident(FATIMA, by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=TODAY, name="Fatima")
    send_word(resident, Notice.MESSAGE, key="bericht 1", at=NOON)
    send_word(resident, Notice.MESSAGE, key="bericht 2", at=NOON)
    chosen = {"delivery": [str(each.pk) for each in Delivery.objects.by_hand()]}

    letters = sams.post(MAKE, chosen)

    assert letters["Content-Type"] == "application/pdf"
    assert letters["Content-Disposition"].startswith('attachment; filename="brieven-')
    assert letters["Cache-Control"] == "no-store"
    assert Delivery.objects.by_hand().count() == 2
    page = sams.post(SENT, chosen, follow=True).content.decode()
    assert "2 brieven zijn verstuurd." in page
    assert Delivery.objects.by_hand().count() == 0


def test_who_has_no_address_loses_the_tick_and_the_others_keep_it(sams, ask, emmen, vault_sources):
    ask()
    known = know_resident(FATIMA, by=TESTS, at=NOON)
    send_word(known, Notice.MESSAGE, key="bericht 1", at=NOON)
    chosen = {"delivery": [str(each.pk) for each in Delivery.objects.by_hand()]}

    answer = sams.post(MAKE, chosen)

    page = answer.content.decode()
    assert answer["Content-Type"].startswith("text/html")
    assert "Voor 1 inwoner kunnen wij geen brief maken" in page
    assert page.count("Geen adres voor een brief") == 1
    assert page.count('form="brieven" checked') == 1


@pytest.mark.parametrize("chosen", [{}, {"delivery": "zomaar"}, {"delivery": "\x00"}])
@pytest.mark.parametrize("where", [MAKE, SENT])
def test_without_a_tick_it_says_so(sams, emmen, where, chosen):
    page = sams.post(where, chosen, follow=True).content.decode()

    assert "Zet eerst een vinkje" in page


def test_a_register_that_is_down_is_told_and_nothing_is_lost(sams, ask, vault_sources):
    ask()
    chosen = {"delivery": str(Delivery.objects.by_hand().get().pk)}

    with vault_sources.ill("down", source="brp"):
        page = sams.post(MAKE, chosen, follow=True).content.decode()

    assert "De BRP geeft nu geen adressen" in page
    assert Delivery.objects.by_hand().count() == 1


def test_a_letter_of_another_municipality_is_not_made(sams, buren, vault_sources):
    with within(buren):
        stranger = know_resident(FATIMA, by=TESTS, at=NOON)
        theirs = send_word(stranger, Notice.MESSAGE, key="bericht 1", at=NOON)

    page = sams.post(MAKE, {"delivery": str(theirs.pk)}, follow=True).content.decode()

    assert "Zet eerst een vinkje" in page


@pytest.mark.parametrize("where", [MAKE, SENT])
def test_who_does_not_handle_cases_makes_no_letters(ingrid, at_work, ask, where):
    ask()
    chosen = {"delivery": str(Delivery.objects.by_hand().get().pk)}

    assert at_work(ingrid.account, DESK).post(where, chosen).status_code == 403
    assert Delivery.objects.by_hand().count() == 1
