"""A paper that a resident hands in: judged by what it is, not by its name.

A photo is drawn anew; a PDF with programs or files inside is refused. No scanner for viruses has
looked at it: whoever opens it reads so.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from plein.kernel.photos import MOST_BYTES, NotAPhoto, PhotoTooLarge, drawn_anew
from plein.kernel.refusal import Refusal

SIZE = (2400, 2400)  # enough to read a letter by
_ACTIVE = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/XFA")
_END_WITHIN = 2048  # bytes: where a whole PDF says that it ends


class PaperTooLarge(Refusal):
    message = _("Dit bestand is te groot. Stuur een bestand van hoogstens 10 MB.")


class NotAPaper(Refusal):
    message = _("Dit bestand kennen wij niet. Stuur een foto (jpg, png) of een pdf.")


class PaperHasPrograms(Refusal):
    message = _("In deze pdf zit een programma. Druk hem af als gewone pdf, of stuur een foto.")


@dataclass(frozen=True, slots=True, repr=False)
class Paper:
    """`ending` is `pdf` or `jpg`; `content` is what is kept."""

    ending: str
    content: bytes


def read_paper(upload: bytes) -> Paper:
    """Raises `PaperTooLarge`, `NotAPaper` and `PaperHasPrograms`."""
    if len(upload) > MOST_BYTES:
        raise PaperTooLarge
    if upload.startswith(b"%PDF-"):
        return _pdf(upload)
    try:
        return Paper("jpg", drawn_anew(upload, size=SIZE, form="JPEG", quality=85))
    except NotAPhoto:
        raise NotAPaper from None
    except PhotoTooLarge:
        raise PaperTooLarge from None


def _pdf(upload: bytes) -> Paper:
    if b"%%EOF" not in upload[-_END_WITHIN:]:
        raise NotAPaper
    if any(word in upload for word in _ACTIVE):
        raise PaperHasPrograms
    return Paper("pdf", upload)
