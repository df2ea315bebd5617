"""The payment file: what the bank accepts, the same each time, and no person in it."""

from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

import pytest
from defusedxml.ElementTree import fromstring
from sepaxml.validation import try_valid_xml

from plein.gateways.bank.pain import SCHEMA
from plein.kernel.iban import NotAnIban
from plein.ledger.models import Account, AccountKind
from plein.tenants.models import Organisation
from plein.webshop.actions.catalogue import ProviderIsKnown, admit_provider
from plein.webshop.actions.settlement import approve_batch, file_of, make_batch
from plein.webshop.actions.till import hand_over
from plein.webshop.models import Provider, ProviderKind
from tests.cast import BSN_OF, NOON, TESTS, TODAY
from tests.webshop.conftest import YARA, children_of, order

AT = NOON + timedelta(days=1)
NAMES = ["Zwembad De Plons", "Café 't Hoekje & Zn. <Ünïcode>", "Stichting " + "Lang " * 30]


@pytest.fixture
def approved(fatima, kindpakket, product_for, grant_for, ingrid, tom):
    """A batch that pays three providers, one order each."""
    lina = children_of(fatima)[0]
    grant = grant_for(kindpakket, lina, cents=50_000)
    for number, name in enumerate(NAMES):
        organisation = Organisation.objects.create(name=name, kvk=f"8000000{number}")
        provider = admit_provider(
            organisation, kind=ProviderKind.SHOP, iban="NL91ABNA0417164300", by=TESTS, at=NOON
        )
        version = product_for(kindpakket.scheme, provider, price=1_001 + number)
        placed = order(fatima, (version, lina, grant), key=name)
        hand_over(placed.pickups.get(), by=YARA, at=NOON)
    batch = make_batch(until=TODAY + timedelta(days=1), by=ingrid, at=AT)
    return approve_batch(batch, pay_on=date(2026, 11, 27), by=tom, at=AT)


def texts(file: bytes, tag: str) -> list[str]:
    return [each.text for each in fromstring(file).iter() if each.tag.endswith(f"}}{tag}")]


def test_the_file_is_what_the_bank_accepts(approved):
    try_valid_xml(bytes(approved.file), SCHEMA)

    assert approved.file_digest == sha256(approved.file).hexdigest()


def test_its_sums_are_those_of_the_ledger(approved):
    amounts = [int(Decimal(text) * 100) for text in texts(approved.file, "InstdAmt")]
    under_way = Account.objects.get(kind=AccountKind.ONDERWEG)

    assert sorted(amounts) == [1_001, 1_002, 1_003]
    assert {Decimal(text) * 100 for text in texts(approved.file, "CtrlSum")} == {sum(amounts)}
    assert set(texts(approved.file, "NbOfTxs")) == {"3"}
    assert under_way.balance == sum(amounts)


def test_the_same_batch_gives_the_same_bytes(emmen, approved):
    instructions = list(
        approved.instructions.select_related("provider__organisation").order_by(
            "provider__payable_id"
        )
    )

    again = file_of(approved, instructions, emmen, date(2026, 11, 27), by=TESTS, at=AT)

    assert again == bytes(approved.file)


def test_every_payment_has_an_id_of_its_own_that_the_bank_has_room_for(approved):
    ids = texts(approved.file, "EndToEndId")

    assert len(set(ids)) == 3
    assert all(len(each) <= 35 for each in ids + texts(approved.file, "MsgId"))
    assert texts(approved.file, "MsgId") == [approved.message_id]


def test_the_bank_reads_no_person_in_it(approved):
    file = bytes(approved.file).decode()

    assert not any(person in file for person in ("Fatima", "Lina", *BSN_OF.values(), "B-"))
    assert set(texts(approved.file, "Ustrd")) == {f"Afrekening {approved.number} gemeente Emmen"}


@pytest.mark.parametrize("iban", ["", "NL92ABNA0417164300", "0417164300"])
def test_a_provider_with_a_wrong_account_is_not_admitted(emmen, iban):
    organisation = Organisation.objects.create(name="Ali Fietsen", kvk="90000002")

    with pytest.raises(NotAnIban):
        admit_provider(organisation, kind=ProviderKind.SHOP, iban=iban, by=TESTS, at=NOON)

    assert not Provider.objects.exists()


def test_a_provider_is_admitted_once(de_plons):
    with pytest.raises(ProviderIsKnown):
        admit_provider(
            de_plons.organisation,
            kind=ProviderKind.SHOP,
            iban="NL91ABNA0417164300",
            by=TESTS,
            at=NOON,
        )
