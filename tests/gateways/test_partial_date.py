"""A date that is known from its year on, or not at all."""

from datetime import date

import pytest

from plein.gateways.partial_date import PartialDate


@pytest.mark.parametrize(
    ("known", "text", "earliest", "latest"),
    [
        (PartialDate(2024, 2, 29), "2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        (PartialDate(2024, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (PartialDate(2023), "2023", date(2023, 1, 1), date(2023, 12, 31)),
        (PartialDate(), "", None, None),
    ],
)
def test_what_is_not_known_lies_between_two_days(known, text, earliest, latest):
    assert (str(known), known.earliest, known.latest) == (text, earliest, latest)


def test_only_a_whole_date_is_exact():
    assert PartialDate(2024, 2, 29).exact == date(2024, 2, 29)
    assert PartialDate(2024, 2).exact is None
    assert PartialDate().exact is None


@pytest.mark.parametrize(
    "parts",
    [(2023, 2, 29), (2023, 13), (None, 2), (2023, None, 2), (-1,), (10**30,), (2023, 10**30)],
)
def test_what_never_was_is_no_date(parts):
    with pytest.raises(ValueError, match=r"."):
        PartialDate(*parts)
