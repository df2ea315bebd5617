from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from plein.demo.pictures import MOTIFS, draw
from plein.demo.pictures.tints import TINTS


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_motif_is_drawn_as_a_small_webp_with_something_on_it(motif):
    picture = draw(motif)

    image = Image.open(BytesIO(picture))
    assert (image.format, image.size) == ("WEBP", (960, 720))
    assert len(picture) < 40_000
    assert len(image.getcolors(maxcolors=960 * 720) or []) > 20


def test_a_picture_is_the_same_every_time():
    assert draw("zoo", tint=2) == draw("zoo", tint=2)


def test_every_motif_and_every_tint_looks_different():
    drawn = [draw(motif) for motif in MOTIFS]
    tinted = [draw("zoo", tint=tint) for tint in range(1, len(TINTS))]

    assert len({sha256(picture).digest() for picture in drawn + tinted}) == len(drawn + tinted)


def test_tints_go_round_and_round():
    assert draw("zoo", tint=len(TINTS) + 1) == draw("zoo", tint=1)


def test_an_object_stays_in_the_middle_that_every_card_shows():
    page = TINTS[0].page

    corners = [Image.open(BytesIO(draw(motif))).getpixel((40, 360)) for motif in MOTIFS]

    wanted = tuple(int(page[i : i + 2], 16) for i in (1, 3, 5))
    for corner in corners:
        assert all(abs(seen - want) <= 2 for seen, want in zip(corner, wanted, strict=True))
