"""What a municipality changes about itself: kept, written in the log, and felt by nobody else."""

import pytest
from django.core.files.storage import default_storage

from plein.audit.models import Act
from plein.tenants.actions import Contact, HouseStyle
from plein.tenants.changes import (
    change_logo,
    change_style,
    change_texts,
    remove_logo,
    switch_module,
)
from plein.tenants.logo import read_logo
from plein.tenants.models import Module, Municipality
from plein.tenants.palette import PaletteUnreadable
from plein.tenants.texts import TextTooLong, text_of
from tests.cast import NOON

SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9z"/></svg>'
ROUND = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
CONTACT = Contact("14 0591", "Maandag tot en met vrijdag", "Plein 2")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def kept(municipality) -> dict[str, object]:
    return Municipality.objects.filter(pk=municipality.pk).values().get()


def only_act() -> Act:
    """Of these tests; the people in them were made known without one."""
    return Act.objects.get(name__startswith="tenants.")


def logos() -> list[str]:
    return default_storage.listdir("logo")[1]


def test_a_house_style_is_kept_and_served_at_another_address(emmen, wim):
    before = emmen.theme_url

    change_style(emmen, HouseStyle(brand="#7a2350", corners="rond"), by=wim.actor, at=NOON)

    emmen.refresh_from_db()
    assert (emmen.brand_colour, emmen.corners) == ("#7a2350", "rond")
    assert emmen.theme_url != before
    assert "#7a2350" in emmen.theme_css


def test_no_change_of_emmen_touches_buren(emmen, buren, wim):
    before = kept(buren)

    change_style(emmen, HouseStyle(brand="#7a2350"), by=wim.actor, at=NOON)
    change_logo(emmen, read_logo(SQUARE), by=wim.actor, at=NOON)
    change_texts(emmen, CONTACT, {"help": "Kom langs."}, by=wim.actor, at=NOON)
    switch_module(emmen, Module.WEBSHOP, on=False, by=wim.actor, at=NOON)

    assert kept(buren) == before


def test_a_style_that_cannot_be_read_changes_nothing(emmen, wim):
    before = kept(emmen)
    style = HouseStyle(brand="#7a2350", tokens={"--basis-color-accent-1-color-default": "#ffff00"})

    with pytest.raises(PaletteUnreadable):
        change_style(emmen, style, by=wim.actor, at=NOON)

    assert kept(emmen) == before
    assert emmen.brand_colour == "#0a5a9c"
    assert not Act.objects.filter(name="tenants.style.changed").exists()


def test_another_logo_takes_the_place_of_the_first(emmen, wim, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        change_logo(emmen, read_logo(SQUARE), by=wim.actor, at=NOON)
    first = emmen.logo
    with django_capture_on_commit_callbacks(execute=True):
        change_logo(emmen, read_logo(ROUND), by=wim.actor, at=NOON)

    assert emmen.logo != first
    assert logos() == [emmen.logo]


def test_the_same_logo_again_is_still_there(emmen, wim, django_capture_on_commit_callbacks):
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            change_logo(emmen, read_logo(SQUARE), by=wim.actor, at=NOON)

    assert logos() == [emmen.logo]


def test_a_logo_that_is_taken_away_leaves_the_shield(
    emmen, wim, django_capture_on_commit_callbacks
):
    change_logo(emmen, read_logo(SQUARE), by=wim.actor, at=NOON)

    with django_capture_on_commit_callbacks(execute=True):
        remove_logo(emmen, by=wim.actor, at=NOON)

    emmen.refresh_from_db()
    assert (emmen.logo, emmen.logo_url, logos()) == ("", "", [])


def test_texts_and_contact_are_kept_as_they_were_written(emmen, wim):
    texts = {"help": "Kom langs.\r\n\r\n  Of   bel.", "visit": ""}

    change_texts(emmen, CONTACT, texts, by=wim.actor, at=NOON)

    emmen.refresh_from_db()
    assert (emmen.phone, emmen.address) == ("14 0591", "Plein 2")
    assert emmen.texts == {"help": "Kom langs.\nOf bel."}


def test_our_own_words_are_not_kept_so_that_better_ones_arrive(emmen, wim):
    ours = text_of(None, "help")

    change_texts(emmen, CONTACT, {"help": f" {ours} "}, by=wim.actor, at=NOON)

    assert emmen.texts == {}


def test_one_letter_too_many_is_refused_by_name(emmen, wim):
    change_texts(emmen, CONTACT, {"welcome_title": "x" * 60}, by=wim.actor, at=NOON)

    with pytest.raises(TextTooLong, match=r"Titel van de eerste pagina.*60"):
        change_texts(emmen, CONTACT, {"welcome_title": "x" * 61}, by=wim.actor, at=NOON)


def test_a_module_goes_off_and_on_again_once(emmen, wim):
    for on in (False, False, True, True):
        switch_module(emmen, Module.WEBSHOP, on=on, by=wim.actor, at=NOON)

        emmen.refresh_from_db()
        assert emmen.modules == (["kluis", "winkel"] if on else ["kluis"])


CHANGES = {
    "tenants.style.changed": lambda emmen, **who: change_style(
        emmen, HouseStyle(brand="#7a2350"), **who
    ),
    "tenants.logo.changed": lambda emmen, **who: change_logo(emmen, read_logo(SQUARE), **who),
    "tenants.logo.removed": remove_logo,
    "tenants.texts.changed": lambda emmen, **who: change_texts(
        emmen, CONTACT, {"help": "Kom langs."}, **who
    ),
    "tenants.module.switched_on": lambda emmen, **who: switch_module(
        emmen, Module.WEBSHOP, on=True, **who
    ),
    "tenants.module.switched_off": lambda emmen, **who: switch_module(
        emmen, Module.WEBSHOP, on=False, **who
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_leaves_one_line(emmen, wim, name):
    CHANGES[name](emmen, by=wim.actor, at=NOON)

    act = only_act()
    assert (act.name, act.object_id, act.at) == (name, str(emmen.pk), NOON)
    assert (act.actor_id, act.team) == (str(wim.pk), "Team Minima")


def test_the_line_on_texts_says_which_and_not_what(emmen, wim):
    change_texts(emmen, CONTACT, {"help": "Kom langs."}, by=wim.actor, at=NOON)

    assert only_act().details == {"changed": ["address", "help", "opening_hours", "phone"]}
