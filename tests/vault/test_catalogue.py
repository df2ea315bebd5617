"""The catalogue: complete, lawful, and as small as we promise."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from plein.vault.catalogue import catalogue
from plein.vault.catalogue.checks import check_catalogue, problems
from plein.vault.catalogue.types import Ask, Element, Kind

WHOLE = {
    "key": "ww_bruto",
    "nl": "WW bruto per maand",
    "group": "geld",
    "type": "money_cents",
    "src": "uwv",
    "via": "suwinet_inlezen",
    "path": "Uitkeringsperiode/BrutoUitkeringsbedr",
    "basis": ["pw_53a"],
    "sens": "financieel",
    "about": "self",
    "ttl": "P30D",
    "ask": "never",
    "use": ["pw"],
}


def test_katjas_bijstand_takes_57_elements_of_which_she_is_asked_12():
    bundle = catalogue().bundles["pw_alleenstaande_ouder"]

    assert len(bundle.elements) == 57
    assert catalogue().asks(bundle) == {Ask.NEVER: 36, Ask.CONFIRM: 9, Ask.ASK: 12}


def test_the_catalogue_hangs_together():
    assert check_catalogue() == []
    assert len(catalogue().elements) == 90


@pytest.mark.parametrize("missing", ["src", "basis", "sens", "ttl", "ask", "use", "about"])
def test_an_element_without_its_reasons_is_refused(missing):
    with pytest.raises(ValidationError, match=missing):
        Element.model_validate({key: word for key, word in WHOLE.items() if key != missing})


@pytest.mark.parametrize(
    ("key", "wrong"),
    [("basis", []), ("use", []), ("ttl", "30 dagen"), ("ask", "soms"), ("colour", "blue")],
)
def test_a_wrong_word_is_refused(key, wrong):
    with pytest.raises(ValidationError):
        Element.model_validate(WHOLE | {key: wrong})


def test_a_word_that_points_nowhere_is_named():
    stray = Element.model_validate(WHOLE | {"src": "niemand", "basis": ["geen_wet"]})
    broken = replace(catalogue(), elements={**catalogue().elements, "ww_bruto": stray})

    assert {
        "ww_bruto: there is no source 'niemand' in the catalogue",
        "ww_bruto: there is no basis 'geen_wet' in the catalogue",
    } <= set(problems(broken))


def test_a_bundle_cannot_ask_what_its_purpose_does_not_allow():
    bundle = catalogue().bundles["vrijwilligershulp"]
    greedy = bundle.model_copy(update={"elements": (*bundle.elements, "bri_inkomen")})
    broken = replace(catalogue(), bundles={"vrijwilligershulp": greedy})

    assert list(problems(broken)) == [
        "vrijwilligershulp: bri_inkomen may not be used for 'contact'"
    ]


def test_partners_get_answers_and_no_values():
    bundle = catalogue().bundles["meedoen_aanbieder"]

    assert all(catalogue().derived[key].kind == Kind.BOOL for key in bundle.elements)
