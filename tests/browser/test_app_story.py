"""Plein on a telephone: without a connection it says how it stood; after signing out, nothing."""

import json

import pytest

from tests.browser.axe import problems_on

pytestmark = pytest.mark.browser
SHOWN = """async () => {
    const worker = await navigator.serviceWorker.ready;
    for (let tries = 0; tries < 100; tries++) {
        const [found] = await worker.getNotifications();
        if (found) return {title: found.title, body: found.body, tag: found.tag};
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
}"""
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


def test_a_word_on_the_screen_tells_nothing_of_what_it_is(visitor):
    fatima = visitor(width=360)
    page = fatima.sign_in_with_digid("Fatima")
    page.evaluate("navigator.serviceWorker.ready")
    origin = page.evaluate("location.origin")
    fatima.context.grant_permissions(["notifications"], origin=origin)
    workers = []
    browser = fatima.context.new_cdp_session(page)
    browser.on(  # a builtin cannot be listened with
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: workers.append(told),  # noqa: PLW0108
    )
    browser.send("ServiceWorker.enable")
    page.wait_for_function("navigator.serviceWorker.controller")
    registration = workers[-1]["registrations"][0]["registrationId"]
    said = {"title": "Gemeente Emmen", "body": "Er is nieuws voor u.", "badge": 2}

    browser.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": origin, "registrationId": registration, "data": json.dumps(said)},
    )

    assert page.evaluate(SHOWN) == {
        "title": "Gemeente Emmen",
        "body": "Er is nieuws voor u.",
        "tag": "nieuws",
    }


def test_a_word_on_this_device_is_offered_where_the_browser_can(visitor):
    fatima = visitor(width=360)
    page = fatima.sign_in_with_digid("Fatima")
    fatima.open("/gegevens/bereiken/")

    assert page.get_by_role("button", name="Stuur mij een seintje op dit apparaat").is_visible()
    assert page.get_by_text("Deze browser kan geen seintje geven").is_hidden()
    assert problems_on(page, "bereiken") == []
