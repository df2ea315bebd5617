"""The words in other languages are complete, fit the source, and are what is compiled."""

import gettext
import re
from collections import Counter

import pytest

from tools import messages

HOLE = re.compile(r"%\(\w+\)s|\{\w*\}")
MARKUP = re.compile(r"</?\w+>")


@pytest.fixture(params=messages.LANGUAGES)
def catalogue(request):
    return messages.catalogue(request.param)


def said_by(message) -> list[str]:
    given = message.string
    return list(given) if isinstance(given, list | tuple) else [given]


def test_every_string_of_a_resident_is_translated(catalogue):
    translated = {each.id for each in catalogue if all(said_by(each))}

    missing = [identity for identity in messages.strings() if _asked(identity) not in translated]

    assert not missing, f"{catalogue.locale}: make messages, and translate {missing[:5]}"


def test_nothing_is_translated_that_no_page_says_any_more(catalogue):
    gone = {_asked(each.id) for each in catalogue if each.id} - {
        _asked(identity) for identity in messages.strings()
    }

    assert not gone, f"{catalogue.locale}: make messages takes out {gone}"


def test_a_translation_fills_in_the_same_and_has_the_same_markup(catalogue):
    for each in catalogue:
        source = each.id[-1] if isinstance(each.id, tuple | list) else each.id
        for words in said_by(each) if source else []:
            missing = Counter(MARKUP.findall(source)) - Counter(MARKUP.findall(words))
            unknown = set(HOLE.findall(words)) - set(HOLE.findall(source))
            assert not missing, (each.id, words)
            assert not unknown, (each.id, words)
            if isinstance(each.id, str):
                assert Counter(HOLE.findall(words)) == Counter(HOLE.findall(source)), words


def test_a_form_for_every_number(catalogue):
    for each in catalogue:
        if isinstance(each.id, tuple | list):
            assert len(said_by(each)) == catalogue.num_plurals, each.id


def test_what_is_compiled_is_what_was_written(catalogue):
    path = messages.po_file(str(catalogue.locale)).with_suffix(".mo")
    with path.open("rb") as opened:
        compiled = gettext.GNUTranslations(opened)

    for each in catalogue:
        if isinstance(each.id, str) and each.id and each.string:
            assert compiled.gettext(each.id) == each.string, "make messages"
        elif isinstance(each.id, tuple | list):
            assert compiled.ngettext(*each.id, 1) in said_by(each), "make messages"


def _asked(identity):
    return tuple(identity) if isinstance(identity, list | tuple) else identity
