"""One list of texts that differ per municipality, in words that everybody can read."""

import re
from pathlib import Path

import pytest

from plein import web
from plein.tenants.models import Module, Municipality
from plein.tenants.modules import WHEN_OFF
from plein.tenants.texts import ONE_LINE, TEXTS, own_texts, paragraphs, text_of

LONGEST_SENTENCE = 20  # words
TEMPLATES = Path(web.__file__).parent / "templates"
ALL = "".join(file.read_text(encoding="utf-8") for file in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.key)
def test_a_text_stands_on_a_page_and_our_own_words_fit(text):
    sentences = re.findall(r"[^.!?]+", str(text.default))

    assert f'{{% own_text "{text.key}"' in ALL
    assert len(str(text.default)) <= text.longest
    assert all(len(sentence.split()) <= LONGEST_SENTENCE for sentence in sentences)
    assert text.is_one_line == (text.longest <= ONE_LINE)


def test_every_text_a_page_asks_for_is_in_the_list():
    asked = set(re.findall(r'\{% own_text "(\w+)"', ALL))

    assert asked == {text.key for text in TEXTS}


def test_own_words_come_first_and_ours_where_there_are_none():
    emmen = Municipality(texts={"help": "Kom langs."})

    assert text_of(emmen, "help") == "Kom langs."
    assert text_of(emmen, "visit") == text_of(None, "visit") != ""


def test_a_text_that_is_not_in_the_list_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        text_of(None, "welkom")
    with pytest.raises(KeyError):
        own_texts({"welkom": "Hoi"})


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("", []),
        (" \n\t\r\n ", []),
        ("een\ntwee", ["een", "twee"]),
        ("een\r\n\r\n\r\n  twee  drie ", ["een", "twee drie"]),
        ("een\x0btwee\u2028drie", ["een", "twee", "drie"]),
    ],
)
def test_a_line_is_a_paragraph(typed, lines):
    assert paragraphs(typed) == lines


def test_every_module_says_what_switching_off_means():
    assert set(WHEN_OFF) == set(Module)
