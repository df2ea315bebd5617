"""Nobody comes in to work with a password alone."""

from allauth.mfa.models import Authenticator
from django.urls import get_resolver

from plein.demo.codes import current_code, enrol_demo
from plein.identity.models import Account, Role, Staff
from plein.tenants.scope import within
from plein.web.doors import DESK
from plein.web.policies import policy_of
from tests.web.test_policies import patterns
from tests.web.work.conftest import code_for, give_password

WORK_PAGES = [
    f"/{route}"
    for route, entry in patterns(get_resolver(DESK.urlconf))
    if "<" not in route
    and policy_of(entry.callback).doors
    and not policy_of(entry.callback).first_factor
]


def test_the_password_leads_to_the_code_and_the_code_leads_in(client, sam):
    enrol_demo(sam.account)

    response = give_password(client)
    assert response.url == "/medewerkers/inloggen/code/"
    page = client.get(response.url).content.decode()
    code = current_code(sam.account)
    assert code in page
    done = client.post("/medewerkers/inloggen/code/", {"code": code})

    assert done.url == "/medewerkers/"


def test_who_has_no_second_factor_yet_has_to_make_one(client, sam):
    give_password(client)

    page = client.get("/medewerkers/", follow=True)

    assert page.redirect_chain[-1][0] == "/medewerkers/account/inlogcode/app/"
    assert "Een tweede slot op uw account" in page.content.decode()


def test_right_after_making_one_the_door_is_open(committed, client, sam):
    give_password(client)
    page = client.get("/medewerkers/account/inlogcode/app/")
    secret = page.context["form"].secret
    client.post("/medewerkers/account/inlogcode/app/", {"code": code_for(secret)})

    assert client.get("/medewerkers/").status_code == 200
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in stored


def test_no_page_of_work_opens_with_a_password_alone(client, sam):
    enrol_demo(sam.account)
    give_password(client)

    for path in WORK_PAGES:
        assert client.get(path).status_code in (302, 404, 405), path


def test_a_code_works_once(client, sam):
    enrol_demo(sam.account)
    give_password(client)
    code = current_code(sam.account)
    client.post("/medewerkers/inloggen/code/", {"code": code})
    client.post("/medewerkers/uitloggen/")

    give_password(client)
    page = client.post("/medewerkers/inloggen/code/", {"code": code})

    assert "Deze code klopt niet" in page.content.decode()
    assert client.get("/medewerkers/").status_code == 302


def test_after_five_wrong_passwords_the_right_one_waits_too(client, sam):
    for _try in range(5):
        give_password(client, password="fout")

    page = give_password(client)

    assert "te vaak" in page.content.decode()


def test_the_answer_does_not_tell_whether_somebody_exists(client, sam):
    known = give_password(client, password="fout").content.decode()
    unknown = give_password(client, email="niemand@plein.example").content.decode()

    says = "Dit e-mailadres en wachtwoord horen niet bij elkaar"
    assert says in known
    assert says in unknown


def test_the_demo_code_is_not_shown_when_the_demo_is_off(client, sam, settings):
    settings.DEMO = False
    enrol_demo(sam.account)
    give_password(client)

    page = client.get("/medewerkers/inloggen/code/").content.decode()

    assert "data-demo-code" not in page
    assert current_code(sam.account) is None


def test_only_the_demo_cast_has_a_demo_code(client, sam):
    sam.account.email = "sam@emmen.nl"

    assert current_code(sam.account) is None


def test_staff_who_are_switched_off_are_out_at_once(at_work, sam):
    inside = at_work(sam.account, DESK)
    assert inside.get("/medewerkers/").status_code == 200

    Account.objects.update(is_active=False)

    assert inside.get("/medewerkers/").status_code == 302


def test_staff_of_another_municipality_have_no_access_here(at_work, emmen, buren):
    with within(buren):
        account = Account.objects.create_user("piet@plein.example", name="Piet")
        Staff.objects.create(account=account, team="Team", roles=[Role.CONSULENT])

    page = at_work(account, DESK).get("/medewerkers/", follow=True)

    assert page.status_code == 403
    assert "U hebt hier geen toegang" in page.content.decode()


def test_a_provider_has_no_access_at_the_desk(at_work, yara):
    page = at_work(yara.account, DESK).get("/medewerkers/", follow=True)

    assert page.status_code == 403


def test_a_session_of_one_door_is_nothing_at_another(at_work, sam):
    inside = at_work(sam.account, DESK)
    inside.cookies["plein_inwoner"] = inside.cookies[DESK.cookie].value

    assert inside.get("/overzicht/").status_code == 302


def test_somebody_without_the_right_is_told_so(at_work, sam):
    page = at_work(sam.account, DESK).get("/medewerkers/betalen/")

    assert page.status_code == 403
    assert "U mag deze pagina niet zien" in page.content.decode()
