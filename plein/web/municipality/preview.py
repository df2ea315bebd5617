"""A house style before it is kept: a stylesheet of its own, and what the contrast check found."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpResponse

from plein.tenants.actions import HouseStyle, digest_of, style_sheet
from plein.tenants.findings import Finding, findings

SLUG = "-voorbeeld"  # no municipality is called so: `slugify` leaves no hyphen in front
AN_HOUR = "private, max-age=3600, immutable"


@dataclass(frozen=True, slots=True)
class Preview:
    """The address of the stylesheet holds the whole style, so nothing is kept to look at it."""

    style: HouseStyle
    css: str  # for `.theme--voorbeeld`
    address: Callable[[str], str]  # of the stylesheet with this digest, at the door that shows it

    @classmethod
    def of(cls, style: HouseStyle, address: Callable[[str], str]) -> "Preview":
        """Raises `NotAColour` and `PaletteUnreadable`."""
        return cls(style, style_sheet(SLUG, style), address)

    @property
    def digest(self) -> str:
        return digest_of(self.css)

    @property
    def url(self) -> str:
        chosen = asdict(self.style)
        del chosen["tokens"]  # those are the municipality's own
        return f"{self.address(self.digest)}?{urlencode(chosen)}"

    @property
    def findings(self) -> list[Finding]:
        return findings(self.style, self.css)


def sheet_of(style: HouseStyle, digest: str) -> HttpResponse:
    """The stylesheet of a preview: made from its address, which names its digest."""
    css = style_sheet(SLUG, style)
    if digest_of(css) != digest:
        raise Http404
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = AN_HOUR
    return response
