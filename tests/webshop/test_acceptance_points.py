"""Montferland and Lingewaard: budgets in points, and shops that give a part back."""

from datetime import date, timedelta

import pytest

from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.tenants.models import Organisation
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.actions.claims import ClaimTooLarge
from plein.webshop.actions.participation import admit_part
from plein.webshop.actions.returning import CameBack, return_line
from plein.webshop.actions.settlement import approve_batch, make_batch
from plein.webshop.actions.till import hand_over
from plein.webshop.amounts import amount_words
from plein.webshop.models import ProviderKind, ReturnReason
from plein.webshop.scheme_plan import Amount
from plein.webshop.wishes import NotFromThisBudget
from tests.cast import NOON, TESTS, TODAY
from tests.webshop.claiming import submit
from tests.webshop.conftest import YARA, children_of, order

BACK = CameBack(ReturnReason.DOES_NOT_FIT, on_shelf=True)
TOMORROW = NOON + timedelta(days=1)


def balance(kind: AccountKind) -> int:
    return sum(Account.objects.filter(kind=kind).values_list("balance", flat=True))


def left(grant) -> int:
    return Account.objects.get(pk=grant.budget_id).balance


class TestPointsInMontferlandAndLingewaard:
    """One point is 50 cents. A shop gives 15 %, a member of the club of shops 10 %, a club 0."""

    @pytest.fixture
    def meedoen(self, open_period):
        amounts = [Amount(25_000, age_until=18), Amount(17_500, age_from=18)]
        return open_period(
            name="Meedoen", amounts=amounts, cents_per_point=50, spend_until=date(2027, 7, 1)
        )

    @pytest.fixture
    def lina(self, fatima):
        return children_of(fatima)[0]

    @pytest.fixture
    def seller(self, meedoen):
        def make(number, kind, contribution):
            name = Organisation.objects.create(name=f"Aanbieder {number}", kvk=f"9000010{number}")
            provider = admit_provider(name, kind=kind, iban="NL91ABNA0417164300", by=TESTS, at=NOON)
            admit_part(provider, meedoen.scheme, contribution=contribution, by=TESTS, at=NOON)
            return provider

        return make

    @pytest.fixture
    def bought(self, fatima, lina, meedoen, product_for):
        """For 100 euros at this provider, and taken home."""

        def make(provider, grant):
            ball = product_for(meedoen.scheme, provider=provider, title="Sportset", price=10_000)
            pickup = order(fatima, (ball, lina, grant), key=str(provider.pk)).pickups.get()
            hand_over(pickup, by=YARA, at=NOON)
            return pickup.lines.get()

        return make

    def test_an_adult_has_350_points_and_a_child_500(self, meedoen, fatima, lina, grant_for):
        grants = [grant_for(meedoen, member) for member in (fatima.memberships.get(), lina)]

        assert [amount_words(grant.amount, meedoen.scheme) for grant in grants] == [
            "350 punten",
            "500 punten",
        ]

    def test_the_swimming_diploma_is_paid_outside_the_points(
        self, open_period, meedoen, fatima, lina, grant_for, product_for
    ):
        diploma = open_period(name="Zwemdiploma A", amounts=[Amount(30_000, age_until=18)])
        lessons = product_for(diploma.scheme, title="Zwemdiploma A", price=30_000)
        points, outside = grant_for(meedoen, lina), grant_for(diploma, lina)

        with pytest.raises(NotFromThisBudget):
            order(fatima, (lessons, lina, points), key="from the points")
        order(fatima, (lessons, lina, outside), key="outside")

        assert (left(points), left(outside)) == (25_000, 0)
        assert amount_words(left(points), meedoen.scheme) == "500 punten"

    def test_homework_help_is_paid_on_an_invoice_up_to_750_euros(
        self, open_period, fatima, lina, grant_for
    ):
        homework = open_period(name="Huiswerk", amounts=[Amount(75_000)], takes_claims=True)
        grant = grant_for(homework, lina)

        with pytest.raises(ClaimTooLarge):
            submit(fatima, lina, grant, cents=75_001, key="a cent too much")
        submit(fatima, lina, grant, cents=75_000, key="all of it")

        assert left(grant) == 0

    @pytest.mark.parametrize(
        ("kind", "contribution", "paid", "withheld"),
        [
            (ProviderKind.SHOP, 1_500, 8_500, 1_500),
            (ProviderKind.SHOP, 1_000, 9_000, 1_000),
            (ProviderKind.CLUB, 0, 10_000, 0),
        ],
    )
    def test_of_100_euros_each_kind_of_provider_gets_its_part(
        self, kind, contribution, paid, withheld, meedoen, lina, grant_for, seller, bought
    ):
        grant = grant_for(meedoen, lina)

        bought(seller(1, kind, contribution), grant)

        assert balance(AccountKind.TE_BETALEN) == paid
        assert balance(AccountKind.AANBIEDERSBIJDRAGE) == withheld
        assert left(grant) == 15_000
        assert check_books().is_right()

    def test_a_return_after_the_payout_owes_us_90_and_the_budget_has_its_100_again(
        self, meedoen, lina, grant_for, seller, bought, ingrid, tom
    ):
        grant = grant_for(meedoen, lina)
        line = bought(seller(1, ProviderKind.SHOP, 1_000), grant)
        batch = make_batch(until=TODAY + timedelta(days=1), by=ingrid, at=TOMORROW)
        approve_batch(batch, pay_on=date(2026, 11, 27), by=tom, at=TOMORROW)
        assert balance(AccountKind.TE_BETALEN) == 0

        return_line(line, BACK, by=YARA, at=TOMORROW)

        assert balance(AccountKind.VORDERING) == -9_000
        assert balance(AccountKind.AANBIEDERSBIJDRAGE) == 0
        assert left(grant) == 25_000
        assert check_books().is_right()
