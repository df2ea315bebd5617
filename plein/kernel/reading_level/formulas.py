"""The two formulas: how hard a text is, from the length of its words and sentences."""

from collections.abc import Sequence

from plein.kernel.reading_level.syllables import syllables

LONG_WORD = 7  # letters, for LIX


def flesch_douma(words: Sequence[str], sentences: int) -> float:
    """Flesch's Reading Ease with the weights of Douma (1960) for Dutch: 100 is easy, 0 is hard."""
    per_sentence = len(words) / sentences
    per_word = sum(map(syllables, words)) / len(words)
    return 206.84 - 0.93 * per_sentence - 77 * per_word


def lix(words: Sequence[str], sentences: int) -> float:
    """Björnsson's läsbarhetsindex (1968): 25 is easy, 60 is hard."""
    long_words = sum(sum(map(str.isalpha, word)) >= LONG_WORD for word in words)
    return len(words) / sentences + 100 * long_words / len(words)
