"""A parent with gezag reads the vault of a child, and nobody else does."""

from datetime import date, datetime, timedelta

import pytest

from plein.audit.models import Look
from plein.identity.actions import know_resident
from plein.kernel.birthday import birthday
from plein.kernel.bsn import Bsn
from plein.kernel.clock import AMSTERDAM
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.kin import know_children
from plein.vault.actions.opening import vault_of
from plein.vault.gate import read
from plein.vault.models import Kinship, Mode
from plein.vault.parental import NotForParents, ParentAccess
from plein.vault.sources.asking import Kin
from plein.web.look_words import sentence_of
from tests.cast import NOON, TESTS

LOTTES = Bsn("999990044")
BORN = date(2009, 1, 27)


@pytest.fixture
def lottes_vault(emmen):
    lotte = know_resident(LOTTES, by=TESTS, at=NOON)
    vault = vault_of(lotte, at=NOON)
    values = {"naam_voornamen": "Lotte", "studiefinanciering": {"soort": "gift"}, "curatele": False}
    keep(vault, [Incoming(*each) for each in values.items()], mode=Mode.SOURCE, at=NOON)
    return vault


@pytest.fixture
def parent(katja):
    """Katja, of whom the BRP says what was given here."""

    def make(born=BORN, has_authority=True, at=NOON):
        know_children(katja, [Kin(LOTTES, born, has_authority)], at=at)
        return ParentAccess(katja)

    return make


def opens(vault, access, at, *keys) -> bool:
    try:
        read(vault, keys or ["naam_voornamen"], access=access, at=at)
    except NotForParents:
        return False
    return True


def test_a_parent_with_gezag_reads(lottes_vault, parent):
    (reading,) = read(lottes_vault, ["naam_voornamen"], access=parent(), at=NOON)

    assert reading.value == "Lotte"


def test_a_parent_without_gezag_does_not(lottes_vault, parent):
    assert not opens(lottes_vault, parent(has_authority=False), NOON)


def test_somebody_elses_parent_does_not(lottes_vault, parent, fatima):
    parent()

    assert not opens(lottes_vault, ParentAccess(fatima), NOON)


def test_a_parent_of_another_child_does_not(parent, emmen):
    other = vault_of(know_resident(Bsn("999990056"), by=TESTS, at=NOON), at=NOON)

    assert not opens(other, parent(), NOON)


def test_what_is_extra_sensitive_is_never_shown(lottes_vault, parent):
    assert not opens(lottes_vault, parent(), NOON, "naam_voornamen", "curatele")


def test_who_lives_with_the_child_is_not_shown(lottes_vault, parent):
    assert not opens(lottes_vault, parent(), NOON, "medebewoners")


def test_the_child_reads_that_it_was_a_parent(lottes_vault, parent):
    read(lottes_vault, ["naam_voornamen"], access=parent(), at=NOON)

    line = Look.objects.filter(subject=lottes_vault.resident_id).latest("id")
    assert sentence_of(line).startswith("Uw ouder bekeek")
    assert line.basis == "BW boek 1 artikel 247"


def test_a_new_answer_of_the_brp_replaces_the_old_one(lottes_vault, parent, katja):
    access = parent()
    know_children(katja, [], at=NOON)

    assert not opens(lottes_vault, access, NOON)
    assert not Kinship.objects.exists()


def test_an_answer_of_long_ago_is_not_trusted(lottes_vault, parent):
    access = parent()

    assert opens(lottes_vault, access, NOON + timedelta(days=30))
    assert not opens(lottes_vault, access, NOON + timedelta(days=30, seconds=1))


BIRTHDAYS = [
    pytest.param(date(2009, 1, 27), date(2027, 1, 27), id="winter"),
    pytest.param(date(2009, 3, 28), date(2027, 3, 28), id="the clock goes forward"),
    pytest.param(date(2009, 3, 29), date(2027, 3, 29), id="a day of 23 hours before"),
    pytest.param(date(2008, 10, 25), date(2026, 10, 25), id="the clock goes back"),
    pytest.param(date(2008, 10, 26), date(2026, 10, 26), id="a day of 25 hours before"),
    pytest.param(date(2008, 2, 29), date(2026, 3, 1), id="29 February"),
]


@pytest.mark.parametrize(("born", "grown"), BIRTHDAYS)
def test_it_ends_at_midnight_on_the_eighteenth_birthday(lottes_vault, parent, born, grown):
    midnight = datetime(grown.year, grown.month, grown.day, tzinfo=AMSTERDAM)
    before = (grown - timedelta(days=1), 23, 59, 59)
    just_before = datetime(*before[0].timetuple()[:3], *before[1:], tzinfo=AMSTERDAM)
    access = parent(born=born, at=just_before)

    assert opens(lottes_vault, access, just_before)
    assert not opens(lottes_vault, access, midnight)


@pytest.mark.parametrize(
    ("born_on", "age", "day"),
    [
        (date(2008, 2, 29), 18, date(2026, 3, 1)),
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2009, 1, 27), 18, date(2027, 1, 27)),
    ],
)
def test_a_birthday_on_a_day_that_is_not_there_is_the_day_after(born_on, age, day):
    assert birthday(born_on, age) == day
