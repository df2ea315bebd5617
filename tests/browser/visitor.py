"""Somebody with a browser of their own."""

from playwright.sync_api import Browser, BrowserContext, Page

from plein.demo.cast import PASSWORD
from tests.browser.site import Site

# Milliseconds after which the demo shows another code.
CODE_LASTS = 30_000


class Visitor:
    """Somebody with a browser of their own, who notices every breach of the page's own policy."""

    def __init__(self, browser: Browser, site: Site, *, width: int = 1280, scripts: bool = True):
        self.site = site
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 900}, locale="nl-NL", java_script_enabled=scripts
        )
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _listen(self, message) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def open(self, path: str, slug: str = "emmen") -> Page:
        self.page.goto(self.site.address(path, slug))
        return self.page

    def sign_in_with_digid(self, name: str, slug: str = "emmen") -> Page:
        self.open("/", slug)
        self.page.get_by_role("link", name="Inloggen met DigiD").click()
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_url("**/overzicht/")
        return self.page


def sign_in_to_work(worker: Visitor, name: str, door: str, slug: str = "emmen") -> Visitor:
    """Once for each file of stories, as a code is good for one time; later by their cookies."""
    known = worker.site.signed_in
    worker.context.add_cookies(known.get((name, door, slug), []))
    page = worker.open(f"/{door}/", slug)
    if page.url != worker.site.address(f"/{door}/", slug):
        give_password_and_code(worker, name, door, slug)
        known[name, door, slug] = worker.context.cookies()
    return worker


def give_password_and_code(worker: Visitor, name: str, door: str, slug: str = "emmen") -> None:
    """As the demo shows them."""
    page = worker.open(f"/{door}/inloggen/", slug)
    page.get_by_label("E-mailadres").fill(f"{name}@plein.example")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    give_code(page)
    if page.get_by_label("Code van 6 cijfers").count():  # a code is good for one time only
        page.wait_for_timeout(CODE_LASTS)
        page.goto(page.url)
        give_code(page)
    page.wait_for_url(f"**/{door}/")


def give_code(page: Page) -> None:
    page.get_by_label("Code van 6 cijfers").fill(page.locator("[data-demo-code]").inner_text())
    with page.expect_navigation():
        page.get_by_role("button", name="Log in").click()
