"""Codes for the day that the phone is gone."""

import re

from plein.web.doors import DESK
from tests.web.work.conftest import code_for, come_in, give_password

CODES = "/medewerkers/account/herstelcodes/"


def codes_on(page) -> list[str]:
    return re.findall(r"<code>(\d{8})</code>", page.content.decode())


def new_codes(client) -> list[str]:
    return codes_on(client.post(CODES + "nieuw/", follow=True))


def use(client, code):
    client.post("/medewerkers/uitloggen/")
    give_password(client)
    return client.post("/medewerkers/inloggen/code/", {"code": code})


def test_right_after_the_first_app_the_codes_are_shown(committed, client, sam):
    give_password(client)
    address = "/medewerkers/account/inlogcode/app/"
    secret = client.get(address).context["form"].secret

    page = client.post(address, {"code": code_for(secret)}, follow=True)

    assert page.redirect_chain == [(CODES, 302)]
    assert len(codes_on(page)) == 10
    assert "Bewaar deze codes op een veilige plek" in page.content.decode()
    assert client.get("/medewerkers/").status_code == 200


def test_a_recovery_code_lets_in_once(client, sam):
    come_in(client, sam.account)
    code, *_others = new_codes(client)

    first, second = use(client, code), use(client, code)

    assert first.url == "/medewerkers/"
    assert second.status_code == 422
    assert client.get("/medewerkers/").status_code == 302


def test_who_came_in_with_a_recovery_code_sees_one_less(client, sam):
    come_in(client, sam.account)
    code, *_others = new_codes(client)

    use(client, code)

    assert "U hebt nog 9 herstelcodes" in client.get("/medewerkers/account/").content.decode()


def test_new_codes_replace_the_old(client, sam):
    come_in(client, sam.account)
    old, *_others = new_codes(client)
    new = new_codes(client)

    assert old not in new
    assert use(client, old).status_code == 422


def test_codes_are_shown_after_another_proof_only(at_work, client, sam):
    come_in(client, sam.account)
    new_codes(client)
    later = at_work(sam.account, DESK)

    for path in ("", "bewaren/", "nieuw/"):
        assert later.get(CODES + path).url.startswith("/medewerkers/account/bevestig/"), path


def test_the_codes_can_be_kept_as_a_file(client, sam):
    come_in(client, sam.account)
    codes = new_codes(client)

    file = client.get(CODES + "bewaren/")

    assert file.headers["Content-Disposition"] == 'attachment; filename="herstelcodes.txt"'
    assert file.headers["Cache-Control"].find("no-store") >= 0
    assert all(code in file.content.decode() for code in codes)
