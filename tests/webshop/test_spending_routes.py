"""W14: every way to spend a budget is known here, and each refuses one cent above the balance.

The routes are read from the code. Who spends a budget in a new place finds that place named by a
failing test, and writes down beside it which test shows that it cannot spend too much.
"""

import ast
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from plein.config.environment import ROOT
from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.ledger.refusals import NotEnoughMoney
from plein.webshop.actions.claims import ClaimTooLarge
from plein.webshop.actions.ending import return_if_ended, revoke_grant
from plein.webshop.actions.reserving import BudgetTooSmall
from plein.webshop.actions.saving import carry_over
from plein.webshop.models import SchemePeriod
from tests.cast import NOON, TESTS
from tests.webshop.claiming import submit
from tests.webshop.conftest import children_of, order

FOLDERS = ("webshop", "workflows", "web", "api")
LEDGER = {  # what moves money out of an account that it is told to
    "plein.ledger.actions": {"hold", "Move", "reopen", "storno"},
    "plein.ledger.bulk": {"Booking", "book_all"},
    "plein.ledger.holding": {"hold_all"},
    "plein.ledger.posting": {"post_entries"},
}
BALANCE = 10_000


class Place(NamedTuple):
    """Where money is moved: the file below plein, the function, and what it asks of the ledger."""

    file: str
    function: str
    asks: str


def left(grant) -> int:
    return Account.objects.get(pk=grant.budget_id).balance


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    SchemePeriod.objects.update(takes_claims=True, saves_up_to=BALANCE + 1)
    kindpakket.refresh_from_db()
    return grant_for(kindpakket, lina, cents=BALANCE)


def test_an_order_of_a_cent_more_is_refused(fatima, lina, grant, kindpakket, product_for):
    dear = product_for(kindpakket.scheme, price=BALANCE + 1)
    exact = product_for(kindpakket.scheme, price=BALANCE)

    with pytest.raises(BudgetTooSmall):
        order(fatima, (dear, lina, grant), key="a cent too much")
    assert left(grant) == BALANCE
    order(fatima, (exact, lina, grant), key="to the cent")

    assert left(grant) == 0


def test_lines_of_one_order_that_are_a_cent_more_together_are_refused(
    fatima, lina, grant, kindpakket, product_for
):
    most = product_for(kindpakket.scheme, price=BALANCE - 100)
    rest = product_for(kindpakket.scheme, title="Badmuts", price=101)

    with pytest.raises(BudgetTooSmall):
        order(fatima, (most, lina, grant), (rest, lina, grant))

    assert left(grant) == BALANCE


def test_a_declaratie_of_a_cent_more_is_refused(fatima, lina, grant):
    with pytest.raises(ClaimTooLarge):
        submit(fatima, lina, grant, cents=BALANCE + 1, key="a cent too much")
    assert left(grant) == BALANCE
    submit(fatima, lina, grant, cents=BALANCE, key="to the cent")

    assert left(grant) == 0


def test_taking_back_takes_what_is_there_now_and_not_what_was_there(
    fatima, lina, grant, kindpakket, product_for
):
    before = Account.objects.get(pk=kindpakket.pot_id).balance
    order(fatima, (product_for(kindpakket.scheme, price=BALANCE - 1), lina, grant))

    revoke_grant(grant, by=TESTS, at=NOON)  # as it was read before the order

    assert left(grant) == 0
    assert Account.objects.get(pk=kindpakket.pot_id).balance == before + 1
    assert check_books().is_right()


def test_what_comes_back_after_the_end_goes_on_to_the_pot_and_no_cent_more(grant):
    revoke_grant(grant, by=TESTS, at=NOON)
    grant.refresh_from_db()

    with pytest.raises(NotEnoughMoney):
        return_if_ended(grant, 1, key="a cent that never came back", at=NOON)

    assert left(grant) == 0


def test_saving_carries_what_is_there_where_a_cent_more_may_be_saved(
    lina, grant, kindpakket, next_year, grant_for
):
    following = grant_for(next_year(kindpakket, "2027"), lina, cents=BALANCE)

    assert carry_over(grant, by=TESTS, at=NOON) == BALANCE
    assert carry_over(grant, by=TESTS, at=NOON) == 0

    assert (left(grant), left(following)) == (0, 2 * BALANCE)
    assert check_books().is_right()


ACTIONS = "webshop/actions"
ROUTES: dict[Place, Callable[..., None]] = {
    Place(f"{ACTIONS}/reserving.py", "_hold_money", "Move"): (
        test_an_order_of_a_cent_more_is_refused
    ),
    Place(f"{ACTIONS}/reserving.py", "_hold_money", "hold_all"): (
        test_lines_of_one_order_that_are_a_cent_more_together_are_refused
    ),
    Place(f"{ACTIONS}/claims.py", "_hold", "hold"): test_a_declaratie_of_a_cent_more_is_refused,
    Place(f"{ACTIONS}/ending.py", "_end", "Move"): (
        test_taking_back_takes_what_is_there_now_and_not_what_was_there
    ),
    Place(f"{ACTIONS}/ending.py", "return_if_ended", "Move"): (
        test_what_comes_back_after_the_end_goes_on_to_the_pot_and_no_cent_more
    ),
    Place(f"{ACTIONS}/saving.py", "carry_over", "Move"): (
        test_saving_carries_what_is_there_where_a_cent_more_may_be_saved
    ),
}
OTHERS = {  # and from which account those take it
    Place(f"{ACTIONS}/bank_booking.py", "pay", "Move"): "onderweg",
    Place(f"{ACTIONS}/bank_booking.py", "give_back", "Move"): "onderweg of bank",
    Place(f"{ACTIONS}/changing_grants.py", "raise_grant", "Move"): "pot",
    Place(f"{ACTIONS}/credits.py", "approve_credit", "Move"): "begroting",
    Place(f"{ACTIONS}/grants.py", "_fill", "Move"): "pot",
    Place(f"{ACTIONS}/returning.py", "_book", "Move"): "te betalen, vordering en bijdrage",
    Place(f"{ACTIONS}/setting_off.py", "book_set_off", "Move"): "te betalen",
    Place(f"{ACTIONS}/settlement.py", "_book", "Move"): "te betalen en inwoner uit",
    Place(f"{ACTIONS}/till.py", "undo_hand_over", "reopen"): "te betalen",
    Place("webshop/booking_own_share.py", "book_own_share", "Move"): "eigen bijdrage",
    Place("webshop/booking_own_share.py", "undo_own_share", "storno"): "te betalen",
    Place("webshop/imports/applying.py", "grant_rows", "Move"): "pot",
}


class _Reader(ast.NodeVisitor):
    """Every name of the ledger that a file uses, under whatever name it took it in."""

    def __init__(self, file: str) -> None:
        self.file, self.function = file, ""
        self.names: dict[str, str] = {}
        self.modules: dict[str, set[str]] = {}
        self.found: list[tuple[Place, str]] = []  # with the code of its source, when it says one

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            name = alias.asname or alias.name
            if alias.name in LEDGER.get(node.module or "", ()):
                self.names[name] = alias.name
            if f"{node.module}.{alias.name}" in LEDGER:
                self.modules[name] = LEDGER[f"{node.module}.{alias.name}"]

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            if alias.name in LEDGER:
                self.modules[alias.asname or alias.name] = LEDGER[alias.name]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        outer, self.function = self.function, self.function or node.name
        self.generic_visit(node)
        self.function = outer

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Call(self, node: ast.Call) -> None:
        if asks := self._asked(node.func):
            self._add(asks, _source(node))
            self._visit_all([*node.args, *node.keywords])
        else:
            self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        """Handed on without being called: that may spend as well."""
        if asks := self._asked(node):
            self._add(asks, "")

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if asks := self._asked(node):
            self._add(asks, "")
        else:
            self.generic_visit(node)

    def _visit_all(self, nodes: list[ast.AST]) -> None:
        for node in nodes:
            self.visit(node)

    def _asked(self, node: ast.expr) -> str:
        if isinstance(node, ast.Name):
            return self.names.get(node.id, "")
        if isinstance(node, ast.Attribute):
            known = self.modules.get(ast.unparse(node.value), set())
            return node.attr if node.attr in known else ""
        return ""

    def _add(self, asks: str, source: str) -> None:
        self.found.append((Place(self.file, self.function, asks), source))


def _source(call: ast.Call) -> str:
    named = [each.value for each in call.keywords if each.arg == "source"]
    return ast.unparse([*named, *call.args][0]) if named or call.args else ""


def places_in(code: str, file: str) -> list[tuple[Place, str]]:
    reader = _Reader(file)
    reader.visit(ast.parse(code))
    return reader.found


def all_places() -> Iterator[tuple[Place, str]]:
    for folder in FOLDERS:
        for path in sorted((ROOT / "plein" / folder).rglob("*.py")):
            yield from places_in(path.read_text(), str(path.relative_to(ROOT / "plein")))


def test_every_way_to_spend_a_budget_is_known_and_has_a_test_of_its_own():
    places = [place for place, _source in all_places()]
    found = set(places)

    assert len(places) == len(found)  # a second one in the same function is another route
    assert sorted(found - ROUTES.keys() - OTHERS.keys()) == []  # new: show that it refuses
    assert sorted((ROUTES.keys() | OTHERS.keys()) - found) == []  # gone: take it off the list


def test_what_is_no_route_takes_nothing_from_a_budget():
    for place, source in all_places():
        if place in OTHERS:
            assert "budget" not in source.lower(), place


@pytest.mark.parametrize(
    "code",
    [
        "from plein.ledger.actions import hold\ndef spend(): hold(1, source=a)",
        "from plein.ledger.actions import hold as take\ndef spend(): take(1, source=a)",
        "from plein.ledger import actions\ndef spend(): actions.hold(1, source=a)",
        "import plein.ledger.actions\ndef spend(): plein.ledger.actions.hold(1, source=a)",
        "from plein.ledger.actions import hold\ndef spend(): on_commit(partial(hold, 1))",
        "from plein.ledger.actions import hold\nclass A:\n  async def spend(self): hold(1)",
    ],
)
def test_a_new_caller_is_seen_under_whatever_name(code):
    ((place, _source),) = places_in(code, "web/new.py")

    assert place == Place("web/new.py", "spend", "hold")
    assert place not in ROUTES.keys() | OTHERS.keys()
