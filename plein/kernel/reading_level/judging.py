"""From a text to a judgement."""

from itertools import chain

from plein.kernel.reading_level.formulas import flesch_douma, lix
from plein.kernel.reading_level.hard_words import hard_words
from plein.kernel.reading_level.level import LEAST_WORDS, MOST_WORDS, ReadingLevel
from plein.kernel.reading_level.text import sentences, words


def judge(text: str) -> ReadingLevel:
    """What is filled in later, such as `{day}` or `%(day)s`, counts as one short word."""
    said = sentences(text)
    all_words = [*chain.from_iterable(map(words, said))]
    is_scored = len(all_words) >= LEAST_WORDS
    return ReadingLevel(
        score=flesch_douma(all_words, len(said)) if is_scored else None,
        lix=lix(all_words, len(said)) if is_scored else None,
        long_sentences=tuple(each for each in said if len(words(each)) > MOST_WORDS),
        hard_words=hard_words(" ".join(said)),
    )
