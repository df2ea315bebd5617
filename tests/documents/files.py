"""Files as people send them, and as others would like us to open them."""

import zlib
from io import BytesIO

from PIL import Image

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def photo(form: str = "JPEG", size: tuple[int, int] = (60, 40), colour: str = "white") -> bytes:
    out = BytesIO()
    picture = Image.new("RGB", size, colour)
    exif = picture.getexif()
    exif[0x010E] = "thuis bij Katja"  # a description that came along
    picture.save(out, form, exif=exif)
    return out.getvalue()


def pdf(*objects: bytes, after: bytes = b"") -> bytes:
    """A PDF with these objects in it; `after` hangs on behind its end."""
    numbered = [b"%d 0 obj %s endobj" % (number, each) for number, each in enumerate(objects, 1)]
    return b"%PDF-1.7\n" + b"\n".join(numbered) + b"\ntrailer << >>\n%%EOF\n" + after


def packed(content: bytes, about: bytes = b"/Filter /FlateDecode") -> bytes:
    """Objects packed together, as most PDFs have them."""
    body = zlib.compress(content)
    return b"<< /Type /ObjStm %s /Length %d >> stream\n%s\nendstream" % (about, len(body), body)


def heic() -> bytes:
    return b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"0" * 200
