"""What is withheld: per line, in whole cents, half a cent up."""

import pytest

from plein.webshop.contribution import part_of


@pytest.mark.parametrize(
    ("price", "basis_points", "cents"),
    [
        (10_000, 1_000, 1_000),
        (10_000, 0, 0),
        (10_000, 10_000, 10_000),
        (333, 1_500, 50),  # 49.95
        (1, 4_999, 0),
        (1, 5_000, 1),  # half a cent goes up
        (30, 1_500, 5),  # 4.5
        (29, 1_500, 4),  # 4.35
    ],
)
def test_a_part_of_a_price_is_rounded_half_up(price, basis_points, cents):
    assert part_of(price, basis_points) == cents
