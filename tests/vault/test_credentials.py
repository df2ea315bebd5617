"""A verklaring from request to end."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from plein.audit.models import Act, Look
from plein.kernel.clock import start_of
from plein.kernel.crypto import CannotOpen
from plein.kernel.sd_jwt.refusals import Expired, Revoked, Suspended
from plein.tenants.models import SigningKey, SigningPurpose
from plein.tenants.scope import within
from plein.tenants.signing import known_keys, new_signing_key
from plein.vault.access import NotYourVault
from plein.vault.actions.credential_states import (
    CannotChangeNow,
    expire_credentials,
    resume_credential,
    revoke_credential,
    suspend_credential,
)
from plein.vault.actions.credentials import (
    NothingToSay,
    issue_credential,
    request_credential,
    what_it_would_say,
)
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.catalogue import catalogue
from plein.vault.credentials.types import credential_types, metadata
from plein.vault.models import Credential, CredentialState, Mode, StatusList
from tests.cast import NOON, TESTS
from tests.kernel.sd_jwt.forging import payload_of
from tests.vault.verklaringen import PASS, made, opened, shown_to_a_bank


def asked_for(vault, kind):
    return request_credential(vault, credential_types()[kind], by=TESTS, at=NOON)


@pytest.mark.parametrize("kind", list(credential_types().values()), ids=lambda kind: kind.key)
def test_every_kind_says_only_what_the_catalogue_knows(kind):
    known = {**catalogue().elements, **catalogue().derived}

    assert set(kind.all_claims) <= set(known)
    assert "bsn" not in kind.all_claims
    assert len(set(kind.all_claims)) == len(kind.all_claims)
    assert metadata(kind, "https://x")["vct"] == f"https://x/verklaringen/{kind.key}/1"


def test_a_pasbewijs_says_yes_without_the_value_behind_it(vault, from_source):
    from_source(minimabudgetten=PASS, geboortedatum="1998-03-01")

    found = shown_to_a_bank(made(vault), ["pas_geldig", "is_18_plus"])

    assert found.claims == {"pas_geldig": True, "is_18_plus": True}


def test_an_uitkeringsspecificatie_says_amounts_to_the_cent(vault, from_source):
    from_source(ww_bruto=148_205, ww_begin="2026-02-01", naam_voornamen="Katja")

    found = shown_to_a_bank(made(vault, "uitkeringsspecificatie"), ["ww_bruto", "ww_begin"])

    assert found.claims == {"ww_bruto": "1482.05", "ww_begin": "2026-02-01"}


def test_what_the_vault_gives_leaves_a_line_of_elements(vault, from_source, katja):
    from_source(minimabudgetten=PASS)

    made(vault)

    line = Look.objects.filter(subject=katja.pk).latest("id")
    assert line.purpose == "omdat u een verklaring maakte"
    assert line.elements == ["geboortedatum", "gemeente_inschrijving", "minimabudgetten"]


def test_what_is_unknown_is_left_out_and_what_the_resident_says_is_not_signed(vault, from_source):
    from_source(minimabudgetten=PASS)
    keep(vault, [Incoming("geboortedatum", "1990-01-01")], mode=Mode.STATEMENT, at=NOON)

    assert made(vault).names == ["pas_geldig"]


@pytest.mark.parametrize("mark", ["betwist", "in_onderzoek"])
def test_what_is_in_doubt_is_not_signed(vault, from_source, mark):
    from_source(minimabudgetten=PASS)
    from_source(geboortedatum="1990-01-01", marks=(mark,))

    assert made(vault).names == ["pas_geldig"]


@pytest.mark.parametrize(
    ("born", "last_day"),
    [
        ("2009-01-10", date(2027, 1, 9)),  # of age from the tenth
        ("2015-01-10", date(2027, 2, 21)),  # the longest that this kind holds
    ],
)
def test_it_ends_before_an_answer_would_be_another(vault, from_source, born, last_day):
    from_source(minimabudgetten=PASS, kinderen=[{"geboortedatum": born}])

    credential = made(vault, "minimaverklaring")

    assert "heeft_kind_4_17" in credential.names
    assert credential.last_day == last_day


def test_a_pass_that_ends_takes_its_pasbewijs_with_it(vault, from_source):
    from_source(minimabudgetten=[{"naam": "Pas", "pas": True, "tot": "2027-01-01"}])

    assert made(vault).last_day == date(2026, 12, 31)


def test_a_no_is_not_signed_because_it_is_easily_read_as_yes(vault, from_source):
    from_source(minimabudgetten=PASS, geboortedatum="2009-06-01", gemeente_inschrijving="Buren")

    assert made(vault).names == ["pas_geldig"]


@pytest.mark.parametrize("schemes", [[], None, [{"naam": "Korting", "pas": False}]])
def test_without_a_pass_there_is_no_pasbewijs_whatever_else_is_known(vault, from_source, schemes):
    from_source(minimabudgetten=schemes, geboortedatum="1998-03-01", gemeente_inschrijving="Emmen")

    with pytest.raises(NothingToSay):
        made(vault)


def test_with_nothing_to_say_nothing_is_made_and_it_stays_asked(vault, katja):
    asked = asked_for(vault, "pasbewijs")

    with pytest.raises(NothingToSay):
        issue_credential(asked, resident=katja, at=NOON)

    asked.refresh_from_db()
    assert asked.state == CredentialState.REQUESTED


def test_asking_twice_is_asking_once_and_making_twice_makes_one(vault, from_source, katja):
    from_source(minimabudgetten=PASS)
    first, second = asked_for(vault, "pasbewijs"), asked_for(vault, "pasbewijs")
    assert first == second

    one = issue_credential(first, resident=katja, at=NOON)
    other = issue_credential(first, resident=katja, at=NOON)

    assert (one.status_index, bytes(one.sealed)) == (other.status_index, bytes(other.sealed))
    assert Act.objects.filter(name="vault.credential.issued").count() == 1


def test_nobody_has_something_signed_about_somebody_else(vault, from_source, fatima):
    from_source(minimabudgetten=PASS)

    with pytest.raises(NotYourVault):
        what_it_would_say(asked_for(vault, "pasbewijs"), resident=fatima, at=NOON)


def test_setting_still_and_going_on_count_at_once(vault, from_source):
    from_source(minimabudgetten=PASS)
    credential = made(vault)

    suspend_credential(credential, by=TESTS, at=NOON)
    with pytest.raises(Suspended):
        shown_to_a_bank(credential, ["pas_geldig"])

    resume_credential(credential, by=TESTS, at=NOON)
    assert shown_to_a_bank(credential, ["pas_geldig"]).claims == {"pas_geldig": True}


def test_stopping_counts_at_once_for_who_has_a_copy_and_destroys_ours(vault, from_source):
    from_source(minimabudgetten=PASS)
    copy = made(vault)

    revoke_credential(copy, by=TESTS, at=NOON)

    with pytest.raises(Revoked):
        shown_to_a_bank(copy, ["pas_geldig"])
    kept = Credential.objects.get()
    assert (bytes(kept.sealed), bytes(kept.holder_sealed)) == (b"", b"")


@pytest.mark.parametrize("change", [suspend_credential, resume_credential, revoke_credential])
def test_what_was_stopped_never_comes_back(vault, from_source, change):
    from_source(minimabudgetten=PASS)
    credential = made(vault)
    revoke_credential(credential, by=TESTS, at=NOON)

    with pytest.raises(CannotChangeNow, match="gestopt"):
        change(credential, by=TESTS, at=NOON)


END = start_of(date(2027, 5, 23))  # 180 days after 24 November 2026


@pytest.mark.parametrize(("moment", "over"), [(END, 1), (END - timedelta(seconds=1), 0)])
def test_at_midnight_after_its_last_day_it_is_over(vault, from_source, moment, over):
    from_source(minimabudgetten=PASS)
    credential = made(vault)
    assert credential.last_day == date(2027, 5, 22)

    assert expire_credentials(by=TESTS, at=moment) == over

    credential.refresh_from_db()
    assert (credential.state == CredentialState.EXPIRED) is bool(over)
    assert bool(credential.sealed) is not bool(over)


def test_its_own_end_counts_before_the_night_comes(vault, from_source):
    from_source(minimabudgetten=PASS)

    with pytest.raises(Expired):
        shown_to_a_bank(made(vault), ["pas_geldig"], at=END + timedelta(minutes=1))


def test_two_of_one_day_cannot_be_told_apart_by_the_second(vault, from_source):
    from_source(minimabudgetten=PASS, ww_bruto=100)
    one, other = made(vault), made(vault, "uitkeringsspecificatie", at=NOON + timedelta(hours=3))

    signed = [payload_of(opened(each).token.split("~")[0])["iat"] for each in (one, other)]

    assert signed[0] == signed[1]


def test_a_new_key_signs_and_what_the_old_one_signed_stays_good(vault, from_source):
    from_source(minimabudgetten=PASS, ww_bruto=100)
    before = made(vault)

    new_signing_key(SigningPurpose.CREDENTIAL, at=NOON)
    after = made(vault, "uitkeringsspecificatie")

    assert shown_to_a_bank(before, ["pas_geldig"]).claims
    assert shown_to_a_bank(after, ["ww_bruto"]).claims
    assert len(known_keys(SigningPurpose.CREDENTIAL)) == 2


def test_no_private_key_and_no_value_is_readable_in_the_tables(vault, from_source):
    from_source(minimabudgetten=PASS, naam_voornamen="Katharina", geboortedatum="1998-03-01")
    from_source(gemeente_inschrijving="Emmen")
    made(vault, "inwonerverklaring")
    made(vault)

    rows = [*Credential.objects.values(), *SigningKey.objects.values(), *Act.objects.values()]
    text = str([{**row, **{k: bytes(v) for k, v in row.items() if k in SEALED}} for row in rows])
    assert [word for word in ("Katharina", "1998", "PRIVATE", "'d'") if word in text] == []


SEALED = {"sealed", "holder_sealed"}


def test_a_sealed_verklaring_opens_under_its_own_row_only(vault, from_source):
    from_source(minimabudgetten=PASS, ww_bruto=100)
    one, other = made(vault), made(vault, "uitkeringsspecificatie")
    one.sealed = other.sealed

    with pytest.raises(CannotOpen):
        shown_to_a_bank(one, ["pas_geldig"])


def test_another_municipality_has_keys_and_lists_of_its_own(vault, from_source, buren):
    from_source(minimabudgetten=PASS)
    made(vault)

    with within(buren):
        assert (
            known_keys(SigningPurpose.CREDENTIAL),
            StatusList.objects.count(),
            Credential.objects.count(),
        ) == ({}, 0, 0)


def test_a_state_without_a_place_in_a_list_is_refused_by_the_database(vault):
    asked = asked_for(vault, "pasbewijs")

    with pytest.raises(IntegrityError), transaction.atomic():
        Credential.objects.filter(pk=asked.pk).update(state=CredentialState.ISSUED)
