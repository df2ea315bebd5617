"""What lies under one code, as the till reads it: product, number and state.

No person, but the name that was given for a product that cannot do without.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.kernel.clock import local_day
from plein.webshop.models import LineStatus, OrderLine, Pickup, ProductVersion, Variant

STATES: dict[str, Promise] = {
    LineStatus.RESERVED: _("klaar"),
    LineStatus.HANDED_OVER: _("al opgehaald"),
    LineStatus.CANCELLED: _("geannuleerd"),
    LineStatus.EXPIRED: _("verlopen"),
    LineStatus.RETURNED: _("teruggebracht"),
    LineStatus.REFUSED: _("geweigerd"),
}


@dataclass(frozen=True, slots=True)
class Ware:
    """So many of one product, all in the same state; `price` is of all together, in cents."""

    version: ProductVersion
    number: int
    price: int
    status: str
    handed_over_at: datetime | None
    variant: Variant | None = None
    lines: str = ""  # the ids of the lines, as the form sends them back
    waits_for_provider: bool = False
    name: str = ""  # of whom it is for, where the product needs it

    @property
    def state(self) -> Promise:
        return _("wacht op uw ja") if self.waits_for_provider else STATES[self.status]

    @property
    def is_ready(self) -> bool:
        return self.status == LineStatus.RESERVED and not self.waits_for_provider

    def is_given_on(self, day: date) -> bool:
        if self.handed_over_at is None or self.status != LineStatus.HANDED_OVER:
            return False
        return local_day(self.handed_over_at) == day


def wares_of(pickup: Pickup, day: date, names: Mapping[UUID, str]) -> list[Ware]:
    """Everything under this code, what can be handed over on this day first. One query.

    `names` are those that may be seen now, by line.
    """
    lines = pickup.lines.select_related("version", "variant").order_by(
        *("-status", "version__title", "version_id", "variant_id"),
        *("waits_for_provider", "handed_over_at", "member_id", "pk"),
    )
    alike = groupby(lines, lambda line: (*_likeness(line), names.get(line.pk, "")))
    wares = [_ware(list(group), pickup, day, names) for _key, group in alike]
    return sorted(wares, key=lambda ware: not ware.is_ready)


def _likeness(line: OrderLine) -> tuple[object, ...]:
    what, state = (line.version_id, line.variant_id), (line.status, line.handed_over_at)
    return (*what, *state, line.waits_for_provider)


def _ware(lines: Sequence[OrderLine], pickup: Pickup, day: date, names: Mapping[UUID, str]) -> Ware:
    """A code that is past its day counts as expired, also before the nightly job says so."""
    first = lines[0]
    late = first.status == LineStatus.RESERVED and day >= pickup.valid_until
    status = LineStatus.EXPIRED if late else first.status
    price = sum(line.price for line in lines)
    return Ware(
        first.version,
        len(lines),
        price,
        status,
        first.handed_over_at,
        first.variant,
        " ".join(str(line.pk) for line in lines),
        first.waits_for_provider and first.status == LineStatus.RESERVED,
        names.get(first.pk, ""),
    )
