"""A file becomes budgets: all of them or none, once, and for the right people."""

from datetime import date

import pytest
from stdnum.nl import bsn as eleven_test

from plein.audit.models import Act, Look
from plein.identity.imports.records import RowsDoNotFit
from plein.identity.models import Household, Member, MemberRole, Resident, School
from plein.identity.queries import find_resident
from plein.kernel.bsn import Bsn
from plein.ledger.queries import check_books
from plein.webshop.actions.ending import revoke_grant
from plein.webshop.actions.grants import SchemeNotOpen
from plein.webshop.actions.schemes import move_scheme
from plein.webshop.imports.applying import PotIsTooSmall, check_rows, grant_rows
from plein.webshop.imports.rows import Row, RowRole
from plein.webshop.models import Grant, SchemeKind, SchemeStatus, SubjectKind
from plein.webshop.scheme_plan import Amount
from tests.cast import BSN_OF, NOON, TESTS
from tests.webshop.conftest import children_of, household

FATIMA, JAN = Bsn(BSN_OF["fatima"]), Bsn(BSN_OF["jan"])
MILA, OMAR = Bsn("999993409"), Bsn("999993410")


def adult(bsn, number=2, **more):
    standard = {"reference": f"A-{number}", "role": RowRole.ADULT, "applicant": None}
    return Row(number=number, bsn=bsn, **(standard | more))


def partner(bsn, of, number=3, **more):
    return adult(bsn, number, role=RowRole.PARTNER, applicant=of, **more)


def child(of, name="Sami", born=date(2018, 5, 1), number=4, **more):
    standard = {"role": RowRole.CHILD, "applicant": of, "name": name, "birth_month": born}
    return adult(None, number, **(standard | more))


@pytest.fixture
def book(sam, period):
    return lambda *rows, of=None: grant_rows(rows, period=of or period, by=sam.actor, at=NOON)


@pytest.fixture
def period(open_period):
    """€ 10.000 for everybody: € 125 from 18 years on, and € 250 for children."""
    amounts = [Amount(25_000, age_from=4, age_until=18), Amount(12_500, age_from=18)]
    return open_period(name="Meedoen", amounts=amounts)


def wrong_of(refused) -> list[tuple[int, str]]:
    return [(each.row, each.column) for each in refused.value.problems]


def test_a_family_that_is_new_gets_a_household_and_its_budgets(book):
    family = [
        child(MILA, name="Puk", number=2),
        partner(OMAR, MILA, number=3, name="Omar"),
        adult(MILA, number=4, name="Mila"),
    ]

    booked = book(*family)

    home = Household.objects.get()
    assert {grant.household_id for grant in booked.grants} == {home.pk}
    assert sorted(grant.amount for grant in booked.grants) == [12_500, 12_500, 25_000]
    assert sorted(home.members.values_list("role", flat=True)) == ["kind", "partner", "volwassene"]
    assert household(find_resident(MILA)) == household(find_resident(OMAR)) == home
    assert check_books().is_right()


def test_names_and_numbers_are_sealed(book, superuser):
    book(adult(MILA, name="Mila"))

    resident, member = Resident.objects.get(), Member.objects.get()
    assert MILA.reveal().encode() not in bytes(resident.bsn_sealed) + bytes(resident.bsn_index)
    assert b"Mila" not in bytes(member.name_sealed)


def test_who_is_known_is_not_made_again(book, fatima):
    booked = book(adult(FATIMA), partner(JAN, FATIMA), child(FATIMA))

    assert {grant.member for grant in booked.grants} <= set(household(fatima).members.all())
    assert Member.objects.count() == 5
    assert Resident.objects.count() == 2


def test_a_child_is_known_by_its_month_of_birth_without_opening_a_name(book, fatima):
    booked = book(child(FATIMA, name="Samir"))

    assert booked.grants[0].member == children_of(fatima)[1]
    assert not Look.objects.exists()


def test_twins_are_told_apart_by_name_and_the_resident_can_read_that(book):
    twins = [child(MILA, name="Bo", number=2), child(MILA, name="Kim", number=3)]
    kim = book(*twins).grants[1].member

    book(child(MILA, name="kim", number=9, reference="later"), of=after_the_first(kim))

    assert Member.objects.filter(role=MemberRole.CHILD).count() == 2
    assert Grant.objects.get(reference="later").member == kim
    assert Look.objects.filter(subject=kim.household_id).exists()


def after_the_first(member):
    """The first budget of this child ends, so that it can have another."""
    grant = member.grants.get()
    revoke_grant(grant, by=TESTS, at=NOON)
    return grant.period


def test_a_child_that_went_to_another_school_gets_the_amount_of_that_school(
    book, open_period, fatima
):
    amounts = [Amount(27_500, school=School.PRIMARY), Amount(40_000, school=School.SECONDARY)]
    by_school = open_period(name="Schoolpakket", amounts=amounts)

    booked = book(child(FATIMA, school=School.SECONDARY), of=by_school)

    assert booked.grants[0].amount == 40_000
    assert children_of(fatima)[1].school == School.SECONDARY


def test_a_household_gets_one_budget(book, open_period, fatima):
    energy = open_period(
        name="Energie",
        kind=SchemeKind.ENERGIE,
        subject=SubjectKind.HOUSEHOLD,
        amounts=[Amount(50_000)],
    )

    booked = book(adult(FATIMA, role=RowRole.HOUSEHOLD), of=energy)

    grant = booked.grants[0]
    assert (grant.household, grant.member, grant.amount) == (household(fatima), None, 50_000)
    with pytest.raises(RowsDoNotFit):
        book(adult(JAN, role=RowRole.HOUSEHOLD, reference="again"), of=energy)


def test_the_same_file_again_books_nothing(book, period):
    rows = [adult(MILA), child(MILA)]
    book(*rows)
    period.pot.refresh_from_db()
    before = period.pot.balance

    again = book(*rows)

    period.pot.refresh_from_db()
    assert (again.grants, again.again) == ([], 2)
    assert period.pot.balance == before
    assert Grant.objects.count() == 2


def test_a_file_with_one_wrong_row_changes_nothing(book, period, fatima):
    book(adult(FATIMA))

    with pytest.raises(RowsDoNotFit) as refused:
        book(adult(MILA, number=5), adult(FATIMA, number=6))

    assert wrong_of(refused) == [(6, "bsn")]
    assert find_resident(MILA) is None
    assert Grant.objects.count() == 1


def test_a_pot_that_is_too_small_names_what_is_short(book, open_period):
    small = open_period(pot=20_000, name="Klein")

    with pytest.raises(PotIsTooSmall, match="€\N{NO-BREAK SPACE}50,00"):
        book(child(MILA), of=small)

    assert not Grant.objects.exists()
    assert not Resident.objects.exists()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (adult(MILA, role=RowRole.HOUSEHOLD), "rol"),
        (child(MILA, born=date(2008, 11, 1)), "geboortemaand"),
        (child(MILA, born=date(2027, 1, 1)), "geboortemaand"),
        (child(MILA, born=date(2024, 1, 1)), "bedrag"),
    ],
)
def test_a_row_that_does_not_fit_the_scheme_is_named(book, row, column):
    with pytest.raises(RowsDoNotFit) as refused:
        book(row)

    assert wrong_of(refused) == [(row.number, column)]


def test_the_same_person_twice_in_a_file_is_named(book):
    rows = [adult(MILA, number=2), adult(MILA, number=3)]
    children = [child(MILA, number=4), child(MILA, name="SAMI", number=5)]

    with pytest.raises(RowsDoNotFit) as refused:
        book(*rows, *children)

    assert wrong_of(refused) == [(3, "bsn"), (5, "voornaam")]


def test_an_applicant_who_is_a_partner_elsewhere_in_the_file_is_named(book):
    with pytest.raises(RowsDoNotFit) as refused:
        book(partner(OMAR, MILA, number=2), partner(MILA, OMAR, number=3))

    assert {column for _row, column in wrong_of(refused)} == {"bsn_aanvrager"}


def test_the_child_of_a_partner_comes_in_the_same_household(book):
    booked = book(partner(OMAR, MILA), child(OMAR))

    assert len({grant.household_id for grant in booked.grants}) == 1


def test_a_partner_with_a_household_of_their_own_keeps_it(book, fatima, neighbours):
    (neighbour,) = neighbours(1)
    number = next(n for n in range(999_991_000, 999_992_000) if eleven_test.is_valid(str(n)))

    booked = book(partner(Bsn(str(number)), FATIMA))

    assert booked.grants[0].household == household(neighbour)


def test_a_scheme_that_is_not_open_grants_nothing(book, period, bas):
    move_scheme(period.scheme, SchemeStatus.PAUSED, by=bas, at=NOON)

    with pytest.raises(SchemeNotOpen):
        book(adult(MILA))


def test_looking_beforehand_changes_nothing(period, sam):
    period.pot.refresh_from_db()

    plan = check_rows([adult(MILA), child(MILA)], period=period, by=sam.actor, at=NOON)

    assert (len(plan.planned), plan.total) == (2, 37_500)
    assert not Resident.objects.exists()


def test_each_budget_has_its_line_in_the_log(book):
    grants = book(adult(MILA), child(MILA)).grants

    acts = Act.objects.filter(name="webshop.grant.made")
    assert {act.object_id for act in acts} == {str(grant.pk) for grant in grants}
    assert len({act.operation for act in acts}) == 1


def test_thousands_of_rows_take_as_many_queries_as_one(
    book, open_period, django_assert_max_num_queries
):
    large = open_period(pot=100_000_000, name="Groot")
    numbers = [str(n) for n in range(900_000_000, 900_030_000) if eleven_test.is_valid(str(n))]
    rows = [child(Bsn(n), number=i, reference=f"R{i}") for i, n in enumerate(numbers[:2_000])]

    with django_assert_max_num_queries(40):
        booked = book(*rows, of=large)

    assert len(booked.grants) == 2_000
    assert check_books().is_right()
