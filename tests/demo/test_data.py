import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from stdnum import iban
from stdnum.nl import bsn

from plein import demo
from plein.demo.pictures import MOTIFS
from plein.demo.pictures.tints import TINTS
from plein.identity.models import School
from plein.regelingen.library import rule_book
from plein.tenants.models import Corners, Letter, Module
from plein.tenants.palette import theme_css
from plein.webshop.models.catalogue import Category, Fulfilment, ProviderKind
from plein.webshop.models.schemes import SchemeKind, SubjectKind

DATA = Path(demo.__file__).parent / "data"
LONGEST_SENTENCE = 20  # words


def read(name):
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


MUNICIPALITIES = read("municipalities")["municipalities"]
PROVIDERS = read("providers")["providers"]
PRODUCTS = read("products")["products"]
SCHEMES = read("schemes")["schemes"]
BYLAWS = read("bylaws")["bylaws"]
SLUGS = {municipality["slug"] for municipality in MUNICIPALITIES}


@pytest.mark.parametrize("municipality", MUNICIPALITIES, ids=lambda row: row["slug"])
def test_a_municipality_has_a_valid_number_and_a_readable_house_style(municipality):
    corners, letter = municipality["corners"], municipality["letter"]

    assert bsn.is_valid(municipality["rsin"])  # an RSIN passes the same eleven-test
    assert iban.is_valid(municipality["iban"])
    assert (corners in Corners.values, letter in Letter.values) == (True, True)
    assert set(municipality["modules"]) <= set(Module.values)
    assert theme_css(
        municipality["slug"], brand=municipality["brand_colour"], corners=corners, letter=letter
    )


def test_there_are_four_municipalities_and_twelve_providers():
    assert {"emmen", "coevorden", "borger-odoorn", "buren"} == SLUGS
    assert len(PROVIDERS) == 12
    assert all_different(provider["key"] for provider in PROVIDERS)
    assert all_different(provider["kvk"] for provider in PROVIDERS)
    assert all_different(row["iban"] for row in PROVIDERS + MUNICIPALITIES)


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda row: row["key"])
def test_a_provider_is_complete(provider):
    assert iban.is_valid(provider["iban"])
    assert re.fullmatch(r"\d{8}", provider["kvk"])
    assert provider["kind"] in ProviderKind.values
    assert provider["email"].endswith(".example")
    assert set(provider["municipalities"]) <= SLUGS


def test_there_are_enough_products_in_every_category_and_scheme():
    per_category = Counter(product["category"] for product in PRODUCTS)
    per_kind = Counter(kind for product in PRODUCTS for kind in product["schemes"])

    assert len(PRODUCTS) >= 60
    assert all_different(product["key"] for product in PRODUCTS)
    assert all_different(product["title"] for product in PRODUCTS)
    assert all(per_category[category] >= 5 for category in Category.values)
    assert all(per_kind[kind] >= 8 for kind in SchemeKind.values)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda row: row["key"])
def test_a_product_uses_what_exists(product):
    assert product["provider"] in {provider["key"] for provider in PROVIDERS}
    assert product["category"] in Category.values
    assert product["fulfilment"] in Fulfilment.values
    assert product["motif"] in MOTIFS
    assert product["tint"] in range(len(TINTS))
    assert set(product["schemes"]) <= set(SchemeKind.values)
    assert product["schemes"]


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda row: row["key"])
def test_a_product_has_a_price_a_stock_and_ages_that_make_sense(product):
    assert type(product["price_cents"]) is int
    assert product["price_cents"] > 0
    assert product.get("stock", 1) > 0
    assert product.get("age_from", 0) < product.get("age_until", 150)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda row: row["key"])
def test_a_description_is_one_to_three_short_sentences(product):
    sentences = re.findall(r"[^.!?]+[.!?]", product["description"])

    assert "".join(sentences) == product["description"]
    assert len(sentences) in {1, 2, 3}
    assert all(len(sentence.split()) <= LONGEST_SENTENCE for sentence in sentences)


def test_two_products_that_look_alike_have_another_picture():
    assert all_different((product["motif"], product["tint"]) for product in PRODUCTS)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda row: row["key"])
def test_a_scheme_can_be_made_from_its_row(scheme):
    assert scheme["municipality"] in SLUGS
    assert scheme["kind"] in SchemeKind.values
    assert scheme["subject"] in SubjectKind.values
    assert set(scheme["assortment"]) <= set(SchemeKind.values)
    assert scheme["apply_from"] < scheme["apply_until"]
    assert scheme["pot_cents"] > 0


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda row: row["key"])
def test_every_amount_is_a_demo_amount_with_its_source(scheme):
    for amount in scheme["amounts"]:
        assert type(amount["cents"]) is int
        assert amount["cents"] > 0
        assert amount["demo"] is True
        assert amount["source"]
        assert amount["source_year"] in {None, 2014, 2018, 2022}
        assert amount.get("school", School.NONE) in School.values


def test_budgets_are_spent_in_the_running_year():
    rows = read("schemes")

    assert rows["spend_from"] == date(2026, 1, 1)
    assert rows["spend_until"] == date(2027, 1, 1)


def test_borger_odoorn_gives_a_lone_parent_with_two_children_1100_euros():
    (meedoen,) = (scheme for scheme in SCHEMES if scheme["key"] == "borger_odoorn_meedoen")
    amounts = {amount.get("school"): amount["cents"] for amount in meedoen["amounts"]}

    assert amounts[None] + amounts["basisschool"] + amounts["voortgezet"] == 110_000


def all_different(values):
    listed = list(values)
    return len(listed) == len(set(listed))


@pytest.mark.parametrize("row", BYLAWS, ids=lambda row: row["title"])
def test_a_verordening_sets_norms_that_are_the_municipalitys_and_says_it_is_invented(row):
    norms = rule_book().norms.of(row["regeling"])

    assert all(norms[name].municipal for name in row["figures"])
    assert set(row["municipalities"]) <= SLUGS
    assert "verzonnen" in row["title"]
