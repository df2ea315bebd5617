"""What residents read is plain: every text, in pages, mails, notices, journeys and information."""

import pytest

from plein.kernel.reading_level import judge
from plein.kernel.reading_level.level import MOST_WORDS
from tests.resident_texts import (
    Text,
    resident_texts,
    texts_of_a_journey,
    texts_of_a_template,
    texts_of_python,
)

HARD_BY_FORMULA = 0.15  # of the texts that have a score; a formula is an alarm, not a proof
FOUND = {"web": 1000, "inbox": 40, "delivery": 25, "regelingen": 60, "content": 500}  # at least


def test_no_text_for_residents_has_a_hard_word():
    assert _refused(lambda level: [each.word for each in level.hard_words]) == {}


def test_no_text_for_residents_has_a_sentence_over_20_words():
    assert MOST_WORDS == 20
    assert _refused(lambda level: level.long_sentences) == {}


def test_few_texts_for_residents_are_hard_by_formula():
    scored = [level for level in _levels().values() if level.score is not None]
    hard = [each for each, level in _levels().items() if level.is_hard_by_formula]

    assert len(hard) <= HARD_BY_FORMULA * len(scored), "\n".join(each.dutch for each in hard)


def test_the_texts_together_are_plain():
    together = judge("\n".join(each.dutch for each in resident_texts()))

    assert not together.is_hard_by_formula


@pytest.mark.parametrize(("app", "least"), FOUND.items())
def test_the_texts_are_found(app, least):
    assert sum(each.file.split("/")[1] == app for each in resident_texts()) >= least


def test_a_template_gives_all_its_texts():
    source = """{% translate "Een" as one %}{% trans 'Twee' %}
        {% include "x.html" with t=_("Drie") %}
        {% blocktranslate trimmed count n=3 %}Vier
          {{ n }}{% plural %}Vijf{% endblocktranslate %}{{ x|default:_("Zes") }} los"""

    assert [*texts_of_a_template(source)] == [
        "Een",
        "Twee",
        "Drie",
        "Vier {filled_in}",
        "Vijf",
        "Zes",
    ]


def test_python_gives_all_its_texts():
    source = 'a = _("Een " "twee")\nb = ngettext("drie", "vier", n)\nc = other("vijf")'

    assert {*texts_of_python(source)} == {"Een twee", "drie", "vier"}


def test_a_journey_gives_its_dutch_and_what_staff_reads_is_left_out():
    given = {
        "name": {"nl": "Hulp", "en": "Help"},
        "stations": [{"resident": "Klaar", "staff": "Af"}],
    }

    assert [*texts_of_a_journey(given)] == ["Hulp", "Klaar"]


def _levels():
    return {each: judge(each.dutch) for each in resident_texts()}


def _refused(reason) -> dict[Text, object]:
    return {each: why for each, level in _levels().items() if (why := reason(level))}
