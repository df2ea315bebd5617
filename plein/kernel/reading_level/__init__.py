"""Whether a Dutch text is plain enough for everybody: level B1, as far as counting can tell.

`judge` counts words, sentences and syllables and looks for words that offices use. A formula is an
alarm and no proof: a text that passes is still read by people for whom reading is hard.
"""

from plein.kernel.reading_level.judging import judge
from plein.kernel.reading_level.level import HardWord, ReadingLevel

__all__ = ["HardWord", "ReadingLevel", "judge"]
