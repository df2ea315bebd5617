"""One writes, another publishes; a draft may hold problems, and nobody writes over a colleague."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from plein.audit.models import Act
from plein.authoring.actions.drafting import (
    ChangedMeanwhile,
    DraftIsClosed,
    DraftIsOpen,
    begin_draft,
    change_draft,
    drop_draft,
)
from plein.authoring.actions.publishing import (
    NewerVersion,
    NothingChanged,
    NotOffered,
    OffererCannotPublish,
    SayWhy,
    StillHasProblems,
    offer_draft,
    publish_draft,
    return_draft,
)
from plein.authoring.models import DraftState, JourneyDraft
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import CaseType
from plein.cases.offered import case_type_offered, case_types_known, case_types_offered
from plein.tenants.scope import within
from tests.authoring.conftest import KEY, laptop
from tests.cast import NOON, TESTS, TODAY

LATER = NOON + timedelta(hours=1)


def test_it_is_in_force_when_a_colleague_published_it(draft, bas, wim):
    publish_draft(offer_draft(draft, by=bas, at=NOON), by=wim, at=LATER)

    found = case_type_offered(KEY, TODAY)
    assert (found.version, found.document) == (1, laptop())
    assert JourneyDraft.objects.get().published == found


def test_who_offered_it_cannot_publish_it(draft, bas):
    offer_draft(draft, by=bas, at=NOON)

    with pytest.raises(OffererCannotPublish):
        publish_draft(draft, by=bas, at=LATER)

    assert not CaseType.objects.exists()


def test_the_database_refuses_one_pair_of_eyes(draft, bas, publish):
    version = publish("fiets")

    with pytest.raises(IntegrityError, match="authoring_four_eyes"):
        JourneyDraft.objects.filter(pk=draft.pk).update(
            state=DraftState.PUBLISHED, offered_by=bas, decided_by=bas, published=version
        )


def test_what_has_problems_is_kept_and_cannot_be_offered(draft, bas):
    changed = change_draft(draft, laptop(law=""), edition=1, by=bas, at=NOON)

    with pytest.raises(StillHasProblems):
        offer_draft(changed, by=bas, at=NOON)

    assert JourneyDraft.objects.get().document["law"] == ""


def test_a_colleague_sends_it_back_with_a_reason_and_it_is_offered_again(draft, bas, wim):
    offer_draft(draft, by=bas, at=NOON)
    with pytest.raises(SayWhy):
        return_draft(draft, " ", by=wim, at=NOON)

    returned = return_draft(draft, "Noem het bedrag", by=wim, at=NOON)
    changed = change_draft(returned, laptop(owner="Minima"), edition=1, by=bas, at=NOON)
    publish_draft(offer_draft(changed, by=bas, at=NOON), by=wim, at=LATER)

    assert case_type_offered(KEY, TODAY).document["owner"] == "Minima"


def test_what_was_offered_does_not_change_any_more(draft, bas):
    offer_draft(draft, by=bas, at=NOON)

    with pytest.raises(DraftIsClosed):
        change_draft(draft, laptop(owner="Minima"), edition=1, by=bas, at=NOON)
    with pytest.raises(DraftIsClosed):
        drop_draft(draft, by=bas, at=NOON)


def test_nobody_writes_over_what_a_colleague_kept_meanwhile(draft, bas, wim):
    change_draft(draft, laptop(owner="Minima"), edition=1, by=bas, at=NOON)

    with pytest.raises(ChangedMeanwhile):
        change_draft(draft, laptop(owner="Inkomen"), edition=1, by=wim, at=NOON)

    assert JourneyDraft.objects.get().document["owner"] == "Minima"


def test_there_is_one_open_draft_of_a_key(draft, bas):
    with pytest.raises(DraftIsOpen):
        begin_draft(KEY, laptop(), by=bas, at=NOON)

    drop_draft(draft, by=bas, at=NOON)
    assert begin_draft(KEY, laptop(), by=bas, at=NOON).state == DraftState.DRAFT


def test_of_two_who_publish_at_once_one_succeeds(at_once, emmen, bas, wim, tom):
    draft = offer_draft(begin_draft(KEY, laptop(), by=bas, at=NOON), by=bas, at=NOON)

    first, second = at_once(
        [lambda who=who: publish_draft(draft, by=who, at=LATER) for who in (wim, tom)]
    )

    assert {type(first), type(second)} == {CaseType, NotOffered}
    assert CaseType.objects.count() == 1


def test_a_version_that_came_in_between_is_not_written_over(publish, bas, wim):
    publish()
    draft = offer_draft(begin_draft(KEY, laptop(owner="A"), by=bas, at=NOON), by=bas, at=NOON)
    publish_case_type(KEY, laptop(owner="B"), by=TESTS, at=NOON)

    with pytest.raises(NewerVersion):
        publish_draft(draft, by=wim, at=LATER)


def test_the_same_again_is_no_new_version(publish, bas, wim):
    publish()

    with pytest.raises(NothingChanged):
        publish()

    assert CaseType.objects.count() == 1


def test_an_aanvraag_that_runs_keeps_its_version(publish, fatima):
    first = publish()
    case = open_case(fatima, first, by=fatima.actor, at=NOON)

    publish(owner="Minima")

    case.refresh_from_db()
    assert case.case_type == first
    assert case_type_offered(KEY, TODAY).version == 2


def test_a_version_that_begins_later_leaves_the_one_before_it_until_its_day(publish):
    publish()
    publish(valid_from="2027-01-01", owner="Minima")

    assert case_type_offered(KEY, date(2026, 12, 31)).version == 1
    assert case_type_offered(KEY, date(2027, 1, 1)).version == 2
    assert [each.version for each in case_types_offered(TODAY)] == [1]


def test_what_has_ended_is_offered_no_more_and_is_still_known(publish):
    publish()
    publish(valid_until="2026-12-01")

    assert case_type_offered(KEY, date(2026, 11, 30)).version == 2
    assert case_type_offered(KEY, date(2026, 12, 1)) is None
    assert case_types_offered(date(2026, 12, 1)) == []
    assert [each.version for each in case_types_known()] == [2]


def test_another_municipality_sees_no_draft(draft, buren):
    with within(buren):
        assert not JourneyDraft.objects.exists()
        assert case_types_offered(TODAY) == []


def test_each_step_leaves_a_line(publish, emmen):
    publish()

    names = set(Act.objects.filter(name__startswith="authoring").values_list("name", flat=True))
    assert names == {
        "authoring.draft.begun",
        "authoring.draft.offered",
        "authoring.draft.published",
    }
