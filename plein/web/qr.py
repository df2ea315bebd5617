"""A QR code as a picture in the page itself: no second request, nothing to cache."""

from base64 import b64encode
from io import BytesIO

import qrcode
from qrcode.image.svg import SvgPathImage


def qr_data_url(text: str) -> str:
    out = BytesIO()
    qrcode.make(text, image_factory=SvgPathImage, border=2).save(out)
    return f"data:image/svg+xml;base64,{b64encode(out.getvalue()).decode()}"
