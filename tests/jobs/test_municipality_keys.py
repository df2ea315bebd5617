"""A municipality gets another key, and nobody who works or waits meanwhile notices."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import BinaryField
from joserfc import jws
from joserfc.jwk import KeySet

from plein.audit.actions import Purpose
from plein.identity.digid import connect_by_oidc, public_keys
from plein.identity.gate import read_names
from plein.identity.mandate_label import label_of
from plein.identity.mandates import invite_helper
from plein.identity.models import Resident
from plein.jobs import municipality_keys
from plein.jobs.municipality_keys import (
    COLUMNS,
    forget_rotated_key,
    rotate_municipality,
    rotate_signing_keys,
)
from plein.tenants.key_change import GRACE, change_key, seal_anew
from plein.tenants.keys import index_of, lies_under_newest
from plein.tenants.models import Municipality, SigningKey
from plein.tenants.scope import current, within
from plein.tenants.seals import seal_log, wrong_in_log
from plein.vault.access import OwnAccess
from plein.vault.actions.rotating import KINDS
from plein.vault.gate import read
from plein.vault.models import Receipt, Showing
from plein.vault.pseudonyms import pseudonym_of
from plein.vault.receipts import public_keys as receipt_keys
from plein.webshop.codes import code_of as pickup_code
from plein.webshop.models import Pickup
from tests.cast import NOON, TESTS
from tests.vault.conftest import (  # noqa: F401 - fixtures of the vault
    from_source,
    income_check,
    katja,
    open_use,
    rent_officer,
    shared,
    vault,
    woonstichting,
)
from tests.vault.verklaringen import PASS, code_for, made, shown_to_a_bank
from tests.web.conftest import *  # noqa: F403
from tests.webshop.conftest import household, order

DONE = NOON + GRACE
TURNS = range(25)


@pytest.fixture
def lived_in(emmen, fatima, lina, kindpakket, swimming_lessons, grant_for, shared, from_source):
    """Emmen with an order that waits, a vault that is shared, a helper, a verklaring and DigiD."""
    order(fatima, (swimming_lessons, lina, grant_for(kindpakket, lina)))
    shared()
    from_source(minimabudgetten=PASS)
    until = NOON.date() + timedelta(days=30)
    katja = Resident.objects.get(vault__isnull=False)
    mandate, _code = invite_helper(katja, ["geld"], label="buurvrouw", until=until, at=NOON)
    credential = made(katja.vault)
    code_for(credential)
    connect_by_oidc(emmen, issuer="https://digid.example", client_id="plein")
    return fatima, katja, mandate, credential


def everything(lived_in) -> dict[str, object]:
    """What people see of all that lies under the key of Emmen."""
    fatima, katja, mandate, credential = lived_in
    receipt = Receipt.objects.first().jws
    mandate.refresh_from_db()
    return {
        "vault": read(katja.vault, ["ww_bruto"], access=OwnAccess(katja), at=NOON)[0].value,
        "names": sorted(names_of(household(fatima)).values()),
        "code": pickup_code(current(), Pickup.objects.get()),
        "showing": bool(Showing.objects.get().code_sealed),
        "label": label_of(mandate),
        "digid": public_keys(current()),
        "receipt": jws.deserialize_compact(
            receipt, KeySet.import_key_set(receipt_keys()), ["ES256"]
        ).payload,
        "verklaring": shown_to_a_bank(credential, ["pas_geldig"]).claims,
        "pseudonym": pseudonym_of(katja.vault, Receipt.objects.first().use.recipient),
        "bsn": index_of(current(), "bsn", "999990032"),
    }


def names_of(home) -> dict:
    why = Purpose("omdat wij testen", "AVG artikel 32")
    return read_names(home, home.members.all(), purpose=why, by=TESTS, at=NOON)


def under_the_newest(municipality=None) -> set[bool]:
    """Whether each sealed column of each row lies under the key of now."""
    return {
        lies_under_newest(
            municipality or current(), getattr(row, column.field), **column.place_of(row)
        )
        for column in COLUMNS
        for row in column.rows().exclude(**{column.field: b""})
    }


def test_everything_is_as_it_was_before_during_and_after_the_change(lived_in):
    before = everything(lived_in)

    change_key(by=TESTS, at=NOON)
    assert everything(lived_in) == before
    assert seal_anew(COLUMNS) > 8
    assert everything(lived_in) == before
    assert forget_rotated_key(by=TESTS, at=DONE)

    assert everything(lived_in) == before
    assert under_the_newest() == {True}
    assert bytes(current().old_data_key) == b""


def test_the_old_key_stays_until_nobody_can_be_busy_with_it(lived_in):
    rotate_municipality(by=TESTS, at=NOON)

    assert not forget_rotated_key(by=TESTS, at=DONE - timedelta(seconds=1))
    assert forget_rotated_key(by=TESTS, at=DONE)
    assert not forget_rotated_key(by=TESTS, at=DONE)


def test_what_a_slow_request_still_seals_under_the_old_key_moves_in_the_night(lived_in, emmen):
    slow = Municipality.objects.get(pk=emmen.pk)
    rotate_municipality(by=TESTS, at=NOON)
    with within(slow):
        invite_helper(
            lived_in[1], ["geld"], label="broer", until=NOON.date() + timedelta(days=9), at=NOON
        )
    assert under_the_newest() == {True, False}

    forget_rotated_key(by=TESTS, at=DONE)

    assert under_the_newest() == {True}


def test_a_request_that_began_before_the_change_reads_what_was_moved(lived_in, emmen):
    slow = Municipality.objects.get(pk=emmen.pk)
    before = everything(lived_in)
    rotate_municipality(by=TESTS, at=NOON)

    with within(slow):
        assert everything(lived_in) == before


def test_a_stop_halfway_is_taken_up(lived_in, monkeypatch):
    before = everything(lived_in)
    with monkeypatch.context() as patch:
        patch.setattr(municipality_keys, "COLUMNS", (*COLUMNS[:2], None))
        with pytest.raises(AttributeError):
            rotate_municipality(by=TESTS, at=NOON)
    key = bytes(current().data_key)

    rotate_municipality(by=TESTS, at=NOON + timedelta(minutes=1))

    assert bytes(current().data_key) == key
    assert under_the_newest() == {True}
    assert everything(lived_in) == before


def test_the_old_key_alone_opens_nothing_any_more(lived_in):
    thief = Municipality.objects.get(pk=current().pk)
    rotate_municipality(by=TESTS, at=NOON)
    forget_rotated_key(by=TESTS, at=DONE)

    assert under_the_newest(thief) == {False}


def test_people_go_on_reading_and_ordering_while_the_key_changes(at_once, lived_in):
    fatima, katja = lived_in[:2]
    before = everything(lived_in)

    def changes():
        return rotate_municipality(by=TESTS, at=NOON) > 0

    def reads():
        own = OwnAccess(katja)
        with within(Municipality.objects.get(pk=current().pk)):
            return [len(read(katja.vault, ["ww_bruto"], access=own, at=NOON)) for _ in TURNS]

    def names():
        with within(Municipality.objects.get(pk=current().pk)):
            return [len(names_of(household(fatima))) for _ in TURNS]

    answers = at_once([changes, reads, names])

    assert answers == [True, [1] * len(TURNS), [5] * len(TURNS)]
    assert everything(lived_in) == before


def test_new_keys_sign_and_what_was_signed_stays_good(lived_in):
    seal_log(NOON.date() + timedelta(days=1), by=TESTS, at=NOON)
    before = everything(lived_in)

    assert rotate_signing_keys(at=NOON) == 3

    assert everything(lived_in) == before
    assert list(wrong_in_log({}, at=NOON)) == []
    assert SigningKey.objects.filter(sealed=b"").count() == 3  # the old private halves are gone


def test_the_command_does_both(lived_in, capsys):
    before = everything(lived_in)

    call_command("rotate_keys", "--municipalities")
    call_command("rotate_keys", "--signing")
    current().refresh_from_db()

    assert everything(lived_in) == before
    assert "gaan vannacht weg" in capsys.readouterr().out


def test_no_sealed_column_is_forgotten(emmen):
    """Each is under the municipality's key, under that of a person or vault, or a digest."""
    names = ("identity", "webshop", "vault", "tenants", "cases", "casestores", "payments")
    names += ("appointments",)
    found = {
        f"{model._meta.label}.{field.name}"
        for name in names
        for model in apps.get_app_config(name).get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, BinaryField)
    }
    under_vaults = {
        f"{model._meta.label}.{field}" for model, kind in KINDS.items() for field in kind.elements
    }

    assert found - under_vaults - OF_OTHERS == {
        f"{column.rows().model._meta.label}.{column.field}" for column in COLUMNS
    }


OF_OTHERS = {
    "appointments.CallBack.phone_sealed",  # under the resident, as the next
    "appointments.CallBack.subject_sealed",
    "cases.Advice.content_sealed",  # under the resident, as the next five
    "cases.Decision.explanation_sealed",
    "cases.Decision.weighing_sealed",
    "cases.Proposal.weighing_sealed",
    "cases.Proposal.why_sealed",
    "cases.Proposal.words_sealed",
    "cases.Relocation.place_sealed",  # under the resident
    "cases.Signature.why_sealed",  # under who would sign
    "casestores.ForeignCase.details_sealed",  # under the resident
    "casestores.ForeignCase.summary_sealed",  # under the resident
    "casestores.Subscription.digest",
    "intake.Application.answers_sealed",  # under the resident
    "identity.Mandate.code_index",
    "identity.Member.name_sealed",  # under the household
    "identity.Resident.bsn_index",
    "identity.Resident.bsn_sealed",  # under the resident
    "payments.AwardSignal.facts_sealed",  # under the resident, as the next eight
    "payments.AwardSignal.words_sealed",
    "payments.Debt.explanation_sealed",
    "payments.Deduction.payee_sealed",
    "payments.PayAccount.content_sealed",
    "payments.Remission.why_sealed",
    "payments.Situation.content_sealed",
    "payments.Statement.content_sealed",
    "payments.Statement.shown_sealed",
    "tenants.Municipality.data_key",  # under the master key, as the next two
    "tenants.Municipality.index_key",
    "tenants.Municipality.old_data_key",
    "vault.Kinship.child_index",
    "vault.SealedValue.fingerprint",
    "vault.ShareRequest.code_index",
    "vault.Showing.code_index",
    "vault.StatusList.data",  # public
    "webshop.ActivationCode.code_index",
    "webshop.Claim.answer_sealed",  # under the resident, as the next five
    "webshop.Claim.payee_sealed",
    "webshop.Claim.question_sealed",
    "webshop.Claim.reason_sealed",
    "webshop.Claim.what_sealed",
    "webshop.ClaimDraft.typed_sealed",
    "webshop.Order.email_sealed",  # under the household, as the next
    "webshop.OrderLine.name_sealed",
    "webshop.Pickup.code_index",
}
