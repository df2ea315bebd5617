"""Plein on a telephone: without a connection it says how it stood; after signing out, nothing."""

import pytest

from tests.browser.axe import problems_on

pytestmark = pytest.mark.browser
KEPT = """async () => {
    const caches_ = await caches.keys();
    const pages = [];
    for (const name of caches_) {
        for (const request of await (await caches.open(name)).keys()) {
            pages.push(new URL(request.url).pathname);
        }
    }
    return {pages, state: localStorage.getItem("plein-last-state")};
}"""


def test_the_last_state_is_shown_without_a_connection_and_gone_after_signing_out(visitor):
    fatima = visitor(width=360)
    page = fatima.sign_in_with_digid("Fatima")
    page.evaluate("navigator.serviceWorker.ready")
    kept = page.evaluate(KEPT)
    assert "Fatima" not in str(kept)
    assert all(path.startswith(("/static/", "/thema/", "/zonder-")) for path in kept["pages"])

    fatima.context.set_offline(True)
    page.goto(page.url)
    assert page.get_by_role("heading", name="U hebt nu geen internet").is_visible()
    assert page.get_by_text("U moest nog 2 dingen doen").is_visible()
    assert "Fatima" not in page.content()
    fatima.context.set_offline(False)
    fatima.open("/zonder-internet/")
    assert problems_on(page, "zonder-internet") == []

    fatima.open("/gegevens/")
    page.get_by_role("button", name="Log uit").click()
    page.wait_for_url("**/")
    assert page.evaluate(KEPT) == {"pages": [], "state": None}
