"""A photo is drawn anew: what else came along in the file stays behind."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from plein.kernel.photos import MOST_BYTES, NotAPhoto, PhotoTooLarge
from plein.webshop.photos import read_photo

SECRET = b"thuis bij Noor"


def photo(size=(1200, 900), kind="JPEG", mode="RGB", **extra) -> bytes:
    out = BytesIO()
    Image.new(mode, size, 128).save(out, kind, **extra)
    return out.getvalue()


def with_metadata(kind: str) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()  # ImageDescription
    if kind != "PNG":
        return photo(kind=kind, exif=exif, icc_profile=SECRET, xmp=SECRET)
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    return photo(kind=kind, exif=exif, pnginfo=texts)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_becomes_a_small_webp_without_what_came_along(kind):
    upload = with_metadata(kind)

    drawn = read_photo(upload)

    assert SECRET in upload
    assert SECRET not in drawn
    with Image.open(BytesIO(drawn)) as image:
        assert (image.format, image.size) == ("WEBP", (960, 720))
        assert not image.getexif()


def test_a_photo_that_was_taken_sideways_is_put_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # Orientation: turn a quarter

    with Image.open(BytesIO(read_photo(photo(size=(400, 200), exif=exif)))) as image:
        assert image.size == (200, 400)


def test_a_small_photo_is_not_blown_up():
    with Image.open(BytesIO(read_photo(photo(size=(40, 30))))) as image:
        assert image.size == (40, 30)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_photos_in_other_colours_are_read(mode):
    assert read_photo(photo(size=(40, 30), mode=mode))


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA", "I;16", "1"])
def test_pictures_with_a_palette_or_see_through_are_read(mode):
    assert read_photo(photo(size=(40, 30), kind="PNG", mode=mode))


def test_what_hangs_behind_a_photo_is_left_out():
    script = b"<script>alert(1)</script>PK\x03\x04"

    drawn = read_photo(photo() + script)

    assert script not in drawn


@pytest.mark.parametrize(
    "upload",
    [
        b"",
        b"zomaar wat",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7",
        b"GIF89a" + bytes(100),
        b"\xff\xd8\xff\xe0" + bytes(100),
        photo()[:-1000],
        photo(kind="PNG")[:300],
        photo(kind="GIF", mode="P"),
        photo(kind="TIFF"),
    ],
)
def test_what_is_not_a_photo_we_know_is_refused(upload):
    with pytest.raises(NotAPhoto):
        read_photo(upload)


def test_a_file_of_one_byte_too_many_is_refused():
    with pytest.raises(PhotoTooLarge):
        read_photo(photo().ljust(MOST_BYTES + 1, b"\0"))

    assert read_photo(photo().ljust(MOST_BYTES, b"\0"))


@pytest.mark.parametrize("size", [(8_000, 5_001), (20_000, 20_000)])
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_small_file_with_too_many_pixels_is_refused_unread(size):
    bomb = photo(size=size, kind="PNG", mode="1")

    assert len(bomb) < 100_000
    with pytest.raises(PhotoTooLarge):
        read_photo(bomb)


WHOLE = [with_metadata(kind) for kind in ("JPEG", "PNG", "WEBP")]


@settings(max_examples=150, deadline=None, database=None)
@given(st.sampled_from(WHOLE), st.data())
def test_a_damaged_photo_is_read_or_refused_and_never_an_error(whole, data):
    damaged = bytearray(whole)
    for place in data.draw(st.lists(st.integers(0, min(len(whole), 400) - 1), max_size=6)):
        damaged[place] = data.draw(st.integers(0, 255))

    with suppress(NotAPhoto, PhotoTooLarge):
        assert read_photo(bytes(damaged))
