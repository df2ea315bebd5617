"""A product photo: checked, made smaller, and drawn anew so that nothing else comes along."""

from io import BytesIO

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from plein.kernel.refusal import Refusal

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
SIZE = (960, 720)
FORMATS = ("JPEG", "PNG", "WEBP")


class PhotoTooLarge(Refusal):
    message = _("Deze foto is te groot. Kies een foto van hoogstens 10 MB.")


class NotAPhoto(Refusal):
    message = _("Dit is geen foto die wij kunnen lezen. Kies een jpg, png of webp.")


def read_photo(upload: bytes) -> bytes:
    """A WebP of at most 960 by 720 pixels, without metadata.

    Raises `PhotoTooLarge` and `NotAPhoto`; the type is read from the content, not the name.
    """
    if len(upload) > MOST_BYTES:
        raise PhotoTooLarge
    try:
        with Image.open(BytesIO(upload), formats=FORMATS) as photo:
            if photo.width * photo.height > MOST_PIXELS:
                raise PhotoTooLarge
            upright = ImageOps.exif_transpose(photo).convert("RGB")
    except Image.DecompressionBombError:
        raise PhotoTooLarge from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise NotAPhoto from None
    upright.thumbnail(SIZE)
    out = BytesIO()
    upright.save(out, "WEBP", quality=82, method=4)
    return out.getvalue()
