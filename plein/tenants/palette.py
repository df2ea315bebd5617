"""From the brand colour of a municipality to every colour of its pages.

A colour keeps its hue. Its lightness is searched until text can be read on it (WCAG 2.2 SC 1.4.3)
and borders can be seen (SC 1.4.11); so a municipality may choose any colour.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal
from plein.tenants.colour import Oklch, contrast, read_hex, to_hex, to_oklch
from plein.tenants.tokens import sift

WHITE = "#ffffff"
BACKGROUNDS = {  # lightness, and the part of the chroma that is left
    "bg-document": (0.990, 0.05),
    "bg-subtle": (0.975, 0.10),
    "bg-default": (0.950, 0.20),
    "bg-hover": (0.925, 0.30),
    "bg-active": (0.900, 0.40),
}
DECORATION = (0.83, 0.60)  # border-subtle carries no meaning
BORDERS = {"border-default": 3.05, "border-hover": 3.6, "border-active": 4.2}
TEXTS = {
    "color-subtle": 4.6,
    "color-default": 5.5,
    "color-hover": 7.0,
    "color-active": 9.0,
    "color-document": 12.0,
}
MOST_CHROMA = 0.15  # a brighter brand colour would make the backgrounds shout
WHITE_TEXT = 4.6  # on the house colour
SUBTLE_TEXT, SUBTLE = 4.55, (0.90, 0.30)  # on the house colour
DECORATION_ON_HOUSE = 0.12  # lighter
DARKER = {"bg-hover": 0.06, "bg-active": 0.11}  # than the house colour

# WCAG 2.2: SC 1.4.3 for text, SC 1.4.6 for the text of a whole page, SC 1.4.11 for borders.
READABLE, READABLE_PAGE, VISIBLE = 4.5, 7.0, 3.0
# Fixed in tokens.css; a municipality that replaces one of these is measured against the others.
PLAIN = {
    "--basis-color-default-bg-document": "#f5f7f9",
    "--basis-color-default-bg-default": "#ffffff",
    "--basis-color-default-bg-active": "#eaeef2",
    "--basis-color-default-color-document": "#17202a",
    "--basis-color-default-color-subtle": "#4b5763",
    "--basis-color-default-border-default": "#6b7784",
}
_HALVINGS = 9  # of the lightness: finer than the 256 values of a channel
_STEP = re.compile(r"(?P<group>--basis-color-.+?)-(?P<step>(?:bg|border|color)-[a-z]+)")

RADII = {"recht": (0, 0, 0), "zacht": (4, 8, 12), "rond": (8, 14, 20)}  # px: small, middle, large
FONTS = {
    "source": '"Source Sans 3 Variable",system-ui,sans-serif',
    "atkinson": '"Atkinson Hyperlegible Next Variable",system-ui,sans-serif',
    "systeem": "system-ui,sans-serif",
}


class PaletteUnreadable(Refusal):
    message = _(
        "De kleur {colour} ({name}) is niet goed te zien op {background}. "
        "Het contrast is {contrast} en moet minstens {needed} zijn. "
        "Kies een kleur die meer verschilt van de achtergrond."
    )


def palette(brand: str, *, group: str = "accent-1") -> dict[str, str]:
    """Every step of one colour group, for use on light and (inverse) on the colour itself."""
    return {f"--basis-color-{group}-{step}": value for step, value in _steps(read_hex(brand))}


@lru_cache(maxsize=64)
def _steps(brand: str) -> tuple[tuple[str, str], ...]:
    """The same for every group: most municipalities use one colour for more than one."""
    house = to_oklch(brand)
    steps = _on_light(house._replace(chroma=min(house.chroma, MOST_CHROMA)))
    inverse = {f"inverse-{step}": value for step, value in _on_house(house).items()}
    return tuple((steps | inverse).items())


def theme_css(
    slug: str,
    *,
    brand: str,
    action: str | None = None,
    accent: str | None = None,
    corners: str = "zacht",
    letter: str = "source",
    tokens: Mapping[str, object] | None = None,
) -> str:
    """The house style as a stylesheet. Raises `NotAColour` and `PaletteUnreadable`."""
    colours = palette(brand) | palette(action or brand, group="action-1")
    if accent:
        colours |= palette(accent, group="accent-2")
    chosen = colours | _shape(corners, letter) | sift(tokens or {}).kept
    check_readable(chosen)
    return f".theme-{slug}{{" + "".join(f"{name}:{chosen[name]};" for name in chosen) + "}"


def check_readable(tokens: Mapping[str, str]) -> None:
    """Measure every text and border on every background. Raises `PaletteUnreadable`."""
    known = PLAIN | dict(tokens)
    for name, background, needed in _pairs(known):
        measured = contrast(read_hex(known[name]), read_hex(known[background]))
        if measured < needed:
            raise PaletteUnreadable(
                name=name,
                colour=known[name],
                background=known[background],
                contrast=written(measured),
                needed=written(needed),
            )


def _on_light(colour: Oklch) -> dict[str, str]:
    tints = BACKGROUNDS | {"border-subtle": DECORATION}
    steps = {step: _tint(colour, *tint) for step, tint in tints.items()}
    hardest = steps["bg-active"]
    for step, needed in (BORDERS | TEXTS).items():
        steps[step] = _nearest(colour, to=hardest, needed=needed, end=0.0)
    return steps


def _on_house(colour: Oklch) -> dict[str, str]:
    if contrast(WHITE, house := to_hex(colour)) < WHITE_TEXT:
        house = _nearest(colour, to=WHITE, needed=WHITE_TEXT, end=0.0)
    colour = to_oklch(house)
    return {
        **dict.fromkeys(BACKGROUNDS, house),
        **{step: _lighter(colour, -less) for step, less in DARKER.items()},
        **dict.fromkeys(BORDERS | TEXTS, WHITE),
        "border-subtle": _lighter(colour, DECORATION_ON_HOUSE),
        "color-subtle": _subtle_on(house, colour),
    }


def _subtle_on(house: str, colour: Oklch) -> str:
    light = _tint(colour, *SUBTLE)
    if contrast(light, house) >= SUBTLE_TEXT:
        return light
    return _nearest(colour, to=house, needed=SUBTLE_TEXT, end=1.0)


def _tint(colour: Oklch, lightness: float, part: float) -> str:
    return to_hex(Oklch(lightness, part * colour.chroma, colour.hue))


def _lighter(colour: Oklch, more: float) -> str:
    return to_hex(colour._replace(lightness=min(max(colour.lightness + more, 0.0), 1.0)))


def nearest_readable(colour: str, *, needed: float) -> str:
    """The shade most like this colour that differs enough from white; itself when it does."""
    chosen = read_hex(colour)
    if contrast(WHITE, chosen) >= needed:
        return chosen
    return _nearest(to_oklch(chosen), to=WHITE, needed=needed, end=0.0)


def _nearest(colour: Oklch, *, to: str, needed: float, end: float) -> str:
    """As near to a background as the contrast allows; `end` is 0 for darker, 1 for lighter."""
    far, near = end, to_oklch(to).lightness
    found = to_hex(colour._replace(lightness=far))
    for _halving in range(_HALVINGS):
        middle = (far + near) / 2
        candidate = to_hex(Oklch(middle, colour.chroma, colour.hue))
        if contrast(candidate, to) >= needed:
            far, found = middle, candidate
        else:
            near = middle
    return found


def _shape(corners: str, letter: str) -> dict[str, str]:
    radii = zip(("sm", "md", "lg"), RADII[corners], strict=True)
    return {f"--basis-border-radius-{size}": f"{radius}px" for size, radius in radii} | {
        "--basis-text-font-family-default": FONTS[letter]
    }


def _pairs(tokens: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """Each text and border with each background of its group, and the contrast it needs."""
    for name in tokens:
        step = _STEP.fullmatch(name)
        needed = _needed(step["group"], step["step"]) if step else None
        if step and needed:
            backgrounds = (f"{step['group']}-{background}" for background in BACKGROUNDS)
            yield from ((name, behind, needed) for behind in backgrounds if behind in tokens)


def _needed(group: str, step: str) -> float | None:
    if step in BORDERS:
        return VISIBLE
    if step == "color-document" and not group.endswith("-inverse"):
        return READABLE_PAGE
    return READABLE if step in TEXTS else None


def written(ratio: float) -> str:
    """A contrast as people read it, rounded down: 7,1"""
    return f"{int(ratio * 10) / 10}".replace(".", ",")
