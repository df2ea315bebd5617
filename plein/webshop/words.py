"""Words as people type them: zwemlessen also finds zwemles."""

_ENDINGS = ("jes", "sen", "ken", "pen", "ten", "nen", "len", "en", "je", "s")  # plural, diminutive
_SHORTEST = 4  # what is left must still say something


def stems(word: str) -> list[str]:
    """The word, and the word without a Dutch ending; the longest first.

    The dictionary of PostgreSQL does not join zwemles and zwemlessen, so we look inside words.
    """
    cut = (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending))
    return [word, *(stem for stem in cut if len(stem) >= _SHORTEST)]
