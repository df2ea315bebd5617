"""Colours as a screen mixes them and as people see them: sRGB hex, OKLCH and contrast.

OKLCH keeps its hue when only the lightness changes, so a darker step still looks like the same
colour. Sources: CSS Color Module Level 4 (sRGB, Oklab, gamut mapping) with the Oklab matrices of
Björn Ottosson (2020); WCAG 2.2, "relative luminance" and "contrast ratio", for SC 1.4.3 and 1.4.11.
"""

import math
import re
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal

_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)
_ROUNDING = 1e-6  # the matrices have ten digits, so pure white is 1 to about this much
_STRAIGHT = 0.0031308  # below this much light the sRGB curve is a straight line
_HALVINGS = 7  # of the chroma: finer than an eye can tell apart


class NotAColour(Refusal):
    message = _("“{text}” is geen kleur. Schrijf een kleur als #0a5a9c.")


class Oklch(NamedTuple):
    lightness: float  # 0 is black, 1 is white
    chroma: float  # 0 is grey
    hue: float  # in radians


def read_hex(text: str) -> str:
    """Return `#RGB` or `#RRGGBB` as `#rrggbb`. Raises `NotAColour`."""
    colour = text.strip().lower()
    if not _HEX.fullmatch(colour):
        raise NotAColour(text=text)
    return (
        colour if len(colour) == len("#rrggbb") else "#" + "".join(2 * sign for sign in colour[1:])
    )


def to_oklch(colour: str) -> Oklch:
    red, green, blue = _linear(colour)
    l_cone = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    m_cone = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    s_cone = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l_cone + 0.7936177850 * m_cone - 0.0040720468 * s_cone
    a = 1.9779984951 * l_cone - 2.4285922050 * m_cone + 0.4505937099 * s_cone
    b = 0.0259040371 * l_cone + 0.7827717662 * m_cone - 0.8086757660 * s_cone
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def to_hex(colour: Oklch) -> str:
    """The nearest colour a screen can show; what lies outside sRGB loses chroma, not its hue."""
    shown = [round(255 * _encoded(channel)) for channel in _mixed(into_gamut(colour))]
    return "#{:02x}{:02x}{:02x}".format(*shown)


def is_in_gamut(colour: Oklch) -> bool:
    mixed = _mixed(colour)
    return min(mixed) >= -_ROUNDING and max(mixed) <= 1 + _ROUNDING


def into_gamut(colour: Oklch) -> Oklch:
    """Keep lightness and hue, and as much of the chroma as sRGB holds."""
    if is_in_gamut(colour):
        return colour
    inside, outside = 0.0, colour.chroma
    for _halving in range(_HALVINGS):
        middle = (inside + outside) / 2
        if is_in_gamut(Oklch(colour.lightness, middle, colour.hue)):
            inside = middle
        else:
            outside = middle
    return colour._replace(chroma=inside)


@lru_cache(maxsize=256)
def luminance(colour: str) -> float:
    """Relative luminance: 0 for black, 1 for white."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, from 1 to 21; text needs 4.5 (SC 1.4.3), a border 3 (SC 1.4.11)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _mixed(colour: Oklch) -> tuple[float, float, float]:
    """Light of the three channels; below 0 or above 1 where the screen cannot follow."""
    lightness, chroma, hue = colour
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    l_cone = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_cone = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_cone = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * l_cone - 3.3077115913 * m_cone + 0.2309699292 * s_cone,
        -1.2684380046 * l_cone + 2.6097574011 * m_cone - 0.3413193965 * s_cone,
        -0.0041960863 * l_cone - 0.7034186147 * m_cone + 1.7076147010 * s_cone,
    )


def _linear(colour: str) -> tuple[float, float, float]:
    number = int(colour[1:], 16)
    return _LIGHT[number >> 16], _LIGHT[number >> 8 & 255], _LIGHT[number & 255]


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 12.92 * _STRAIGHT else ((value + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    light = min(max(light, 0.0), 1.0)
    return 12.92 * light if light <= _STRAIGHT else 1.055 * light ** (1 / 2.4) - 0.055


_LIGHT = tuple(_decoded(value / 255) for value in range(256))
