"""Passwords: forgotten, chosen anew, and never enough to come in."""

import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.test import Client

from plein.demo.codes import current_code, enrol_demo
from plein.identity.models import Account, Role, Staff
from plein.web.doors import DESK
from tests.web.work.conftest import HOST, code_for, give_password

NEW = "Een zin van vijf woorden"
FORGOTTEN = "account/wachtwoord/vergeten/"


def link_in(mail) -> str:
    (link,) = re.findall(r"http://emmen\.localhost(/\S+)", mail.body)
    return link


def ask_for_link(client, mailoutbox, email="sam@plein.example", door=DESK) -> str:
    client.post(door.prefix + FORGOTTEN, {"email": email})
    return link_in(mailoutbox[-1])


def choose(client, link, password=NEW, again=NEW):
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0] if form.redirect_chain else link
    return client.post(address, {"password1": password, "password2": again}, follow=True)


def test_a_new_password_does_not_sign_in(client, sam, mailoutbox):
    enrol_demo(sam.account)

    page = choose(client, ask_for_link(client, mailoutbox))

    assert "Uw wachtwoord is gewijzigd" in page.content.decode()
    assert client.get("/medewerkers/").status_code == 302
    assert give_password(client, password=NEW).url == "/medewerkers/inloggen/code/"
    assert client.get("/medewerkers/").status_code == 302


def test_the_mail_leads_back_to_the_door_it_was_asked_at(client, door, person, mailoutbox):
    link = ask_for_link(client, mailoutbox, person.account.email, door)

    (mail,) = mailoutbox
    assert link.startswith(f"{door.prefix}account/wachtwoord/nieuw/")
    assert mail.subject == "Kies een nieuw wachtwoord voor Plein"
    assert mail.to == [person.account.email]
    assert "De link werkt 1 uur, en één keer." in mail.body
    assert "Gemeente Emmen" in mail.body


def test_a_link_works_once(client, sam, mailoutbox):
    link = ask_for_link(client, mailoutbox)
    choose(client, link)

    page = Client(HTTP_HOST=HOST).get(link)

    assert "Deze link werkt niet meer" in page.content.decode()


@pytest.mark.parametrize(("minutes", "works"), [(59, True), (61, False)])
def test_a_link_works_for_an_hour(client, sam, mailoutbox, monkeypatch, minutes, works):
    link = ask_for_link(client, mailoutbox)
    now = PasswordResetTokenGenerator._now
    later = timedelta(minutes=minutes)
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda made: now(made) + later)

    page = client.get(link, follow=True).content.decode()

    assert ("Kies een nieuw wachtwoord" in page) is works


def test_an_unknown_address_gets_the_same_answer_and_no_link(client, sam, mailoutbox):
    answers = [
        client.post(DESK.prefix + FORGOTTEN, {"email": email}, follow=True).content
        for email in ("sam@plein.example", "niemand@plein.example")
    ]

    assert without_tokens(answers[0]) == without_tokens(answers[1])
    assert mailoutbox[1].to == ["niemand@plein.example"]
    assert "http" not in mailoutbox[1].body


def without_tokens(page: bytes) -> str:
    return re.sub(r'value="[^"]*"', "", page.decode())


@pytest.mark.parametrize(
    ("password", "again", "says"),
    [
        ("kort", "kort", "Kies er een van minstens 12 tekens."),
        ("qwertyuiop123", "qwertyuiop123", "makkelijk te raden"),
        ("sam@plein.example", "sam@plein.example", "lijkt op uw naam of e-mailadres"),
        (NEW, NEW + "!", "De twee wachtwoorden zijn niet hetzelfde."),
        ("", NEW, "Kies een nieuw wachtwoord."),
    ],
)
def test_a_password_that_will_not_do_says_why(client, sam, mailoutbox, password, again, says):
    page = choose(client, ask_for_link(client, mailoutbox), password, again)

    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert says in page.content.decode()
    assert Account.objects.get(pk=sam.account_id).check_password("Samen-op-het-plein")


def test_a_changed_password_signs_out_elsewhere_and_tells_by_mail(
    inside, door, person, at_work, mailoutbox
):
    elsewhere = at_work(person.account, door)

    page = inside.post(
        f"{door.prefix}account/wachtwoord/",
        {"oldpassword": "Samen-op-het-plein", "password1": NEW, "password2": NEW},
    )

    assert page.url == f"{door.prefix}account/"
    assert inside.get(door.prefix).status_code == 200
    assert elsewhere.get(door.prefix).status_code == 302
    assert mailoutbox[-1].subject == "Uw wachtwoord voor Plein is gewijzigd"
    assert "Deed u dit niet zelf? Bel ons dan meteen." in mailoutbox[-1].body


def test_a_password_is_changed_by_who_knows_it(inside, door, person):
    page = inside.post(
        f"{door.prefix}account/wachtwoord/",
        {"oldpassword": "fout", "password1": NEW, "password2": NEW},
    )

    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Dit is niet uw wachtwoord van nu." in page.content.decode()
    assert person.account.check_password("Samen-op-het-plein")


def test_who_is_switched_off_is_told_so(client, sam):
    Account.objects.update(is_active=False)

    page = give_password(client)

    assert page.url == "/medewerkers/account/niet-actief/"


def test_somebody_invited_comes_in_for_the_first_time(committed, client, emmen, mailoutbox):
    account = Account.objects.create_user("lot@emmen.nl", name="Lot")
    Staff.objects.create(account=account, team="Team Minima", roles=[Role.CONSULENT])

    choose(client, ask_for_link(client, mailoutbox, "lot@emmen.nl"))
    page = give_password(client, "lot@emmen.nl", NEW)
    form = client.get(page.url, follow=True)
    code = code_for(form.context["form"].secret)
    codes = client.post(form.redirect_chain[-1][0], {"code": code}, follow=True)

    assert "Uw herstelcodes" in codes.content.decode()
    assert client.get("/medewerkers/").status_code == 200
    assert current_code(account) is None
    assert mailoutbox[-1].subject == "Inlogcode aangezet voor Plein"
