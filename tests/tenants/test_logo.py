"""A logo is read by its content, and drawn anew where it is a picture."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from plein.tenants.logo import (
    MOST_BYTES,
    LogoHasTooManyPixels,
    LogoTooLarge,
    LogoTooSmall,
    NotALogo,
    read_logo,
)

SECRET = b"thuis bij Noor"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0z"/></svg>'


def png(size=(900, 300), mode="RGBA", kind="PNG", **extra) -> bytes:
    out = BytesIO()
    Image.new(mode, size).save(out, kind, **extra)
    return out.getvalue()


def with_metadata() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()  # ImageDescription
    return png(pnginfo=texts, exif=exif, icc_profile=SECRET)


def test_a_png_is_drawn_anew_smaller_and_without_what_came_along():
    upload = with_metadata() + b"<script>alert(1)</script>"

    logo = read_logo(upload)

    assert upload.count(SECRET) >= 2
    assert SECRET not in logo.content
    assert b"script" not in logo.content
    with Image.open(BytesIO(logo.content)) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "RGBA", (640, 213))
        assert image.info == {}


def test_what_was_see_through_stays_see_through():
    with Image.open(BytesIO(read_logo(png(size=(40, 40))).content)) as image:
        assert image.getpixel((0, 0))[3] == 0


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "I;16"])
def test_a_png_in_other_colours_is_read(mode):
    assert read_logo(png(mode=mode)).suffix == "png"


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n  ", b"<?xml version='1.0'?>\n"])
def test_a_drawing_is_known_by_how_it_begins(before):
    assert read_logo(before + DRAWING).suffix == "svg"


def test_the_same_logo_has_the_same_digest_and_another_has_not():
    assert read_logo(DRAWING).digest == read_logo(DRAWING + b"\n").digest
    assert read_logo(DRAWING).digest != read_logo(png()).digest


@pytest.mark.parametrize(
    "upload",
    [
        b"",
        b"zomaar wat",
        b"%PDF-1.7",
        png(kind="GIF", mode="P"),
        png(kind="JPEG", mode="RGB"),
        png()[:60],
        DRAWING.decode().encode("utf-16"),
        b"GIF89a" + DRAWING,
    ],
)
def test_what_is_neither_svg_nor_png_is_refused(upload):
    with pytest.raises(NotALogo):
        read_logo(upload)


def test_a_file_of_one_byte_too_many_is_refused():
    with pytest.raises(LogoTooLarge):
        read_logo(png().ljust(MOST_BYTES + 1, b"\0"))

    assert read_logo(png().ljust(MOST_BYTES, b"\0"))


@pytest.mark.parametrize("size", [(4_000, 2_501), (20_000, 20_000)])
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_small_file_with_too_many_pixels_is_refused_unread(size):
    bomb = png(size=size, mode="1")

    assert len(bomb) < MOST_BYTES
    with pytest.raises(LogoHasTooManyPixels):
        read_logo(bomb)


def test_a_logo_of_one_row_too_few_is_refused():
    with pytest.raises(LogoTooSmall):
        read_logo(png(size=(400, 39)))

    assert read_logo(png(size=(400, 40)))


@settings(max_examples=150, deadline=None, database=None)
@given(st.data())
def test_a_damaged_png_is_read_or_refused_and_never_an_error(data):
    damaged = bytearray(with_metadata())
    for place in data.draw(st.lists(st.integers(8, min(len(damaged), 400) - 1), max_size=6)):
        damaged[place] = data.draw(st.integers(0, 255))

    with suppress(NotALogo, LogoHasTooManyPixels, LogoTooSmall):
        assert read_logo(bytes(damaged))
