"""Fill in an aanvraag in a browser, whatever it asks: the first choice, and a word of each kind."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import FilePayload, Locator, Page

from tests.documents.files import photo

WORDS = {"spaargeld": "1250", "rekening": "NL91 ABNA 0417 1643 00"}
BY_MARK = {
    ".utrecht-textbox--date": f"{timezone.localdate() + timedelta(days=7):%d-%m-%Y}",
    "[inputmode=decimal]": "1250,00",
    "[autocomplete=postal-code]": "7811 AB",
    "[autocapitalize=characters][spellcheck=false]": "NL91 ABNA 0417 1643 00",
}
PHOTO = FilePayload(name="bewijs.jpg", mimeType="image/jpeg", buffer=photo())
MOST_STEPS = 20


def fill_in(page: Page, see: Callable[[str], None] = lambda _name: None) -> None:
    """From the start to what is sent; each page is seen on the way."""
    main = page.locator("main")  # by what they are: the words are of any language
    main.locator("button.nl-button--primary").click()
    for number in range(MOST_STEPS):
        see(f"invullen-{number}")
        if page.url.endswith("/controle/"):
            main.locator("form button.nl-button--primary").click()
            return
        answer_all(page.locator("#invullen"))
        page.locator("#invullen button.nl-button--primary").click()
    raise AssertionError(page.url)


def answer_all(form: Locator) -> None:
    for group in form.locator("fieldset").all():
        if not group.locator("input:checked").count():
            group.locator("input").first.check()
    for field in form.locator("[aria-required=true]").all():
        if field.get_attribute("type") == "file":
            field.set_input_files(PHOTO)
        elif not field.input_value():
            field.fill(words_for(field))


def words_for(field: Locator) -> str:
    """Something of its kind, as people type it, and within its limits."""
    if found := WORDS.get(field.get_attribute("name") or ""):
        return found
    if field.get_attribute("type") == "number":
        return field.get_attribute("min") or "1"
    for mark, words in BY_MARK.items():
        if field.and_(field.page.locator(mark)).count():
            return words
    return "Niemand".ljust(int(field.get_attribute("minlength") or 0), ".")
