"""Games, crafts and parties."""

from plein.demo.pictures.canvas import Canvas
from plein.demo.pictures.geometry import path
from plein.demo.pictures.tints import METAL, STEEL, WHITE


def board_game(c: Canvas) -> None:
    c.shadow(205, 186)
    with c.turned(-10, -84, 84):
        _die(c, 96, ((0, 0), (-46, -46), (46, 46), (46, -46), (-46, 46)), c.tint.main, WHITE)
    with c.turned(9, 112, 120):
        _die(c, 68, ((-26, -26), (0, 0), (26, 26)), WHITE, c.tint.dark)
    c.fill(
        path(
            (34, 30),
            ((70, -10), (66, -60), (64, -76)),
            ((100, -76), (110, -76), (134, -76)),
            ((132, -60), (128, -10), (164, 30)),
        ),
        c.tint.accent,
    )
    c.disc(99, -104, 50, c.tint.accent)


def birthday_box(c: Canvas) -> None:
    c.shadow(170, 204)
    for x, y, colour in ((-152, -116, c.tint.light), (158, -132, c.tint.accent)):
        c.stroke(
            path((x, y), ((x * 0.9, y + 110), (x * 0.5, y + 120), (x * 0.4, 20))), STEEL, width=5
        )
        c.oval(x, y, 52, 62, colour)
        c.fill([(x - 12, y + 72), (x + 12, y + 72), (x, y + 54)], colour)
        c.arc(x, y, 34, (190, 250), WHITE, width=9)
    c.box(-128, 26, 128, 204, c.tint.main, radius=14)
    c.box(-148, -22, 148, 44, c.tint.dark, radius=14)
    c.box(-24, -22, 24, 204, c.tint.accent)
    for side in (-1, 1):
        c.fill(
            path(
                (0, -22),
                ((side * 30, -110), (side * 120, -120), (side * 112, -60)),
                ((side * 104, -24), (side * 40, -20), (0, -22)),
            ),
            c.tint.accent,
        )
        c.fill(
            path(
                (side * 16, -34),
                ((side * 40, -84), (side * 92, -92), (side * 88, -58)),
                ((side * 82, -38), (side * 44, -34), (side * 16, -34)),
            ),
            c.tint.dark,
        )
    c.disc(0, -24, 22, c.tint.accent)


def crafts(c: Canvas) -> None:
    c.fill(
        path(
            (-10, -156),
            ((110, -166), (200, -90), (196, 6)),
            ((190, 70), (120, 30), (80, 66)),
            ((50, 100), (90, 150), (20, 166)),
            ((-110, 176), (-196, 90), (-196, 0)),
            ((-196, -90), (-110, -150), (-10, -156)),
        ),
        "#f1d6ad",
    )
    c.oval(28, 96, 30, 26, c.tint.halo)
    blobs = (
        (-118, -20, c.tint.main),
        (-70, -92, c.tint.accent),
        (18, -104, c.tint.dark),
        (104, -66, WHITE),
        (-104, 68, c.tint.light),
        (-30, 0, "#d9534a"),
    )
    for x, y, colour in blobs:
        c.disc(x, y, 33, colour)
    with c.turned(36, 120, 40):
        c.box(-13, -20, 13, 190, c.tint.dark, radius=12)
        c.box(-17, -66, 17, -10, METAL, radius=5)
        c.fill(
            path(
                (-17, -64), ((-34, -110), (-8, -130), (0, -160)), ((8, -130), (34, -110), (17, -64))
            ),
            c.tint.main,
        )


def building_blocks(c: Canvas) -> None:
    c.shadow(200, 184)
    for x, y, studs, colour in (
        (-96, 138, 3, c.tint.main),
        (104, 138, 3, c.tint.accent),
        (4, 46, 3, c.tint.light),
        (-62, -46, 2, c.tint.dark),
        (72, -46, 2, c.tint.main),
    ):
        wide = 32 * studs
        for stud in range(studs):
            middle = x + (stud - (studs - 1) / 2) * 58
            c.box(middle - 20, y - 64, middle + 20, y - 30, colour, radius=7)
        c.box(x - wide, y - 46, x + wide, y + 44, colour, radius=9)
        c.stroke([(x - wide + 18, y - 26), (x + wide - 18, y - 26)], WHITE, width=5)


def _die(
    c: Canvas, half: float, dots: tuple[tuple[float, float], ...], side: str, dot: str
) -> None:
    c.box(-half, -half, half, half, side, radius=half / 4)
    for x, y in dots:
        c.disc(x, y, half / 5.5, dot)


MOTIFS = (board_game, birthday_box, crafts, building_blocks)
