"""The gate: no line, no plain text; and nobody sees what is not theirs."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError

from plein.audit.models import Act, Look
from plein.config.environment import ROOT
from plein.kernel.clock import AMSTERDAM
from plein.vault import gate
from plein.vault.access import NotYourVault, OwnAccess
from plein.vault.catalogue import catalogue
from plein.vault.gate import read, read_history
from tests.cast import NOON

MAY_UNSEAL = {
    "plein/kernel/crypto.py",
    "plein/cases/listening.py",  # what a listener wants to hear at its door
    "plein/casestores/connecting.py",  # the secret of another store
    "plein/identity/application.py",  # the secret of software that asks
    "plein/identity/digid.py",  # the municipality's own signing key
    "plein/identity/gate.py",
    "plein/identity/keys.py",
    "plein/identity/many.py",  # the gate for a run that pays everybody
    "plein/identity/mandate_label.py",  # how a helper calls somebody
    "plein/payments/models/runs.py",  # a file for the bank: opened by two rights, with a line
    "plein/tenants/key_change.py",  # from the old key to the new
    "plein/tenants/keys.py",
    "plein/tenants/master.py",
    "plein/tenants/signing.py",  # the municipality's own signing keys
    "plein/vault/actions/rotating.py",
    "plein/vault/credentials/codes.py",  # the code of a showing
    "plein/vault/credentials/sealed.py",  # leaves a line itself
    "plein/vault/exporting/sealed.py",  # leaves a line itself
    "plein/vault/kept_papers.py",  # leaves a line itself
    "plein/vault/kept_scenarios.py",  # leaves a line itself
    "plein/vault/keys.py",
    "plein/web/resident/wallet_answers.py",  # a key of five minutes
    "plein/web/sessions.py",  # sealed at rest
    "plein/web/work/adapter.py",  # second factors
    "plein/webshop/codes.py",
    "plein/webshop/models/settlement.py",  # a file for the bank: who takes it leaves a line
    "plein/identity/imports/keeping.py",
}


def test_each_look_leaves_a_line_with_elements_and_no_value(from_source, look, katja):
    from_source(ww_bruto=148_200)

    look("ww_bruto")

    line = Look.objects.get(subject=katja.pk)
    assert (line.elements, line.basis) == (["ww_bruto"], "AVG artikel 15")
    assert "148200" not in str(list(Look.objects.values()) + list(Act.objects.values()))


def test_without_a_line_there_is_no_plain_text(from_source, vault, katja, monkeypatch):
    from_source(ww_bruto=148_200)
    opened = []
    monkeypatch.setattr(gate, "_opened", lambda *given: opened.append(given))

    def full(*_: object, **__: object) -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr("plein.audit.actions.add_look", full)

    with pytest.raises(DatabaseError):
        read(vault, ["ww_bruto"], access=OwnAccess(katja), at=NOON)

    assert opened == []


def test_somebody_elses_vault_stays_shut_and_the_try_is_logged(from_source, vault, fatima):
    from_source(ww_bruto=148_200)

    with pytest.raises(NotYourVault):
        read(vault, ["ww_bruto"], access=OwnAccess(fatima), at=NOON)

    assert Act.objects.get(name="audit.look").details["result"] == "geweigerd"


@pytest.mark.parametrize(
    ("moment", "seen"),
    [
        (datetime(2026, 11, 24, 23, 59, 59, tzinfo=AMSTERDAM), 1),
        (datetime(2026, 11, 25, 0, 0, tzinfo=AMSTERDAM), 0),
    ],
)
def test_a_child_is_seen_until_midnight_before_its_eighteenth_birthday(
    from_source, look, moment, seen
):
    from_source(kinderen=[{"voornaam": "Lotte", "geboortedatum": "2008-11-25"}])

    assert len(look("kinderen", at=moment)["kinderen"]) == seen


@pytest.mark.parametrize("born", ["2008", "2008-11"])
def test_of_a_child_with_half_a_birth_date_we_hide_early(from_source, look, born):
    from_source(kinderen=[{"voornaam": "Lotte", "geboortedatum": born}])

    assert look("kinderen")["kinderen"] == []


def test_a_former_partner_is_gone_at_once_also_from_the_past(from_source, look, vault, katja):
    from_source(partner={"voornaam": "Rob"}, at=NOON - timedelta(days=90))
    assert look("partner") == {"partner": {"voornaam": "Rob"}}

    from_source(partner=None)

    assert look("partner") == {"partner": None}
    assert look("partner", as_of=NOON - timedelta(days=30)) == {}
    history = read_history(vault, "partner", access=OwnAccess(katja), at=NOON)
    assert [reading.value for reading in history] == [None]


def test_sixty_elements_are_read_in_few_queries(
    from_source, vault, katja, django_assert_max_num_queries
):
    keys = list(catalogue().elements)[:60]
    from_source(**dict.fromkeys(keys, "tekst"))
    read(vault, keys, access=OwnAccess(katja), at=NOON)  # the first look begins the chain

    with django_assert_max_num_queries(13):
        read(vault, keys, access=OwnAccess(katja), at=NOON)


def test_only_the_gates_and_the_keepers_of_keys_can_unseal():
    using = {
        str(file.relative_to(ROOT))
        for file in Path(ROOT / "plein").rglob("*.py")
        if "migrations" not in file.parts
        and any(word in file.read_text() for word in ("unseal(", "open_under", "open_with_master"))
    }

    assert using - {"plein/vault/gate.py"} == MAY_UNSEAL
