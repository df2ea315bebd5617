"""Bicycles and what goes with them."""

from plein.demo.pictures.canvas import Canvas
from plein.demo.pictures.geometry import curve, path, turned
from plein.demo.pictures.tints import CLOUD, INK, METAL, STEEL


def city_bike(c: Canvas) -> None:
    c.shadow(235, 186)
    for x in (-132, 132):
        _wheel(c, x, 84, 98)
    c.stroke([(-132, 84), (-46, -44)], c.tint.main, width=12)
    c.stroke([(-132, 84), (-14, 90)], c.tint.main, width=12)
    c.stroke([(-58, -84), (-14, 90)], c.tint.main, width=17)
    c.stroke(path((-14, 90), ((60, 84), (70, 20), (92, -76))), c.tint.main, width=17)
    c.stroke(path((-40, -10), ((20, 0), (60, -20), (86, -50))), c.tint.main, width=13)
    c.stroke([(84, -104), (132, 84)], c.tint.dark, width=14)
    c.stroke(path((86, -100), ((76, -150), (70, -166), (24, -160))), STEEL, width=13)
    c.stroke([(40, -161), (16, -159)], INK, width=18)
    c.arc(-132, 84, 116, (188, 330), c.tint.dark, width=12)
    c.arc(132, 84, 116, (205, 320), c.tint.dark, width=12)
    c.stroke([(-186, -36), (-60, -36)], STEEL, width=11)
    c.fill(
        path(
            (-104, -92),
            ((-90, -112), (-30, -108), (-12, -94)),
            ((-30, -78), (-84, -72), (-104, -92)),
        ),
        INK,
    )
    c.fill([(104, -118), (196, -118), (182, -52), (116, -52)], c.tint.accent, radius=10)
    c.disc(-14, 90, 24, c.tint.dark)
    c.stroke([(-14, 90), (10, 132)], STEEL, width=10)
    c.stroke([(-6, 134), (28, 130)], INK, width=13)


def kids_bike(c: Canvas) -> None:
    c.shadow(205, 186)
    c.stroke([(-120, 100), (-176, -150)], STEEL, width=7)
    c.fill([(-176, -152), (-106, -132), (-166, -100)], c.tint.accent)
    for x in (-112, 118):
        _wheel(c, x, 106, 76)
    c.stroke([(-112, 106), (-58, 30)], c.tint.main, width=17)
    c.stroke([(-112, 106), (-6, 108)], c.tint.main, width=17)
    c.stroke([(-66, -22), (-6, 108)], c.tint.main, width=22)
    c.stroke([(-6, 108), (80, -24)], c.tint.main, width=22)
    c.stroke([(-46, 26), (78, -34)], c.tint.main, width=20)
    c.stroke([(70, -62), (118, 106)], c.tint.dark, width=18)
    c.stroke([(70, -60), (58, -112), (20, -124)], STEEL, width=14)
    c.stroke([(36, -120), (8, -127)], c.tint.accent, width=22)
    c.disc(66, -122, 15, c.tint.accent)
    c.fill(
        path(
            (-114, -40),
            ((-100, -62), (-40, -58), (-22, -44)),
            ((-44, -26), (-94, -20), (-114, -40)),
        ),
        INK,
    )
    c.disc(-6, 108, 26, c.tint.accent)
    c.stroke([(-6, 108), (18, 142)], STEEL, width=10)
    c.stroke([(2, 146), (36, 142)], INK, width=14)
    c.ring(-74, 158, 20, INK, width=12)


def scooter(c: Canvas) -> None:
    c.shadow(200, 190)
    c.stroke([(72, -176), (128, 128)], c.tint.main, width=20)
    c.stroke([(26, -160), (118, -184)], INK, width=22)
    c.stroke(path((128, 112), ((100, 140), (40, 138), (-120, 138))), c.tint.dark, width=26)
    c.stroke([(-90, 132), (40, 132)], c.tint.accent, width=11)
    c.arc(-148, 142, 62, (205, 310), c.tint.main, width=14)
    for x in (-148, 146):
        _wheel(c, x, 146, 40)


def bike_helmet(c: Canvas) -> None:
    c.stroke(path((-96, 70), ((-60, 130), (-20, 170), (10, 190))), INK, width=12)
    c.stroke(path((104, 70), ((80, 130), (40, 170), (10, 190))), INK, width=12)
    c.box(-6, 176, 26, 204, INK, radius=8)
    c.fill(
        path(
            (-196, 76),
            ((-206, -120), (-60, -178), (30, -170)),
            ((150, -160), (212, -60), (206, 60)),
            ((150, 96), (-120, 100), (-196, 76)),
        ),
        c.tint.main,
    )
    for start, pull, push, end in (
        ((-140, 20), (-136, -50), (-96, -104), (-46, -124)),
        ((-50, 26), (-48, -50), (-22, -104), (20, -128)),
        ((48, 26), (50, -40), (66, -90), (88, -116)),
        ((132, 22), (136, -20), (138, -48), (144, -72)),
    ):
        c.stroke(curve(start, pull, push, end), c.tint.dark, width=30)
    c.stroke(path((-190, 72), ((-110, 96), (140, 92), (202, 58))), c.tint.accent, width=18)


def _wheel(c: Canvas, x: float, y: float, radius: float) -> None:
    for turn in range(0, 180, 30):
        outer = turned([(0, radius)], turn)[0]
        c.stroke([(x - outer[0], y - outer[1]), (x + outer[0], y + outer[1])], METAL, width=4)
    c.ring(x, y, radius - 8, INK, width=16)
    c.ring(x, y, radius - 19, CLOUD, width=6)
    c.disc(x, y, 13, STEEL)


MOTIFS = (city_bike, kids_bike, scooter, bike_helmet)
