"""Nieuws: what staff tell the providers, to whom, and from the first day up to the last."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from plein.identity.models import Account, ProviderUser
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.webshop.actions.announcements import NoDayLeft, Notice, announce, take_back
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.actions.participation import admit_part, end_part, suspend_part
from plein.webshop.models import Announcement, Provider, ProviderKind
from plein.webshop.provider_mail import tell_provider
from plein.webshop.queries.announcements import news_on, news_until, readers
from tests.cast import NOON, TESTS, TODAY

DAY = timedelta(days=1)
IBAN = "NL91ABNA0417164300"


def news(**changes) -> Notice:
    standard = {
        "title": "Dicht met Kerst",
        "text": "Wij betalen deze week niet uit.",
        "starts_on": TODAY,
        "ends_on": TODAY + 7 * DAY,
    }
    return Notice(**(standard | changes))


@pytest.fixture
def de_spaak(emmen):
    organisation = Organisation.objects.create(name="De Spaak", kvk="90000002")
    return admit_provider(organisation, kind=ProviderKind.SHOP, iban=IBAN, by=TESTS, at=NOON)


@pytest.mark.parametrize(
    ("days", "shown"),
    [(-1, False), (0, True), (7, True), (8, False)],
    ids=["before", "first", "last", "after"],
)
def test_it_is_news_from_the_first_day_up_to_the_last(de_plons, bas, days, shown):
    announce(news(), by=bas, at=NOON)

    assert news_on(de_plons, TODAY + days * DAY).exists() == shown


def test_after_the_last_day_it_can_still_be_read_and_before_the_first_not(de_plons, bas):
    announce(news(), by=bas, at=NOON)

    assert not news_until(de_plons, TODAY - DAY)
    assert news_until(de_plons, TODAY + 100 * DAY)


def test_the_newest_stands_first(de_plons, bas):
    for days in (1, 3, 2):
        announce(news(title=str(days), starts_on=TODAY + days * DAY), by=bas, at=NOON)

    titles = [told.title for told in news_on(de_plons, TODAY + 3 * DAY)]

    assert titles == ["3", "2", "1"]


def test_news_of_a_scheme_is_for_who_takes_part_in_it(de_plons, de_spaak, kindpakket, bas):
    admit_part(de_plons, kindpakket.scheme, by=TESTS, at=NOON)
    announce(news(scheme=kindpakket.scheme), by=bas, at=NOON)

    assert news_on(de_plons, TODAY).exists()
    assert not news_on(de_spaak, TODAY).exists()


def test_who_stands_still_reads_along_and_who_stopped_does_not(de_plons, kindpakket, bas):
    part = admit_part(de_plons, kindpakket.scheme, by=TESTS, at=NOON)
    announce(news(scheme=kindpakket.scheme), by=bas, at=NOON)

    suspend_part(part, "Klachten", by=TESTS, at=NOON)
    assert list(readers(kindpakket.scheme)) == [de_plons]
    assert news_on(de_plons, TODAY).exists()

    end_part(part, by=TESTS, at=NOON)
    assert not readers(kindpakket.scheme)
    assert not news_on(de_plons, TODAY).exists()


def test_news_of_emmen_is_not_told_in_buren(de_plons, bas, buren):
    announce(news(), by=bas, at=NOON)

    with within(buren):
        there = admit_provider(
            de_plons.organisation, kind=ProviderKind.CLUB, iban=IBAN, by=TESTS, at=NOON
        )
        assert not news_until(there, TODAY).exists()


def test_what_was_taken_back_is_told_to_nobody(de_plons, bas):
    told = announce(news(), by=bas, at=NOON)

    take_back(told, by=bas, at=NOON)
    take_back(told, by=bas, at=NOON + DAY)

    assert not news_until(de_plons, TODAY).exists()
    assert Announcement.objects.get().taken_back_at == NOON


@pytest.mark.parametrize(("first", "last"), [(-3, -1), (2, 1)])
def test_a_last_day_that_is_no_more_is_refused(bas, first, last):
    days = {"starts_on": TODAY + first * DAY, "ends_on": TODAY + last * DAY}

    with pytest.raises(NoDayLeft):
        announce(news(**days), by=bas, at=NOON)

    assert not Announcement.objects.exists()


def test_the_database_keeps_its_days_in_order(bas):
    announce(news(), by=bas, at=NOON)

    with pytest.raises(IntegrityError, match="announcement_days"), transaction.atomic():
        Announcement.objects.update(ends_on=TODAY - DAY)


def test_each_provider_it_is_for_gets_one_mail(de_plons, de_spaak, kindpakket, bas, posted):
    admit_part(de_spaak, kindpakket.scheme, by=TESTS, at=NOON)
    posted.clear()

    announce(news(), by=bas, at=NOON)
    assert {each["provider"] for each in posted} == {str(de_plons.pk), str(de_spaak.pk)}
    assert len(posted) == 2

    posted.clear()
    announce(news(scheme=kindpakket.scheme), by=bas, at=NOON)
    assert [each["provider"] for each in posted] == [str(de_spaak.pk)]


def test_who_may_not_sell_here_any_more_gets_none(de_plons, bas, posted):
    Provider.objects.update(is_admitted=False)

    announce(news(), by=bas, at=NOON)

    assert posted == []


def test_the_mail_says_what_it_is_about_and_where_to_read_it(de_plons, bas, posted):
    account = Account.objects.create_user("yara@plons.example", name="Yara")
    ProviderUser.objects.create(account=account, organisation=de_plons.organisation)
    announce(news(starts_on=TODAY + DAY), by=bas, at=NOON)

    tell_provider.call(**posted[0])

    (letter,) = mail.outbox
    assert letter.to == ["yara@plons.example"]
    assert "Dicht met Kerst" in letter.body
    assert "vanaf 25-11-2026" in letter.body
    assert "betalen deze week niet" not in letter.body
    assert "http" not in letter.body
