"""Every page of somebody's own account, in our words, at both doors."""

import re
from http import HTTPStatus

import pytest
from allauth.mfa.models import Authenticator

from plein.demo.codes import enrol_demo
from plein.web.doors import PROVIDER
from tests.web.work.conftest import PASSWORD, give_password, passkey_of

OWN_PAGES = {
    "account/": "Mijn account",
    "account/wachtwoord/": "Wijzig uw wachtwoord",
    "account/bevestig/": "Laat zien dat u het bent",
    "account/bevestig/code/": "Laat zien dat u het bent",
    "account/bevestig/passkey/": "Laat zien dat u het bent",
    "account/inlogcode/andere-app/": "Een nieuwe telefoon of app",
    "account/inlogcode/app/weg/": "Inlogcode uitzetten",
    "account/herstelcodes/": "Uw herstelcodes",
    "account/herstelcodes/nieuw/": "Nieuwe herstelcodes",
    "account/passkeys/": "Uw passkeys",
    "account/passkeys/erbij/": "Voeg een passkey toe",
    "account/passkeys/{passkey}/naam/": "Wijzig de naam van de passkey",
    "account/passkeys/{passkey}/weg/": "Verwijder de passkey",
}
OPEN_PAGES = {
    "account/nieuw/": "U krijgt een account van de gemeente",
    "account/niet-actief/": "Uw account staat uit",
    "account/wachtwoord/vergeten/": "Wachtwoord vergeten?",
    "account/wachtwoord/vergeten/verstuurd/": "Kijk in uw e-mail",
    "account/wachtwoord/nieuw/1-oude-link/": "Deze link werkt niet meer",
    "account/wachtwoord/klaar/": "Uw wachtwoord is gewijzigd",
}
# What django-allauth says itself, in English and in Dutch.
NOT_OURS = re.compile(
    r"authenticator|security key|two-factor|recovery|beveiligingssleutel|tweestaps|\bje\b|\bjouw\b",
    re.IGNORECASE,
)


def test_every_page_of_an_account_speaks_as_we_do(inside, door, person):
    passkey = passkey_of(person.account)
    inside.post(f"{door.prefix}account/herstelcodes/nieuw/")

    for path, heading in OWN_PAGES.items():
        page = inside.get(door.prefix + path.format(passkey=passkey.pk))

        assert (page.status_code, heading_in(page)) == (HTTPStatus.OK, heading), path
        assert f'href="{door.prefix}account/"' in page.content.decode(), path
        assert ("Kassa" in words_of(page)) == (door is PROVIDER), path
        assert NOT_OURS.search(words_of(page)) is None, path


def test_every_page_before_somebody_is_in_speaks_as_we_do(client, door):
    who = f"Voor {door.people}"

    for path, heading in OPEN_PAGES.items():
        page = client.get(door.prefix + path)

        assert (page.status_code, heading_in(page)) == (HTTPStatus.OK, heading), path
        assert who in words_of(page), path
        assert NOT_OURS.search(words_of(page)) is None, path


def test_a_page_of_an_account_asks_little_of_the_database(
    inside, door, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        inside.get(f"{door.prefix}account/")


def test_an_overview_leads_to_recovery_codes_until_there_are_some(inside, door):
    before = words_of(inside.get(f"{door.prefix}account/"))
    inside.post(f"{door.prefix}account/herstelcodes/nieuw/")
    after = words_of(inside.get(f"{door.prefix}account/"))

    assert "U hebt nog geen herstelcodes" in before
    assert "U hebt nog 10 herstelcodes" in after


def test_the_pages_with_a_passkey_say_what_to_do_without_script(inside, door, person):
    passkey_of(person.account)

    for path in ("account/passkeys/erbij/", "account/bevestig/passkey/"):
        page = inside.get(door.prefix + path).content.decode()
        assert "Passkeys werken niet in deze browser." in page
        assert "<noscript" not in page


def test_a_passkey_gets_another_name(inside, door, person):
    passkey = passkey_of(person.account)

    inside.post(f"{door.prefix}account/passkeys/{passkey.pk}/naam/", {"name": "Laptop"})

    assert "Laptop" in words_of(inside.get(f"{door.prefix}account/passkeys/"))


@pytest.mark.parametrize(
    ("name", "says"),
    [("", "Geef de passkey een naam."), ("x" * 61, "Kies een kortere naam")],
)
def test_a_passkey_keeps_its_name_when_the_new_one_is_not_right(inside, door, person, name, says):
    passkey = passkey_of(person.account)

    page = inside.post(f"{door.prefix}account/passkeys/{passkey.pk}/naam/", {"name": name})

    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert says in words_of(page)
    assert Authenticator.objects.get(pk=passkey.pk).data["name"] == "Telefoon"


@pytest.mark.parametrize("forged", ["", "[]", "7", '{"id": "x"}', '{"id": 1, "rawId": 1}'])
def test_what_is_no_passkey_is_not_added(inside, door, person, forged):
    page = inside.post(
        f"{door.prefix}account/passkeys/erbij/", {"name": "Vals", "credential": forged}
    )

    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "De passkey is niet gemaakt." in words_of(page)
    assert not Authenticator.objects.filter(user=person.account, type="webauthn").exists()


@pytest.mark.parametrize("forged", ["", "[]", '{"id": "x"}'])
def test_what_is_no_passkey_lets_nobody_in(client, door, person, forged):
    passkey_of(person.account)
    give_password(client, person.account.email, door=door)

    page = client.post(f"{door.prefix}inloggen/code/", {"credential": forged})

    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "De passkey werkte niet." in words_of(page)
    assert client.get(door.prefix).status_code == HTTPStatus.FOUND


def test_what_is_no_passkey_confirms_nothing(inside, door, person):
    passkey_of(person.account)

    page = inside.post(f"{door.prefix}account/bevestig/passkey/", {"credential": "{}"}, follow=True)

    assert page.redirect_chain == [(f"{door.prefix}account/bevestig/passkey/", 302)]
    assert "De passkey werkte niet." in words_of(page)


def test_a_wrong_password_confirms_nothing(door, person, at_work):
    enrol_demo(person.account)
    inside = at_work(person.account, door)

    page = inside.post(f"{door.prefix}account/bevestig/", {"password": "fout"})

    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Dit wachtwoord klopt niet." in words_of(page)
    asked = inside.get(f"{door.prefix}account/passkeys/erbij/")
    assert asked.url.startswith(f"{door.prefix}account/bevestig/")


def test_who_guesses_too_often_gets_a_page_of_ours(at_work, door, person):
    inside = at_work(person.account, door)
    for _try in range(10):
        inside.post(f"{door.prefix}account/bevestig/", {"password": "fout"})

    page = inside.post(f"{door.prefix}account/bevestig/", {"password": PASSWORD})

    assert page.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert heading_in(page) == "U probeerde het te vaak"


def heading_in(page) -> str:
    (heading,) = re.findall(r"<h1[^>]*>(.*?)</h1>", page.content.decode(), re.DOTALL)
    return heading.strip()


def words_of(page) -> str:
    """What can be read on a page: no tags, no scripts."""
    text = re.sub(r"<script.*?</script>", "", page.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))
