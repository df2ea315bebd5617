"""Each signal is declared in full, looks at nothing protected, and has its record to publish."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from plein.identity.algorithm_register import record_of
from plein.identity.switch import SwitchState
from plein.payments.models import SignalSwitch
from plein.payments.signals import kinds
from plein.payments.signals.batch import Batch, NotDeclared
from plein.payments.signals.declared_data import Data
from plein.payments.signals.library import every_kind
from plein.payments.signals.register import described
from plein.vault.catalogue import catalogue
from plein.vault.retention import day_after_term
from tests.cast import NOON, TESTS

FILES = sorted(Path(kinds.__file__).parent.glob("[a-z]*.py"))
PROTECTED = (
    *("nationalit", "geboorte", "geslacht", "leeftijd", "wijk", "buurt", "postcode", "adres"),
    *("naam", "taal", "geloof", "afkomst", "land", "herkomst", "ras", "gezondheid"),
    *("born", "birth", "gender", "age_", "nationality", "language", "neighbourhood", "bsn"),
)
STARTS = rf"\b(?:{'|'.join(PROTECTED)})"
ALLOWED = {
    *("collections.abc", "datetime", "uuid", "django.utils.translation"),
    *("plein.payments.signals.batch", "plein.payments.signals.declared_data"),
    *("plein.payments.signals.facts", "plein.payments.signals.kind"),
}


def test_nothing_protected_stands_in_the_list_of_what_signals_may_read():
    words = " ".join(f"{each.name} {each.value} {each.label}" for each in Data).lower()

    assert re.findall(STARTS, words) == []


@pytest.mark.parametrize("word", ["nationaliteiten", "geboortedatum", "adres"])
def test_the_test_would_find_an_element_of_the_vault_that_is_protected(word):
    assert word in catalogue().elements
    assert re.findall(STARTS, word)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_rule_reaches_data_only_through_what_it_declares(file):
    """It imports no model, no gate and no vault: only the batch, which asks what was declared."""
    tree = ast.parse(file.read_text())
    found = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert found - ALLOWED == set()
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import)]


READS = {
    "wages": (),
    "not_told": (),
    "households": (),
    "counted": ([],),
    "paid": (),
    "debts": (),
    "deductions": (),
}


@pytest.mark.parametrize("name", READS)
def test_what_is_not_declared_cannot_be_read(name, emmen):
    kind = every_kind()["opgave_mist"]
    batch = Batch(date(2026, 11, 1), frozenset(), kind.why, TESTS, NOON)

    with pytest.raises(NotDeclared):
        getattr(batch, name)(*READS[name])


def test_every_way_to_read_is_tried_above():
    public = {name for name in vars(Batch) if not name.startswith("_")}

    assert public - set(Batch.__dataclass_fields__) - {"awards"} == set(READS)


@pytest.mark.parametrize("kind", every_kind().values(), ids=lambda kind: kind.key)
def test_a_kind_says_all_that_it_must(kind):
    told = (kind.name, kind.question, kind.help, kind.purpose, kind.proportionate, kind.owner)
    assert all(str(each) for each in told)
    assert str(kind.question).endswith("?")
    assert str(kind.purpose).startswith("om ")
    assert "Participatiewet art." in kind.law
    assert kind.data
    assert kind.again_after >= 1
    assert day_after_term(kind.keep, NOON.date()) > NOON.date()
    assert f"{kind.key}.py" in [file.name for file in FILES]


@pytest.mark.parametrize("kind", every_kind().values(), ids=lambda kind: kind.key)
def test_its_record_has_the_fields_of_the_standard_and_says_what_the_rule_says(kind, emmen):
    record = record_of(described(kind), emmen, None)

    assert set(record) == FIELDS
    assert (record["name"], record["lawful_basis"]) == (str(kind.name), kind.law)
    assert record["status"] == "In ontwikkeling"
    assert all(str(Data(each).label) in record["source_data"] for each in kind.data)


@pytest.mark.parametrize(
    ("state", "status"), [(SwitchState.ON, "In gebruik"), (SwitchState.OFF, "Buiten gebruik")]
)
def test_the_record_says_whether_it_is_used(emmen, state, status):
    off_at = NOON if state == SwitchState.OFF else None
    switch = SignalSwitch(state=state, confirmed_at=NOON, off_at=off_at)

    record = record_of(described(every_kind()["opgave_mist"]), emmen, switch)

    assert (record["status"], record["begin_date"]) == (status, "2026-11")
    assert record["end_date"] == ("2026-11" if off_at else "")


FIELDS = {
    *("name", "organization", "department", "description_short", "publication_category"),
    *("category", "website", "status", "goal", "proportionality", "lawful_basis"),
    *("lawful_basis_link", "impacttoetsen", "methods_and_models", "source_data"),
    *("human_intervention", "risks", "provider", "standard_version", "url", "contact_email"),
    *("lang", "publiccode", "tags", "source_id", "begin_date", "end_date"),
}
