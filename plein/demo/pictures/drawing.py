"""From the name of a motif to the bytes of a picture."""

from io import BytesIO

from PIL import Image

from plein.demo.pictures.canvas import SAMPLES, Canvas
from plein.demo.pictures.motifs import (
    clothes,
    computers,
    home,
    music,
    outings,
    play,
    school,
    sport,
    wheels,
)
from plein.demo.pictures.tints import TINTS

MOTIFS = {
    motif.__name__: motif
    for shelf in (sport, school, outings, music, wheels, play, clothes, home, computers)
    for motif in shelf.MOTIFS
}


def draw(motif: str, *, tint: int = 0) -> bytes:
    """A WebP picture of 960 by 720; `tint` picks one of the colour families, round and round."""
    canvas = Canvas(TINTS[tint % len(TINTS)])
    MOTIFS[motif](canvas)
    return _encoded(canvas.image)


def _encoded(image: Image.Image) -> bytes:
    file = BytesIO()
    image.reduce(SAMPLES).save(file, "WEBP", quality=88, method=4)
    return file.getvalue()
