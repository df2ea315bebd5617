"""Names, hosts and codes as people type them, and another host answers from the next request on."""

import pytest
from django.test import Client

from plein.audit.models import Act
from plein.tenants.changes import change_naming
from plein.tenants.models import Municipality
from plein.tenants.naming import (
    CodeIsTaken,
    HostIsTaken,
    HostOfPlein,
    Naming,
    NotAHost,
    NotAnRsin,
    read_host,
    read_rsin,
    read_slug,
)
from tests.cast import NOON, TESTS


@pytest.mark.parametrize("host", [" Assen.Plein.Example ", "a-b.nl", "xn--assen.nl"])
def test_a_host_is_read_in_small_letters(host):
    assert read_host(host) == host.strip().lower()


@pytest.mark.parametrize(
    "host", ["a_b.nl", "-a.nl", "a..nl", "a.nl/x", "é.nl", "a.nl\n.b", "x" * 64]
)
def test_what_is_no_host_is_refused(host):
    with pytest.raises(NotAHost):
        read_host(host)


def test_the_hosts_of_plein_itself_are_of_nobody():
    for host in ("documenten.assen.nl", "documenten.localhost.nl"):
        with pytest.raises(HostOfPlein):
            read_host(host)


def test_an_rsin_may_have_spaces_and_no_wrong_figure():
    assert read_rsin("9999 90 007") == "999990007"
    with pytest.raises(NotAnRsin):
        read_rsin("999990008")


def test_a_short_name_may_hold_a_hyphen():
    assert read_slug("borger-odoorn") == "borger-odoorn"


def test_another_host_answers_at_once_and_the_old_one_is_nobodys(emmen, buren):
    change_naming(emmen, Naming("Emmen", "nieuw.nl", "0114", "999990007"), by=TESTS, at=NOON)

    assert Client(HTTP_HOST="nieuw.nl").get("/").status_code == 200
    assert Client(HTTP_HOST="emmen.localhost").get("/").status_code == 404
    assert Act.objects.get(name="tenants.naming.changed").details == {"host": "nieuw.nl"}


def test_what_is_of_another_is_refused_and_nothing_changes(emmen, buren):
    own = Naming("Emmen", "emmen.localhost", "0114", "999990007")
    change_naming(emmen, own, by=TESTS, at=NOON)
    change_naming(emmen, own, by=TESTS, at=NOON)

    with pytest.raises(HostIsTaken):
        change_naming(buren, Naming("Buren", "emmen.localhost", "", ""), by=TESTS, at=NOON)
    with pytest.raises(CodeIsTaken, match="0114 hoort al bij gemeente Emmen"):
        change_naming(buren, Naming("Buren", "b.nl", "0114", ""), by=TESTS, at=NOON)
    with pytest.raises(CodeIsTaken, match="999990007"):
        change_naming(buren, Naming("Buren", "b.nl", "", "999990007"), by=TESTS, at=NOON)

    assert Municipality.objects.get(slug="buren").host == "buren.localhost"
