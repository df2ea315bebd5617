"""A municipality joins: ready at once, and apart from every other."""

import pytest

from plein.kernel.crypto import CannotOpen
from plein.kernel.iban import NotAnIban
from plein.tenants.actions import Contact, HostIsTaken, HouseStyle, add_municipality
from plein.tenants.keys import index_of, open_under, seal_under
from plein.tenants.models import Module, Municipality
from tests.cast import municipality

pytestmark = pytest.mark.django_db


def join(slug="assen", host="assen.localhost", iban=""):
    return add_municipality(
        slug=slug,
        name=slug.title(),
        host=host,
        style=HouseStyle(brand="#0a5a9c"),
        contact=Contact("14 0592", "Maandag tot en met vrijdag", "Noordersingel 33"),
        iban=iban,
    )


def sealed_by(municipality) -> bytes:
    return seal_under(municipality, b"geheim", purpose="test", context="x")


def test_a_municipality_that_joins_has_a_shop_a_style_and_a_key():
    assen = join()

    assert assen.has(Module.WEBSHOP)
    assert assen.theme_css
    assert open_under(assen, sealed_by(assen), purpose="test", context="x") == b"geheim"


def test_two_municipalities_have_different_keys_and_different_indexes():
    assen, buren = join(), municipality("buren", "Buren", "#8a4b08")

    with pytest.raises(CannotOpen):
        open_under(buren, sealed_by(assen), purpose="test", context="x")
    assert index_of(assen, "bsn", "999990019") != index_of(buren, "bsn", "999990019")


@pytest.mark.parametrize(
    ("slug", "host"),
    [("assen", "elders.localhost"), ("elders", "assen.localhost"), ("elders", "ASSEN.localhost")],
)
def test_a_name_or_host_is_given_out_once(slug, host):
    join()

    with pytest.raises(HostIsTaken, match=slug):
        join(slug, host)

    assert Municipality.objects.count() == 1


def test_the_bank_account_is_kept_as_the_bank_writes_it():
    assert join(iban="nl91 abna 0417 1643 00").iban == "NL91ABNA0417164300"


def test_a_wrong_bank_account_is_refused():
    with pytest.raises(NotAnIban):
        join(iban="NL92ABNA0417164300")

    assert not Municipality.objects.exists()
