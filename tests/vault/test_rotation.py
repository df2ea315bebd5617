"""New keys while people go on reading."""

from os import urandom

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.management import call_command

from plein.kernel.crypto import CannotOpen
from plein.tenants.keys import index_of
from plein.vault.access import OwnAccess
from plein.vault.actions.corrections import report_wrong
from plein.vault.actions.rotating import KINDS, rotate_vault
from plein.vault.gate import read
from plein.vault.keys import KeyRing
from plein.vault.models import Correction, SealedValue, VaultValue
from plein.vault.readings import SAYS
from tests.cast import NOON, TESTS

TURNS = 15


def test_everything_opens_under_the_new_key_and_the_old_one_is_gone(from_source, look, vault):
    from_source(ww_bruto=148_200, loon_sv=90_000)
    before = bytes(SealedValue.objects.first().sealed)

    assert rotate_vault(vault, by=TESTS, at=NOON) == 2

    assert look("ww_bruto", "loon_sv") == {"ww_bruto": 148_200, "loon_sv": 90_000}
    assert list(vault.keys.values_list("generation", flat=True)) == [2]
    assert before not in {bytes(each.sealed) for each in SealedValue.objects.all()}


def test_a_source_that_says_the_same_is_still_recognised(from_source, vault):
    from_source(ww_bruto=148_200)
    rotate_vault(vault, by=TESTS, at=NOON)

    assert from_source(ww_bruto=148_200) == 0


def test_what_the_resident_reported_moves_along(from_source, vault, katja):
    from_source(ww_bruto=148_200)
    version = VaultValue.objects.get()
    report_wrong(version, "Het is € 1.500", by=katja.actor, at=NOON)

    rotate_vault(vault, by=TESTS, at=NOON)

    report, ring = Correction.objects.get(), KeyRing(vault)
    place = {"version": version.pk, "element": SAYS}
    assert (
        ring.unseal(report.says_sealed, report.says_generation, **place)
        == "Het is € 1.500".encode()
    )


def test_nobody_who_reads_meanwhile_meets_an_error(at_once, from_source, vault, katja):
    from_source(ww_bruto=148_200, loon_sv=90_000, kinderen=[], naam_voornamen="Katja")

    def reads():
        keys = ["ww_bruto", "loon_sv", "naam_voornamen"]
        return [len(read(vault, keys, access=OwnAccess(katja), at=NOON)) for _turn in range(TURNS)]

    def rotates():
        return [rotate_vault(vault, by=TESTS, at=NOON) for _turn in range(TURNS)]

    answers = at_once([rotates, reads, reads, reads])

    assert answers[1:] == [[3] * TURNS] * 3
    assert vault.keys.get().generation == TURNS + 1


@pytest.fixture
def new_master(settings):
    """The operator puts a new master key beside the old one."""
    settings.OLD_MASTER_KEYS, settings.MASTER_KEY = [settings.MASTER_KEY], urandom(32)
    return settings


def test_the_master_key_changes_while_everything_opens(from_source, look, emmen, sam, new_master):
    from_source(ww_bruto=148_200)
    assert look("ww_bruto") == {"ww_bruto": 148_200}

    call_command("rotate_keys", "--master")
    emmen.refresh_from_db()
    new_master.OLD_MASTER_KEYS = []

    assert look("ww_bruto") == {"ww_bruto": 148_200}


def test_a_second_factor_moves_along(sam, emmen, settings):
    secret = get_adapter().encrypt("JBSWY3DPEHPK3PXP")
    Authenticator.objects.create(user=sam.account, type="totp", data={"secret": secret})
    settings.OLD_MASTER_KEYS, settings.MASTER_KEY = [settings.MASTER_KEY], urandom(32)

    call_command("rotate_keys", "--master")
    settings.OLD_MASTER_KEYS = []

    kept = Authenticator.objects.get().data["secret"]
    assert get_adapter().decrypt(kept) == "JBSWY3DPEHPK3PXP"
    assert kept != secret


def test_without_the_old_key_nothing_opens(emmen, settings):
    settings.MASTER_KEY = urandom(32)

    with pytest.raises(CannotOpen):
        index_of(emmen, "bsn", "999990032")


def test_the_command_gives_every_vault_a_new_key(from_source, vault, look):
    from_source(ww_bruto=148_200)

    call_command("rotate_keys", "--vaults")

    assert vault.keys.get().generation == 2
    assert look("ww_bruto") == {"ww_bruto": 148_200}


def test_nothing_that_lies_under_a_vaults_key_is_forgotten():
    """Every table with sealed content and the generation of its key."""
    sealed = {
        model
        for model in apps.get_app_config("vault").get_models()
        if any(field.name.endswith("generation") for field in model._meta.concrete_fields)
        and any(field.name.endswith("sealed") for field in model._meta.concrete_fields)
    }

    assert sealed == set(KINDS)
