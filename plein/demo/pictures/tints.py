"""Six colour families. A picture uses one of them, and the neutral colours they share."""

from typing import NamedTuple

WHITE = "#ffffff"
CLOUD = "#e6ebf1"
METAL = "#c2ccd6"
STEEL = "#8794a3"
INK = "#2b3644"


class Tint(NamedTuple):
    page: str
    halo: str
    shade: str  # under the object
    light: str
    main: str
    dark: str
    accent: str


TINTS = (
    Tint("#ebf2fa", "#d8e6f6", "#c1d6ec", "#9dc4ea", "#2f74b8", "#1d4e82", "#f2a541"),  # blue
    Tint("#ebf5ef", "#d6ecde", "#bedcc9", "#98d0ae", "#3a8f63", "#22613f", "#f4b04f"),  # green
    Tint("#f6eef5", "#eddcea", "#dec6da", "#d3a5c8", "#96508a", "#66305c", "#f0b64d"),  # plum
    Tint("#fdf5e7", "#f9e7c8", "#eed5aa", "#f2c679", "#d58230", "#8c4f18", "#2f7f93"),  # amber
    Tint("#e8f5f5", "#d0ebec", "#b6dadc", "#8bccd1", "#2b8790", "#1a5b63", "#ee8757"),  # teal
    Tint("#fdf0ec", "#f9ded7", "#eec8be", "#f0a999", "#c95d49", "#88382b", "#3d7ba9"),  # brick
)
