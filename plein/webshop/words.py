"""Words as people type them: zwemlessen also finds zwemles, and so does zwemmles."""

from collections.abc import Collection

from rapidfuzz import fuzz, process

_ENDINGS = ("jes", "sen", "ken", "pen", "ten", "nen", "len", "en", "je", "s")  # plural, diminutive
_SHORTEST = 4  # what is left must still say something
_LETTERS = 2  # of a postcode
_ALIKE = 72  # of 100: two wrong letters in a word of seven


def stems(word: str) -> list[str]:
    """The word, and the word without a Dutch ending; the longest first.

    The dictionary of PostgreSQL does not join zwemles and zwemlessen, so we look inside words.
    """
    cut = (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending))
    return [word, *(stem for stem in cut if len(stem) >= _SHORTEST)]


def place_of(address: str) -> str:
    """Where an address is: what stands after its last comma, without a postcode."""
    last = address.rpartition(",")[2].split()
    return " ".join(word for word in last if not _is_postcode(word))


def _is_postcode(word: str) -> bool:
    return word.isdigit() or (len(word) == _LETTERS and word.isupper())


def meant(words: str, vocabulary: Collection[str]) -> str:
    """What somebody wanted to type, in words that are known here; "" when we do not know."""
    better = [_nearest(word, vocabulary) for word in words.lower().split()]
    text = " ".join(better) if all(better) else ""
    return text if text != words.lower() else ""


def _nearest(word: str, vocabulary: Collection[str]) -> str:
    """The word itself where it is (part of) a known one; else the one that looks most like it."""
    if any(stem in known for stem in stems(word) for known in vocabulary):
        return word
    nearest = process.extractOne(word, vocabulary, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return nearest[0] if nearest else ""
