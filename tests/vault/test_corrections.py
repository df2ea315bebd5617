"""Katja says that a value is wrong: who answers, by when, and who hears of it."""

from datetime import date, datetime, timedelta

import pytest

from plein.audit.models import Act, Look
from plein.identity.models import Role
from plein.kernel.clock import AMSTERDAM
from plein.kernel.crypto import CannotOpen
from plein.vault.access import OwnAccess
from plein.vault.actions.corrections import (
    AlreadyReported,
    CannotMoveOn,
    NoReason,
    OwnWords,
    examine,
    forward,
    mark_changed,
    note_seen,
    object_to_refusal,
    refuse_change,
    report_wrong,
    withdraw_report,
)
from plein.vault.actions.statements import state
from plein.vault.correcting import CorrectionAccess, ReportIsClosed, may_be_opened
from plein.vault.gate import read, read_correction
from plein.vault.granted import GrantAccess
from plein.vault.models import Correction, CorrectionState
from plein.vault.queries.notices import notices_for
from tests.cast import NOON, staff_member

SAYS = "Mijn WW is 1600 euro"
LATER = NOON + timedelta(days=3)


@pytest.fixture
def els(emmen):
    return staff_member("els", Role.DESK)


@pytest.fixture
def report(from_source, vault, katja):
    """Katja reports the newest value of an element."""

    def make(element="ww_bruto", says=SAYS, at=NOON, **values) -> Correction:
        from_source(at=at - timedelta(days=1), **(values or {element: 148_200}))
        version = vault.values.filter(element=element).latest("number")
        return report_wrong(version, says, by=katja.actor, at=at)

    return make


@pytest.fixture
def marks(vault, katja):
    def of(element="ww_bruto", at=NOON) -> list[tuple[str, ...]]:
        return [each.marks for each in read(vault, [element], access=OwnAccess(katja), at=at)]

    return of


def now(correction: Correction) -> Correction:
    return Correction.objects.get(pk=correction.pk)


def refused(correction, els):
    forward(correction, by=els.actor, at=NOON)
    refuse_change(correction, "UWV zegt dat het klopt.", by=els.actor, at=NOON)


def test_a_reported_value_is_disputed_until_somebody_answers(report, marks, els):
    correction = report()
    assert marks() == [("betwist",)]

    refused(correction, els)

    assert marks() == [()]


def test_a_recipient_reads_that_it_is_disputed(shared, vault, katja, rent_officer):
    grant = shared()
    version = vault.values.get(element="bri_inkomen")
    report_wrong(version, "Het is minder", by=katja.actor, at=NOON)

    access = GrantAccess(grant, rent_officer)
    (reading,) = read(vault, ["bri_inkomen"], access=access, at=NOON)

    assert reading.marks == ("betwist",)


def test_a_source_that_says_the_same_with_another_mark_is_no_answer(report, marks, from_source):
    report()

    from_source(at=LATER, marks=("in_onderzoek",), ww_bruto=148_200)

    assert marks(at=LATER) == [("in_onderzoek", "betwist")]


def test_what_stood_there_before_the_report_is_not_disputed(from_source, report, vault, katja):
    from_source(at=NOON - timedelta(days=9), ww_bruto=140_000)
    report()

    (before,) = read(
        vault, ["ww_bruto"], access=OwnAccess(katja), at=NOON, as_of=NOON - timedelta(days=5)
    )

    assert before.marks == ()


def test_an_own_statement_beside_it_is_not_disputed(report, vault, katja):
    state(vault, "huurtoeslag", 31_000, by=katja, at=NOON)
    report("huurtoeslag", huurtoeslag=30_000)

    readings = read(vault, ["huurtoeslag"], access=OwnAccess(katja), at=NOON)

    assert {each.mode: each.marks for each in readings} == {
        "bron": ("betwist",),
        "eigen_opgave": (),
    }


def test_what_one_said_oneself_is_not_reported(vault, katja):
    state(vault, "huurtoeslag", 31_000, by=katja, at=NOON)

    with pytest.raises(OwnWords):
        report_wrong(vault.values.get(), "Anders", by=katja.actor, at=NOON)


def test_the_same_is_not_reported_twice_also_not_after_a_new_version(
    report, vault, katja, from_source
):
    report()
    from_source(at=LATER, ww_bruto=150_000)

    for version in vault.values.filter(element="ww_bruto"):
        with pytest.raises(AlreadyReported):
            report_wrong(version, SAYS, by=katja.actor, at=LATER)


def test_a_double_click_reports_once(at_once, vault, katja, from_source):
    from_source(ww_bruto=148_200)
    version = vault.values.get()

    answers = at_once([lambda: report_wrong(version, SAYS, by=katja.actor, at=NOON)] * 4)

    assert Correction.objects.count() == 1
    assert sum(isinstance(answer, AlreadyReported) for answer in answers) == 3


@pytest.mark.parametrize(
    ("reported", "due"),
    [
        (datetime(2026, 11, 24, 12, tzinfo=AMSTERDAM), date(2026, 12, 24)),
        (datetime(2026, 12, 31, 12, tzinfo=AMSTERDAM), date(2027, 1, 31)),
        (datetime(2027, 1, 31, 12, tzinfo=AMSTERDAM), date(2027, 2, 28)),
        (datetime(2028, 1, 30, 12, tzinfo=AMSTERDAM), date(2028, 2, 29)),
        (datetime(2026, 11, 24, 23, 59, 59, tzinfo=AMSTERDAM), date(2026, 12, 24)),
        (datetime(2026, 11, 25, 0, 0, tzinfo=AMSTERDAM), date(2026, 12, 25)),
    ],
)
def test_an_answer_is_due_within_a_month(report, reported, due):
    assert report(at=reported).due_on == due


def test_it_is_late_the_day_after_it_was_due_and_not_when_answered(report, els):
    correction = report()

    assert not correction.is_late_on(correction.due_on)
    assert correction.is_late_on(correction.due_on + timedelta(days=1))

    refused(correction, els)
    assert not now(correction).is_late_on(date(2028, 1, 1))


def test_the_whole_way_to_a_refusal_and_an_objection(report, els, katja, marks):
    correction = report()
    forward(correction, by=els.actor, at=NOON)
    examine(correction, by=els.actor, at=NOON)
    refuse_change(correction, " UWV zegt dat het klopt. ", by=els.actor, at=LATER)
    assert now(correction).answer == "UWV zegt dat het klopt."
    assert now(correction).closed_at == LATER

    object_to_refusal(now(correction), by=katja.actor, at=LATER)

    again = now(correction)
    assert (again.state, again.closed_at) == (CorrectionState.OBJECTED, None)
    assert again.due_on == date(2026, 12, 27)  # a month from then
    assert marks(at=LATER) == [("betwist",)]


def test_a_refusal_without_a_reason_is_refused(report, els):
    correction = report()
    forward(correction, by=els.actor, at=NOON)

    with pytest.raises(NoReason):
        refuse_change(correction, "  ", by=els.actor, at=NOON)

    assert now(correction).state == CorrectionState.FORWARDED


def test_who_reported_it_anew_does_not_object_to_the_old_answer(report, els, katja):
    first = report()
    refused(first, els)
    report_wrong(first.version, SAYS, by=katja.actor, at=NOON)

    with pytest.raises(AlreadyReported):
        object_to_refusal(now(first), by=katja.actor, at=NOON)


@pytest.mark.parametrize(
    "act",
    [
        lambda correction, by: examine(correction, by=by, at=NOON),
        lambda correction, by: mark_changed(correction, by=by, at=NOON),
        lambda correction, by: refuse_change(correction, "Nee.", by=by, at=NOON),
        lambda correction, by: object_to_refusal(correction, by=by, at=NOON),
    ],
)
def test_steps_are_not_skipped(report, els, act):
    correction = report()

    with pytest.raises(CannotMoveOn):
        act(correction, els.actor)


def test_a_report_is_withdrawn_by_who_made_it(report, marks, katja):
    correction = report()

    withdraw_report(correction, by=katja.actor, at=NOON)

    assert now(correction).state == CorrectionState.WITHDRAWN
    assert marks() == [()]
    with pytest.raises(CannotMoveOn):
        withdraw_report(correction, by=katja.actor, at=NOON)


@pytest.fixture
def changed(shared, vault, katja, rent_officer, els):
    """Katja's income was read by the housing association, reported, and put right."""

    def make(reads=1, elements=("bri_inkomen",)):
        grant = shared()
        for _ in range(reads):
            read(vault, ["bri_inkomen"], access=GrantAccess(grant, rent_officer), at=NOON)
        grant.elements = list(elements)
        grant.save(update_fields=["elements"])
        version = vault.values.get(element="bri_inkomen")
        correction = report_wrong(version, "Het is minder", by=katja.actor, at=NOON)
        forward(correction, by=els.actor, at=NOON)
        mark_changed(correction, by=els.actor, at=LATER)
        return now(correction)

    return make


def test_who_read_the_wrong_value_hears_that_it_was_put_right(changed, woonstichting, rent_officer):
    correction = changed()
    assert correction.state == CorrectionState.TOLD
    (notice,) = notices_for(woonstichting)
    assert notice.correction.version.element == "bri_inkomen"

    note_seen(notice, by=rent_officer, at=LATER)

    assert list(notices_for(woonstichting)) == []
    assert now(correction).state == CorrectionState.DONE
    assert now(correction).closed_at == LATER


def test_who_read_an_answer_that_follows_from_it_hears_it_too(changed, woonstichting):
    changed(elements=["inkomen_onder_grens"])

    assert notices_for(woonstichting).count() == 1


def test_who_read_nothing_hears_nothing_and_it_is_done(changed, woonstichting):
    correction = changed(reads=0)

    assert correction.state == CorrectionState.DONE
    assert not notices_for(woonstichting).exists()


def test_a_notice_that_is_seen_twice_changes_nothing(changed, woonstichting, rent_officer):
    changed()
    (notice,) = notices_for(woonstichting)
    note_seen(notice, by=rent_officer, at=LATER)

    note_seen(notice, by=rent_officer, at=LATER + timedelta(days=1))

    notice.refresh_from_db()
    assert notice.seen_at == LATER


def test_what_katja_wrote_is_kept_sealed_and_each_look_leaves_a_line(report, els, katja):
    correction = report()
    assert SAYS.encode() not in bytes(now(correction).says_sealed)

    said, _ = read_correction(correction, access=CorrectionAccess(els, correction), at=NOON)

    assert said == SAYS
    line = Look.objects.filter(subject=katja.pk).latest("id")
    assert (line.elements, line.team, line.basis) == (
        ["ww_bruto"],
        "Team Minima",
        "AVG artikel 16",
    )
    assert line.case == str(correction.pk)
    assert SAYS not in str(list(Look.objects.values()) + list(Act.objects.values()))


def test_after_the_answer_staff_no_longer_read_what_she_wrote(report, els, katja):
    correction = report()
    refused(correction, els)

    with pytest.raises(ReportIsClosed):
        read_correction(correction, access=CorrectionAccess(els, now(correction)), at=NOON)

    assert Look.objects.filter(subject=katja.pk).latest("id").result == "geweigerd"
    assert read_correction(correction, access=OwnAccess(katja), at=NOON) == (SAYS, [])


def test_staff_without_the_right_read_nothing(report, sam):
    correction = report()

    with pytest.raises(ReportIsClosed):
        read_correction(correction, access=CorrectionAccess(sam, correction), at=NOON)


def test_a_report_opens_no_other_value(report, vault, els, from_source):
    from_source(bri_inkomen=1_840_000)
    access = CorrectionAccess(els, report())

    with pytest.raises(ReportIsClosed):
        read(vault, ["bri_inkomen"], access=access, at=NOON)


def test_what_stands_there_is_opened_only_where_the_municipality_keeps_it(report):
    of_uwv = report()
    of_brp = report("adres", adres={"straat": "Voorbeeldlaan", "huisnummer": "18"})

    assert may_be_opened(of_uwv) == ["naam_voornamen", "naam_geslachtsnaam"]
    assert may_be_opened(of_brp) == ["naam_voornamen", "naam_geslachtsnaam", "adres"]


def test_a_moved_report_does_not_open(report, katja):
    """Sealed to the version it is about."""
    first = report()
    second = report("bri_inkomen", bri_inkomen=1)
    Correction.objects.filter(pk=second.pk).update(says_sealed=bytes(now(first).says_sealed))

    with pytest.raises(CannotOpen):
        read_correction(now(second), access=OwnAccess(katja), at=NOON)
