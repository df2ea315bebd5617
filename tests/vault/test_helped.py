"""Somebody helps Katja: in the parts she chose, and not a moment longer."""

from datetime import datetime, timedelta

import pytest

from plein.audit.models import Act, Look
from plein.identity.mandates import end_mandate, invite_helper, register_guardian, take_up_mandate
from plein.kernel.clock import AMSTERDAM
from plein.vault.actions.freezing import freeze, thaw
from plein.vault.actions.opening import vault_of
from plein.vault.gate import read
from plein.vault.helped import HelperAccess, HelpHasEnded, NobodyLooksNow, NotThisPart
from plein.web.look_words import sentence_of
from tests.cast import NOON, TESTS, TODAY

UNTIL = TODAY + timedelta(days=7)  # 1 December


@pytest.fixture
def mandate(katja, fatima):
    _mandate, code = invite_helper(
        katja, ["geld", "wonen", "gezin"], label="mijn zus", until=UNTIL, at=NOON
    )
    return take_up_mandate(fatima, code, at=NOON)


@pytest.fixture
def helper_reads(vault):
    def see(mandate, *keys, at=NOON):
        readings = read(vault, keys, access=HelperAccess(mandate), at=at)
        return {reading.element.key: reading.value for reading in readings}

    return see


def test_a_helper_reads_the_parts_that_were_chosen(mandate, helper_reads, from_source):
    from_source(ww_bruto=148_200)

    assert helper_reads(mandate, "ww_bruto") == {"ww_bruto": 148_200}


@pytest.mark.parametrize("key", ["schuld_cjib", "ao_klasse", "naam_voornamen"])
def test_and_no_other_part(mandate, helper_reads, from_source, key):
    from_source(**{key: "iets"})

    with pytest.raises(NotThisPart):
        helper_reads(mandate, "ww_bruto", key)


@pytest.mark.parametrize("key", ["partner", "medebewoners"])
def test_what_is_about_others_is_not_katjas_to_show(mandate, helper_reads, from_source, key):
    from_source(**{key: [{"voornaam": "Rob"}]})

    with pytest.raises(NotThisPart):
        helper_reads(mandate, key)


def test_the_log_names_a_helper_and_never_katja_herself(mandate, helper_reads, katja, fatima):
    helper_reads(mandate, "ww_bruto")

    line = Look.objects.filter(subject=katja.pk).latest("id")
    assert sentence_of(line).startswith("Uw helper bekeek")
    assert line.grant == str(mandate.pk)
    assert Act.objects.get(operation=line.operation).actor_id == str(fatima.pk)


def test_stopping_shuts_the_next_look_of_somebody_with_an_old_page(
    mandate, helper_reads, from_source, katja
):
    from_source(ww_bruto=148_200)
    old_page = mandate
    end_mandate(mandate, by=katja, at=NOON)

    with pytest.raises(HelpHasEnded):
        helper_reads(old_page, "ww_bruto")
    assert Look.objects.latest("id").result == "geweigerd"


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (datetime(2026, 11, 30, 23, 59, 59, tzinfo=AMSTERDAM), True),
        (datetime(2026, 12, 1, 0, 0, tzinfo=AMSTERDAM), False),
    ],
)
def test_it_ends_by_itself_at_midnight(mandate, helper_reads, from_source, moment, opens):
    from_source(ww_bruto=148_200)

    if opens:
        assert helper_reads(mandate, "ww_bruto", at=moment)
    else:
        with pytest.raises(HelpHasEnded):
            helper_reads(mandate, "ww_bruto", at=moment)


def test_another_vault_stays_shut(mandate, fatima, emmen):
    others = vault_of(fatima, at=NOON)

    with pytest.raises(HelpHasEnded):
        read(others, ["ww_bruto"], access=HelperAccess(mandate), at=NOON)


def test_a_frozen_vault_lets_no_helper_in_until_it_thaws(mandate, helper_reads, vault, katja):
    freeze(vault, by=katja.actor, at=NOON)
    with pytest.raises(NobodyLooksNow):
        helper_reads(mandate, "ww_bruto")

    thaw(vault, by=katja.actor, at=NOON)

    assert helper_reads(mandate, "ww_bruto") == {}


def test_a_bewindvoerder_goes_on_and_the_log_says_which_law(katja, fatima, vault, helper_reads):
    guardian = register_guardian(
        katja, fatima, ["geld"], label="Katja", until=UNTIL, by=TESTS, at=NOON
    )
    freeze(vault, by=katja.actor, at=NOON)

    helper_reads(guardian, "ww_bruto")

    line = Look.objects.filter(subject=katja.pk).latest("id")
    assert sentence_of(line).startswith("Uw bewindvoerder bekeek")
    assert line.basis == "BW boek 1 artikel 441"


def test_a_secret_address_is_for_no_helper_also_an_older_one(mandate, helper_reads, from_source):
    home = {"straat": "Schuilplaats", "huisnummer": "7"}
    from_source(at=NOON - timedelta(days=9), adres=home, onroerend_goed=[home], huur=70_000)
    assert helper_reads(mandate, "adres") == {"adres": home}

    from_source(marks=("geheim",), adres=home)

    assert helper_reads(mandate, "adres", "onroerend_goed", "huur") == {"huur": 70_000}
