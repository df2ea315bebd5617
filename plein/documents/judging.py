"""A file that somebody sends: judged by what it is, not by its name.

A photo is drawn anew and nothing comes along; a PDF with programs or files inside is refused.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from plein.documents.pdf import CannotLook, UnpacksTooFar, look_into
from plein.kernel.photos import NotAPhoto, PhotoTooDetailed, PhotoTooLarge, drawn_anew
from plein.kernel.refusal import Refusal

MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 20
MOST_PAGES = 100
SIZE = (2400, 2400)  # enough to read a letter by
# A list instead of image/*: from it an iPhone knows that it has to send a jpg.
ACCEPTED = "image/jpeg,image/png,image/webp,application/pdf"
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")


class FileIsEmpty(Refusal):
    message = _("Dit bestand is leeg. Kies een ander bestand.")


class FileTooLarge(Refusal):
    message = _("Dit bestand is te groot. Stuur een bestand van hoogstens {megabytes} MB.")


class TooManyPages(Refusal):
    message = _("Deze pdf heeft te veel bladzijden. Stuur hoogstens {most} bladzijden.")


class FileNotKnown(Refusal):
    message = _("Dit bestand kennen wij niet. Stuur een foto (jpg, png) of een pdf.")


class PhotoNeedsJpeg(Refusal):
    message = _(
        "Deze foto (heic) kunnen wij niet lezen. Maak een schermafdruk van de foto en stuur die."
        " Of kies op uw iPhone: Instellingen, Camera, Structuren, Meest compatibel."
    )


class FileHasPrograms(Refusal):
    message = _("In deze pdf zit een programma. Druk hem af als gewone pdf, of stuur een foto.")


class FileHasPassword(Refusal):
    message = _("Deze pdf heeft een wachtwoord. Bewaar hem zonder wachtwoord, of stuur een foto.")


@dataclass(frozen=True, slots=True, repr=False)
class Judged:
    """`ending` is `pdf` or `jpg`; `content` is what is kept."""

    ending: str
    content: bytes


def judge(upload: bytes, *, most_megabytes: int = MOST_MEGABYTES) -> Judged:
    """Raises one of the refusals above."""
    if not upload:
        raise FileIsEmpty
    if len(upload) > most_megabytes * MEGABYTE:
        raise FileTooLarge(megabytes=most_megabytes)
    if upload.startswith(b"%PDF-"):
        return _pdf(upload, most_megabytes)
    if upload[4:8] == b"ftyp" and upload[8:12] in _HEIC:
        raise PhotoNeedsJpeg
    return _photo(upload, most_megabytes)


def _photo(upload: bytes, most_megabytes: int) -> Judged:
    most = most_megabytes * MEGABYTE
    try:
        drawn = drawn_anew(upload, size=SIZE, form="JPEG", most_bytes=most, quality=85)
    except NotAPhoto:
        raise FileNotKnown from None
    except PhotoTooDetailed:
        raise
    except PhotoTooLarge:
        raise FileTooLarge(megabytes=most_megabytes) from None
    return Judged("jpg", drawn)


def _pdf(upload: bytes, most_megabytes: int) -> Judged:
    try:
        seen = look_into(upload)
    except UnpacksTooFar:
        raise FileTooLarge(megabytes=most_megabytes) from None
    except CannotLook:
        raise FileNotKnown from None
    if seen.has_programs:
        raise FileHasPrograms
    if seen.has_password:
        raise FileHasPassword
    if seen.pages > MOST_PAGES:
        raise TooManyPages(most=MOST_PAGES)
    return Judged("pdf", upload)
