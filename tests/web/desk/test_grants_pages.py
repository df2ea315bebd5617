"""Budgets by hand and from a file, as a consulent meets them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from plein.audit.models import Look
from plein.identity.imports.keeping import forget
from plein.identity.models import Resident
from plein.web.doors import DESK
from plein.webshop.imports.booking import book_grant_file, queue_left_files
from plein.webshop.models import Grant, GrantFile
from tests.cast import BSN_OF

HEAD = "kenmerk;bsn;voornaam;rol;geboortemaand;school;bsn_aanvrager;bedrag\n"


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def desk(sam, at_work):
    return at_work(sam.account, DESK)


def csv(text: str, encoding: str = "utf-8") -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("budgetten.csv", (HEAD + text).encode(encoding))}


def upload(desk, period, text, encoding="utf-8"):
    return desk.post(url("desk-grant-import", period.pk), csv(text, encoding))


def confirm(desk, period, page):
    """The yes; what follows is the page that says how far it is."""
    token = {"token": page.context["token"]}
    return desk.post(url("desk-import-confirm", period.pk), token, follow=True)


def booked(desk, waits) -> str:
    """The same page, after the job."""
    file = waits.context["file"]
    book_grant_file.func(file.municipality_id, str(file.pk))
    return desk.get(url("desk-grant-file", file.pk)).content.decode()


def test_wrong_rows_are_each_reported_and_nothing_changes(desk, kindpakket):
    page = upload(desk, kindpakket, "A1;123;;volwassene;;;;\nA2;;=1+1;oma;mei;;;abc\n")

    html = page.content.decode()
    assert page.status_code == 422
    assert "geen geldig burgerservicenummer" in html
    assert "Begin niet met =" in html
    assert "Kies volwassene, partner, kind of huishouden" in html
    assert "Vul het bedrag in met cijfers" in html
    assert (Grant.objects.count(), Resident.objects.count()) == (0, 0)


def test_a_good_file_is_shown_first_and_booked_after_a_yes(desk, kindpakket):
    row = f"A1;{BSN_OF['katja']};Katja;volwassene;;;;125,00\n"
    page = upload(desk, kindpakket, row)
    assert "Er is nog niets veranderd" in page.content.decode()
    assert Grant.objects.count() == 0

    waits = confirm(desk, kindpakket, page)
    assert "Wij boeken het bestand van 1 rijen" in waits.content.decode()
    assert 'hx-trigger="every 1s"' in waits.content.decode()
    assert Grant.objects.count() == 0

    done = booked(desk, waits)
    assert "Toegekend: 1 budgetten" in done
    assert "hx-trigger" not in done
    assert Grant.objects.get().amount == 12_500
    assert BSN_OF["katja"] not in done


def test_the_same_file_again_books_nothing(desk, kindpakket):
    row = f"A1;{BSN_OF['katja']};Katja;volwassene;;;;125,00\n"
    for words in ("Toegekend: 1 budgetten", "Al eerder toegekend: 1"):
        assert words in booked(desk, confirm(desk, kindpakket, upload(desk, kindpakket, row)))

    assert Grant.objects.count() == 1


def test_two_clicks_on_yes_are_one_file(desk, kindpakket):
    page = upload(desk, kindpakket, f"A1;{BSN_OF['katja']};Katja;volwassene;;;;125,00\n")

    for _click in range(2):
        waits = confirm(desk, kindpakket, page)
    booked(desk, waits)
    again = confirm(desk, kindpakket, page)

    assert "Toegekend: 1 budgetten" in again.content.decode()
    assert (GrantFile.objects.count(), Grant.objects.count()) == (1, 1)


def test_a_pot_that_was_emptied_in_between_is_said_and_nothing_is_booked(
    desk, open_period, grant_for, lina
):
    period = open_period(pot=20_000)
    page = upload(desk, period, f"A1;{BSN_OF['katja']};Katja;volwassene;;;;125,00\n")
    waits = confirm(desk, period, page)
    grant_for(period, lina, 10_000)

    done = booked(desk, waits)

    assert "Er is niets geboekt" in done
    assert "U komt €\N{NO-BREAK SPACE}25,00 tekort" in done
    assert Grant.objects.count() == 1


def test_a_file_whose_job_was_lost_is_booked_in_the_night(desk, kindpakket):
    page = upload(desk, kindpakket, f"A1;{BSN_OF['katja']};Katja;volwassene;;;;125,00\n")
    confirm(desk, kindpakket, page)
    DBTaskResult.objects.all().delete()

    assert queue_left_files() == 1

    (job,) = DBTaskResult.objects.all()
    book_grant_file.func(**job.args_kwargs["kwargs"])
    assert Grant.objects.count() == 1
    assert queue_left_files() == 0


def test_a_file_that_is_kept_no_longer_is_said_to_be_gone(desk, kindpakket):
    page = upload(desk, kindpakket, f"A1;{BSN_OF['katja']};Katja;volwassene;;;;125,00\n")
    waits = confirm(desk, kindpakket, page)
    forget(page.context["token"])

    assert "Kies het bestand opnieuw" in booked(desk, waits)
    assert Grant.objects.count() == 0


def test_a_file_of_excel_in_windows_letters_is_read(desk, kindpakket):
    row = f"A1;{BSN_OF['katja']};Zoë;volwassene;;;;125,00\n"

    assert upload(desk, kindpakket, row, "cp1252").status_code == 200


def test_a_pot_that_is_too_small_says_how_much_is_short(desk, open_period):
    period = open_period(pot=10_000)
    page = upload(desk, period, f"A1;{BSN_OF['katja']};Katja;volwassene;;;;100,01\n")

    assert "U komt €\N{NO-BREAK SPACE}0,01 tekort" in page.content.decode()


def test_somebody_else_cannot_confirm_a_file(desk, kindpakket, at_work, tom):
    page = upload(desk, kindpakket, f"A1;{BSN_OF['katja']};Katja;volwassene;;;;1,00\n")
    tom.roles = ["consulent"]
    tom.save()

    done = confirm(at_work(tom.account, DESK), kindpakket, page)

    assert "Kies het bestand opnieuw" in done.content.decode()
    assert Grant.objects.count() == 0


def test_a_budget_by_hand_never_shows_the_number_that_was_typed(desk, kindpakket):
    wrong = {"reference": "", "role": "volwassene", "applicant": BSN_OF["katja"]}

    page = desk.post(url("desk-grant-new", kindpakket.pk), wrong)

    assert page.status_code == 422
    assert BSN_OF["katja"] not in page.content.decode()


def test_a_budget_is_stopped_and_the_rest_returns(desk, fatima, lina, kindpakket, grant_for):
    grant = grant_for(kindpakket, lina)

    desk.post(url("desk-grant-revoke", grant.pk))

    kindpakket.pot.refresh_from_db()
    assert kindpakket.pot.balance == 1_000_000


def test_a_look_at_a_household_needs_a_reason_and_is_logged(desk, fatima):
    without = desk.post(url("desk-person"), {"bsn": BSN_OF["fatima"]})
    assert without.status_code == 422
    assert not Look.objects.exists()

    page = desk.post(url("desk-person"), {"bsn": BSN_OF["fatima"], "reason": "balie"})

    look = Look.objects.get()
    assert "Lina" in page.content.decode()
    assert BSN_OF["fatima"] not in page.content.decode()
    assert (look.team, look.organisation) == ("Team Minima", "gemeente Emmen")
    assert look.purpose == "omdat u ons belde of bij de balie was"


def test_somebody_unknown_is_said_kindly(desk):
    page = desk.post(url("desk-person"), {"bsn": BSN_OF["fatima"], "reason": "balie"})

    assert "Deze inwoner kennen wij niet" in page.content.decode()


@pytest.mark.parametrize("name", ["desk-home", "desk-grants", "desk-person"])
def test_pages_take_few_queries(
    desk, kindpakket, swimming_lessons, name, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):  # of which two choose the municipality
        assert desk.get(url(name)).status_code == 200
