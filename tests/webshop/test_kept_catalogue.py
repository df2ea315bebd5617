"""A small club lets staff keep its catalogue: four eyes, and the club decides whether."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from plein.audit.models import Act
from plein.identity.models import Account, ProviderUser, Role
from plein.webshop.actions.catalogue import CatalogueIsTheirs, change_product, offer_product
from plein.webshop.actions.keeping_catalogue import keep_catalogue, stop_keeping_catalogue
from plein.webshop.actions.participation import admit_part
from plein.webshop.actions.reviewing import ReviewerOfferedIt, approve_product, reject_product
from plein.webshop.models import Product, ProductVersion, Provider, VersionStatus
from plein.webshop.provider_mail import tell_provider
from tests.cast import NOON, TESTS, staff_member
from tests.webshop.conftest import YARA
from tests.webshop.test_products import offer


@pytest.fixture
def rik(emmen):
    """A colleague of Bas."""
    return staff_member("rik", Role.SCHEME_MANAGER)


@pytest.fixture
def kept(de_plons, kindpakket, bas) -> Provider:
    admit_part(de_plons, kindpakket.scheme, by=TESTS, at=NOON)
    keep_catalogue(de_plons, by=bas, at=NOON)
    return de_plons


@pytest.fixture
def made(kept, bas) -> ProductVersion:
    return offer_product(kept, offer(), staff=bas, by=bas.actor, at=NOON)


def test_who_made_it_cannot_approve_or_reject_it(made, kindpakket, bas):
    with pytest.raises(ReviewerOfferedIt):
        approve_product(made, [kindpakket.scheme], by=bas, at=NOON)
    with pytest.raises(ReviewerOfferedIt):
        reject_product(made, "Toch niet.", by=bas, at=NOON)

    assert ProductVersion.objects.get().status == VersionStatus.SUBMITTED


def test_a_colleague_approves_it_and_both_are_known(made, kindpakket, bas, rik):
    approve_product(made, [kindpakket.scheme], by=rik, at=NOON)

    version = ProductVersion.objects.get()
    assert version.status == VersionStatus.APPROVED
    assert (version.offered_by, version.reviewed_by) == (bas, rik)


def test_who_approves_what_a_provider_made_is_known_too(swimming_lessons, bas):
    assert (swimming_lessons.offered_by, swimming_lessons.reviewed_by) == (None, bas)


@pytest.mark.parametrize("by_themselves", [True, False])
def test_the_database_knows_four_eyes(made, bas, by_themselves):
    reviewer = bas if by_themselves else None

    with pytest.raises(IntegrityError, match="four_eyes"), transaction.atomic():
        ProductVersion.objects.update(status="goedgekeurd", reviewed_by=reviewer)


def test_staff_change_a_product_of_the_provider_and_the_old_one_sells_on(
    kept, swimming_lessons, kindpakket, bas, rik
):
    changed = change_product(
        swimming_lessons.product, offer(price=8_000), staff=rik, by=rik.actor, at=NOON
    )

    with pytest.raises(ReviewerOfferedIt):
        approve_product(changed, [kindpakket.scheme], by=rik, at=NOON)
    approve_product(changed, [kindpakket.scheme], by=bas, at=NOON)

    versions = swimming_lessons.product.versions.order_by("number")
    assert [(v.status, v.offered_by) for v in versions] == [
        ("vervangen", None),
        ("goedgekeurd", rik),
    ]


def test_what_the_provider_changes_after_staff_is_the_providers(made, kindpakket, bas):
    changed = change_product(made.product, offer(price=8_000), by=YARA, at=NOON)

    approve_product(changed, [kindpakket.scheme], by=bas, at=NOON)

    changed.refresh_from_db()
    assert changed.offered_by is None


def test_staff_make_nothing_for_who_does_it_themselves(swimming_lessons, de_plons, bas):
    with pytest.raises(CatalogueIsTheirs):
        offer_product(de_plons, offer(), staff=bas, by=bas.actor, at=NOON)
    with pytest.raises(CatalogueIsTheirs):
        change_product(swimming_lessons.product, offer(), staff=bas, by=bas.actor, at=NOON)

    assert Product.objects.count() == 1


def test_after_the_provider_took_it_back_staff_change_nothing_more(made, kept, bas):
    stop_keeping_catalogue(kept, by=YARA, at=NOON)

    with pytest.raises(CatalogueIsTheirs):
        change_product(made.product, offer(), staff=bas, by=bas.actor, at=NOON)


def test_what_waited_when_it_was_taken_back_is_still_decided(made, kept, kindpakket, rik):
    stop_keeping_catalogue(kept, by=YARA, at=NOON)

    approve_product(made, [kindpakket.scheme], by=rik, at=NOON)

    assert ProductVersion.objects.get().status == VersionStatus.APPROVED


def test_the_provider_hears_once_that_we_keep_it(de_plons, bas, posted):
    account = Account.objects.create_user("yara@plons.example", name="Yara")
    ProviderUser.objects.create(account=account, organisation=de_plons.organisation)

    for _twice in range(2):
        keep_catalogue(de_plons, by=bas, at=NOON)
    tell_provider.call(**posted[0])

    assert len(posted) == 1
    assert "houdt vanaf nu het aanbod van Zwembad De Plons" in mail.outbox[0].body
    assert Act.objects.filter(name="webshop.catalogue.kept").count() == 1
