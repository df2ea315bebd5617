import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.kernel.money import NotAnAmount, bare_euros, euros, read_cents


@given(st.integers(0, 10**12))
def test_what_we_write_we_can_read_back(cents):
    assert read_cents(euros(cents)) == cents


@given(st.text(max_size=12))
def test_any_text_is_an_amount_or_a_refusal(text):
    try:
        assert read_cents(text) >= 0
    except NotAnAmount as refusal:
        assert "cijfers" in str(refusal)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0", 0),
        ("12", 1_200),
        ("12,5", 1_250),
        ("12,50", 1_250),
        ("12.50", 1_250),
        ("1.250", 125_000),
        ("1.250,50", 125_050),
        ("1250.50", 125_050),
        ("1 250,5", 125_050),
        ("€ 1.250,50", 125_050),
        ("€\N{NO-BREAK SPACE}0,01", 1),
        ("1.000.000", 100_000_000),
    ],
)
def test_amounts_are_read_as_people_write_them(text, cents):
    assert read_cents(text) == cents


@pytest.mark.parametrize("text", ["", "€", "-5", "1,234", "12,345", "1.25.0", "12,", "1e3", "tien"])
def test_what_could_mean_two_things_is_refused(text):
    with pytest.raises(NotAnAmount):
        read_cents(text)


@pytest.mark.parametrize(
    ("cents", "text"),
    [(0, "€ 0,00"), (5, "€ 0,05"), (125_050, "€ 1.250,50"), (-300, "- € 3,00"), (-1, "- € 0,01")],
)
def test_amounts_are_written_as_a_dutch_reader_expects(cents, text):
    assert euros(cents) == text.replace("€ ", "€\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("cents", "said"), [(125_050, "1250,50"), (0, "0,00"), (-5, "-0,05"), (-150, "-1,50")]
)
def test_a_spreadsheet_gets_bare_amounts(cents, said):
    assert bare_euros(cents) == said
