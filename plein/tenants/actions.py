"""A municipality joins, and changes its house style."""

from dataclasses import dataclass, field
from hashlib import sha256

from django.db import transaction

from plein.kernel.iban import read_iban
from plein.tenants.keys import wrapped_key
from plein.tenants.models import Corners, Letter, Module, Municipality
from plein.tenants.naming import CodeIsTaken, HostIsTaken
from plein.tenants.palette import theme_css


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The colours and shapes of a municipality; colours as `#rrggbb`."""

    brand: str
    action: str = ""
    accent: str = ""
    corners: str = Corners.SOFT
    letter: str = Letter.SOURCE
    tokens: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contact:
    """Where residents find help besides the screen, and in how many working days we answer."""

    phone: str
    opening_hours: str
    address: str
    answer_within: int = 2


@transaction.atomic
def add_municipality(
    *,
    slug: str,
    name: str,
    host: str,
    style: HouseStyle,
    contact: Contact,
    rsin: str = "",
    cbs_code: str = "",
    iban: str = "",
    is_open: bool = True,
) -> Municipality:
    """Take a municipality in: ready for residents, staff and providers.

    Raises `HostIsTaken`, `CodeIsTaken`, `NotAnIban`, and `PaletteUnreadable` when the colours
    cannot be read.
    """
    if Municipality.objects.filter(slug=slug).exists() or host_is_taken(host):
        raise HostIsTaken(slug=slug, host=host)
    demand_own_codes(cbs_code, rsin)
    municipality = Municipality(
        slug=slug,
        name=name,
        host=host.lower(),
        rsin=rsin,
        cbs_code=cbs_code,
        is_open=is_open,
        iban=read_iban(iban) if iban else "",
        phone=contact.phone,
        opening_hours=contact.opening_hours,
        address=contact.address,
        modules=[Module.WEBSHOP, Module.VAULT],
        data_key=wrapped_key(slug),
        index_key=wrapped_key(slug),
    )
    dress(municipality, style)
    municipality.save()
    return municipality


def dress(municipality: Municipality, style: HouseStyle) -> None:
    """Put on a house style: checked for contrast, and served under its own digest.

    Raises `NotAColour` and `PaletteUnreadable`, and then changes nothing.
    """
    municipality.theme_css = style_sheet(municipality.slug, style)
    municipality.brand_colour = style.brand
    municipality.action_colour = style.action
    municipality.accent_colour = style.accent
    municipality.corners = style.corners
    municipality.letter = style.letter
    municipality.tokens = style.tokens
    municipality.theme_digest = digest_of(municipality.theme_css)


def style_sheet(slug: str, style: HouseStyle) -> str:
    """A house style as a stylesheet for `.theme-<slug>`. Raises as `dress`."""
    return theme_css(
        slug,
        brand=style.brand,
        action=style.action or None,
        accent=style.accent or None,
        corners=style.corners,
        letter=style.letter,
        tokens=style.tokens or None,
    )


def digest_of(css: str) -> str:
    """What stands in the address of a stylesheet, so that a browser may keep it for ever."""
    return sha256(css.encode()).hexdigest()[:12]


def host_is_taken(host: str) -> bool:
    return Municipality.objects.filter(host=host.lower()).exists()


def demand_own_codes(cbs_code: str, rsin: str, *, of: Municipality | None = None) -> None:
    """Raises `CodeIsTaken` when another municipality has one of these."""
    others = Municipality.objects.exclude(pk=of.pk) if of else Municipality.objects.all()
    for kind, code in (("cbs_code", cbs_code), ("rsin", rsin)):
        if code and (taken := others.filter(**{kind: code}).first()):
            raise CodeIsTaken(kind=kind, code=code, name=taken.name)
