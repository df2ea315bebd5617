"""The words of a task: one exact thing, why, an example, and what happens otherwise."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from django.utils.translation import get_language

# Elements in the log of looks.
TASK, HAND_IN, REASON, OBSTACLE = "taak", "antwoord", "beoordeling", "wat niet lukt"


@dataclass(frozen=True, slots=True)
class TaskWords:
    """Plain text, as the resident reads it. The title begins with a verb.

    `link` is where it can be done elsewhere, `group` what it helps with. `languages` has the same
    words for who reads another language than Dutch.
    """

    title: str
    why: str = ""
    example: str = ""
    consequence: str = ""
    link: str = ""
    group: str = ""
    languages: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def as_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def words_from(text: str) -> TaskWords:
    """In the language of who reads it; what has none stays Dutch."""
    given = json.loads(text)
    languages = given.get("languages", {})
    return TaskWords(**given | dict(languages.get(get_language() or "", {})))
