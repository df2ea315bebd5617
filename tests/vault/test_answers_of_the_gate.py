"""A yes or no leaves the gate; the value under it does not."""

import pytest

from plein.audit.models import Look
from plein.vault.access import OwnAccess
from plein.vault.actions.grants import give, once
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.catalogue import catalogue
from plein.vault.gate import read
from plein.vault.granted import GrantAccess, NotInGrant
from plein.vault.models import Mode
from plein.vault.readings import DERIVED, OWN
from tests.cast import NOON


def test_an_answer_goes_out_and_what_it_follows_from_stays(from_source, vault, katja):
    from_source(geboortedatum="1998-03-14")

    (reading,) = read(vault, ["is_18_plus"], access=OwnAccess(katja), at=NOON)

    assert (reading.element.key, reading.value, reading.mode) == ("is_18_plus", True, DERIVED)
    assert Look.objects.latest("id").elements == ["is_18_plus"]


def test_a_value_that_is_asked_as_well_does_come_along(from_source, look):
    from_source(geboortedatum="1998-03-14", ww_bruto=148_200)

    assert look("is_18_plus", "geboortedatum") == {
        "geboortedatum": "1998-03-14",
        "is_18_plus": True,
    }


def test_what_is_not_certain_is_not_said(from_source, look):
    from_source(geboortedatum="2008")  # eighteen somewhere this year

    assert look("is_18_plus") == {}


def test_the_place_is_the_municipality_itself(from_source, look):
    from_source(gemeente_inschrijving="Buren")

    assert look("woont_in_gemeente") == {"woont_in_gemeente": False}


def test_the_source_goes_before_what_the_resident_says(from_source, vault, katja, look):
    own = [Incoming("kinderen", [{"geboortedatum": "2017-04-23"}])]
    keep(vault, own, mode=Mode.STATEMENT, at=NOON)
    (stated,) = read(vault, ["heeft_kind_4_17"], access=OwnAccess(katja), at=NOON)

    from_source(kinderen=[])

    assert (stated.value, stated.marks) == (True, (OWN,))
    assert look("heeft_kind_4_17") == {"heeft_kind_4_17": False}


def test_a_secret_is_not_told_by_its_answer(from_source, vault, katja, open_use, rent_officer):
    use = _answers_only(open_use)
    from_source(marks=("geheim",), minimabudgetten=[{"naam": "Pas", "pas": True}])
    grant = give(vault, use, [], once(NOON), by=katja.actor, at=NOON)

    assert read(vault, ["pas_geldig"], access=GrantAccess(grant, rent_officer), at=NOON) == []


def test_who_got_an_answer_does_not_read_the_value(
    from_source, vault, katja, open_use, rent_officer
):
    from_source(minimabudgetten=[{"naam": "Pas", "pas": True}])
    grant = give(vault, _answers_only(open_use), [], once(NOON), by=katja.actor, at=NOON)
    access = GrantAccess(grant, rent_officer)

    with pytest.raises(NotInGrant):
        read(vault, ["minimabudgetten"], access=access, at=NOON)
    found = read(vault, grant.elements, access=access, at=NOON)
    assert {each.element.key: each.value for each in found} == {
        "pas_geldig": True,
        "recht_op_minimaregeling": True,
    }
    assert "Pas" not in repr(found)


def _answers_only(open_use):
    return open_use(
        bundle="meedoen_aanbieder",
        title="meedoen",
        basis="avg_6_1_a",
        kind="toestemming",
        own_interest=True,
        no_disadvantage=True,
        other_way=True,
        optional=[],
    )


def test_every_derived_answer_can_stand_where_an_element_stands():
    for key, derived in catalogue().derived.items():
        element = catalogue().as_element(key)
        assert (element.key, element.nl, element.kind) == (key, derived.nl, derived.kind)
