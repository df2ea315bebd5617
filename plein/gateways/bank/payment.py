"""What the bank is asked to pay."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment in cents. `end_to_end_id` comes back with every answer on it, so it never
    changes: a file that is made again is the same message.
    """

    end_to_end_id: str
    name: str
    iban: str
    cents: int
    text: str


@dataclass(frozen=True, slots=True)
class Order:
    """What holds for a whole file: who pays, from which account, on what day."""

    message_id: str
    payer: str
    iban: str
    pay_on: date
    made_at: datetime
