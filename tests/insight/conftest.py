"""Katja of the demo, 70 days before her WW ends, in amounts that can be checked by hand."""

from datetime import date
from decimal import Decimal

import pytest

from plein.insight.household import Adult, Flow, Household, Unemployment
from plein.regelingen.library import rule_book
from plein.rules.of_municipality import Rules

WW_ENDS = date(2027, 2, 5)


@pytest.fixture
def rules():
    return Rules(rule_book())


@pytest.fixture
def katja():
    """WW of € 1.226 a month, that is 70 per cent of 21.75 days; children of 4 and 9."""
    day_wage = Decimal(1226) / Decimal("0.70") / Decimal("21.75")
    return Household(
        applicant=Adult(
            born=date(1998, 3, 14), ww=Unemployment(day_wage, date(2026, 5, 1), WW_ENDS)
        ),
        children=(date(2022, 2, 11), date(2017, 4, 23)),
        rents=(Flow(Decimal(650)),),
        applies_for_bijstand_from=WW_ENDS,
    )
