"""Finding a product in the shop, as every resident does."""

from playwright.sync_api import Page


def finds(page: Page, words: str, title: str) -> None:
    """Only when the results stand: one that is put in its place loses a click."""
    page.get_by_label("Zoek een product").fill(words)
    page.get_by_role("button", name="Zoek", exact=True).click()
    page.wait_for_url(f"**zoek={words}**")
    page.get_by_role("link", name=title).first.click()
    page.get_by_role("heading", level=1, name=title).wait_for()
