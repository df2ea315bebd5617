"""Fill in an aanvraag in a browser, whatever it asks: the first choice, and a word of each kind."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page

WORDS = {"spaargeld": "1250", "rekening": "NL91 ABNA 0417 1643 00"}
MOST_STEPS = 20


def fill_in(page: Page, see: Callable[[str], None] = lambda _name: None) -> None:
    """From the start to what is sent; each page is seen on the way."""
    page.get_by_role("button", name="Begin").click()
    for number in range(MOST_STEPS):
        see(f"invullen-{number}")
        if page.get_by_role("button", name="Verstuur mijn aanvraag").count():
            page.get_by_role("button", name="Verstuur mijn aanvraag").click()
            return
        answer_all(page.locator("form").filter(has=page.get_by_role("button", name="Verder")))
        page.get_by_role("button", name="Verder").click()
    raise AssertionError(page.url)


def answer_all(form: Locator) -> None:
    for group in form.locator("fieldset").all():
        if not group.locator("input:checked").count():
            group.locator("input").first.check()
    for field in form.locator("[aria-required=true]").all():
        if not field.input_value():
            field.fill(WORDS.get(field.get_attribute("name") or "", "Niemand"))
