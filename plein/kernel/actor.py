"""Who does something: named in every action, and in every line of the log."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    RESIDENT = "resident"
    STAFF = "staff"
    PROVIDER = "provider"
    ORGANISATION = "organisation"  # a partner body, which asks a resident for data
    PLATFORM = "platform"  # who starts municipalities; looks at nobody
    SYSTEM = "system"


# In a conversation or a timeline: who runs the platform meets no resident.
NEAR_RESIDENTS = [(kind.value, kind.value) for kind in ActorKind if kind != ActorKind.PLATFORM]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person (or the system itself) in the role in which they act.

    `id` is ours and says nothing to an outsider; `organisation`, `team` and `function` (such as
    "consulent") are what a resident reads in the log of looks.
    """

    kind: ActorKind
    id: str
    organisation: str = ""
    team: str = ""
    function: str = ""


def system(name: str) -> Actor:
    """The actor of a job that nobody started."""
    return Actor(ActorKind.SYSTEM, name, organisation="Plein", team=name)
