"""What a law rules: the resident is told, and cannot be asked to choose."""

from datetime import timedelta

import pytest

from plein.vault.actions.by_law import take_up_code
from plein.vault.actions.closing import expire_requests
from plein.vault.actions.freezing import freeze
from plein.vault.actions.grants import give, once, withdraw
from plein.vault.actions.opening import vault_of
from plein.vault.actions.requests import (
    LawDecides,
    NotYourRequest,
    ask,
    refuse_request,
    take_up,
)
from plein.vault.gate import read
from plein.vault.granted import GrantAccess
from plein.vault.models import Receipt, RequestState, UseKind
from tests.cast import NOON, TESTS


@pytest.fixture
def by_law(open_use):
    return open_use(kind=UseKind.LAW, basis="wgs_8", optional=[])


def test_what_a_law_rules_is_shared_when_the_code_is_taken_up(
    vault, katja, by_law, rent_officer, from_source
):
    from_source(bri_inkomen=1_840_000)
    _request, code = ask(by_law, "dossier 41", by=rent_officer, at=NOON)

    request = take_up_code(vault, code, by=katja.actor, at=NOON)

    access = GrantAccess(request.grant, rent_officer)
    assert request.state == RequestState.GIVEN
    assert [each.value for each in read(vault, ["bri_inkomen"], access=access, at=NOON)] == [
        1_840_000
    ]
    assert not Receipt.objects.exists()  # nobody decided anything


def test_a_freeze_does_not_stop_what_a_law_rules(vault, katja, by_law, rent_officer, from_source):
    from_source(bri_inkomen=1_840_000)
    _request, code = ask(by_law, "dossier 41", by=rent_officer, at=NOON)
    grant = take_up_code(vault, code, by=katja.actor, at=NOON).grant

    freeze(vault, by=katja.actor, at=NOON)

    assert read(vault, ["bri_inkomen"], access=GrantAccess(grant, rent_officer), at=NOON)


def test_there_is_no_yes_no_or_stop_where_a_law_rules(vault, katja, by_law, rent_officer):
    _request, code = ask(by_law, "dossier 41", by=rent_officer, at=NOON)
    request = take_up(vault, code, by=katja.actor, at=NOON)

    with pytest.raises(LawDecides):
        give(vault, by_law, [], once(NOON), request=request, by=katja.actor, at=NOON)
    with pytest.raises(LawDecides):
        refuse_request(request, by=katja.actor, at=NOON)
    grant = take_up_code(vault, code, by=katja.actor, at=NOON).grant
    with pytest.raises(LawDecides):
        withdraw(grant, by=katja.actor, at=NOON)


def test_a_request_of_somebody_else_is_not_answered(
    vault, katja, fatima, income_check, rent_officer
):
    _request, code = ask(income_check, "dossier 41", by=rent_officer, at=NOON)
    hers = take_up(vault, code, by=katja.actor, at=NOON)

    with pytest.raises(NotYourRequest):
        give(
            vault_of(fatima, at=NOON),
            income_check,
            [],
            once(NOON),
            request=hers,
            by=fatima.actor,
            at=NOON,
        )


def test_once_waits_no_longer_than_the_use_allows(vault, katja, open_use):
    use = open_use(most_days=7)

    grant = give(vault, use, [], once(NOON, most_days=7), by=katja.actor, at=NOON)

    assert (grant.until, grant.reads_left) == (NOON + timedelta(days=7), 1)


@pytest.mark.parametrize(("days", "closed"), [(29, 0), (30, 1)])
def test_what_nobody_answers_is_closed_on_the_day_it_expires(
    income_check, rent_officer, days, closed
):
    request, _code = ask(income_check, "dossier 41", by=rent_officer, at=NOON)
    later = NOON + timedelta(days=days)

    assert expire_requests(later.date(), by=TESTS, at=later) == closed

    request.refresh_from_db()
    assert (request.state == RequestState.EXPIRED) is bool(closed)


def test_what_was_answered_does_not_expire(vault, katja, income_check, rent_officer):
    _request, code = ask(income_check, "dossier 41", by=rent_officer, at=NOON)
    request = take_up(vault, code, by=katja.actor, at=NOON)
    refuse_request(request, by=katja.actor, at=NOON)

    assert expire_requests(NOON.date() + timedelta(days=99), by=TESTS, at=NOON) == 0
