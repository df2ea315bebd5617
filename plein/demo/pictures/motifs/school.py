"""School: bags, books and pencils."""

from plein.demo.pictures.canvas import Canvas
from plein.demo.pictures.geometry import arc, path
from plein.demo.pictures.tints import CLOUD, INK, METAL, STEEL, WHITE


def backpack(c: Canvas) -> None:
    c.shadow(165, 200)
    c.arc(0, -168, 34, (180, 360), c.tint.dark, width=18)
    for side in (-1, 1):
        c.box(side * 142 - 34, 30, side * 142 + 34, 166, c.tint.dark, radius=30)
    c.box(-140, -178, 140, 200, c.tint.main, radius=110)
    c.fill([(-140, -40), (140, -40), *arc(0, -38, 140, 0, -180)], c.tint.main)
    c.stroke(path((-92, -40), ((-92, -160), (92, -160), (92, -40))), c.tint.light, width=10)
    c.box(-98, 28, 98, 168, c.tint.dark, radius=30)
    c.stroke([(-68, 66), (68, 66)], c.tint.light, width=10)
    c.stroke([(56, 66), (56, 96)], c.tint.accent, width=14)
    c.box(-34, -92, 34, -36, c.tint.accent, radius=14)


def books(c: Canvas) -> None:
    c.shadow(210, 186)
    stack = (
        (-190, 186, 176, c.tint.main),
        (-160, 198, 112, c.tint.accent),
        (-182, 160, 48, c.tint.dark),
    )
    for left, right, top, colour in stack:
        c.box(left, top - 54, right, top + 10, colour, radius=14)
        c.box(left + 40, top - 42, right + 1, top - 2, WHITE, radius=4)
        c.stroke([(left + 58, top - 22), (right - 14, top - 22)], CLOUD, width=6)
    with c.turned(-9, -6, -108):
        c.box(-74, -98, 74, 92, c.tint.light, radius=10)
        c.box(-74, -98, -48, 92, c.tint.main, radius=8)
        c.box(-22, -64, 50, -28, WHITE, radius=6)


def calculator(c: Canvas) -> None:
    c.shadow(140, 214)
    c.box(-138, -210, 138, 214, c.tint.dark, radius=34)
    c.box(-108, -178, 108, -96, c.tint.light, radius=14)
    for x in (20, 50, 80):
        c.stroke([(x, -152), (x, -122)], c.tint.dark, width=10)
    for row in range(4):
        key = WHITE if row else c.tint.light
        for column, colour in enumerate((key, key, key, c.tint.accent)):
            x, y = -81 + column * 54, -50 + row * 64
            c.box(x - 21, y - 22, x + 21, y + 22, colour, radius=10)


def school_supplies(c: Canvas) -> None:
    c.shadow(150, 206)
    _pencil(c, x=-66, turn=-13, colour=c.tint.accent)
    _pencil(c, x=66, turn=14, colour=c.tint.light)
    with c.turned(2, 8, -40):
        c.box(-26, -170, 26, 120, METAL, radius=6)
        for y in range(-150, 20, 26):
            c.stroke([(26, y), (12, y)], STEEL, width=5)
    _pencil(c, x=-22, turn=-3, colour=c.tint.dark)
    c.fill([(-118, 0), (118, 0), (98, 206), (-98, 206)], c.tint.main, radius=18)
    c.fill([(-112, 62), (112, 62), (106, 120), (-106, 120)], c.tint.light)


def globe(c: Canvas) -> None:
    c.shadow(130, 206)
    c.arc(10, -30, 176, (-58, 118), c.tint.dark, width=16)
    c.stroke([(0, 148), (0, 196)], c.tint.dark, width=20)
    c.box(-92, 184, 92, 208, c.tint.dark, radius=12)
    c.disc(-6, -30, 150, c.tint.light)
    c.fill(
        path(
            (-110, -110),
            ((-60, -170), (0, -176), (34, -150)),
            ((30, -100), (-40, -120), (-30, -60)),
            ((-20, -20), (-80, -10), (-120, -30)),
            ((-150, -60), (-130, -90), (-110, -110)),
        ),
        c.tint.main,
    )
    c.fill(
        path(
            (20, -40),
            ((60, -70), (120, -50), (128, -8)),
            ((120, 50), (60, 60), (50, 96)),
            ((10, 90), (20, 40), (10, 20)),
            ((0, 0), (0, -20), (20, -40)),
        ),
        c.tint.main,
    )
    c.fill(
        path((-96, 30), ((-60, 20), (-40, 50), (-62, 86)), ((-90, 80), (-104, 50), (-96, 30))),
        c.tint.main,
    )


def gym_clothes(c: Canvas) -> None:
    c.fill(
        [
            (-40, -170),
            (40, -170),
            (96, -150),
            (176, -66),
            (122, -22),
            (92, -54),
            (92, 70),
            (-92, 70),
            (-92, -54),
            (-122, -22),
            (-176, -66),
            (-96, -150),
        ],
        c.tint.light,
        radius=14,
    )
    c.fill(arc(0, -172, 42, 0, 180), c.tint.main)
    c.box(-92, -16, 92, 18, c.tint.main)
    c.fill(
        [(-104, 92), (104, 92), (126, 208), (18, 208), (0, 150), (-18, 208), (-126, 208)],
        c.tint.main,
        radius=12,
    )
    c.box(-104, 90, 104, 114, c.tint.dark, radius=8)
    c.stroke([(96, 128), (110, 192)], WHITE, width=9)
    c.stroke([(-96, 128), (-110, 192)], WHITE, width=9)


def _pencil(c: Canvas, *, x: float, turn: float, colour: str) -> None:
    with c.turned(turn, x, 20):
        c.fill([(-25, -146), (0, -206), (25, -146)], "#f3d9b4")
        c.fill([(-9, -184), (0, -206), (9, -184)], INK)
        c.box(-25, -148, 25, 90, colour)
        c.box(-8, -148, 8, 90, WHITE)


MOTIFS = (backpack, books, calculator, school_supplies, globe, gym_clothes)
