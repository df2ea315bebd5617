"""What somebody pays off: to whom, how much at a time, and until when at that pace."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Any

from plein.insight.earnings import euros
from plein.kernel.months import month_of, months_after
from plein.vault.catalogue import catalogue
from plein.vault.family import earliest

CLAIMS = (
    *("schuld_belastingdienst", "schuld_toeslagen", "schuld_cak", "schuld_cjib"),
    *("schuld_duo", "schuld_uwv_svb"),
)
DEBTS = (*CLAIMS, "vordering_gemeente", "schulden_overig", "beslag")


@dataclass(frozen=True)
class Repayment:
    """Euros. Nothing in `term` where nobody said what is paid; no `due` for one that is monthly."""

    element: str
    creditor: str
    what: str
    open: Decimal
    term: Decimal
    due: date | None = None

    def in_month(self, month: date) -> Decimal:
        """What must be paid in this month; what was due before it, we take to be paid."""
        is_now = self.due is None or month_of(self.due) == month
        return self.term if is_now else Decimal(0)

    def ends_after(self, month: date) -> date | None:
        """The last month, if every month has such a term from this one or the one that is due."""
        if not self.term or not self.open:
            return None
        terms = int((self.open / self.term).to_integral_value(ROUND_CEILING))
        return months_after(month_of(self.due or month), terms - 1)


def repayments_of(values: Mapping[str, Any]) -> tuple[Repayment, ...]:
    return tuple(each for key in DEBTS for each in _of(key, values.get(key)))


def _of(key: str, value: Any) -> Iterator[Repayment]:
    if key == "beslag":
        yield from _seized(value or {})
        return
    for row in value or []:
        yield Repayment(
            key,
            row.get("aan_wie") or _creditor(key),
            row.get("waarvoor", ""),
            euros(row.get("nog_te_betalen")),
            euros(row.get("termijn") or row.get("per_maand")),
            earliest(row["betalen_voor"]) if row.get("betalen_voor") else None,
        )


def _seized(value: Mapping[str, Any]) -> Iterator[Repayment]:
    """A bailiff takes it every month; how much is still open, is not said."""
    if value.get("per_maand"):
        creditor, term = str(value.get("door_wie", "")), euros(value["per_maand"])
        yield Repayment("beslag", creditor, "", Decimal(0), term)


def _creditor(key: str) -> str:
    found = catalogue()
    return found.sources[found.elements[key].source].nl
