"""Mijn uitkering: what comes and why, and what Katja tells of her income."""

from datetime import UTC, date, datetime
from importlib import import_module
from io import BytesIO

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from plein.audit.models import Look
from plein.identity.gate import seal_for
from plein.identity.models import Role
from plein.inbox.models import Enclosure, TaskState
from plein.kernel.money import euros
from plein.ledger.actions import open_account
from plein.ledger.models import AccountKind
from plein.payments.actions.awarding import lives_otherwise
from plein.payments.actions.debts import Claim, decide_debt, propose_debt
from plein.payments.actions.paying_back import agree_plan, propose_plan
from plein.payments.actions.revising import revise
from plein.payments.known import INCOME
from plein.payments.living import Income
from plein.payments.models import (
    Award,
    Cause,
    Deduction,
    DeductionKind,
    LineState,
    RunLine,
    Statement,
)
from plein.payments.payee import Payee
from plein.payments.paying import PAYEE
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from plein.workflows.asking_statements import ask_for_statements
from plein.workflows.our_rules import our_rules
from plein.workflows.specifying import specify_part
from tests.cast import NOON, TESTS, staff_member
from tests.documents.conftest import kept_files, scanner  # noqa: F401 - fixtures of documents
from tests.documents.files import photo
from tests.payments.conftest import (  # noqa: F401 - fixtures of the payments
    ALONE,
    AT,
    NOVEMBER,
    award_of,
    calculated,
    new_award,
    noor,
    paid,
)
from tests.web.conftest import url

DECEMBER = date(2026, 12, 1)

pytestmark = pytest.mark.usefixtures("kept_files")


@pytest.fixture
def at():
    """Turn the clock to a moment in December."""
    with time_machine.travel(AT, tick=False) as clock:
        yield lambda day, hour=12: clock.move_to(datetime(2026, 12, day, hour, tzinfo=UTC))


@pytest.fixture
def katjas(at, katja, signed_in):
    """Signed in at each moment anew: a session is short."""

    class Katjas:
        def get(self, name, *args, **more):
            return signed_in(katja).get(url(name, *args), **more)

    return Katjas()


@pytest.fixture
def client(at, katja, signed_in):
    return signed_in(katja)


def words(response) -> str:
    return " ".join(response.content.decode().split()).replace("\N{NO-BREAK SPACE}", " ")


def test_who_has_no_benefit_finds_no_page_and_no_link(client):
    assert client.get(url("benefit")).status_code == 404
    assert "Mijn uitkering" not in words(client.get(url("overview")))


def test_who_has_one_finds_it_in_the_menu_and_on_the_overview(client, award_of):
    award_of()

    page = words(client.get(url("overview")))

    assert "Bekijk mijn uitkering" in page
    assert page.count(f'href="{url("benefit")}"') == 3  # both menus, and the card


def test_before_the_run_it_is_being_worked_out(client, award_of, calculated):
    award_of()
    calculated()

    page = words(client.get(url("benefit")))

    assert "Uw uitkering over november 2026" in page
    assert "Wordt berekend." in page
    assert "1.348,49" not in page


def test_from_three_days_before_it_says_how_much_and_when(katjas, award_of, paid, at):
    award_of()
    paid(pay_on=date(2026, 12, 8))

    at(4)
    assert "1.348,49" not in words(katjas.get("benefit"))
    at(5)
    page = words(katjas.get("benefit"))
    assert "€ 1.348,49" in page
    assert "Staat klaar. Op uw rekening op dinsdag 8 december 2026." in page
    at(8)
    assert "Betaald op dinsdag 8 december 2026." in words(katjas.get("benefit"))


def test_what_stays_for_june_is_said(client, award_of, paid):
    award_of()
    paid()

    page = words(client.get(url("benefit")))

    assert "Blijft staan voor juni" in page
    assert "- € 70,97" in page
    assert "Uw vakantietoeslag" in page


def test_money_that_stays_or_came_back_says_so(client, award_of, paid):
    award_of(payee=None)
    paid()
    page = words(client.get(url("benefit")))
    assert "Dit geld blijft nog staan" in page
    assert "Nog niet betaald" in page

    RunLine.objects.update(state=LineState.RETURNED)
    assert "De bank stuurde dit geld terug" in words(client.get(url("benefit")))


def test_why_it_differs_is_said_in_plain_lines(katjas, award_of, paid, at):
    made = award_of()
    paid()
    at(20)
    told = Income(wage=60_000)
    statement(made, DECEMBER, told)
    paid(DECEMBER, date(2026, 12, 30), datetime(2026, 12, 28, 11, tzinfo=UTC))

    at(29)
    page = words(katjas.get("benefit"))

    assert "Waarom is het anders dan een maand eerder?" in page
    assert "U had meer inkomen dat meetelt" in page
    assert "Eerdere maanden" in page
    assert url("benefit-month", NOVEMBER) in page


def test_another_norm_is_a_reason(katjas, award_of, paid, at, noor):
    made = award_of()
    paid()
    other = ALONE.model_copy(update={"others_from_27": 1})
    lives_otherwise(made, other, from_on=DECEMBER, by=noor, at=AT)
    paid(DECEMBER, date(2026, 12, 30), datetime(2026, 12, 28, 11, tzinfo=UTC))

    at(29)

    assert "Uw norm ging omlaag: van" in words(katjas.get("benefit"))


def test_what_goes_to_others_is_said_with_their_name_in_one_look(client, award_of, paid, noor):
    made = award_of()
    deduct(made, noor, "Woonstichting De Linde", 25_000)
    paid()
    before = Look.objects.count()

    page = words(client.get(url("benefit")))

    assert "gaat naar Woonstichting De Linde" in page
    assert "- € 250,00" in page
    look = Look.objects.order_by("pk").last()
    assert Look.objects.count() == before + 1
    assert (look.purpose, look.elements) == ("omdat u uw uitkering bekeek", [PAYEE])


def test_what_is_paid_back_is_said_with_what_is_left_and_what_was_agreed(
    client, award_of, paid, noor, sam
):
    made = award_of(starts_on=date(2026, 10, 1))
    paid(date(2026, 10, 1))
    other = ALONE.model_copy(update={"others_from_27": 1})
    lives_otherwise(
        made, other, from_on=date(2026, 10, 1), by=noor, at=AT.replace(hour=11, minute=1)
    )
    later = AT.replace(hour=11, minute=2)
    revise(made, our_rules(), from_month=date(2026, 10, 1), by=TESTS, at=later)
    made.overpaid.refresh_from_db()
    claim = Claim(Cause.OWN_MISTAKE, date(2026, 10, 1), NOVEMBER, -made.overpaid.balance, "")
    debt = decide_debt(propose_debt(made, claim, by=noor, at=later), by=sam, at=later)
    agree_plan(propose_plan(debt, 4_000, by=made.resident.actor, at=later), by=noor, at=later)

    page = words(client.get(url("benefit")))
    month = words(client.get(url("benefit-month", date(2026, 10, 1))))

    assert "Wat u nog terugbetaalt" in page
    assert "Een fout van de gemeente" in page
    assert "Per maand gaat er € 40,00 af" in page
    assert "Deze maand is later opnieuw berekend" in month


def test_an_advance_is_called_so_while_nothing_is_decided(client, award_of):
    award_of(is_provisional=True)

    page = words(client.get(url("benefit")))

    assert "Tot dan krijgt u een voorschot." in page
    assert "Wordt berekend." not in page


@pytest.mark.parametrize(
    ("target", "law"),
    [
        ("bijstandsnorm", "Participatiewet art."),
        ("middelen-in-aanmerking", "Participatiewet art."),
        ("vakantietoeslag-gereserveerd", "Participatiewet art."),
        ("bijstand-uitbetaald-per-maand", "Participatiewet art."),
    ],
)
def test_each_amount_is_explained_down_to_its_article(client, award_of, paid, target, law):
    award_of(income=Income(wage=40_000))
    paid()
    address = url("benefit-explained", NOVEMBER, target)
    if target != "middelen-in-aanmerking":
        assert address in words(client.get(url("benefit-month", NOVEMBER)))
    before = Look.objects.count()

    page = words(client.get(address))

    assert law in page
    assert Look.objects.count() == before + 1
    assert Look.objects.order_by("pk").last().purpose == "omdat u uw uitkering bekeek"


@pytest.mark.parametrize("target", ["netto-loon-per-maand", "onzin"])
def test_what_is_no_amount_of_the_page_is_not_explained(client, award_of, paid, target):
    award_of()
    paid()

    assert client.get(url("benefit-explained", NOVEMBER, target)).status_code == 404


def test_an_amount_that_is_not_announced_is_not_explained(client, award_of, paid):
    award_of()
    paid(pay_on=date(2026, 12, 20))

    address = url("benefit-explained", NOVEMBER, "bijstandsnorm")
    assert client.get(address).status_code == 404
    assert client.get(url("benefit-month", NOVEMBER)).status_code == 404


def test_another_resident_finds_nothing(at, award_of, paid, fatima, signed_in):
    award_of()
    run = paid()
    specify_part(run.pk, at=AT)
    hers = signed_in(fatima)

    line = run.lines.get()
    for name, *args in (
        ("benefit",),
        ("benefit-month", NOVEMBER),
        ("benefit-explained", NOVEMBER, "bijstandsnorm"),
        ("benefit-paper", line.pk),
        ("benefit-year", 2026),
        ("benefit-year-pdf", 2026),
        ("benefit-statement", NOVEMBER),
        ("benefit-statement-check", NOVEMBER),
        ("benefit-statement-done", NOVEMBER),
        ("benefit-payslip", NOVEMBER),
    ):
        assert hers.get(url(name, *args)).status_code == 404, name


def test_nor_does_who_has_a_benefit_of_their_own(at, award_of, paid, fatima, signed_in):
    award_of()
    award_of(resident=fatima, number="E-2")
    run = paid()
    specify_part(run.pk, at=AT)
    line = run.lines.exclude(award__resident=fatima).get()

    assert signed_in(fatima).get(url("benefit-paper", line.pk)).status_code == 404


def test_the_specification_is_handed_out_when_it_is_announced(client, award_of, paid):
    award_of()
    run = paid()
    address = url("benefit-paper", run.lines.get().pk)
    assert address not in words(client.get(url("benefit")))
    assert client.get(address).status_code == 404

    specify_part(run.pk, at=AT)

    assert address in words(client.get(url("benefit")))
    response = client.get(address)
    assert response.status_code == 302
    assert "documenten" in response.url


def test_a_year_is_added_up_on_the_page_and_in_the_pdf(katjas, award_of, paid, at, noor):
    made = award_of()
    deduct(made, noor, "Woonstichting De Linde", 25_000)
    paid()
    paid(DECEMBER, date(2026, 12, 30), datetime(2026, 12, 28, 11, tzinfo=UTC))
    at(30)

    page = words(katjas.get("benefit-year", 2026))
    pdf = katjas.get("benefit-year-pdf", 2026)

    got = "€ 2.196,98"  # twice 1.348,49 less 250,00
    assert got in page
    assert "€ 500,00" in page
    text = "\n".join(each.extract_text() for each in PdfReader(BytesIO(pdf.content)).pages)
    assert got in text.replace("\N{NO-BREAK SPACE}", " ")
    assert katjas.get("benefit-year", 2025).status_code == 404
    # 12 x 1,348.49 = 16,181.88; (16,181.88 - 3,115) / 0.6425 = 20,337.56, in euros 20,338;
    # two of twelve months are 3,389.67; of it 3,389.67 - 2,696.98 is tax
    for amount in ("€ 3.390,00", "€ 693,00"):
        assert amount in page
        assert amount in text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_statement_that_is_asked_is_the_next_step(client, award_of, katja):
    award_of(asks_statement=True)
    ask_for_statements(date(2026, 12, 1), at=AT)

    for page in (client.get(url("benefit")), client.get(url("overview"))):
        assert "Geef uw inkomen over november door" in words(page)
        assert url("benefit-statement", NOVEMBER) in words(page)
    assert "stopt nooit vanzelf" in words(client.get(url("benefit")))


def test_two_taps_when_nothing_changed(client, award_of, katja):
    made = award_of(starts_on=date(2026, 10, 1), asks_statement=True)
    statement(made, date(2026, 10, 1), Income(wage=40_000))
    ask_for_statements(date(2026, 12, 1), at=AT)
    page = words(client.get(url("benefit-statement", NOVEMBER)))
    assert "Is dit hetzelfde gebleven?" in page
    assert "€ 400,00" in page

    first = client.post(url("benefit-statement", NOVEMBER), {"same": "1"}, follow=True)
    assert "Dit doet uw inkomen" in words(first)
    assert "U hebt het nog niet doorgegeven." in words(first)
    assert Statement.objects.count() == 1
    second = client.post(url("benefit-statement-check", NOVEMBER), follow=True)

    assert "Wij hebben het ontvangen" in words(second)
    assert "3 dagen voor de betaling" in words(second)
    told = Statement.objects.get(month=NOVEMBER)
    assert told.by_resident
    assert made.asked.get().task.state == TaskState.APPROVED


def test_the_check_page_shows_what_the_run_then_pays(client, award_of, paid):
    award_of()
    fill_in(client, wage="400")

    page = words(client.get(url("benefit-statement-check", NOVEMBER)))
    client.post(url("benefit-statement-check", NOVEMBER))
    line = paid(at=AT.replace(hour=12)).lines.get()

    assert line.pays < 134_849
    assert euros(line.pays).replace("\N{NO-BREAK SPACE}", " ") in page


def test_a_double_click_tells_it_once(client, award_of):
    award_of()
    fill_in(client, wage="400")
    session = client.cookies["plein_inwoner"].value
    typed = load(session)["benefit_statement"]

    client.post(url("benefit-statement-check", NOVEMBER))
    put(session, typed)  # the second click came before the first was answered
    again = client.post(url("benefit-statement-check", NOVEMBER), follow=True)
    third = client.post(url("benefit-statement-check", NOVEMBER), follow=True)

    assert "Wij hebben het ontvangen" in words(again)
    assert "Wij hebben het ontvangen" in words(third)
    assert Statement.objects.count() == 1


def test_what_was_typed_is_kept_with_a_mistake_and_on_the_way_back(client, award_of):
    award_of()

    wrong = fill_in(client, wage="veel", tax_back="12,50")
    assert wrong.status_code == 422
    assert 'value="veel"' in words(wrong)
    assert 'value="12,50"' in words(wrong)
    assert "Fout:" in words(wrong)

    fill_in(client, wage="400", tax_back="12,50")
    back = words(client.get(url("benefit-statement", NOVEMBER)))
    assert 'value="400,00"' in back
    assert 'value="12,50"' in back
    assert '<details class="mo-more" open>' in back


def test_a_partner_is_asked_about_only_where_there_is_one(client, award_of, noor):
    made = award_of()
    assert "van uw partner" not in words(client.get(url("benefit-statement", NOVEMBER)))

    together = ALONE.model_copy(update={"partner_born": date(1997, 1, 1)})
    lives_otherwise(made, together, from_on=NOVEMBER, by=noor, at=AT.replace(hour=10))

    assert "Loon van uw partner" in words(client.get(url("benefit-statement", NOVEMBER)))


def test_a_known_wage_of_the_month_is_shown_with_its_source_and_day(client, award_of, katja):
    award_of()
    row = {
        "vanaf": "2026-11-01",
        "tot": "2026-12-01",
        "bruto": 60_000,
        "werkgever": "De Winkel",
        "soort_inkomen": "15",
    }
    vault = vault_of(katja, at=NOON)
    keep(vault, [Incoming("loon_per_maand", [row])], mode=Mode.SOURCE, at=NOON)

    page = words(client.get(url("benefit-statement", NOVEMBER)))

    assert "€ 600,00 voor belasting" in page
    assert "UWV" in page
    assert "24 november" in page


def test_a_month_that_was_paid_says_what_happens_next(client, award_of, paid, katja):
    award_of()
    paid()

    fill_in(client, wage="400")
    page = words(client.get(url("benefit-statement-check", NOVEMBER)))
    assert "Deze maand is al betaald" in page
    assert "U hoeft nu niets te betalen." in page
    done = client.post(url("benefit-statement-check", NOVEMBER), follow=True)

    assert "Een medewerker rekent die opnieuw uit, vóór of op dinsdag 26 januari 2027" in words(
        done
    )


def test_a_month_that_is_not_over_is_kindly_refused(client, award_of):
    award_of()

    page = client.get(url("benefit-statement", DECEMBER), follow=True)

    assert "U kunt dit doorgeven vanaf 1 januari 2027." in words(page)


def test_looking_at_the_statement_is_a_look(client, award_of):
    award_of()
    before = Look.objects.count()

    client.get(url("benefit-statement", NOVEMBER))

    assert Look.objects.count() == before + 1
    assert Look.objects.order_by("pk").last().purpose == "omdat u uw uitkering bekeek"


def test_a_payslip_is_kept_once(client, award_of, katja, scanner):
    made = award_of()
    address = url("benefit-payslip", NOVEMBER)
    assert client.post(address).status_code == 422

    for _click in range(2):
        slip = SimpleUploadedFile("strook.jpg", photo(), "image/jpeg")
        response = client.post(address, {"papers": slip}, follow=True)
        assert "Wij hebben uw papier ontvangen." in words(response)

    (kept,) = Enclosure.objects.of(katja)
    made.refresh_from_db()
    assert kept.topic_id == made.topic_id


@pytest.mark.parametrize(
    ("name", "args", "most"),
    [
        ("benefit", (), 13),
        ("benefit-month", (NOVEMBER,), 12),
        ("benefit-explained", (NOVEMBER, "bijstandsnorm"), 19),
        ("benefit-statement", (NOVEMBER,), 20),
        ("benefit-year", (2026,), 16),
    ],
)
def test_a_page_asks_few_questions(
    name, args, most, client, award_of, paid, django_assert_max_num_queries
):
    award_of()
    paid()
    client.get(url("benefit"))

    with django_assert_max_num_queries(most):
        assert client.get(url(name, *args)).status_code == 200


def statement(award: Award, month: date, income: Income) -> None:
    row = Statement(award=award, month=month, known_at=NOON)
    row.content_sealed = seal_for(award.resident, row.pk, INCOME, income.written())
    row.save(force_insert=True)


def deduct(award: Award, staff, name: str, cents: int) -> None:
    row = Deduction(
        award=award,
        kind=DeductionKind.RENT,
        per_month=cents,
        from_month=NOVEMBER,
        made_by=staff,
        made_at=NOON,
        agreed_by=staff_member("collega", Role.CONSULENT),
        agreed_at=NOON,
    )
    row.account = open_account(AccountKind.INHOUDING, row.pk)
    payee = Payee(name=name, iban="NL91ABNA0417164300")
    row.payee_sealed = seal_for(award.resident, row.pk, PAYEE, payee.written())
    row.save(force_insert=True)


def fill_in(client, **amounts):
    return client.post(url("benefit-statement", NOVEMBER), amounts)


def store(key):
    return import_module(settings.SESSION_ENGINE).SessionStore(key)


def load(key):
    return dict(store(key).items())


def put(key, typed):
    session = store(key)
    session["benefit_statement"] = typed
    session.save()
