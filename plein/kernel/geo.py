"""A point on the map of the European Netherlands, and how far it is to another."""

from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

LATITUDES, LONGITUDES = (50, 54), (3, 8)  # whole degrees around it, WGS 84
_EARTH = 6_371_000  # metres, the mean radius
_COARSE = 3  # decimals: about 100 metres


@dataclass(frozen=True, slots=True)
class Point:
    """Its text shows nothing, so that nobody's home ends up in a log."""

    latitude: float = field(repr=False)
    longitude: float = field(repr=False)

    @property
    def is_here(self) -> bool:
        north, east = self.latitude, self.longitude
        return LATITUDES[0] <= north <= LATITUDES[1] and LONGITUDES[0] <= east <= LONGITUDES[1]

    def metres_to(self, other: "Point") -> float:
        """As the crow flies (haversine)."""
        north = radians(other.latitude - self.latitude) / 2
        east = radians(other.longitude - self.longitude) / 2
        narrow = cos(radians(self.latitude)) * cos(radians(other.latitude))
        return 2 * _EARTH * asin(sqrt(sin(north) ** 2 + narrow * sin(east) ** 2))

    def coarse(self) -> "Point":
        """In the same block of houses: enough to say how far something is."""
        return Point(round(self.latitude, _COARSE), round(self.longitude, _COARSE))
