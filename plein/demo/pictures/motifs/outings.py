"""Days out: museum, zoo, cinema, train and library."""

from plein.demo.pictures.canvas import Canvas
from plein.demo.pictures.geometry import arc, curve, path, turned
from plein.demo.pictures.tints import CLOUD, INK, METAL, STEEL, WHITE


def museum(c: Canvas) -> None:
    c.shadow(225, 176)
    c.fill([(0, -176), (206, -62), (-206, -62)], c.tint.main, radius=14)
    c.disc(0, -104, 24, c.tint.light)
    c.box(-186, -66, 186, -32, c.tint.dark, radius=6)
    c.box(-160, -32, 160, 122, c.tint.light)
    c.fill([(-34, 122), (-34, 42), *arc(0, 42, 34, 180, 360), (34, 122)], c.tint.dark)
    for x in (-138, -76, 76, 138):
        c.box(x - 20, -32, x + 20, 122, WHITE)
        c.box(x - 27, -32, x + 27, -16, CLOUD, radius=4)
        c.box(x - 27, 108, x + 27, 124, CLOUD, radius=4)
    c.box(-190, 122, 190, 150, c.tint.main, radius=6)
    c.box(-216, 148, 216, 178, c.tint.dark, radius=6)


def zoo(c: Canvas) -> None:
    c.shadow(205, 186)
    c.stroke(path((-150, -10), ((-196, 10), (-190, 60), (-182, 90))), c.tint.main, width=15)
    for x, colour in (
        (-88, c.tint.dark),
        (62, c.tint.dark),
        (-128, c.tint.main),
        (22, c.tint.main),
    ):
        c.box(x - 30, 60, x + 30, 188, colour, radius=16)
        c.box(x - 30, 172, x + 30, 188, c.tint.light, radius=7)
    c.oval(-42, 20, 128, 104, c.tint.main)
    c.disc(88, -52, 88, c.tint.main)
    c.stroke(
        path((132, -20), ((178, 20), (150, 100), (170, 130)), ((186, 152), (214, 140), (210, 112))),
        c.tint.main,
        width=40,
    )
    c.fill(
        path((120, 18), ((130, 60), (160, 70), (184, 58)), ((160, 50), (150, 30), (150, 10))), WHITE
    )
    c.fill(
        path(
            (52, -112),
            ((0, -150), (-62, -120), (-66, -54)),
            ((-62, 14), (-6, 40), (34, 10)),
            ((66, -16), (66, -76), (52, -112)),
        ),
        c.tint.light,
    )
    c.disc(112, -72, 11, INK)


def theatre_ticket(c: Canvas) -> None:
    _ticket(c, turn=13, y=38, colour=c.tint.light, star=c.tint.main)
    _ticket(c, turn=-10, y=-22, colour=c.tint.main, star=c.tint.accent)


def cinema(c: Canvas) -> None:
    c.shadow(128, 206)
    puffs = ((-86, -84), (86, -86), (-30, -96), (36, -98), (-60, -134), (58, -136), (0, -150))
    for x, y in puffs:
        c.disc(x, y + 6, 46, METAL)
        c.disc(x, y, 44, WHITE)
    for x, y in puffs:
        c.disc(x + 12, y + 10, 10, CLOUD)
    c.fill([(-134, -76), (134, -76), (98, 206), (-98, 206)], WHITE)
    for left in (-134, -26.8, 80.4):
        right, shrink = left + 53.6, 98 / 134
        c.fill(
            [(left, -76), (right, -76), (right * shrink, 206), (left * shrink, 206)], c.tint.main
        )
    c.box(-142, -88, 142, -58, c.tint.dark, radius=10)
    c.oval(0, 62, 62, 48, c.tint.accent)


def train(c: Canvas) -> None:
    c.stroke([(-70, 160), (-150, 216)], STEEL, width=12)
    c.stroke([(70, 160), (150, 216)], STEEL, width=12)
    for y, half in ((176, 118), (204, 158)):
        c.stroke([(-half, y), (half, y)], METAL, width=14)
    c.box(-142, -196, 142, 164, c.tint.main, radius=74)
    c.box(-142, 30, 142, 164, c.tint.accent, radius=40)
    c.box(-142, 20, 142, 84, c.tint.accent)
    c.box(-110, -112, 110, 12, INK, radius=30)
    c.fill([(-86, 4), (-32, -104), (4, -104), (-50, 4)], "#41505f")
    c.box(-54, -170, 54, -136, INK, radius=12)
    c.stroke([(-30, -153), (30, -153)], c.tint.accent, width=9)
    for x in (-90, 90):
        c.disc(x, 92, 24, WHITE)
    c.box(-46, 132, 46, 168, INK, radius=12)


def library_card(c: Canvas) -> None:
    with c.turned(9, 30, 48):
        c.box(-172, -108, 172, 108, c.tint.dark, radius=24)
    with c.turned(-7, -8, -12):
        c.box(-188, -122, 188, 122, c.tint.main, radius=26)
        c.box(-188, 44, 188, 122, WHITE, radius=26)
        c.box(-188, 40, 188, 76, WHITE)
        for x, width in ((-150, 8), (-132, 4), (-116, 11), (-94, 5), (-78, 8), (-60, 4), (-42, 11)):
            c.box(x, 62, x + width, 104, INK)
        c.stroke([(28, 70), (146, 70)], METAL, width=11)
        c.stroke([(28, 98), (104, 98)], METAL, width=11)
        for side in (-1, 1):
            page = path((0, -74), ((side * 24, -92), (side * 62, -92), (side * 84, -84)))
            bottom = path((side * 84, 8), ((side * 62, 0), (side * 24, 0), (0, 18)))
            c.fill([*page, *bottom], WHITE)
            c.stroke(
                curve((side * 18, -56), (side * 34, -64), (side * 50, -64), (side * 66, -60)),
                c.tint.light,
                width=8,
            )
            c.stroke(
                curve((side * 18, -28), (side * 34, -36), (side * 50, -36), (side * 66, -32)),
                c.tint.light,
                width=8,
            )


def camping(c: Canvas) -> None:
    c.shadow(225, 160)
    c.disc(138, -130, 42, c.tint.accent)
    c.fill([(-30, -130), (60, -130), (216, 160), (60, 160)], c.tint.dark, radius=10)
    c.fill([(-30, -138), (-216, 162), (156, 162)], c.tint.main, radius=10)
    c.fill([(-30, -60), (-104, 162), (44, 162)], c.tint.dark)
    c.fill([(-30, -60), (-104, 162), (-62, 162)], c.tint.light)
    c.stroke([(-30, -138), (-30, -158)], INK, width=9)


def nature_walk(c: Canvas) -> None:
    c.shadow(215, 180)
    for x, top, half, colour in (
        (-120, -96, 84, c.tint.dark),
        (124, -60, 76, c.tint.dark),
        (0, -176, 106, c.tint.main),
    ):
        c.box(x - 13, 100, x + 13, 182, "#8a6748")
        for level in range(3):
            y, wide = top + level * 62, half * (0.58 + 0.21 * level)
            c.fill([(x, y), (x + wide, y + 118), (x - wide, y + 118)], colour, radius=16)
    c.stroke(path((-200, 184), ((-90, 164), (80, 204), (205, 180))), c.tint.light, width=16)


def _ticket(c: Canvas, *, turn: float, y: float, colour: str, star: str) -> None:
    with c.turned(turn, 0, y):
        left = [(-212, 92), *arc(-212, 0, 30, 90, -90), (-212, -92)]
        right = [(212, -92), *arc(212, 0, 30, 270, 90), (212, 92)]
        c.fill([*left, *right], colour)
        for dot in range(-72, 90, 24):
            c.disc(104, dot, 5, WHITE)
        points = [turned([(0, -56 if tip % 2 == 0 else -24)], tip * 36)[0] for tip in range(10)]
        c.fill([(x - 52, py + 4) for x, py in points], star, radius=6)
        for line in (-34, 0, 34):
            c.stroke([(140, line), (164, line)], WHITE, width=9)


MOTIFS = (museum, zoo, theatre_ticket, cinema, train, library_card, camping, nature_walk)
