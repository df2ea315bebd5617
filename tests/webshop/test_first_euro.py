"""From budget to bank, in one story without a screen."""

from datetime import date, timedelta
from hashlib import sha256

from defusedxml.ElementTree import fromstring

from plein.kernel.short_code import spaced
from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.tenants.scope import current
from plein.webshop.actions.settlement import approve_batch, make_batch
from plein.webshop.actions.till import find_pickup, hand_over
from plein.webshop.codes import code_of
from tests.cast import NOON
from tests.webshop.conftest import YARA, children_of, order


def test_a_euro_goes_from_the_pot_to_the_bank(
    fatima, kindpakket, swimming_lessons, grant_for, de_plons, ingrid, tom
):
    lina = children_of(fatima)[0]
    grant = grant_for(kindpakket, lina)

    placed = order(fatima, (swimming_lessons, lina, grant))
    code = spaced(code_of(current(), placed.pickups.get())).lower()
    hand_over(find_pickup(de_plons, code), by=YARA, at=NOON)
    tomorrow = NOON + timedelta(days=1)
    batch = make_batch(until=date(2026, 11, 25), by=ingrid, at=tomorrow)
    batch = approve_batch(batch, pay_on=date(2026, 11, 26), by=tom, at=tomorrow)

    file = bytes(batch.file)
    assert batch.file_digest == sha256(file).hexdigest()
    assert [e.text for e in fromstring(file).iter() if e.tag.endswith("InstdAmt")] == ["95.00"]
    balances = dict(Account.objects.values_list("kind", "balance"))
    assert balances[AccountKind.BUDGET] == 25_000 - 9_500
    assert balances[AccountKind.TE_BETALEN] == 0
    assert balances[AccountKind.ONDERWEG] == 9_500
    assert check_books().is_right()
