"""What the municipalities of the demo set themselves: proposed by Bas, approved by Wim."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from plein.bylaws.actions import approve_bylaw, propose_bylaw
from plein.demo.data_files import rows
from plein.identity.models import Staff
from plein.tenants.models import Municipality


def add_bylaws(municipality: Municipality, staff: Mapping[str, Staff], at: datetime) -> None:
    for row in rows("bylaws"):
        if municipality.slug in row["municipalities"]:
            bylaw = propose_bylaw(
                regeling=row["regeling"],
                title=row["title"],
                url="",
                since=row["since"],
                figures={name: Decimal(figure) for name, figure in row["figures"].items()},
                by=staff["bas"],
                at=at,
            )
            if not row.get("waits"):
                approve_bylaw(bylaw, by=staff["wim"], at=at)
