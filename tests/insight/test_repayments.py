"""What is paid off: how much, and until when."""

from datetime import date

from plein.insight.repayments import repayments_of


def test_a_claim_is_paid_in_terms_until_it_is_done():
    claim = {"waarvoor": "Toeslag", "nog_te_betalen": 48_000, "termijn": 4_000}
    (debt,) = repayments_of({"schuld_toeslagen": [claim | {"betalen_voor": "2026-11-30"}]})

    assert debt.creditor == "Dienst Toeslagen"
    assert debt.in_month(date(2026, 11, 1)) == 40
    assert debt.in_month(date(2026, 12, 1)) == 0  # what is due then, nobody said
    assert debt.ends_after(date(2026, 11, 1)) == date(2027, 10, 1)


def test_the_last_term_may_be_smaller():
    (debt,) = repayments_of(
        {"schulden_overig": [{"aan_wie": "Broer", "nog_te_betalen": 10_001, "per_maand": 5_000}]}
    )

    assert debt.ends_after(date(2026, 11, 1)) == date(2027, 1, 1)


def test_a_debt_of_which_no_term_is_known_has_none():
    (debt,) = repayments_of({"vordering_gemeente": [{"nog_te_betalen": 168_000}]})

    assert (debt.term, debt.ends_after(date(2026, 11, 1))) == (0, None)


def test_a_seizure_goes_off_every_month():
    (seized,) = repayments_of({"beslag": {"door_wie": "Deurwaarder", "per_maand": 12_500}})

    assert seized.in_month(date(2027, 3, 1)) == 125
