"""The logo of a municipality: a drawing that is checked, or a picture that is drawn anew."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from plein.kernel.refusal import Refusal
from plein.tenants.svg import read_svg

MOST_BYTES = 500 * 1024
MOST_PIXELS = 10_000_000
SIZE = (640, 224)  # at most; on a page it is 56 px high, on a sharp screen four times that
LEAST_HEIGHT = 40
PNG = b"\x89PNG\r\n\x1a\n"


class LogoTooLarge(Refusal):
    message = _("Dit logo is te groot. Kies een bestand van hoogstens 500 kB.")


class LogoHasTooManyPixels(Refusal):
    message = _("Dit logo heeft te veel beeldpunten. Maak het kleiner, bijvoorbeeld 640 bij 224.")


class LogoTooSmall(Refusal):
    message = _(
        "Dit logo is te klein om scherp te zijn. Kies een logo van minstens 40 punten hoog."
    )


class NotALogo(Refusal):
    message = _("Dit bestand kunnen wij niet lezen. Kies een svg of een png.")


@dataclass(frozen=True, slots=True)
class Logo:
    """A file that is safe to serve; `suffix` is `svg` or `png`."""

    content: bytes
    suffix: str

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()[:12]


def read_logo(upload: bytes) -> Logo:
    """Read by its content, not its name. Raises the refusals of this file and of `svg.py`."""
    if len(upload) > MOST_BYTES:
        raise LogoTooLarge
    if upload.startswith(PNG):
        return Logo(_drawn_anew(upload), "png")
    if upload.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return Logo(read_svg(upload), "svg")
    raise NotALogo


def _drawn_anew(upload: bytes) -> bytes:
    """A PNG of at most `SIZE`, see-through where it was, with nothing else along."""
    try:
        with Image.open(BytesIO(upload), formats=["PNG"]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise LogoHasTooManyPixels
            drawn = picture.convert("RGBA")
    except Image.DecompressionBombError:
        raise LogoHasTooManyPixels from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise NotALogo from None
    if drawn.height < LEAST_HEIGHT:
        raise LogoTooSmall
    drawn.thumbnail(SIZE)
    drawn.info.clear()
    out = BytesIO()
    drawn.save(out, "PNG", optimize=True)
    return out.getvalue()
