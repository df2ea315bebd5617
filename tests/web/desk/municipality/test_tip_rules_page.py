"""Tips in Beheer gemeente: what each asks, in words; put on by two people and off by one."""

import pytest
from django.urls import reverse

from plein.audit.models import Act
from plein.content.models import TipSwitch
from plein.content.tips import standing, switching
from plein.content.tips.library import tips
from plein.content.tips.standing import standing_of
from plein.content.tips.switching import PROPOSED, switched_tips
from plein.identity.switch import SwitchState
from plein.tenants.models import Module
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.cast import TODAY
from tests.content.tips_here import turn_on

KEY = "huur-zonder-huurtoeslag"
MOST_QUERIES = 12


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def wims(wim, at_work):
    return at_work(wim.account, DESK)


@pytest.fixture
def bases(bas, at_work):
    return at_work(bas.account, DESK)


def words(page) -> str:
    return page.content.decode()


def on_here(resident) -> set[str]:
    return {tip.key for tip in standing_of(resident, TODAY).tips}


def test_a_rule_is_on_after_two_people_and_off_after_one(wims, bases, fatima):
    wims.post(url("desk-tip-act", KEY, "aan"))
    assert on_here(fatima) == set()
    own = wims.post(url("desk-tip-act", KEY, "bevestig"), follow=True)
    assert "Laat een collega het bevestigen." in words(own)
    assert on_here(fatima) == set()

    bases.post(url("desk-tip-act", KEY, "bevestig"))
    assert on_here(fatima) == {KEY}

    wims.post(url("desk-tip-act", KEY, "uit"))
    assert on_here(fatima) == set()
    assert TipSwitch.objects.get().state == SwitchState.OFF


def test_each_step_leaves_its_line(wims, bases, emmen):
    wims.post(url("desk-tip-act", KEY, "aan"))

    act = Act.objects.get(name=PROPOSED)

    assert (act.object_id, act.details["switched"]) == (
        str(emmen.pk),
        {"kind": KEY, "version": "1"},
    )
    assert "Tip voorgesteld" in words(wims.get(url("desk-municipality")))


def test_a_new_version_is_put_on_again(wims, bas, wim, fatima, monkeypatch):
    turn_on(KEY, proposer=wim, confirmer=bas)
    changed = dict(tips()) | {KEY: tips()[KEY].model_copy(update={"version": 2})}
    for module in (standing, switching):
        monkeypatch.setattr(module, "tips", lambda: changed)

    assert on_here(fatima) == set()
    (each,) = [each for each in switched_tips() if each.rule.key == KEY]
    assert each.has_changed
    assert "Niemand ziet deze tip" in words(wims.get(url("desk-tip", KEY)))


def test_past_the_day_of_its_review_nobody_sees_it(bas, wim, fatima):
    turn_on(KEY, proposer=wim, confirmer=bas)

    assert standing_of(fatima, tips()[KEY].review_on).tips == ()


def test_what_emmen_puts_on_is_not_on_in_buren(bas, wim, buren, fatima):
    turn_on(KEY, proposer=wim, confirmer=bas)

    with within(buren):
        assert standing_of(fatima, TODAY).tips == ()


def test_the_page_says_when_with_which_data_and_what_is_read(wims):
    page = words(wims.get(url("desk-tip", KEY)))

    for said in ("U betaalt huur", "Wij zien geen huurtoeslag", "U bent 18 jaar of ouder"):
        assert said in page
    assert "Huur en servicekosten (geld)" in page
    assert "Wet op de huurtoeslag art. 7" in page
    assert "U ziet dit omdat u huur betaalt" in page
    assert "ترى هذا" in page


def test_the_record_is_handed_in_as_a_file(wims):
    answer = wims.get(url("desk-tip-record", KEY))

    assert answer.json()["source_id"] == f"plein-emmen-tip-{KEY}"
    assert answer.json()["status"] == "In ontwikkeling"


@pytest.mark.parametrize("key", ["bestaat-niet", "ww_stopt"])
def test_another_rule_does_not_exist(wims, key):
    assert wims.get(url("desk-tip", key)).status_code == 404
    assert wims.post(url("desk-tip-act", key, "aan")).status_code == 404
    assert wims.get(url("desk-tip-record", key)).status_code == 404


def test_who_may_not_manage_tips_does_not_come_in(sam, at_work):
    assert at_work(sam.account, DESK).get(url("desk-tips")).status_code == 403


def test_without_the_vault_there_are_no_tips(wims, emmen):
    emmen.modules = [each for each in emmen.modules if each != Module.VAULT]
    emmen.save()

    assert wims.get(url("desk-tips")).status_code == 404


def test_the_pages_ask_the_database_little(wims, wim, bas, django_assert_max_num_queries):
    turn_on(proposer=wim, confirmer=bas)
    for page in (url("desk-tips"), url("desk-tip", KEY)):
        wims.get(page)
        with django_assert_max_num_queries(MOST_QUERIES):
            wims.get(page)
