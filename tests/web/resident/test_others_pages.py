"""Katja is helped by Fatima, and is herself the parent of Evi: what they see, and until when."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from plein.audit.models import Look
from plein.identity.actions import add_member, household_of, know_resident
from plein.identity.mandates import end_mandate, invite_helper, register_guardian, take_up_mandate
from plein.identity.models import Mandate, MandateState, MemberRole
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day
from plein.tenants.scope import within
from plein.vault.actions.freezing import freeze
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.kin import know_children
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from plein.vault.sources.asking import Kin
from tests.cast import BSN_OF, NOON, TESTS, TODAY
from tests.web.conftest import url

MOST_QUERIES = 12
EVIS = Bsn("999990044")


def now():
    return timezone.now()


def today():
    return local_day(now())


@pytest.fixture
def katja(emmen):
    resident = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=TODAY, name="Katja")
    return resident


@pytest.fixture
def known():
    def put(resident, marks=(), **values):
        vault = vault_of(resident, at=NOON)
        incoming = [Incoming(key, value, marks=marks) for key, value in values.items()]
        keep(vault, incoming, mode=Mode.SOURCE, at=NOON)
        return vault

    return put


@pytest.fixture
def katjas(katja, signed_in):
    return signed_in(katja)


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


def text(client, name, *args) -> str:
    return client.get(url(name, *args)).content.decode()


def invitation(**changes):
    until = (today() + timedelta(days=30)).strftime("%d-%m-%Y")
    return {"parts": ["geld", "wonen"], "label": "Tante Katja", "until": until} | changes


# --- inviting


def test_a_helper_is_invited_with_a_code(katjas):
    answer = katjas.post(url("helper-invite"), invitation(), follow=True)

    shown = answer.content.decode()
    assert "Geef deze code aan uw helper" in shown
    assert "mo-code__letters" in shown
    assert "Wacht op de helper" in text(katjas, "helpers")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"parts": []}, "Kies minstens één onderdeel."),
        ({"label": ""}, "Vul een antwoord in"),
        ({"until": "1-1-2020"}, "Kies een dag na vandaag"),
        ({"until": "1-1-2090"}, "Kies een dag na vandaag"),
        ({"parts": ["geheimen"]}, "kennen wij niet"),
    ],
)
def test_a_wrong_invitation_keeps_what_was_typed(katjas, wrong, says):
    answer = katjas.post(url("helper-invite"), invitation(**wrong))

    assert answer.status_code == 422
    assert says in answer.content.decode()
    if "label" not in wrong:
        assert 'value="Tante Katja"' in answer.content.decode()
    assert not Mandate.objects.exists()


def test_there_is_no_code_without_an_invitation(katjas):
    assert katjas.get(url("helper-code")).url == url("helpers")


def test_stopping_is_one_click(katjas, katja, fatima):
    mandate = helped_by(katja, fatima)

    answer = katjas.post(url("helper-stop", mandate.pk), follow=True)

    assert "Gestopt. Deze persoon ziet niets meer van u." in answer.content.decode()
    assert "Nu helpt niemand u." in answer.content.decode()


def helped_by(giver, helper, parts=("geld", "wonen")):
    until = today() + timedelta(days=30)
    _mandate, code = invite_helper(giver, parts, label="Tante Katja", until=until, at=now())
    return take_up_mandate(helper, code, at=now())


# --- helping


def test_the_helper_types_the_code_and_looks(katja, fatimas, known):
    known(katja, ww_bruto=148_200, schuld_cjib=[{"soort": "boete"}])
    until = today() + timedelta(days=30)
    _mandate, code = invite_helper(katja, ["geld"], label="Tante Katja", until=until, at=now())

    answer = fatimas.post(url("helping"), {"code": code}, follow=True)

    assert "U kijkt bij: Tante Katja" in answer.content.decode()
    mandate = Mandate.objects.get()
    shown = text(fatimas, "helped-part", mandate.pk, "geld")
    assert "U kijkt bij: Tante Katja" in shown
    assert "1.482,00" in shown
    assert "Vul zelf in" not in shown
    assert "Klopt dit niet?" not in shown
    assert fatimas.get(url("helped-part", mandate.pk, "schulden")).status_code == 404


def test_a_wrong_code_is_said_kindly_and_ten_are_enough(katja, fatimas):
    until = today() + timedelta(days=30)
    _mandate, code = invite_helper(katja, ["geld"], label="Katja", until=until, at=now())
    for _ in range(10):
        answer = fatimas.post(url("helping"), {"code": "ABCD-EFGH"})
        assert answer.status_code == 422
        assert "Deze code kennen wij niet." in answer.content.decode()

    answer = fatimas.post(url("helping"), {"code": code})

    assert "U vulde te vaak een verkeerde code in." in answer.content.decode()
    assert Mandate.objects.get().state == MandateState.INVITED


def test_an_old_page_of_a_helper_shuts_when_it_was_stopped(katja, fatima, fatimas, known):
    known(katja, ww_bruto=148_200)
    mandate = helped_by(katja, fatima)
    assert "1.482,00" in text(fatimas, "helped-part", mandate.pk, "geld")
    end_mandate(mandate, by=katja, at=now())

    answer = fatimas.get(url("helped-part", mandate.pk, "geld"), follow=True)

    assert "Het helpen is gestopt." in answer.content.decode()
    assert "1.482,00" not in answer.content.decode()
    assert Look.objects.latest("id").result == "geweigerd"
    assert fatimas.get(url("helped", mandate.pk)).url == url("helping")


def test_a_frozen_vault_says_so_to_a_helper(katja, fatima, fatimas, known):
    vault = known(katja, ww_bruto=148_200)
    mandate = helped_by(katja, fatima)
    freeze(vault, by=katja.actor, at=now())

    answer = fatimas.get(url("helped-part", mandate.pk, "geld"), follow=True)

    assert "laat nu niemand kijken" in answer.content.decode()


def test_who_never_opened_a_vault_is_shown_as_empty(katja, fatima, fatimas):
    mandate = helped_by(katja, fatima)

    assert "Nog niets" in text(fatimas, "helped", mandate.pk)
    assert "Hier staat nog niets" in text(fatimas, "helped-part", mandate.pk, "geld")


def test_a_helper_stops_helping(katja, fatima, fatimas):
    mandate = helped_by(katja, fatima)

    fatimas.post(url("helped-stop", mandate.pk))

    mandate.refresh_from_db()
    assert mandate.state == MandateState.ENDED


def test_a_bewindvoerder_is_shown_and_not_stopped_by_a_button(katja, fatima, katjas):
    mandate = register_guardian(
        katja,
        fatima,
        ["geld"],
        label="Katja",
        until=today() + timedelta(days=300),
        by=TESTS,
        at=now(),
    )
    assert "Alleen de rechter kan dit stoppen." in text(katjas, "helpers")

    answer = katjas.post(url("helper-stop", mandate.pk), follow=True)

    assert "Vraag het aan de kantonrechter." in answer.content.decode()
    mandate.refresh_from_db()
    assert mandate.runs_on(today())


def test_a_report_of_the_resident_is_told_to_a_helper_in_other_words(katja, fatima, fatimas, known):
    known(katja, marks=("in_onderzoek",), ww_bruto=148_200)
    mandate = helped_by(katja, fatima)

    shown = text(fatimas, "helped-part", mandate.pk, "geld")

    assert "U hebt gemeld" not in shown
    assert "of dit klopt" in shown


# --- children


@pytest.fixture
def evi(emmen, known):
    resident = know_resident(EVIS, by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=TODAY, name="Evi")
    known(
        resident,
        naam_voornamen="Evi",
        nationaliteiten=["Nederlandse"],
        opleiding=[{"naam": "vmbo"}],
    )
    return resident


def is_parent(parent, born=date(2012, 4, 23), has_authority=True):
    know_children(parent, [Kin(EVIS, born, has_authority)], at=now())


@pytest.fixture
def at_home(katja, signed_in):
    """Katja, with these children in her household; their names are read at sign-in."""

    def enter(*names):
        household = katja.memberships.get().household
        members = [
            add_member(
                household,
                name=name,
                role=MemberRole.CHILD,
                start=TODAY,
                birth_month=date(2012, 4, 1),
            )
            for name in names
        ]
        return signed_in(
            katja, names={str(each.pk): name for each, name in zip(members, names, strict=True)}
        )

    return enter


def test_a_parent_sees_a_child_by_the_name_of_the_house(katja, at_home, evi):
    is_parent(katja)
    client = at_home("Evi")

    assert "Evi" in text(client, "children")
    shown = text(client, "child", evi.vault.pk)
    assert "U kijkt bij: Evi" in shown
    assert "dinsdag 23 april 2030 wordt uw kind 18 jaar" in shown
    assert "vmbo" in text(client, "child-part", evi.vault.pk, "werk")


def test_of_twins_both_names_are_said_and_of_a_child_elsewhere_none(katja, at_home, katjas, evi):
    is_parent(katja)
    assert "Uw kind" in text(katjas, "children")

    assert "Evi of Tom" in text(at_home("Evi", "Tom"), "children")


def test_what_is_extra_sensitive_is_not_shown_and_the_page_says_why(katja, katjas, evi):
    is_parent(katja)

    shown = text(katjas, "child-part", evi.vault.pk, "wie_ik_ben")

    assert "Evi" in shown
    assert "Nederlandse" not in shown
    assert "Vanaf 16 jaar beslist uw kind daar zelf over." in shown


@pytest.mark.parametrize("group", ["nergens", "hulp"])
def test_a_part_without_anything_for_parents_is_not_found(katja, katjas, evi, group):
    is_parent(katja)

    status = katjas.get(url("child-part", evi.vault.pk, group)).status_code
    assert status == (404 if group == "nergens" else 200)


def test_a_parent_without_gezag_sees_no_child(katja, katjas, evi):
    is_parent(katja, has_authority=False)

    assert "Hier staat geen kind" in text(katjas, "children")
    answer = katjas.get(url("child-part", evi.vault.pk, "werk"), follow=True)
    assert "niet meer bekijken" in answer.content.decode()
    assert "vmbo" not in answer.content.decode()


def test_an_old_page_of_a_parent_shuts_on_the_birthday(katja, katjas, evi):
    born = today().replace(year=today().year - 18)
    is_parent(katja, born=born + timedelta(days=1))
    assert "vmbo" in text(katjas, "child-part", evi.vault.pk, "werk")

    is_parent(katja, born=born)

    answer = katjas.get(url("child-part", evi.vault.pk, "werk"), follow=True)
    assert "niet meer bekijken" in answer.content.decode()
    assert "vmbo" not in answer.content.decode()


def test_a_stranger_finds_no_child(evi, fatimas):
    for name, args in (("child", ()), ("child-part", ("werk",))):
        assert fatimas.get(url(name, evi.vault.pk, *args)).status_code == 404


# --- everywhere


def test_the_pages_take_few_queries(
    katja, katjas, evi, fatima, fatimas, known, django_assert_max_num_queries
):
    is_parent(katja)
    known(katja, ww_bruto=148_200, adres={"straat": "Voorbeeldlaan"}, adres_sinds="2020-01-01")
    for _ in range(3):
        mandate = helped_by(katja, fatima)
    pages = [
        (katjas, url("helpers")),
        (katjas, url("helper-invite")),
        (fatimas, url("helping")),
        (fatimas, url("helped", mandate.pk)),
        (fatimas, url("helped-part", mandate.pk, "geld")),
        (fatimas, url("helped-part", mandate.pk, "wonen")),
        (katjas, url("children")),
        (katjas, url("child", evi.vault.pk)),
        (katjas, url("child-part", evi.vault.pk, "werk")),
    ]
    counts = {}
    secrecy = url("helped-part", mandate.pk, "wonen")  # asks one more: is the address a secret
    for client, page in pages:
        client.get(page)
        with django_assert_max_num_queries(100) as seen:
            assert client.get(page).status_code == 200
        counts[page] = len(seen)

    assert counts.pop(secrecy) <= MOST_QUERIES + 1
    assert {page: count for page, count in counts.items() if count > MOST_QUERIES} == {}


@pytest.mark.parametrize(
    ("name", "method", "more"),
    [
        ("helper-stop", "post", ()),
        ("helped", "get", ()),
        ("helped-part", "get", ("geld",)),
        ("helped-stop", "post", ()),
    ],
)
def test_somebody_else_finds_no_mandate(katja, fatima, evi, signed_in, buren, name, method, more):
    mandate = helped_by(katja, fatima)

    assert getattr(signed_in(evi), method)(url(name, mandate.pk, *more)).status_code == 404

    with within(buren):
        there = know_resident(Bsn(BSN_OF["fatima"]), by=TESTS, at=NOON)
        household_of(there, at=NOON, day=TODAY)
        client = signed_in(there, host="buren.localhost")
        assert getattr(client, method)(url(name, mandate.pk, *more)).status_code == 404
