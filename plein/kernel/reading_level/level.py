"""The judgement about a text, and what its writer can do."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plein.kernel.reading_level.text import words

MOST_WORDS = 20  # in a sentence
LEAST_SCORE = 70  # Flesch-Douma: from here a text is easy enough for most people
MOST_LIX = 35  # above, a text is no longer easy
LEAST_WORDS = 8  # below, one word decides the formula: only words and sentences are judged


@dataclass(frozen=True, slots=True)
class HardWord:
    word: str
    easier: str


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """`score` is Flesch-Douma; a text too short for the formulas has no score and no `lix`."""

    score: float | None
    lix: float | None
    long_sentences: tuple[str, ...]
    hard_words: tuple[HardWord, ...]

    @property
    def is_b1(self) -> bool:
        return not (self.long_sentences or self.hard_words or self.is_hard_by_formula)

    @property
    def is_hard_by_formula(self) -> bool:
        return self.has_long_words or self.is_dense

    @property
    def has_long_words(self) -> bool:
        return self.score is not None and self.score < LEAST_SCORE

    @property
    def is_dense(self) -> bool:
        return self.lix is not None and self.lix > MOST_LIX

    def findings(self) -> Iterator[str]:
        """For the writer: what stands in the way, and what to do."""
        for each in self.hard_words:
            yield _("‘{word}’ is een moeilijk woord. Schrijf liever: {easier}.").format(
                word=each.word, easier=each.easier
            )
        for sentence in self.long_sentences:
            yield _("Deze zin heeft {count} woorden. Maak er 2 zinnen van: ‘{sentence}’").format(
                count=len(words(sentence)), sentence=sentence
            )
        if self.has_long_words:
            yield _("De tekst leest niet makkelijk. Kies kortere woorden.")
        elif self.is_dense:
            yield _("Er staan veel lange woorden in de tekst. Kies korte woorden en korte zinnen.")
