"""Music: lessons and instruments."""

from plein.demo.pictures.canvas import Canvas
from plein.demo.pictures.geometry import path
from plein.demo.pictures.tints import CLOUD, INK, STEEL, WHITE


def music_lesson(c: Canvas) -> None:
    for y in (-96, -48, 0, 48, 96):
        c.stroke(
            path((-225, y + 14), ((-80, y - 40), (80, y + 50), (225, y - 14))),
            c.tint.shade,
            width=8,
        )
    c.fill([(-76, -150), (134, -196), (134, -132), (-76, -86)], c.tint.main, radius=8)
    for x, top, y in ((-64, -120, 128), (122, -160, 86)):
        c.stroke([(x, top), (x, y)], c.tint.main, width=24)
        with c.turned(-20, x - 48, y + 4):
            c.oval(0, 0, 66, 50, c.tint.main)


def guitar(c: Canvas) -> None:
    with c.turned(38, -46, 56):
        c.box(-16, -300, 16, -60, c.tint.dark, radius=4)
        c.box(-30, -322, 30, -252, c.tint.dark, radius=12)
        for y in (-306, -286, -266):
            for side in (-1, 1):
                c.disc(side * 37, y, 8, STEEL)
        half = path(
            (0, -92),
            ((104, -96), (104, -36), (84, 0)),
            ((84, 20), (130, 30), (122, 92)),
            ((116, 150), (50, 160), (0, 160)),
        )
        c.fill([*half, *((-x, y) for x, y in reversed(half))], c.tint.accent)
        c.disc(0, -4, 44, INK)
        c.ring(0, -4, 50, WHITE, width=6)
        c.box(-48, 82, 48, 104, c.tint.dark, radius=8)
        for x in (-9, 0, 9):
            c.stroke([(x, -290), (x, 92)], CLOUD, width=3)


def keyboard(c: Canvas) -> None:
    c.shadow(225, 124)
    c.box(-224, -112, 224, 124, c.tint.dark, radius=26)
    for x in (-180, -138):
        c.disc(x, -76, 14, c.tint.accent)
    c.box(-84, -96, 84, -56, c.tint.light, radius=8)
    for x in (138, 180):
        c.disc(x, -76, 14, STEEL)
    for key in range(9):
        left = -204 + key * 45.6
        c.box(left, -34, left + 42, 104, WHITE, radius=7)
    for key in (0, 1, 3, 4, 5, 7):
        centre = -204 + key * 45.6 + 43.8
        c.box(centre - 14, -34, centre + 14, 42, INK, radius=5)


def drums(c: Canvas) -> None:
    c.shadow(180, 180)
    for side in (-1, 1):
        c.stroke([(side * 120, 40), (side * 166, 180)], STEEL, width=12)
    c.fill(
        [
            (-160, -70),
            (160, -70),
            (160, 90),
            *path((160, 90), ((110, 146), (-110, 146), (-160, 90))),
        ],
        c.tint.main,
    )
    for x in (-120, -60, 0, 60, 120):
        c.stroke([(x, -20), (x, 96 + (30 - abs(x) / 4.5))], c.tint.light, width=9)
    c.stroke(path((-160, 84), ((-110, 142), (110, 142), (160, 84))), c.tint.dark, width=16)
    c.oval(0, -70, 164, 52, c.tint.dark)
    c.oval(0, -74, 148, 42, WHITE)
    c.stroke([(-186, -176), (-28, -84)], c.tint.accent, width=15)
    c.stroke([(186, -190), (44, -92)], c.tint.accent, width=15)
    c.disc(-28, -84, 14, c.tint.accent)
    c.disc(44, -92, 14, c.tint.accent)


MOTIFS = (music_lesson, guitar, keyboard, drums)
