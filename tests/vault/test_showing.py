"""Shown without a wallet: a code of five minutes, good for one look."""

from datetime import timedelta

import pytest
from django.db import transaction

from plein.audit.models import Act, Look
from plein.tenants.scope import within
from plein.vault.actions.credential_states import revoke_credential, suspend_credential
from plein.vault.actions.showing import (
    ChooseSomething,
    CodeTooOld,
    CodeUsed,
    NotToBeShown,
    UnknownCode,
    begin_showing,
    check_showing,
    forget_showings,
)
from plein.vault.credentials.codes import code_of
from plein.vault.models import Showing, VaultKey
from tests.cast import NOON, TESTS
from tests.vault.verklaringen import PASS, code_for, made

SECOND = timedelta(seconds=1)


@pytest.fixture
def credential(vault, from_source):
    with transaction.atomic():
        from_source(minimabudgetten=PASS, geboortedatum="1998-03-01")
    return made(vault)


def test_somebody_sees_what_was_chosen_and_no_more(credential):
    checked = check_showing(code_for(credential), at=NOON)

    assert (checked.holds, checked.claims) == (True, {"pas_geldig": True})
    assert (checked.kind.key, checked.last_day) == ("pasbewijs", credential.last_day)


def test_a_code_is_typed_as_people_type(credential):
    code = code_for(credential)

    assert check_showing(f" {code[:4].lower()} - {code[4:]}", at=NOON).holds


def test_a_code_works_once(credential):
    code = code_for(credential)
    check_showing(code, at=NOON)

    with pytest.raises(CodeUsed):
        check_showing(code, at=NOON)


def test_of_many_who_look_at_once_one_sees_it(at_once, credential):
    code = code_for(credential)

    answers = at_once([lambda: check_showing(code, at=NOON)] * 6)

    seen = [found for found in answers if not isinstance(found, CodeUsed)]
    assert [found.holds for found in seen] == [True]


@pytest.mark.parametrize(("after", "works"), [(300 * SECOND - SECOND, True), (300 * SECOND, False)])
def test_a_code_works_five_minutes(credential, after, works):
    code = code_for(credential)

    if works:
        assert check_showing(code, at=NOON + after).holds
    else:
        with pytest.raises(CodeTooOld):
            check_showing(code, at=NOON + after)


@pytest.mark.parametrize("stop", [suspend_credential, revoke_credential])
def test_stopping_counts_for_a_code_that_is_out_already(credential, stop):
    code = code_for(credential)

    stop(credential, by=TESTS, at=NOON)

    checked = check_showing(code, at=NOON)
    assert (checked.holds, checked.kind, checked.claims) == (False, None, {})


def test_a_frozen_vault_shows_nothing(credential):
    code = code_for(credential)
    credential.vault.frozen_at = NOON
    credential.vault.save()

    assert not check_showing(code, at=NOON).holds


def test_a_vault_whose_keys_are_gone_shows_nothing(credential):
    code = code_for(credential)
    VaultKey.objects.all().delete()

    assert not check_showing(code, at=NOON).holds


@pytest.mark.parametrize("stop", [suspend_credential, revoke_credential])
def test_what_stands_still_is_not_shown_anew(credential, stop):
    stop(credential, by=TESTS, at=NOON)

    with pytest.raises(NotToBeShown):
        begin_showing(credential, ["pas_geldig"], by=TESTS, at=NOON)


def test_what_is_over_is_not_shown_anew(credential):
    with pytest.raises(NotToBeShown):
        begin_showing(credential, ["pas_geldig"], by=TESTS, at=credential.expires_at)


@pytest.mark.parametrize("names", [[], ["bsn"], ["pas_geldig", "naam_voornamen"]])
def test_one_chooses_something_and_only_from_what_is_in_it(credential, names):
    with pytest.raises(ChooseSomething):
        begin_showing(credential, names, by=TESTS, at=NOON)


@pytest.mark.parametrize("code", ["", "ABCD-EFGH", "9" * 200])
def test_a_code_that_does_not_exist(credential, code):
    with pytest.raises(UnknownCode):
        check_showing(code, at=NOON)


def test_a_code_of_emmen_says_nothing_in_buren(credential, buren):
    code = code_for(credential)

    with within(buren), pytest.raises(UnknownCode):
        check_showing(code, at=NOON)


def test_the_resident_can_read_that_it_was_shown_and_to_whom_nobody_knows(credential, katja):
    check_showing(code_for(credential), at=NOON)

    line = Look.objects.filter(subject=katja.pk).latest("id")
    assert (line.purpose, line.elements) == ("omdat u een verklaring liet zien", ["pas_geldig"])
    assert line.organisation == "iemand aan wie u een code gaf"


def test_neither_code_nor_answer_stands_in_a_table(credential):
    showing = begin_showing(credential, ["pas_geldig"], by=TESTS, at=NOON)
    code = code_of(showing)

    check_showing(code, at=NOON)

    kept = [bytes(showing.code_index), bytes(showing.code_sealed)]
    assert not any(code.encode() in text for text in kept)
    assert code not in str(list(Act.objects.values()))


@pytest.mark.parametrize(("after", "forgotten"), [(timedelta(days=1), 0), (timedelta(days=2), 1)])
def test_codes_are_forgotten_after_a_day(credential, after, forgotten):
    code_for(credential)

    assert forget_showings(at=NOON + after) == forgotten
    assert Showing.objects.count() == 1 - forgotten


def test_whoever_looks_after_it_stopped_sees_no_however_they_run(at_once, vault, from_source):
    with transaction.atomic():
        from_source(minimabudgetten=PASS)
    for _round in range(10):
        credential = made(vault)
        codes = [code_for(credential) for _ in range(4)]
        stopped = []

        def stop(credential=credential, stopped=stopped):
            revoke_credential(credential, by=TESTS, at=NOON)
            stopped.append(True)

        def look(code, stopped=stopped):
            was_stopped = bool(stopped)
            return was_stopped, check_showing(code, at=NOON).holds

        answers = at_once([stop, *(lambda code=code: look(code) for code in codes[:3])])

        assert (True, True) not in answers
        assert not check_showing(codes[3], at=NOON).holds
