"""Regelingen, as a provider reads them: where it takes part, on what terms, and asking to."""

from plein.tenants.scope import within
from plein.webshop.actions.participation import admit_part, refuse_part, suspend_part
from plein.webshop.models import Participation
from tests.cast import NOON, TESTS
from tests.web.provider.conftest import url


def read(till, **headers) -> str:
    return till.get(url("provider-schemes"), headers=headers or None).content.decode()


def test_a_provider_asks_once_and_waits(till, de_plons, kindpakket):
    assert "Vraag om mee te doen" in read(till)

    for _click in range(2):
        till.post(url("provider-scheme-ask", kindpakket.scheme_id))

    assert Participation.objects.get().status == "aangemeld"
    page = read(till)
    assert "De gemeente beslist" in page
    assert "Vraag om mee te doen" not in page


def test_what_is_withheld_is_told(till, de_plons, kindpakket):
    admit_part(de_plons, kindpakket.scheme, contribution=1_250, by=TESTS, at=NOON)

    assert "houdt 12,5% in" in read(till)


def test_a_reason_is_read_and_who_was_refused_may_ask_again(till, de_plons, kindpakket):
    till.post(url("provider-scheme-ask", kindpakket.scheme_id))
    refuse_part(Participation.objects.get(), "Alleen clubs.", by=TESTS, at=NOON)

    page = read(till)

    assert "Alleen clubs." in page
    assert "Vraag om mee te doen" in page


def test_who_is_suspended_cannot_ask(till, de_plons, kindpakket):
    part = admit_part(de_plons, kindpakket.scheme, by=TESTS, at=NOON)
    suspend_part(part, "Klachten", by=TESTS, at=NOON)

    till.post(url("provider-scheme-ask", kindpakket.scheme_id))

    assert Participation.objects.get().status == "geschorst"
    assert "Vraag om mee te doen" not in read(till)


def test_a_draft_and_a_scheme_of_elsewhere_do_not_exist(till, in_buren, buren, kindpakket):
    kindpakket.scheme.__class__.objects.update(status="concept")

    assert till.post(url("provider-scheme-ask", kindpakket.scheme_id)).status_code == 404
    with within(buren):
        elsewhere = {"host": "buren.localhost"}
        asked = till.post(url("provider-scheme-ask", kindpakket.scheme_id), headers=elsewhere)
    assert asked.status_code == 404
    assert "Kindpakket" not in read(till, host="buren.localhost")
