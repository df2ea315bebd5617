"""Two people of two houses let residents in, and nothing says that it is ready when it is not."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction

from plein.audit.models import Act
from plein.identity.models import Account, Role
from plein.identity.staff import invite_staff
from plein.starting.actions.inviting import (
    CameInAlready,
    RunsThePlatform,
    invite_first,
    take_back_invitation,
)
from plein.starting.actions.keeping import WaitsForOpening, kept_step
from plein.starting.actions.opening import (
    NothingProposed,
    NotReady,
    ProposerOpens,
    open_municipality,
    propose_opening,
    take_back_proposal,
)
from plein.starting.actions.ticking import NotYetDone, tick, untick
from plein.starting.checklist import checklist
from plein.starting.models import Start, StartState, Step, Tick
from plein.tenants.changes import change_texts
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from tests.cast import NOON, TODAY
from tests.starting.conftest import CONTACT, MANAGER, come_in


def done(start) -> set[str]:
    return {line.item.key for line in checklist(start) if line.is_done}


def test_a_new_municipality_is_not_open_and_only_its_key_is_ready(start, assen):
    assert not assen.is_open
    assert done(start) == {"key"}


def test_olga_proposes_and_ria_opens(ready, assen, olga, ria):
    propose_opening(ready, by=olga, at=NOON)
    open_municipality(ready, by=ria, at=NOON)

    assert Municipality.objects.get(slug="assen").is_open
    assert Start.objects.get().state == StartState.OPENED
    names = list(Act.objects.filter(name__startswith="starting.open").values_list("name", "team"))
    assert names == [("starting.opening.proposed", "Platform"), ("starting.opened", "Beheer")]


@pytest.mark.parametrize("gone", ["agreement", "dpia", "address"])
def test_what_nobody_ticked_keeps_the_opening_back(ready, olga, gone):
    untick(gone, by=olga.actor, at=NOON)

    with pytest.raises(NotReady):
        propose_opening(ready, by=olga, at=NOON)


def test_a_beheerder_without_a_second_factor_did_not_come_in(ready, olga, ria):
    Authenticator.objects.filter(user=ria.account).delete()

    with pytest.raises(NotReady, match="Twee functioneel beheerders"):
        propose_opening(ready, by=olga, at=NOON)


def test_one_person_with_two_roles_is_no_two_beheerders(start, assen, olga, ria):
    come_in(ria)
    more = [Role.MUNICIPALITY_MANAGER, Role.SCHEME_MANAGER]
    invite_staff("ria@plein.example", "Ria", team="T", roles=more, by=olga.actor, at=NOON)

    assert "managers" not in done(start)


def test_what_was_ready_and_is_not_any_more_is_not_opened(ready, olga, ria):
    propose_opening(ready, by=olga, at=NOON)
    Municipality.objects.filter(slug="assen").update(digid={})

    with pytest.raises(NotReady, match="DigiD"):
        open_municipality(Start.objects.get(), by=ria, at=NOON)

    assert not Municipality.objects.get(slug="assen").is_open


def test_nobody_opens_what_nobody_proposed(ready, ria):
    with pytest.raises(NothingProposed):
        open_municipality(ready, by=ria, at=NOON)


def test_who_proposed_does_not_open_also_not_as_staff(ready, assen, olga):
    propose_opening(ready, by=olga, at=NOON)
    as_staff = invite_staff("olga@plein.example", "Olga", **MANAGER, by=olga.actor, at=NOON)

    with pytest.raises(ProposerOpens):
        open_municipality(ready, by=as_staff, at=NOON)
    opened = {"state": "open", "opened_by": olga.account, "opened_at": NOON}
    with pytest.raises(IntegrityError), transaction.atomic():
        Start.objects.update(**opened)


def test_olga_does_not_invite_herself(start, assen, olga):
    with pytest.raises(RunsThePlatform):
        invite_first(start, "OLGA@plein.example", "Ik", **MANAGER, by=olga, at=NOON)


def test_while_the_municipality_looks_nothing_changes_under_its_eyes(ready, assen, olga):
    propose_opening(ready, by=olga, at=NOON)

    with pytest.raises(WaitsForOpening), kept_step(ready, Step.TEXTS):
        change_texts(assen, CONTACT, {"help": "Anders"}, by=olga.actor, at=NOON)
    with pytest.raises(WaitsForOpening):
        invite_first(ready, "nog@emmen.example", "Nog", **MANAGER, by=olga, at=NOON)

    take_back_proposal(ready, by=olga, at=NOON)
    with kept_step(ready, Step.TEXTS):
        change_texts(assen, CONTACT, {"help": "Anders"}, by=olga.actor, at=NOON)


def test_an_invitation_is_taken_back_until_somebody_came_in(start, assen, olga, ria, joop):
    come_in(joop)

    take_back_invitation(start, ria.pk, by=olga, at=NOON)
    take_back_invitation(start, ria.pk, by=olga, at=NOON)
    with pytest.raises(CameInAlready, match="Joop"):
        take_back_invitation(start, joop.pk, by=olga, at=NOON)

    assert type(joop).objects.get() == joop
    assert Account.objects.filter(email="ria@plein.example").exists()


def test_a_tick_says_when_and_who_and_not_tomorrow(start, assen, olga, ria):
    given = {"account": ria.account, "by": ria.actor, "at": NOON}

    with pytest.raises(NotYetDone):
        tick("dpia", TODAY + timedelta(days=1), "zaak 2", **given)
    tick("dpia", TODAY, "zaak 1", **given)
    tick("dpia", TODAY, "zaak 2", **given)

    (kept,) = Tick.objects.all()
    assert (kept.done_on, kept.note, kept.by.name) == (TODAY, "zaak 2", "Ria")
    assert "dpia" in done(start)


def test_another_municipality_sees_nothing_of_it(ready, emmen):
    with within(emmen):
        assert not Start.objects.exists()
        assert not Tick.objects.exists()


def test_two_at_once_open_once(committed, ready, assen, olga, ria, joop, at_once):
    with within(assen):
        propose_opening(ready, by=olga, at=NOON)

    def by(staff):
        def work():
            with within(assen):
                open_municipality(ready, by=staff, at=NOON)

        return work

    answers = at_once([by(ria), by(joop)])

    assert sorted(str(type(each).__name__) for each in answers) == ["NoneType", "NothingProposed"]
