"""What the contrast check found, per colour, in words for the person who chooses.

Read from the stylesheet itself, so what is measured is what is served.
"""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.tenants.actions import HouseStyle
from plein.tenants.colour import contrast, read_hex
from plein.tenants.palette import WHITE, WHITE_TEXT, written

_DECLARATION = re.compile(r"(--[\w-]+):([^;]+);")
NAMES = {
    "accent-1": gettext_lazy("Merkkleur"),
    "action-1": gettext_lazy("Actiekleur"),
    "accent-2": gettext_lazy("Accentkleur"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One chosen colour, and what becomes of it on the screen; colours as `#rrggbb`."""

    group: str
    chosen: str
    house: str  # white letters stand on it
    text: str  # letters in this colour
    paper: str  # the darkest background these letters stand on

    @property
    def name(self) -> str | Promise:
        return NAMES[self.group]

    @property
    def is_too_light(self) -> bool:
        return contrast(WHITE, self.chosen) < WHITE_TEXT

    @property
    def on_house(self) -> str:
        """Whether white letters can be read on this colour, and what we do where they cannot."""
        if not self.is_too_light:
            return _(
                "Witte letters op %(colour)s zijn goed te lezen. Het contrast is %(ratio)s."
            ) % {
                "colour": self.house,
                "ratio": written(contrast(WHITE, self.house)),
            }
        return _(
            "%(colour)s is te licht voor witte letters. Het contrast is %(ratio)s en moet minstens "
            "%(needed)s zijn. Daarom maken wij deze kleur donkerder waar witte letters op staan: "
            "%(house)s."
        ) % {
            "colour": self.chosen,
            "ratio": written(contrast(WHITE, self.chosen)),
            "needed": written(WHITE_TEXT),
            "house": self.house,
        }

    @property
    def on_light(self) -> str:
        return _("Letters in deze kleur worden %(colour)s. Het contrast is %(ratio)s.") % {
            "colour": self.text,
            "ratio": written(contrast(self.text, self.paper)),
        }


def findings(style: HouseStyle, css: str) -> list[Finding]:
    """One for each colour that was chosen; `css` is the stylesheet of this style."""
    chosen = {"accent-1": style.brand, "action-1": style.action, "accent-2": style.accent}
    tokens = dict(_DECLARATION.findall(css))
    return [_finding(group, colour, tokens) for group, colour in chosen.items() if colour]


def _finding(group: str, colour: str, tokens: dict[str, str]) -> Finding:
    def step(name: str) -> str:
        return read_hex(tokens[f"--basis-color-{group}-{name}"])

    return Finding(
        group=group,
        chosen=read_hex(colour),
        house=step("inverse-bg-default"),
        text=step("color-default"),
        paper=step("bg-active"),
    )
