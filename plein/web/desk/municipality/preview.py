"""A house style before it is kept: a stylesheet of its own, and what the contrast check found."""

from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.urls import reverse

from plein.tenants.actions import HouseStyle, digest_of, style_sheet
from plein.tenants.findings import Finding, findings

SLUG = "-voorbeeld"  # no municipality is called so: `slugify` leaves no hyphen in front


@dataclass(frozen=True, slots=True)
class Preview:
    """The address of the stylesheet holds the whole style, so nothing is kept to look at it."""

    style: HouseStyle
    css: str  # for `.theme--voorbeeld`

    @classmethod
    def of(cls, style: HouseStyle) -> "Preview":
        """Raises `NotAColour` and `PaletteUnreadable`."""
        return cls(style, style_sheet(SLUG, style))

    @property
    def digest(self) -> str:
        return digest_of(self.css)

    @property
    def url(self) -> str:
        chosen = asdict(self.style)
        del chosen["tokens"]  # those are the municipality's own
        return f"{reverse('desk-style-sheet', args=[self.digest])}?{urlencode(chosen)}"

    @property
    def findings(self) -> list[Finding]:
        return findings(self.style, self.css)
