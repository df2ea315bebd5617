"""What axe and the eye find on a page, on the smallest phone, a phone and a desk."""

import os

from playwright.sync_api import Page

from plein.config.environment import ROOT
from tests.browser.shape import parts_of

SCRIPT = (ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What is in order is not described and not sent: on a long page that is most of the work.
RUN = """async (rules) => {
    const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
    return found.violations;
}"""
WIDTHS = (320, 360, 1280)  # pixels; 320 is a screen of 1280 at 400 per cent (WCAG 1.4.10)
PICTURES = os.environ.get("PLEIN_PICTURES")  # a folder, for whoever wants to look
ROOM = 400  # pixels below the page, so that the bar at the bottom covers nothing of it


SEEN: dict[int, set[str]] = {width: set() for width in WIDTHS}  # by the stories of this run


def problems_on(page: Page, name: str = "") -> list[str]:
    """Readable lines; the window is as it was afterwards, and every fold is open."""
    name = name or page.url.split("/", 3)[3].replace("/", "_")
    before = page.viewport_size
    found = []
    for width in WIDTHS:
        if PICTURES and width != 320:
            _picture(page, name, width)
        found += [f"{page.url} at {width}: {problem}" for problem in _problems_at(page, width)]
    if before:
        page.set_viewport_size(before)
    return found


def problems_on_a_phone(page: Page, name: str) -> list[str]:
    """On the smallest alone, for where many pages have the same shape."""
    before = page.viewport_size
    if PICTURES:
        _picture(page, name, 360)
    found = _problems_at(page, 320)
    if before:
        page.set_viewport_size(before)
    return [f"{name} at 320: {problem}" for problem in found]


def _problems_at(page: Page, width: int) -> list[str]:
    """A phone of 360 has the same layout as one of 320: there only the width is looked at.

    Axe does not judge words: so is a page of which every part was judged before, at this width.
    """
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    found = ["scrolls sideways"] if scrolls_sideways(page) else []
    if width == 360:
        return found
    parts = parts_of(page)
    if not parts <= SEEN[width]:
        found += _axe_finds_all(page, width)
    SEEN[width] |= parts
    return found


def _axe_finds_all(page: Page, width: int) -> list[str]:
    """As high as it takes: axe does not judge what is out of sight."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height + ROOM})
    return axe_finds(page)


def _picture(page: Page, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)


def axe_finds(page: Page) -> list[str]:
    """What axe finds on a page, as readable lines."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    violations = page.evaluate(RUN, RULES)
    return [
        f"{violation['id']}: {node['target']}"
        for violation in violations
        for node in violation["nodes"]
    ]


def scrolls_sideways(page: Page) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )
