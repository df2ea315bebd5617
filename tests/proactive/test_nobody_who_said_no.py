"""Whatever somebody chose, and in which order: who said no never stands on the list."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from plein.audit.models import Look
from plein.content.tips.choosing import consent, turn_tips, turn_topic
from plein.content.tips.tip import Topic
from plein.proactive import library, listing
from plein.proactive.actions import choosing, looking
from plein.proactive.actions.choosing import turn_help, turn_help_about, withdraw_help_consent
from plein.proactive.actions.looking import look_for
from plein.proactive.actions.switching import confirm_need, propose_need
from plein.proactive.listing import listed
from plein.proactive.models import HelpOffer, NeedSwitch
from plein.tenants.scope import within
from tests.cast import NOON, TESTS, TODAY
from tests.proactive.conftest import BY_LAW, WW, night

TOPICS = some.sampled_from([Topic.WERK, Topic.GELD])
DEED = some.one_of(
    some.just(("night",)),
    some.tuples(some.sampled_from(["all", "tips"]), some.booleans()),
    some.tuples(some.sampled_from(["topic", "tip_topic"]), TOPICS, some.booleans()),
)


def do(deed, katja, day):
    name, *rest = deed
    if name == "night":
        night(WW, day)
    elif name in ("all", "tips"):
        {"all": turn_help, "tips": turn_tips}[name](katja, on=rest[0], at=NOON)
    else:
        turn = {"topic": turn_help_about, "tip_topic": turn_topic}[name]
        turn(katja, rest[0], on=rest[1], at=NOON)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=some.lists(DEED, min_size=1, max_size=6))
def test_who_said_no_is_never_on_the_list(emmen, katja_on_ww, turn_on, deeds):
    """Told with the doors that take the row away as well, and with those that do not know of it."""
    with within(emmen):
        start_anew(katja_on_ww, turn_on)
        no_to_all = no_to_work = False
        for number, deed in enumerate(deeds):
            do(deed, katja_on_ww, TODAY + timedelta(days=number))
            if deed[0] in ("all", "tips"):
                no_to_all = not deed[1]
            elif deed[0] != "night" and deed[1] is Topic.WERK:
                no_to_work = not deed[2]
            if no_to_all or no_to_work:
                assert not listed(TODAY).exists()
        if deeds == [("night",)]:
            assert listed(TODAY).exists()


def start_anew(katja, turn_on):

    HelpOffer.objects.all().delete()
    NeedSwitch.objects.all().delete()
    katja.tip_choices.all().delete()
    turn_on(WW)


@pytest.fixture
def fined(monkeypatch):
    """A need that asks something extra sensitive, as a later one may."""
    need = library.needs()[WW].model_copy(
        update={
            "key": "boete",
            "when": library.needs()[WW].when.__class__("heeft_boete", "==", True),
            "needs_opt_in": True,
            "texts": {
                key: words.model_copy(update={"reason": "U krijgt dit aanbod omdat …"})
                for key, words in library.needs()[WW].texts.items()
            },
        }
    )
    for module in (listing, choosing, looking):
        monkeypatch.setattr(module, "needs", lambda: {"boete": need})
    return need


def test_what_is_extra_sensitive_counts_only_after_a_yes(katja, knows, wim, femke, fined):
    knows(katja, geboortedatum="1998-03-14", schuld_cjib=[{"bedrag": 12_000}])
    propose_need(fined, BY_LAW, by=wim, at=NOON)
    confirm_need(fined, by=femke, at=NOON)

    assert look_for(fined, by=TESTS, at=NOON) == 0
    assert not Look.objects.filter(subject=katja.pk).exists()

    consent(katja, "schuld_cjib", at=NOON)
    assert look_for(fined, by=TESTS, at=NOON + timedelta(days=7)) == 1

    withdraw_help_consent(katja, "schuld_cjib", at=NOON)
    assert not HelpOffer.objects.exists()
    assert look_for(fined, by=TESTS, at=NOON + timedelta(days=14)) == 0
