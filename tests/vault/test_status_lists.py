"""The public list says which verklaringen stand, and not how many there are."""

from collections import Counter

import pytest

from plein.kernel.sd_jwt.status_list import Status
from plein.vault.actions.credential_states import revoke_credential
from plein.vault.credentials import lists
from plein.vault.credentials.lists import SIZE
from plein.vault.credentials.types import credential_types
from plein.vault.models import StatusList
from tests.cast import NOON, TESTS
from tests.vault.verklaringen import PASS, made


@pytest.fixture
def credential(vault, from_source):
    from_source(minimabudgetten=PASS, ww_bruto=100, gemeente_inschrijving="Emmen")
    return made(vault)


def states(found) -> list[int]:
    bits = StatusList.objects.get(pk=found.pk).bits
    return [bits.at(place) for place in range(SIZE)]


def test_a_list_of_one_looks_like_a_list_of_thousands(credential):
    counted = Counter(states(credential.status_list))

    assert SIZE * 0.45 < counted[Status.VALID] < SIZE * 0.55
    assert SIZE * 0.2 < counted[Status.INVALID] < SIZE * 0.3
    assert SIZE * 0.2 < counted[Status.SUSPENDED] < SIZE * 0.3


def test_giving_out_changes_nothing_that_can_be_seen(credential, vault):
    before = states(credential.status_list)

    made(vault, "uitkeringsspecificatie")

    assert states(credential.status_list) == before


def test_stopping_one_moves_places_of_nobody_as_well_and_of_nobody_else(credential, vault):
    other = made(vault, "uitkeringsspecificatie")
    before = states(credential.status_list)

    revoke_credential(credential, by=TESTS, at=NOON)

    after = states(credential.status_list)
    moved = [place for place in range(SIZE) if before[place] != after[place]]
    assert after[credential.status_index] == Status.INVALID
    assert len(moved) > 1
    assert other.status_index not in moved


def test_the_place_is_random(credential, vault):
    places = [credential.status_index, made(vault, "uitkeringsspecificatie").status_index]

    assert places != [0, 1]
    assert len(set(places)) == 2


def test_a_list_that_is_full_is_followed_by_another(credential, vault, monkeypatch):
    monkeypatch.setattr(lists, "FULLEST", 1)

    other = made(vault, "inwonerverklaring")

    assert (credential.status_list.number, other.status_list.number) == (1, 2)


@pytest.fixture
def four_places(monkeypatch, vault, from_source):
    """A list of four, all of them free and valid."""
    for name, value in (("SIZE", 4), ("FULLEST", 4), ("_NOISE", 1), ("_BEGIN", (Status.VALID,))):
        monkeypatch.setattr(lists, name, value)
    from_source(minimabudgetten=PASS, ww_bruto=100, gemeente_inschrijving="Emmen")


def test_no_place_is_given_twice(four_places, vault):
    places = {made(vault, kind).status_index for kind in list(credential_types())}

    assert places == {0, 1, 2, 3}


def test_what_moves_along_never_belongs_to_somebody(four_places, vault, monkeypatch):
    one, *others = [made(vault, kind) for kind in list(credential_types())[:3]]
    monkeypatch.setattr(lists, "_BEGIN", (Status.SUSPENDED,))

    revoke_credential(one, by=TESTS, at=NOON)

    bits = StatusList.objects.get().bits
    assert [bits.at(other.status_index) for other in others] == [Status.VALID, Status.VALID]
