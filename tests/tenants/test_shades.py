"""A colour that cannot be read comes back with the nearest that can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.tenants.colour import contrast, to_oklch
from plein.tenants.palette import WHITE
from plein.tenants.shades import NEEDED, TooLight, demand_contrast, nearest_good

HEX = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@given(colour=HEX, name=st.sampled_from(sorted(NEEDED)))
def test_what_we_propose_will_do_and_is_no_further_than_needed(colour, name):
    needed, proposed = NEEDED[name]
    shade = nearest_good(name, colour)

    demand_contrast(name, shade)
    if contrast(WHITE, colour) >= needed:
        assert shade == colour
    else:
        assert contrast(WHITE, shade) < proposed + 0.25
        assert to_oklch(shade).lightness <= to_oklch(colour).lightness


@pytest.mark.parametrize(
    ("name", "last_good", "first_bad"),
    [("brand", "#767676", "#777777"), ("accent", "#949494", "#959595")],
)
def test_the_border_is_where_wcag_puts_it(name, last_good, first_bad):
    demand_contrast(name, last_good)

    with pytest.raises(TooLight):
        demand_contrast(name, first_bad)
