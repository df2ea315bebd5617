"""The meter itself: what it counts, what it refuses, and that it can refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.kernel.reading_level import HardWord, judge
from plein.kernel.reading_level.hard_words import INSTEAD_OF
from plein.kernel.reading_level.level import MOST_WORDS
from plein.kernel.reading_level.syllables import syllables
from plein.kernel.reading_level.text import sentences, words

PLAIN = "Wij kijken naar uw inkomen. U krijgt dinsdag een brief."
OFFICIALESE = (
    "Teneinde uw aanvraagprocedure in behandeling te kunnen nemen dient u, indien van toepassing, "
    "de benodigde bewijsstukken uiterlijk binnen de gestelde termijn middels het daartoe "
    "bestemde formulier in te leveren bij de afdeling inkomensondersteuning."
)
some_words = st.lists(st.sampled_from(["wij", "u", "brief", "gemeente", "indien", "regeling"]))
some_text = st.lists(some_words.map(" ".join)).map(". ".join)
long_sentence = st.lists(st.sampled_from(["ja", "u", "gemeente"]), min_size=MOST_WORDS + 1)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("u", 1), ("wij", 1), ("brief", 1), ("nieuw", 1), ("geeuw", 1), ("mooi", 1)),
        *(("inkomen", 3), ("gemeente", 3), ("beoordelen", 4), ("bureau", 2), ("quota", 2)),
        *(("geïnd", 2), ("ideeën", 3), ("België", 3), ("museum", 3), ("situatie", 4)),
        *(
            ("uitkering", 3),
            ("januari", 4),
            ("yoghurt", 2),
            ("DigiD", 2),
            ("BSN", 1),
            ("187,50", 1),
        ),
    ],
)
def test_syllables_are_counted_as_they_are_said(word, count):
    assert syllables(word) == count


def test_a_text_is_counted_by_hand_the_same():
    # 10 words, 2 sentences, 14 syllables; inkomen and dinsdag have 7 letters.
    level = judge(PLAIN)

    assert level.score == pytest.approx(206.84 - 0.93 * 5 - 77 * 1.4)
    assert level.lix == pytest.approx(5 + 20)
    assert level.is_b1
    assert [*level.findings()] == []


def test_a_sentence_ends_where_a_reader_stops():
    text = "Bel ons. Kent u art. 4 al? “Ja!” Het is 1.250,50 euro\nTot dinsdag"

    assert sentences(text) == [
        *("Bel ons.", "Kent u art. 4 al?", "“Ja!”", "Het is 1.250,50 euro", "Tot dinsdag")
    ]


@pytest.mark.parametrize("filled_in", ["{day}", "%(day)s", "%s", "{{ case.day|day }}"])
def test_what_is_filled_in_later_is_one_short_word(filled_in):
    (said,) = sentences(f"U hoort het op <strong>{filled_in}</strong>.")

    assert words(said) == ["U", "hoort", "het", "op", "dag"]


def test_a_sentence_of_20_words_is_allowed_and_one_of_21_is_not():
    of_20 = " ".join(["ja"] * MOST_WORDS)

    assert judge(of_20).is_b1
    assert judge(f"{of_20} ja").long_sentences == (f"{of_20} ja",)


def test_a_short_text_is_judged_by_its_words_alone():
    short = judge("Uw burgerservicenummer alstublieft")

    assert (short.score, short.lix, short.is_b1) == (None, None, True)
    assert not judge("Indien u belt").is_b1


def test_a_hard_word_is_found_in_each_form_and_once():
    level = judge("Indien u wilt.\nUw aanvraag is in\nbehandeling, indien u\nwilt.")

    assert level.hard_words == (HardWord("indien", "als"), HardWord("in behandeling", "bekijken"))
    assert judge("Wij bedienen u op het terrein, en het verdient geld.").hard_words == ()


@pytest.mark.parametrize(
    "word",
    [
        *("zaak", "dossier", "indienen", "uploaden", "beschikking", "toegekend", "afgewezen"),
        *("saldo", "tegoed", "bewijsstukken", "in behandeling", "termijn", "uiterlijk", "helaas"),
        *("opgeschort", "bezwaar maken", "verifiëren", "valideren", "foutmelding", "teneinde"),
    ],
)
def test_a_word_that_the_design_refuses_is_hard(word):
    assert [each.word for each in judge(word.capitalize()).hard_words] == [word]


def test_each_hard_word_has_one_easier_word_that_is_not_hard_itself():
    hard = [word for instead in INSTEAD_OF.values() for word in instead]

    assert len(hard) == len(set(hard)) >= 60
    assert [easier for easier in INSTEAD_OF if judge(easier).hard_words] == []


def test_officialese_is_refused_with_what_to_do():
    level = judge(OFFICIALESE)
    said = [*level.findings()]

    assert not level.is_b1
    assert "‘teneinde’ is een moeilijk woord. Schrijf liever: om te." in said
    assert "‘middels’ is een moeilijk woord. Schrijf liever: met." in said
    assert any(each.startswith("Deze zin heeft 33 woorden. Maak er 2 zinnen van") for each in said)
    assert "De tekst leest niet makkelijk. Kies kortere woorden." in said


def test_long_words_alone_are_enough_for_a_refusal():
    level = judge(
        "Gemeentelijke inkomensondersteuning vereenvoudigt persoonlijke budgetplannen. " * 2
    )

    assert (level.long_sentences, level.hard_words) == ((), ())
    assert [*level.findings()] == ["De tekst leest niet makkelijk. Kies kortere woorden."]


def test_many_words_of_seven_letters_are_said_too():
    level = judge("Wij wachten nog steeds op de brieven over uw schulden en beslagen.")

    assert [*level.findings()] == [
        "Er staan veel lange woorden in de tekst. Kies korte woorden en korte zinnen."
    ]


@given(some_text, long_sentence.map(" ".join))
def test_adding_a_long_sentence_never_improves_the_judgement(text, long):
    before, after = judge(text), judge(f"{text}.\n{long}.")

    assert not after.is_b1
    assert len(after.long_sentences) == len(before.long_sentences) + 1
    assert after.hard_words == before.hard_words


@given(st.text())
def test_any_text_can_be_judged(text):
    level = judge(text)

    assert level.is_b1 == (not [*level.findings()])
