"""Sport: balls, shoes, swimming and the gym."""

from plein.demo.pictures.canvas import Canvas
from plein.demo.pictures.geometry import arc, box, curve, mirrored, path, turned
from plein.demo.pictures.tints import CLOUD, INK, METAL, STEEL, WHITE


def football(c: Canvas) -> None:
    c.shadow(140)
    c.disc(0, 20, 170, METAL)
    c.disc(-6, 13, 160, WHITE)
    for turn in range(0, 360, 72):
        with c.turned(turn, 0, 20):
            c.stroke([(0, -60), (0, -112)], c.tint.dark, width=9)
            c.stroke([(50, -132), *turned([(-50, -132)], 72)], c.tint.dark, width=9)
            c.fill([(0, -108), (50, -132), *arc(0, 0, 170, -70, -110), (-50, -132)], c.tint.dark)
    with c.turned(0, 0, 20):
        c.fill([turned([(0, -66)], turn)[0] for turn in range(0, 360, 72)], c.tint.dark)


def football_boots(c: Canvas) -> None:
    c.shadow(200, 178)
    for x in (-150, -95, 60, 110, 160):
        c.fill([(x - 18, 110), (x + 18, 110), (x + 11, 160), (x - 11, 160)], INK, radius=8)
    _low_shoe(c, c.tint.main)
    c.fill(
        path(
            (-195, 92),
            ((-60, 120), (80, 104), (205, 96)),
            ((212, 128), (150, 128), (60, 128)),
            ((-40, 128), (-195, 140), (-195, 92)),
        ),
        INK,
    )
    for x in (-70, -25, 20):
        c.stroke([(x, 78), (x + 34, 4)], WHITE, width=15)


def swim_goggles(c: Canvas) -> None:
    c.stroke(path((-195, -10), ((-190, -190), (190, -190), (195, -10))), c.tint.dark, width=26)
    c.stroke(path((-40, 10), ((-20, -26), (20, -26), (40, 10))), c.tint.dark, width=22)
    for x in (-112, 112):
        c.fill(box(x - 98, -62, x + 98, 78), c.tint.main, radius=86)
        c.fill(box(x - 72, -38, x + 72, 54), c.tint.light, radius=60)
        c.stroke([(x - 32, 26), (x + 8, -18)], WHITE, width=12)
        c.stroke([(x + 4, 30), (x + 26, 6)], WHITE, width=12)
    c.stroke(_wave(-165, 134, 3), c.tint.shade)
    c.stroke(_wave(-110, 176, 2), c.tint.shade)


def swimming_lesson(c: Canvas) -> None:
    c.ring(0, -30, 108, WHITE, width=74)
    for start in (20, 110, 200, 290):
        c.band(0, -30, 108, (start, start + 50), c.tint.accent, width=74)
    c.ring(0, -30, 146, METAL, width=7)
    c.fill(_sea(70), c.tint.main)
    c.stroke(_wave(-165, 128, 3), c.tint.light)
    c.stroke(_wave(-110, 172, 2), c.tint.light)


def sports_bag(c: Canvas) -> None:
    c.shadow(210, 162)
    c.stroke(path((-95, -20), ((-95, -170), (95, -170), (95, -20))), c.tint.dark, width=22)
    c.box(-210, -62, 210, 160, c.tint.main, radius=84)
    for side in (-1, 1):
        c.fill(
            [(side * x, y) for x, y in ((118, -62), (150, -62), (150, 160), (118, 160))],
            c.tint.dark,
        )
    c.box(-78, 42, 78, 130, c.tint.light, radius=18)
    c.stroke([(-52, 68), (52, 68)], c.tint.main, width=8)
    c.stroke([(-88, -22), (88, -22)], WHITE, width=8)
    c.box(60, -34, 88, -10, c.tint.accent, radius=8)


def judo_suit(c: Canvas) -> None:
    half = [(34, -178), (112, -150), (216, -34), (160, 22), (112, -28), (118, 180)]
    c.shadow(150, 190)
    c.fill(mirrored(half), METAL, radius=18)
    c.fill(
        mirrored([(30, -182), (108, -155), (208, -38), (160, 12), (104, -44), (110, 172)]),
        WHITE,
        radius=18,
    )
    c.fill([(-40, -186), (40, -186), (0, -70)], c.tint.shade)
    c.stroke([(44, -176), (-42, 66)], CLOUD, width=30)
    c.stroke([(-44, -176), (42, 66)], CLOUD, width=30)
    c.stroke([(-104, 66), (104, 66)], c.tint.main, width=32)
    c.stroke([(0, 72), (-40, 142)], c.tint.dark, width=24)
    c.stroke([(0, 72), (40, 142)], c.tint.dark, width=24)
    c.box(-26, 44, 26, 90, c.tint.main, radius=12)


def gymnastics(c: Canvas) -> None:
    for x in (-98, 98):
        c.stroke([(x, -380), (x, -40)], c.tint.dark, width=18)
        c.box(x - 17, -92, x + 17, -42, c.tint.main, radius=6)
        c.ring(x, 28, 68, c.tint.accent, width=24)
    c.fill([(-190, 150), (190, 150), (222, 196), (-222, 196)], c.tint.light, radius=8)
    c.box(-222, 190, 222, 216, c.tint.main, radius=10)


def dance_lesson(c: Canvas) -> None:
    c.arc(0, -186, 20, (150, 400), STEEL, width=9)
    c.stroke([(0, -158), (-92, -112)], STEEL, width=9)
    c.stroke([(0, -158), (92, -112)], STEEL, width=9)
    for wide, top, colour in (
        (205, 168, c.tint.light),
        (178, 136, c.tint.main),
        (146, 106, c.tint.light),
    ):
        c.fill([(-44, 6), (44, 6), (wide, top), (-wide, top)], colour, radius=10)
        for step in range(-3, 4):
            c.disc(step * wide * 0.283, top, wide * 0.152, colour)
    c.fill(
        mirrored([(20, -70), (56, -116), (72, -116), (66, -40), (46, 10)]), c.tint.main, radius=10
    )
    c.stroke([(-44, 8), (44, 8)], c.tint.accent, width=20)


def fitness(c: Canvas) -> None:
    c.shadow(220, 120)
    c.stroke([(-190, 20), (190, 20)], STEEL, width=30)
    for side in (-1, 1):
        for x, high, colour in ((118, 100, c.tint.main), (168, 70, c.tint.dark)):
            c.box(side * x - 23, 20 - high, side * x + 23, 20 + high, colour, radius=16)
        c.box(side * 207 - 12, -4, side * 207 + 12, 44, STEEL, radius=8)
        c.stroke([(side * 118 - 8, -48), (side * 118 - 8, 10)], c.tint.light, width=9)
    c.stroke([(-58, 20), (58, 20)], INK, width=30)


def tennis(c: Canvas) -> None:
    with c.turned(35, -30, -20):
        c.box(-17, 90, 17, 245, c.tint.dark, radius=14)
        c.fill([(-66, 60), (66, 60), (17, 128), (-17, 128)], c.tint.main, radius=8)
        c.fill(
            path(
                (0, -190),
                ((150, -190), (150, 105), (0, 105)),
                ((-150, 105), (-150, -190), (0, -190)),
            ),
            c.tint.main,
        )
        c.fill(
            path(
                (0, -164), ((122, -164), (122, 80), (0, 80)), ((-122, 80), (-122, -164), (0, -164))
            ),
            WHITE,
        )
        for x, half in ((-60, 92), (-30, 114), (0, 120), (30, 114), (60, 92)):
            c.stroke([(x, -42 - half), (x, -42 + half)], METAL, width=5)
        for y, half in ((-126, 62), (-84, 84), (-42, 90), (0, 84), (42, 62)):
            c.stroke([(-half, y), (half, y)], METAL, width=5)
    c.disc(135, 130, 52, c.tint.accent)
    c.stroke(curve((96, 112), (120, 128), (122, 150), (112, 172)), WHITE, width=8)
    c.stroke(curve((160, 92), (148, 110), (152, 132), (174, 146)), WHITE, width=8)


def _low_shoe(c: Canvas, colour: str) -> None:
    upper = path(
        (-190, 105),
        ((-206, 40), (-182, -10), (-186, -66)),
        ((-150, -84), (-128, -78), (-112, -56)),
        ((-92, -30), (-52, -34), (-22, -72)),
        ((20, -40), (70, 0), (140, 22)),
        ((196, 38), (216, 66), (206, 105)),
    )
    c.fill(upper, colour)
    c.fill(
        path(
            (-190, -66),
            ((-150, -84), (-128, -78), (-112, -56)),
            ((-92, -30), (-52, -34), (-22, -72)),
            ((-60, -6), (-150, -6), (-188, -40)),
        ),
        c.tint.dark,
    )
    for x, y in ((-6, -52), (26, -28), (60, -8)):
        c.stroke([(x, y + 2), (x - 24, y + 26)], WHITE, width=10)


def _wave(x: float, y: float, tops: int) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for top in range(tops):
        left = x + top * 110
        points += curve((left, y), (left + 28, y - 34), (left + 82, y + 34), (left + 110, y))
    return points


def _sea(y: float) -> list[tuple[float, float]]:
    """Water that ends where the halo ends."""
    return [*_wave(-220, y, 4), *arc(0, 0, 245, 18, 162)]


MOTIFS = (
    football,
    football_boots,
    swim_goggles,
    swimming_lesson,
    sports_bag,
    judo_suit,
    gymnastics,
    dance_lesson,
    fitness,
    tennis,
)
