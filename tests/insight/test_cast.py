"""Households of the cast, each month worked out by hand: two wages, AOW, bijstand, a lost job."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plein.insight.household import Adult, Care, CareKind, Flow, Household, Unemployment
from plein.insight.payments import Actual, Kind, amounts, as_paid, by_month
from plein.insight.timeline import timeline

NOVEMBER = date(2026, 11, 1)


def euros(amount):
    return (Flow(Decimal(amount)),)


@pytest.fixture
def month_of(rules):
    def find(household, month=NOVEMBER):
        return timeline(rules, household, month, 1)[0]

    return find


@pytest.fixture
def comes_in(month_of):
    """By kind and by whose it is."""

    def find(household, month=NOVEMBER):
        found = by_month(amounts([month_of(household, month)], household))[month]
        return {(each.kind, each.whose): each for each in found}

    return find


@pytest.fixture
def fatima_and_jan():
    """€ 1.435,50 and € 2.541 a month; three children; after-school care of 40 hours for Noah."""
    return Household(
        applicant=Adult(born=date(1988, 10, 27), wages=euros("1435.50")),
        partner=Adult(born=date(1986, 5, 27), wages=euros("2541")),
        children=(date(2022, 3, 5), date(2018, 5, 19), date(2013, 6, 30)),
        care=(Care(CareKind.AFTER_SCHOOL, Decimal(40), Decimal("9.50")),),
    )


@pytest.fixture
def henk():
    return Household(
        applicant=Adult(born=date(1959, 9, 27)),
        rents=euros("580"),
        applies_for_bijstand_from=NOVEMBER,
    )


def test_november_of_fatima_and_jan_by_hand(fatima_and_jan, comes_in):
    """Fatima: table wage 17,226; 35.75 % is 6,158; credits 3,115 and 2,628; 415 / 12 = 34.58.
    Jan: 30,456; 10,888 - 3,069 - 5,390 = 2,429; / 12 = 202.42.

    Together 12 x 3,976.50 x 1.08 = 51,535.44 in the year. Kindgebonden budget 3 x 2,580 + 724 -
    7.6 % of (51,535.44 - 39,141) = 7,522, and 626 a month. Kinderopvangtoeslag 96 % of 40 x 9.50
    = 364.80.
    """
    found = comes_in(fatima_and_jan)

    assert found[Kind.WAGE, ""].amount == Decimal("1400.92")
    assert found[Kind.WAGE, "_partner"].amount == Decimal("2338.58")
    assert found[Kind.CHILDREN, ""].amount == 626
    assert found[Kind.CARE, ""].amount == 364
    assert found[Kind.CARE, ""].paid_on == date(2026, 10, 20)
    assert (Kind.HEALTH, "") not in found


def test_what_was_withheld_of_fatima_comes_back_for_her_young_children(fatima_and_jan, month_of):
    """12 x 34.58 = 414.96 withheld; 6,158 of tax is less than credits of 3,115 + 2,628 + 1,259."""
    month = month_of(fatima_and_jan)

    assert month.year["belasting_terug_per_jaar"] == Decimal("414.96")
    assert month.year["inkomensafhankelijke_combinatiekorting"] == 1_259
    assert month.year["belasting_terug_per_jaar_partner"] == 12 * Decimal("202.42") - 2_442


def test_care_does_not_count_for_who_does_not_work(fatima_and_jan, comes_in):
    jan_alone_works = replace(fatima_and_jan, applicant=Adult(born=date(1988, 10, 27)))

    assert (Kind.CARE, "") not in comes_in(jan_alone_works)


def test_care_goes_on_for_three_months_after_the_last_wage(fatima_and_jan, comes_in):
    def stopped(day):
        wages = (Flow(Decimal("1435.50"), until=day),)
        return replace(fatima_and_jan, applicant=Adult(born=date(1988, 10, 27), wages=wages))

    assert (Kind.CARE, "") in comes_in(stopped(date(2026, 9, 1)))
    assert (Kind.CARE, "") not in comes_in(stopped(date(2026, 8, 1)))


def test_a_full_aow_needs_no_aio_by_hand(henk, comes_in):
    """1,662.16 less 4.85 % for the care, 80.61; the credits are more than the tax."""
    found = comes_in(henk)

    assert found[Kind.AOW, ""].amount == Decimal("1581.55")
    assert found[Kind.AOW, ""].paid_on == date(2026, 11, 23)
    assert not {(Kind.AIO, ""), (Kind.BIJSTAND, ""), (Kind.BENEFIT, "")} & found.keys()


def test_a_year_of_aow_has_the_holiday_allowance_of_the_aow_by_hand(henk, month_of):
    """12 x (1,662.16 + 104.78); a pension has none: 12 x 100."""
    with_pension = replace(henk, applicant=replace(henk.applicant, pensions=euros("100")))

    income = month_of(with_pension, date(2027, 3, 1)).toeslagen["gezamenlijk_toetsingsinkomen"]

    assert income == Decimal("21203.28") + 1_200


def test_eighty_per_cent_of_the_aow_is_filled_up_by_the_svb_by_hand(henk, comes_in):
    """80 % is 1,329.73, less 64.49: 1,265.24. Holiday allowance 83.82, after the same part for the
    care 79.75. The norm of AOW age is 1,587.34: 242.35 more, of which 95 % is paid."""
    built_up = replace(henk, applicant=replace(henk.applicant, aow_percent=80))

    found = comes_in(built_up)

    assert found[Kind.AOW, ""].amount == Decimal("1265.24")
    assert found[Kind.AIO, ""].amount == Decimal("230.23")
    assert found[Kind.AIO, ""].paid_on == found[Kind.AOW, ""].paid_on
    assert (Kind.BIJSTAND, "") not in found


def test_a_couple_of_whom_one_has_aow_gets_aio_too(henk, comes_in):
    partner = Adult(born=date(1970, 1, 1))

    found = comes_in(replace(henk, partner=partner))

    assert (Kind.AIO, "") in found


def test_november_of_samir_with_bijstand_since_april_by_hand(comes_in, month_of):
    """Norm 1,419.46, of which 95 % is paid after the month. Rent 520, of which the own part is
    200.71 as for everybody with so little: 498.20 - 200.71, and 65 % of 520 - 498.20."""
    samir = Household(
        applicant=Adult(born=date(1996, 1, 1)),
        rents=euros("520"),
        applies_for_bijstand_from=date(2026, 4, 1),
    )

    found = comes_in(samir)

    assert found[Kind.BIJSTAND, ""].amount == Decimal("1348.49")
    assert found[Kind.BIJSTAND, ""].paid_on == date(2026, 12, 5)
    assert found[Kind.HEALTH, ""].amount == 129
    year = month_of(samir).toeslagen["gezamenlijk_toetsingsinkomen"]
    three_then_six = 3 * Decimal("1401.50") + 6 * Decimal("1419.46")
    assert year == pytest.approx((three_then_six - 3_115) / Decimal("0.6425"), abs=1)


def test_the_wages_until_june_count_for_the_whole_year_by_hand(month_of):
    """6 x 2,500 x 1.08 = 16,200. Withheld 6 x 186.00 = 1,116; the tax over 15,000 is 5,362 less
    credits of 3,115 and 1,938: 309. So 807 comes back."""
    wages = (Flow(Decimal(2500), until=date(2026, 7, 1)),)
    lost = Household(applicant=Adult(born=date(1990, 1, 1), wages=wages))

    november, january = month_of(lost), month_of(lost, date(2027, 1, 1))

    assert november.toeslagen["gezamenlijk_toetsingsinkomen"] == 16_200
    assert november.year["belasting_terug_per_jaar"] == 807
    assert january.toeslagen["gezamenlijk_toetsingsinkomen"] == 0


def test_both_adults_can_have_ww(comes_in):
    ww = Unemployment(Decimal(80), date(2026, 3, 1), date(2027, 3, 1))
    both = Household(Adult(date(1990, 1, 1), ww=ww), partner=Adult(date(1991, 1, 1), ww=ww))

    found = comes_in(both)

    assert found[Kind.BENEFIT, ""].amount == found[Kind.BENEFIT, "_partner"].amount > 900


def test_the_aow_of_a_partner_is_that_of_who_lives_together(henk, comes_in):
    """1,139.39 each, less 4.85 %: 55.26."""
    together = replace(henk, partner=Adult(born=date(1958, 1, 1)))

    found = comes_in(together)

    assert found[Kind.AOW, ""].amount == found[Kind.AOW, "_partner"].amount == Decimal("1084.13")


def test_in_a_year_in_which_somebody_comes_or_grows_old_no_tax_is_told(henk, month_of):
    came = replace(henk, partner=Adult(date(1970, 1, 1)), partner_from=date(2026, 5, 2))

    assert month_of(henk).year is None  # Henk got his AOW in October
    assert month_of(henk, date(2027, 3, 1)).year is not None
    assert month_of(came, date(2026, 12, 1)).year is None


def test_who_studies_gets_no_bijstand_until_27(comes_in):
    lotte = Household(
        applicant=Adult(born=date(1999, 12, 1), studies=True), applies_for_bijstand_from=NOVEMBER
    )

    assert (Kind.BIJSTAND, "") not in comes_in(lotte)
    assert (Kind.BIJSTAND, "") in comes_in(lotte, date(2026, 12, 1))


def test_what_is_missing_in_the_law_is_named_and_the_rest_stands(fatima_and_jan, month_of):
    """The table of kinderopvangtoeslag before 2026 is not found."""
    december = month_of(fatima_and_jan, date(2025, 12, 1))

    assert set(december.missing) == {"kinderopvangtoeslag_per_maand"}
    assert "01-01-2026" in str(december.missing["kinderopvangtoeslag_per_maand"])
    assert december["kinderopvangtoeslag_per_maand"] == 0
    assert december["kindgebonden_budget_per_maand"] > 0
    assert "kinderopvangtoeslag_per_maand" not in december.targets


def test_what_is_really_paid_stands_in_the_place_of_what_we_work_out(fatima_and_jan, month_of):
    found = amounts([month_of(fatima_and_jan)], fatima_and_jan)
    actual = {
        "kindgebonden_budget_per_maand": Actual(Decimal(600), "toeslagen", NOVEMBER),
        "huurtoeslag_per_maand": Actual(Decimal(10), "inwoner", NOVEMBER),
    }

    paid = as_paid(found, actual, NOVEMBER)

    kinds = {each.kind: each for each in paid}

    assert kinds[Kind.CHILDREN].amount == 600
    assert kinds[Kind.HOUSING].amount == 10  # also where we would come to nothing
    assert kinds[Kind.CARE].actual is None
    assert len(paid) == len(found) + 1
