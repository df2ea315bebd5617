"""A photo that somebody sends: judged by its content, drawn anew, and nothing comes along."""

from io import BytesIO
from typing import Any

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from plein.kernel.refusal import Refusal

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
FORMATS = ("JPEG", "PNG", "WEBP")


class PhotoTooLarge(Refusal):
    message = _("Deze foto is te groot. Kies een foto van hoogstens 10 MB.")


class PhotoTooDetailed(PhotoTooLarge):
    message = _("Deze foto is te groot om te openen. Maak een kleinere foto, of een schermafdruk.")


class NotAPhoto(Refusal):
    message = _("Dit is geen foto die wij kunnen lezen. Kies een jpg, png of webp.")


def drawn_anew(
    upload: bytes,
    *,
    size: tuple[int, int],
    form: str,
    most_bytes: int = MOST_BYTES,
    **saving: Any,
) -> bytes:
    """At most this wide and high, upright, in this format and without metadata.

    `saving` goes to Pillow. Raises `PhotoTooLarge`, `PhotoTooDetailed` and `NotAPhoto`.
    """
    if len(upload) > most_bytes:
        raise PhotoTooLarge
    try:
        with Image.open(BytesIO(upload), formats=FORMATS) as photo:
            if photo.width * photo.height > MOST_PIXELS:
                raise PhotoTooDetailed
            upright = ImageOps.exif_transpose(photo).convert("RGB")
    except Image.DecompressionBombError:
        raise PhotoTooDetailed from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise NotAPhoto from None
    upright.thumbnail(size)
    out = BytesIO()
    upright.save(out, form, **saving)
    return out.getvalue()
