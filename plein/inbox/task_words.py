"""The words of a task: one exact thing, why, an example, and what happens otherwise."""

import json
from dataclasses import asdict, dataclass

# Elements in the log of looks.
TASK, HAND_IN, REASON, OBSTACLE = "taak", "antwoord", "beoordeling", "wat niet lukt"


@dataclass(frozen=True, slots=True)
class TaskWords:
    """Plain text, as the resident reads it. The title begins with a verb."""

    title: str
    why: str = ""
    example: str = ""
    consequence: str = ""

    def as_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def words_from(text: str) -> TaskWords:
    return TaskWords(**json.loads(text))
