"""How many syllables a Dutch word has: each sound of vowels is one."""

import re

# Letters that are one sound together, the longest first. A letter with dots begins a syllable.
_SOUND = re.compile(
    r"aai|ooi|oei|eeu|ieu|eau"
    r"|aa|ee|oo|uu|ie|oe|eu(?!m)|ui|ij|ei|ai|au|ou|oi"
    r"|y(?![aeiou])|(?<!q)u|[aeioàáâäèéêëìíîïòóôöùúûü]"
)


def syllables(word: str) -> int:
    """At least one: a number or an abbreviation is said too."""
    return max(1, len(_SOUND.findall(word.lower())))
