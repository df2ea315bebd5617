"""What the schemes of the demo hold people to: a bicycle by age, one fridge in a household."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from plein.demo.data_files import rows
from plein.identity.models import Staff
from plein.webshop.actions.limits import Limit, add_limit, group_named, put_in_group
from plein.webshop.models import (
    LimitScope,
    LimitWindow,
    ProductVersion,
    SchemePeriod,
)


def add_limits(
    periods: Mapping[str, SchemePeriod],
    products: Mapping[str, ProductVersion],
    staff: Mapping[str, Staff],
    at: datetime,
) -> None:
    by = staff["bas"]
    for row in rows("limits", "groups"):
        own = [products[key].product_id for key in row["products"] if key in products]
        if own:
            put_in_group(own, group_named(row["name"]), by=by, at=at)
    for row in rows("limits"):
        if period := periods.get(row["scheme"]):
            add_limit(period.scheme, _limit(row), by=by, at=at)


def _limit(row: Mapping[str, Any]) -> Limit:
    given = {name: value for name, value in row.items() if name != "scheme"}
    scope, window = LimitScope(given.pop("scope")), LimitWindow(given.pop("window"))
    return Limit(scope, window, **given)
