"""Values that come in: versions beside each other, sealed, and never written over."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from plein.kernel.crypto import CannotOpen
from plein.vault.access import OwnAccess
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.gate import read, read_history
from plein.vault.models import Mode, SealedValue, VaultValue
from tests.cast import NOON

LATER = NOON + timedelta(days=3)


def test_what_a_source_gave_is_read_back(from_source, look):
    from_source(ww_bruto=148_200, kinderen=[{"voornaam": "Evi", "geboortedatum": "2017-04-02"}])

    assert look("ww_bruto") == {"ww_bruto": 148_200}
    assert look("kinderen") == {"kinderen": [{"voornaam": "Evi", "geboortedatum": "2017-04-02"}]}


def test_a_source_that_says_the_same_adds_no_version_and_was_seen_again(from_source, vault):
    from_source(ww_bruto=148_200)

    assert from_source(at=LATER, ww_bruto=148_200) == 0
    assert SealedValue.objects.get().seen_at == LATER
    assert VaultValue.objects.get().received_at == NOON


def test_a_new_value_stands_beside_the_old_one(from_source, look, katja, vault):
    from_source(ww_bruto=148_200)
    from_source(at=LATER, ww_bruto=150_000)

    history = read_history(vault, "ww_bruto", access=OwnAccess(katja), at=LATER)

    assert look("ww_bruto") == {"ww_bruto": 150_000}
    assert [reading.value for reading in history] == [150_000, 148_200]


def test_it_tells_what_stood_here_on_a_day(from_source, look):
    from_source(ww_bruto=148_200)
    from_source(at=LATER, ww_bruto=150_000)

    assert look("ww_bruto", as_of=LATER - timedelta(seconds=1)) == {"ww_bruto": 148_200}
    assert look("ww_bruto", as_of=LATER) == {"ww_bruto": 150_000}
    assert look("ww_bruto", as_of=NOON - timedelta(seconds=1)) == {}


def test_an_own_statement_stands_beside_the_value_of_the_source(from_source, vault, katja):
    from_source(ww_bruto=148_200)
    keep(vault, [Incoming("ww_bruto", 140_000)], mode=Mode.STATEMENT, at=LATER)

    readings = read(vault, ["ww_bruto"], access=OwnAccess(katja), at=LATER)

    assert {(reading.mode, reading.value) for reading in readings} == {
        ("bron", 148_200),
        ("eigen_opgave", 140_000),
    }


def test_what_a_source_no_longer_knows_is_kept_as_gone(from_source, look):
    from_source(ww_bruto=148_200)

    assert from_source(at=LATER, ww_bruto=None) == 1
    assert look("ww_bruto", at=LATER) == {"ww_bruto": None}


def test_what_was_never_there_makes_no_version(from_source):
    assert from_source(ww_bruto=None) == 0


def test_a_mark_of_the_source_makes_a_version_of_its_own(from_source, vault, katja):
    from_source(adres={"straat": "Voorbeeldweg"})
    from_source(at=LATER, marks=("in_onderzoek",), adres={"straat": "Voorbeeldweg"})

    (reading,) = read(vault, ["adres"], access=OwnAccess(katja), at=LATER)

    assert reading.marks == ("in_onderzoek",)


def test_a_version_can_not_be_changed_or_removed(from_source):
    from_source(ww_bruto=148_200)

    for change in ("UPDATE vault_vaultvalue SET source = ''", "DELETE FROM vault_vaultvalue"):
        with (
            pytest.raises(DatabaseError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)


def test_a_sealed_value_opens_in_its_own_place_only(from_source, vault, katja):
    from_source(ww_bruto=148_200, loon_sv=90_000)
    wage, benefit = (
        SealedValue.objects.get(version__element=key) for key in ("loon_sv", "ww_bruto")
    )
    SealedValue.objects.filter(pk=wage.pk).update(sealed=benefit.sealed)

    with pytest.raises(CannotOpen):
        read(vault, ["loon_sv"], access=OwnAccess(katja), at=NOON)


def test_a_destroyed_value_leaves_its_version_and_nothing_to_read(from_source, look):
    from_source(ww_bruto=148_200)
    SealedValue.objects.all().delete()

    assert look("ww_bruto") == {}
    assert VaultValue.objects.count() == 1


def test_values_and_their_neighbours_show_nothing_in_text(from_source, vault, katja):
    from_source(ww_bruto=148_200)

    readings = read(vault, ["ww_bruto"], access=OwnAccess(katja), at=NOON)

    assert "148200" not in f"{readings} {readings[0]} {Incoming('ww_bruto', 148_200)}"
