"""What provider and staff say about a product: in order, read once, and never changed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db import DatabaseError, transaction

from plein.audit.models import Act
from plein.identity.models import Account, ProviderUser
from plein.tenants.scope import within
from plein.webshop.actions.catalogue import change_product, offer_product
from plein.webshop.actions.product_talk import LONGEST, NothingSaid, TooMuchSaid, mark_read, say
from plein.webshop.models import ProductMessage
from plein.webshop.provider_mail import tell_provider
from plein.webshop.queries.product_talk import messages_about, talked_about, unread_by_staff
from plein.webshop.queries.provider import latest_versions
from tests.cast import NOON
from tests.webshop.conftest import YARA
from tests.webshop.test_products import offer

HOUR = timedelta(hours=1)


@pytest.fixture
def product(de_plons):
    return offer_product(de_plons, offer(), by=YARA, at=NOON).product


def asks(product, text="Is de foto goed?", at=NOON, key=None):
    return say(product, text, key=key or uuid4(), by=YARA, at=at)


def answers(product, staff, text="De foto is te donker.", at=NOON):
    return say(product, text, key=uuid4(), staff=staff, by=staff.actor, at=at)


def test_both_sides_stand_in_the_order_in_which_they_spoke(product, bas):
    answers(product, bas, at=NOON + HOUR)
    asks(product, at=NOON)
    asks(product, "Zo beter?", at=NOON + 2 * HOUR)

    said = [(each.staff, each.text) for each in messages_about(product)]

    assert said == [
        (None, "Is de foto goed?"),
        (bas, "De foto is te donker."),
        (None, "Zo beter?"),
    ]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("", NothingSaid), (" \n ", NothingSaid), ("x" * (LONGEST + 1), TooMuchSaid)],
)
def test_nothing_and_too_much_are_refused(product, text, refusal):
    with pytest.raises(refusal):
        asks(product, text)

    assert not ProductMessage.objects.exists()


def test_the_longest_message_is_kept_whole(product):
    assert len(asks(product, "x" * LONGEST).text) == LONGEST


def test_a_double_click_says_it_once(product):
    key = uuid4()

    assert asks(product, key=key) == asks(product, key=key)
    assert Act.objects.filter(name="webshop.product.message").count() == 1


def test_the_same_click_twice_at_once_says_it_once(at_once, product):
    key = uuid4()

    at_once([lambda: asks(product, key=key)] * 4)

    assert ProductMessage.objects.count() == 1


def test_staff_see_what_they_did_not_read_the_longest_waiting_first(product, de_plons, bas):
    later = offer_product(de_plons, offer(title="Zwemkaart"), by=YARA, at=NOON).product
    asks(later, at=NOON + HOUR)
    asks(product)
    asks(product, at=NOON + 2 * HOUR)
    newest = change_product(product, offer(title="Zwemles A"), by=YARA, at=NOON)

    rows = [(row.title, row.unread) for row in talked_about()]

    assert rows == [("Zwemles A", 2), ("Zwemkaart", 1)]
    assert talked_about()[0].version_id == newest.pk


def test_what_was_read_is_no_longer_new_and_keeps_its_first_moment(product, bas):
    mark_read([asks(product)], at=NOON + HOUR)
    mark_read(messages_about(product), at=NOON + 2 * HOUR)

    assert ProductMessage.objects.get().read_at == NOON + HOUR
    assert not unread_by_staff().exists()
    assert not talked_about().exists()


def test_what_staff_wrote_is_new_for_the_provider_alone(product, de_plons, bas):
    answers(product, bas)

    assert [each.unread for each in latest_versions(de_plons)] == [1]
    assert not unread_by_staff().exists()


@pytest.mark.parametrize("change", [{"text": "Anders"}, {"sent_at": NOON + HOUR}, {"staff": None}])
def test_the_database_lets_nobody_change_what_was_said(product, bas, change):
    answers(product, bas)

    with pytest.raises(DatabaseError), transaction.atomic():
        ProductMessage.objects.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        ProductMessage.objects.all().delete()


def test_also_who_may_do_everything_is_stopped(committed, product, superuser):
    asks(product)

    with pytest.raises(Exception, match="never changed"):
        superuser.execute("UPDATE webshop_productmessage SET text = 'Anders'")
    superuser.execute("UPDATE webshop_productmessage SET read_at = now()")


def test_buren_hears_nothing_of_it(product, buren):
    asks(product)

    with within(buren):
        assert not ProductMessage.objects.exists()
        assert not talked_about().exists()


def test_a_provider_hears_once_by_e_mail_that_staff_wrote_until_it_read_that(product, bas, posted):
    account = Account.objects.create_user("yara@plons.example", name="Yara")
    ProviderUser.objects.create(account=account, organisation=product.provider.organisation)
    first = answers(product, bas)
    answers(product, bas, "En de prijs klopt niet.")
    asks(product, "Welke foto?")
    assert [each["about"] for each in posted] == ["product_message"]

    mark_read(ProductMessage.objects.exclude(staff=None), at=NOON)
    answers(product, bas, "De eerste.")
    tell_provider.call(**posted[1])

    assert len(posted) == 2
    assert f"over «{product.versions.get().title}»" in mail.outbox[0].body
    assert first.text not in mail.outbox[0].body
