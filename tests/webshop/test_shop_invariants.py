"""Where each invariant and each race of the shop is tested (docs of the domain, 4.3 and W1-W14)."""

import ast
from pathlib import Path

import pytest

from plein.config.environment import ROOT

INVARIANTS = {
    "1 entries of a transfer sum to zero": {
        "ledger/test_transfer.py": ["test_the_database_refuses_entries_that_do_not_sum_to_zero"]
    },
    "2 what is booked is never changed or removed": {
        "ledger/test_transfer.py": ["test_nothing_that_is_booked_is_changed_or_removed"]
    },
    "3 an account that may not be negative never is": {
        "ledger/test_transfer.py": ["test_the_database_refuses_a_balance_below_zero"],
        "webshop/test_shop_machine.py": ["the_books_are_right"],
    },
    "4 a cached balance is the sum of its entries": {
        "ledger/test_ledger_properties.py": ["test_any_sequence_of_movements_keeps_the_books_right"]
    },
    "5 all accounts of a transfer are of one municipality": {
        "webshop/test_shop_together.py": ["test_an_account_of_another_municipality_does_not_move"]
    },
    "6 all accounts of a municipality sum to zero": {
        "webshop/test_shop_machine.py": ["the_books_are_right"]
    },
    "7 a key gives one transfer": {
        "ledger/test_transfer.py": [
            "test_the_same_key_books_once_and_gives_the_same_transfer",
            "test_a_key_cannot_be_used_for_another_movement",
        ]
    },
    "8 a line is paid from a budget that covers it, in time, for what the scheme sells": {
        "webshop/test_orders.py": [
            "test_a_stranger_does_not_order_from_this_budget",
            "test_a_budget_is_spent_until_the_last_second_of_its_period",
            "test_a_product_of_another_scheme_is_not_paid_from_this_budget",
        ],
        "webshop/test_claims.py": ["test_the_budget_of_one_child_is_not_for_another"],
    },
    "9 no more is sold than there is": {
        "webshop/test_races.py": ["test_the_last_piece_goes_to_one_of_twenty_residents"],
        "webshop/test_shop_machine.py": ["nothing_is_sold_that_is_not_there"],
    },
    "10 limits hold when two come at once": {
        "webshop/test_limits.py": ["test_two_partners_at_the_same_moment_get_one_fridge"]
    },
    "11 what is payable is in one live batch at most": {
        "webshop/test_races_in_the_office.py": ["test_two_batches_at_once_pay_every_delivery_once"],
        "webshop/test_bank_answers.py": ["test_what_came_back_is_paid_again_in_a_next_batch"],
    },
    "12 a batch, its file and the ledger are one total": {
        "webshop/test_shop_machine.py": ["three_totals_are_one"],
        "web/desk/test_control_pages.py": ["test_deliveries_bookings_and_file_are_one_total"],
    },
    "13 who approves is not who made it": {
        "webshop/test_settlement.py": ["test_the_database_wants_four_eyes_as_well"],
        "webshop/test_schemes.py": ["test_who_proposes_does_not_approve"],
    },
    "14 a later change of a product never alters an order": {
        "webshop/test_orders.py": ["test_a_later_price_never_alters_an_order"]
    },
}
RACES = {
    "1 forty checkouts on one budget": {
        "webshop/test_races.py": [
            "test_forty_checkouts_at_once_never_spend_more_than_the_budget_holds",
            "test_control_a_ledger_that_looks_before_it_writes_spends_too_much",
        ]
    },
    "2 the last piece and twenty residents": {
        "webshop/test_races.py": ["test_the_last_piece_goes_to_one_of_twenty_residents"]
    },
    "3 basket, till, declaratie and revocation at once on one budget": {
        "webshop/test_shop_together.py": [
            "test_ordering_declaring_giving_returning_and_revoking_at_once_keeps_every_cent"
        ]
    },
    "4 sold, cancelled, and bought by the next": {
        "webshop/test_orders.py": ["test_a_cancelled_piece_can_be_bought_by_the_next_at_once"]
    },
    "5 undone the same day, and brought back later": {
        "webshop/test_till.py": ["test_a_mistake_is_undone_the_same_day_and_the_code_works_again"],
        "webshop/test_returns.py": [
            "test_what_comes_back_before_it_was_paid_costs_nobody_anything",
            "test_what_comes_back_after_it_was_paid_is_owed_by_the_provider",
        ],
    },
    "6 whatever is cancelled comes back to the cent": {
        "webshop/test_orders.py": ["test_what_is_released_comes_back_to_the_cent_and_only_once"],
        "webshop/test_claims.py": ["test_a_resident_takes_it_back_once"],
    },
    "7 two batches made at once": {
        "webshop/test_races_in_the_office.py": [
            "test_two_batches_at_once_pay_every_delivery_once",
            "test_control_without_locks_two_batches_pay_the_same_deliveries",
        ]
    },
    "8 killed after it was sent: the same message, and no second payment": {
        "webshop/test_sepa.py": ["test_the_same_batch_gives_the_same_bytes"],
        "webshop/test_shop_killed.py": [
            "test_a_shop_that_is_killed_again_and_again_loses_nothing_and_doubles_nothing"
        ],
    },
    "9 all pairs of states": {
        "webshop/test_shop_together.py": ["test_a_line_moves_only_along_its_table"],
        "webshop/test_claims.py": ["test_every_state_that_cannot_follow_is_refused"],
        "webshop/test_schemes.py": ["test_a_scheme_moves_only_along_its_table"],
    },
    "10 a hundred thousand codes": {
        "webshop/test_codes.py": [
            "test_a_hundred_thousand_codes_are_different",
            "test_the_database_refuses_a_code_that_is_in_use",
        ]
    },
    "11 granted until the pot is empty, with imports at once": {
        "webshop/test_races_in_the_office.py": ["test_grants_at_once_stop_when_the_pot_is_empty"],
        "webshop/test_acceptance_white_goods.py": [
            "test_with_twelve_left_fifty_imports_at_once_make_exactly_twelve"
        ],
    },
    "12 whole cents from one end to the other": {
        "webshop/test_shop_invariants.py": ["test_no_amount_is_a_float"]
    },
    "13 ten clicks, one order": {
        "webshop/test_double_click.py": [
            "test_ten_clicks_at_once_make_one_order_and_give_ten_equal_answers"
        ],
        "webshop/test_claims.py": ["test_a_double_click_asks_once"],
    },
    "14 one cent above what is left is refused": {
        "webshop/test_orders.py": ["test_a_cent_too_much_says_how_much_is_missing"],
        "webshop/test_claims.py": ["test_a_cent_more_than_is_left_is_refused_and_holds_nothing"],
    },
}
PERCENT = "participation.py"  # writes a percentage as people do, and no amount
MONEY = ("plein/ledger", "plein/webshop", "plein/kernel/money.py", "plein/gateways/bank")


@pytest.mark.parametrize("tested", [*INVARIANTS.items(), *RACES.items()], ids=lambda each: each[0])
def test_it_has_its_tests(tested):
    for file, names in tested[1].items():
        text = (ROOT / "tests" / file).read_text()
        assert [name for name in names if f"def {name}(" not in text] == []


def test_they_are_fourteen_and_fourteen():
    for each in (INVARIANTS, RACES):
        assert [int(name.split()[0]) for name in each] == list(range(1, 15))


def test_no_amount_is_a_float():
    """W12: no float is made where money is."""
    paths = [ROOT / place for place in MONEY]
    files = [file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path])]
    assert len(files) > 80
    found = [place for file in files for place in floats_in(file)]
    assert [place for place in found if not place.startswith(PERCENT)] == []


def floats_in(file: Path) -> list[str]:
    return [
        f"{file.name}:{node.lineno}"
        for node in ast.walk(ast.parse(file.read_text()))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and not is_path(node))
    ]


def is_path(node: ast.BinOp) -> bool:
    """A slash between folders, and not between numbers."""
    right = node.right
    return isinstance(right, ast.JoinedStr) or (
        isinstance(right, ast.Constant) and isinstance(right.value, str)
    )
