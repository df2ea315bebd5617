"""Areas of a municipality, and who helps in them."""

from datetime import datetime

from plein.cases.actions.areas import contract, set_area
from plein.demo.data_files import rows
from plein.demo.shop import DEMO
from plein.kernel.clock import local_day
from plein.kernel.postcodes import read_span
from plein.tenants.models import Municipality, Organisation


def add_areas(municipality: Municipality, at: datetime) -> None:
    """And the care providers, each of which helps in a part of it."""
    for given in rows("areas", "providers"):
        if given["municipality"] == municipality.slug:
            Organisation.objects.get_or_create(kvk=given["kvk"], defaults={"name": given["name"]})
    start = local_day(at).replace(month=1, day=1)
    for row in rows("areas"):
        if row["municipality"] != municipality.slug:
            continue
        area = set_area(row["name"], [read_span(each) for each in row["postcodes"]], by=DEMO, at=at)
        for service, name in row["helped_by"].items():
            organisation = Organisation.objects.get(name=name)
            contract(area, service, organisation, start=start, until=None, by=DEMO, at=at)
