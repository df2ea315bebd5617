"""The payments that the simulated payment provider knows: in memory, gone with the process."""

from dataclasses import dataclass, field
from secrets import token_hex
from threading import Lock

from plein.gateways.checkout.types import State


@dataclass(slots=True)
class Taken:
    """One payment, and what was given back of it."""

    cents: int
    description: str
    back: str
    news: str
    id: str = field(default_factory=lambda: f"tr_{token_hex(6)}")
    state: State = State.OPEN
    refunds: dict[str, tuple[str, int]] = field(default_factory=dict)  # by key: id and cents

    @property
    def given_back(self) -> int:
        return sum(cents for _id, cents in self.refunds.values())


class Till:
    """Payments by id, and by the key of the question: a question asked twice is answered once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._by_id: dict[str, Taken] = {}
        self._by_key: dict[str, Taken] = {}

    def take(self, key: str, new: Taken) -> Taken:
        with self._lock:
            taken = self._by_key.setdefault(key or new.id, new)
            self._by_id[taken.id] = taken
            return taken

    def find(self, reference: str) -> Taken | None:
        with self._lock:
            return self._by_id.get(reference)

    def give_back(self, taken: Taken, key: str, cents: int) -> tuple[str, int] | None:
        """None when it is more than was paid."""
        with self._lock:
            if key not in taken.refunds:
                if taken.state != State.PAID or taken.given_back + cents > taken.cents:
                    return None
                taken.refunds[key] = (f"re_{token_hex(6)}", cents)
            return taken.refunds[key]


till = Till()
