"""The photo of a product: small enough for a phone."""

from plein.kernel.photos import drawn_anew

SIZE = (960, 720)


def read_photo(upload: bytes) -> bytes:
    """A WebP of at most 960 by 720 pixels. Raises `PhotoTooLarge` and `NotAPhoto`."""
    return drawn_anew(upload, size=SIZE, form="WEBP", quality=82, method=4)
