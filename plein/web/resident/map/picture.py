"""The map as one drawing of our own: no tiles, and nobody else who sees who looks."""

from collections.abc import Sequence
from typing import Any

from plein.kernel.geo import Point
from plein.web.resident.map.distance import length_words
from plein.web.resident.map.labels import RADIUS, apart, town_labels
from plein.web.resident.map.plane import SIZE, Plane, busiest, is_near
from plein.webshop.models import ProviderPlace

FOOT = 36  # units below the map, for its scale and the north
Numbered = tuple[int, ProviderPlace]


def picture_of(places: Sequence[Numbered], home: Point | None) -> dict[str, Any] | None:
    """In the units of the SVG; None where no place of this page is on the map.

    What is far from where most are is left out: it would push all the others together.
    """
    known = [(number, place, place.point) for number, place in places if place.point]
    if not known:
        return None
    middle = busiest([point for _number, _place, point in known])
    found = [each for each in known if is_near(each[2], middle)]
    points = [point for _number, _place, point in found]
    home = home if home and is_near(home, middle) else None
    plane = Plane.around([*points, home] if home else points)
    targets = [plane.place(point) for point in points]
    at_home = plane.place(home) if home else None
    spots = apart(targets, [at_home] if at_home else [])
    towns = town_labels(
        zip((place.town for _number, place, _point in found), spots, strict=True),
        [*spots, at_home] if at_home else spots,
    )
    return {
        "size": SIZE,
        "height": SIZE + FOOT,
        "radius": RADIUS,
        "lines": plane.lines(),
        "bar": round(plane.step * plane.scale, 1),
        "step": length_words(plane.step),
        "home": at_home,
        "dots": [
            {"number": number, "place": place, "target": target, "spot": spot}
            for (number, place, _point), target, spot in zip(found, targets, spots, strict=True)
        ],
        "towns": [{"name": name, "spot": spot} for name, spot in towns],
    }
