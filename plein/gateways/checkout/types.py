"""What a payment provider tells us, in the shape in which it speaks JSON."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, HttpUrl

from plein.gateways.shape import Code, Shape


class State(StrEnum):
    OPEN = "open"
    PENDING = "pending"  # the bank has not said yes or no
    PAID = "paid"
    FAILED = "failed"
    CANCELLED = "canceled"
    EXPIRED = "expired"


class Amount(Shape):
    currency: Literal["EUR"]
    value: Annotated[str, Field(pattern=r"^\d{1,9}\.\d{2}$")]

    @property
    def cents(self) -> int:
        return int(Decimal(self.value) * 100)


class Link(Shape):
    href: HttpUrl


class Links(Shape):
    checkout: Link | None = None  # gone when there is nothing more to pay


class Payment(Shape):
    id: Code
    status: State
    amount: Amount
    links: Annotated[Links, Field(alias="_links")] = Links()

    @property
    def state(self) -> State:
        return self.status

    @property
    def cents(self) -> int:
        return self.amount.cents

    @property
    def page_url(self) -> str:
        return str(self.links.checkout.href) if self.links.checkout else ""


class Refund(Shape):
    id: Code
    amount: Amount


def as_amount(cents: int) -> dict[str, str]:
    return {"currency": "EUR", "value": f"{cents // 100}.{cents % 100:02d}"}
