"""What staff do with a benefit, in the browser: pay it, change it, and ask back."""

from datetime import date, datetime, timedelta

from playwright.sync_api import Page

from plein.demo.shop import DEMO
from plein.identity.models import Staff
from plein.kernel.clock import AMSTERDAM
from plein.payments.actions.booking import book_run
from plein.payments.actions.lines import calculate_run
from plein.payments.actions.running import approve_run, looked_at, make_run, propose_run
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.workflows.our_rules import our_rules
from tests.browser.axe import problems_on
from tests.browser.site import Site
from tests.browser.visitor import Visitor, sign_in_to_work

DESK = "medewerkers"
BENEFITS, DEBTS = f"/{DESK}/uitkeringen/", f"/{DESK}/terugbetalen/"


def moment(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, 0, tzinfo=AMSTERDAM)


def month(year: int, number: int) -> date:
    return date(year, number, 1)


class Desk:
    """Each of the staff has a browser of their own."""

    def __init__(self, visitor, site: Site):
        self.visitor, self.site = visitor, site
        self.known: dict[str, Visitor] = {}

    def of(self, name: str) -> Visitor:
        """Who was signed in some months ago signs in again."""
        self.known[name] = self.known.get(name) or self.visitor()
        return sign_in_to_work(self.known[name], name, DESK)

    def travel_to(self, at: datetime) -> None:
        self.site.travel_to(at)

    def pay(self, over: date, at: datetime, number: str, *, only_due: bool = False) -> str:
        """From a new run to the files for the bank; what it pays to this benefit."""
        self.travel_to(at)
        page = self.of("ingrid").open(f"{BENEFITS}betalen/nieuw/")
        page.get_by_label("Over welke maand?").select_option(over.isoformat())
        page.get_by_label("Betaaldag").fill(f"{at + timedelta(days=1):%d-%m-%Y}")
        if only_due:
            page.get_by_label("Alleen wat al klaarstaat").check()
        page.get_by_role("button", name="Bereken de betaling").click()
        address = page.url
        _wait_for(page, "Vragen")
        amount = self._amount(page, number)
        self._sees_all(page, address)
        page.get_by_role("button", name="Stuur naar een collega").click()
        checker = self.of("tom").page
        checker.goto(address)
        checker.get_by_role("button", name="Keur goed").click()
        _wait_for(checker, "Bestanden voor de bank")
        look(checker, "katja-betaling-klaar")
        assert "drie keer hetzelfde" in plain(checker)
        return amount

    def pay_quickly(self, over: date, at: datetime, number: str) -> int:
        """The same without the browser, in cents."""
        self.travel_to(at)
        with within(Municipality.objects.get(slug="emmen")):
            staff = {
                each.account.email.partition("@")[0]: each
                for each in Staff.objects.select_related("account")
            }
            maker, checker = staff["ingrid"], staff["tom"]
            run = make_run(over, pay_on=at.date(), by=maker, at=at)
            calculate_run(run, our_rules(), by=DEMO, at=at)
            looked_at(run, list(run.lines.values_list("pk", flat=True)), by=maker, at=at)
            propose_run(run, by=maker, at=at)
            book_run(approve_run(run, by=checker, at=at), by=DEMO, at=at)
            return run.lines.get(award__number=number).pays

    def lives_otherwise(self, number: str, day: str, *, decided: str = "", others: str = "") -> str:
        """What the page says then, with what was paid too much."""
        page = self.award(number)
        page.get_by_text("Iets is anders vanaf een dag").click()
        page.get_by_label("Vanaf welke dag is het anders?").fill(day)
        if decided:
            page.get_by_label(decided, exact=False).first.check()
        if others:
            page.get_by_label("Anderen van 27 jaar of ouder thuis").fill(others)
        page.get_by_role("button", name="Sla op").click()
        assert page.get_by_text("Vanaf die dag rekenen wij hiermee.").is_visible()
        look(page, "katja-uitkering-bureau")
        return plain(page)

    def award(self, number: str) -> Page:
        page = self.of("noor").open(BENEFITS)
        page.get_by_role("link", name=number).click()
        return page

    def asks_back(self, number: str, why: str) -> str:
        """Proposed by one, decided by another; the address of the debt."""
        page = self.award(number)
        page.get_by_role("link", name="Bekijk of dit wordt teruggevraagd").click()
        page.get_by_role("radio").first.check()
        page.get_by_label("Over de maanden vanaf").fill("16-10-2026")
        page.get_by_label("Tot en met").fill("31-10-2026")
        page.get_by_label("Uitleg voor de inwoner").fill(why)
        look(page, "katja-terugvragen")
        page.get_by_role("button", name="Stel dit voor").click()
        decides = self.of("sam").page
        decides.goto(page.url)
        decides.get_by_role("button", name="Besluit dit").click()
        look(decides, "katja-schuld-bureau")
        return page.url

    def agrees(self, debt: str) -> None:
        page = self.of("noor").page
        page.goto(debt)
        assert "De inwoner stelt € 40,00 per maand voor." in plain(page)
        page.get_by_role("button", name="Akkoord", exact=True).click()
        assert page.get_by_text("De afspraak geldt vanaf deze maand.").is_visible()

    def _amount(self, page: Page, number: str) -> str:
        page.get_by_role("link", name="Alle regels").click()
        look(page, "katja-betaling-regels")
        row = page.get_by_role("row").filter(has_text=number)
        return row.get_by_role("cell").last.inner_text().replace("\N{NO-BREAK SPACE}", " ")

    def _sees_all(self, page: Page, address: str) -> None:
        page.goto(address)
        while boxes := page.locator("input[name=line]").all():
            for box in boxes:
                box.check()
            page.get_by_role("button", name="Aangevinkte regels zijn gezien").click()


def _wait_for(page: Page, heading: str) -> None:
    """A job works; to the clock of the database it may have stood still for months."""
    for _second in range(60):
        if page.get_by_role("heading", name=heading).count():
            return
        page.wait_for_timeout(1_000)
        page.reload()
    raise AssertionError(f"{heading} does not come")


def plain(page: Page) -> str:
    return page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def look(page: Page, name: str) -> None:
    assert problems_on(page, name) == []
