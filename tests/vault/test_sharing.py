"""Katja shares with a housing association: only what it may, for as long as she likes."""

from datetime import timedelta

import pytest
from joserfc import jws
from joserfc.errors import BadSignatureError
from joserfc.jwk import KeySet

from plein.audit.models import Look
from plein.kernel.crypto import CannotOpen
from plein.tenants.models import Organisation
from plein.vault.actions.closing import note_ended
from plein.vault.actions.freezing import freeze, thaw
from plein.vault.actions.grants import (
    Duration,
    GrantHasEnded,
    TooLong,
    give,
    once,
    withdraw,
)
from plein.vault.actions.opening import vault_of
from plein.vault.actions.recipients import admit_recipient, end_use, register_use
from plein.vault.actions.requests import (
    RequestIsOver,
    UnknownRequestCode,
    UseIsNotOpen,
    ask,
    refuse_request,
    take_up,
)
from plein.vault.gate import read
from plein.vault.granted import GrantAccess, GrantDoesNotRun, NotInGrant, VaultIsFrozen
from plein.vault.models import GrantState, Receipt, ReceiptKind, RequestState, VaultKey
from plein.vault.receipts import public_keys
from tests.cast import NOON
from tests.vault.conftest import use_plan

SECOND = timedelta(seconds=1)


@pytest.fixture
def officer_reads(rent_officer):
    """What the housing association reads under a grant."""

    def see(grant, *keys, at=NOON):
        access = GrantAccess(grant, rent_officer)
        readings = read(grant.vault, keys or grant.elements, access=access, at=at)
        return {reading.element.key: reading.value for reading in readings}

    return see


def test_a_request_is_answered_and_read(
    vault, katja, income_check, rent_officer, from_source, officer_reads
):
    from_source(bri_inkomen=1_840_000, bri_status="definitief", naam_geslachtsnaam="Voorbeeld")
    request, code = ask(income_check, "dossier 41", by=rent_officer, at=NOON)

    mine = take_up(vault, code.lower(), by=katja.actor, at=NOON)
    grant = give(vault, income_check, [], once(NOON), request=mine, by=katja.actor, at=NOON)

    assert officer_reads(grant, "bri_inkomen") == {"bri_inkomen": 1_840_000}
    request.refresh_from_db()
    assert (request.state, grant.reference) == (RequestState.PARTLY, "dossier 41")


def test_the_resident_reads_that_they_looked(shared, officer_reads, katja):
    grant = shared()

    officer_reads(grant, "bri_inkomen")

    line = Look.objects.filter(subject=katja.pk).latest("id")
    assert line.organisation == "Woonstichting De Es"
    assert (line.elements, line.grant) == (["bri_inkomen"], str(grant.pk))


def test_who_may_not_have_a_bsn_gets_none_and_a_name_of_its_own(shared):
    grant = shared()

    assert "bsn" not in grant.elements
    assert len(grant.pseudonym) == 10


def test_two_recipients_know_the_same_person_by_different_names(
    vault, katja, shared, open_use, bas
):

    other = admit_recipient(
        Organisation.objects.create(name="Andere stichting", kvk="90000078"),
        may_have_bsn=False,
        contact="Bel",
        by=bas,
        at=NOON,
    )
    use = open_use(other)
    theirs = give(vault, use, [], once(NOON), by=katja.actor, at=NOON)

    assert theirs.pseudonym != shared().pseudonym


def test_what_was_not_given_is_not_read(shared, officer_reads):
    grant = shared(elements=["bri_inkomen"])

    with pytest.raises(NotInGrant):
        officer_reads(grant, "ww_bruto")

    assert "bri_status" not in grant.elements  # left out, as it may be


def test_the_last_second_is_in_it_and_the_next_is_not(shared, officer_reads):
    grant = shared(until=NOON + timedelta(days=7))

    assert officer_reads(grant, at=NOON + timedelta(days=7) - SECOND)
    with pytest.raises(GrantDoesNotRun):
        officer_reads(grant, at=NOON + timedelta(days=7))


def test_once_is_once(shared, officer_reads):
    grant = shared(most_reads=1)

    assert officer_reads(grant)
    with pytest.raises(GrantDoesNotRun):
        officer_reads(grant)


def test_a_refused_read_is_not_counted(shared, officer_reads):
    grant = shared(most_reads=1)

    with pytest.raises(NotInGrant):
        officer_reads(grant, "ww_bruto")

    assert officer_reads(grant)


def test_a_grant_that_nobody_uses_lapses_after_six_months(shared, officer_reads):
    grant = shared(until=NOON + timedelta(days=360))

    with pytest.raises(GrantDoesNotRun):
        officer_reads(grant, at=NOON + timedelta(days=183))


def test_a_grant_lasts_no_longer_than_its_use_allows(vault, katja, open_use):
    use = open_use(most_days=30)

    with pytest.raises(TooLong, match="30 dagen"):
        give(vault, use, [], Duration(NOON + timedelta(days=31)), by=katja.actor, at=NOON)


def test_after_a_withdrawal_the_next_read_is_refused(shared, officer_reads, katja):
    grant = shared()
    assert officer_reads(grant)

    withdraw(grant, by=katja.actor, at=NOON)

    with pytest.raises(GrantDoesNotRun):
        officer_reads(grant)
    with pytest.raises(GrantHasEnded):
        withdraw(grant, by=katja.actor, at=NOON)


def test_a_frozen_vault_lets_no_recipient_in_and_its_owner_does(
    shared, officer_reads, vault, katja, look
):
    grant = shared()
    freeze(vault, by=katja.actor, at=NOON)

    with pytest.raises(VaultIsFrozen):
        officer_reads(grant)
    assert look("bri_inkomen")

    thaw(vault, by=katja.actor, at=NOON)
    assert officer_reads(grant)


def test_a_use_that_ended_shuts_every_grant_of_it(shared, officer_reads, income_check, bas):
    grant = shared()
    end_use(income_check, by=bas, at=NOON)

    with pytest.raises(GrantDoesNotRun):
        officer_reads(grant)


def test_a_no_gives_a_receipt_and_nothing_else(vault, katja, income_check, rent_officer):
    _request, code = ask(income_check, "dossier 41", by=rent_officer, at=NOON)
    mine = take_up(vault, code, by=katja.actor, at=NOON)

    receipt = refuse_request(mine, by=katja.actor, at=NOON)

    assert (receipt.kind, receipt.grant) == (ReceiptKind.REFUSED, None)
    assert vault.grants.count() == 0
    with pytest.raises(RequestIsOver):
        give(vault, income_check, [], once(NOON), request=mine, by=katja.actor, at=NOON)


def test_a_code_that_somebody_took_up_is_unknown_to_others(
    vault, katja, fatima, income_check, rent_officer
):

    _request, code = ask(income_check, "dossier 41", by=rent_officer, at=NOON)
    take_up(vault, code, by=katja.actor, at=NOON)

    with pytest.raises(UnknownRequestCode):
        take_up(vault_of(fatima, at=NOON), code, by=fatima.actor, at=NOON)


@pytest.mark.parametrize(("days", "open_"), [(29, True), (30, False)])
def test_a_request_waits_thirty_days(vault, katja, income_check, rent_officer, days, open_):
    _request, code = ask(income_check, "dossier 41", by=rent_officer, at=NOON)
    later = NOON + timedelta(days=days)

    if open_:
        assert take_up(vault, code, by=katja.actor, at=later)
    else:
        with pytest.raises(RequestIsOver):
            take_up(vault, code, by=katja.actor, at=later)


def test_nobody_asks_for_what_is_not_approved(woonstichting, bas, rent_officer):

    use = register_use(woonstichting, use_plan(), by=bas, at=NOON)

    with pytest.raises(UseIsNotOpen):
        ask(use, "dossier 41", by=rent_officer, at=NOON)


def test_a_receipt_is_checked_without_us_and_a_changed_one_is_not_right(emmen, shared):
    shared()
    receipt = Receipt.objects.get()
    keys = KeySet.import_key_set(public_keys())

    proof = jws.deserialize_compact(receipt.jws, keys, algorithms=["ES256"])

    assert b"bri_inkomen" in proof.payload
    assert b"1840000" not in proof.payload
    head, body, signature = receipt.jws.split(".")
    forged = f"{head}.{body[:-2]}{'A' if body[-2] != 'A' else 'B'}{body[-1]}.{signature}"
    with pytest.raises(BadSignatureError):
        jws.deserialize_compact(forged, keys, algorithms=["ES256"])


def test_the_nightly_note_changes_the_word_and_not_the_right(shared):
    grant = shared(until=NOON + timedelta(days=1))

    assert note_ended(NOON + timedelta(days=2)) == 1
    grant.refresh_from_db()
    assert grant.state == GrantState.EXPIRED


def test_an_address_under_secrecy_is_not_read_by_who_may_not_have_a_bsn(
    vault, katja, open_use, from_source, rent_officer, look
):
    use = open_use(
        bundle="vrijwilligershulp",
        title="hulp",
        basis="avg_6_1_a",
        kind="toestemming",
        own_interest=True,
        no_disadvantage=True,
        other_way=True,
        optional=[],
    )
    from_source(marks=("geheim",), naam_voornamen="Katja")
    grant = give(vault, use, [], once(NOON), by=katja.actor, at=NOON)

    assert read(vault, ["naam_voornamen"], access=GrantAccess(grant, rent_officer), at=NOON) == []
    assert look("naam_voornamen") == {"naam_voornamen": "Katja"}


def test_a_moved_key_opens_nothing(shared, officer_reads):

    grant = shared()
    VaultKey.objects.update(wrapped=b"\x01" + b"0" * 60)

    with pytest.raises(CannotOpen):
        officer_reads(grant)
