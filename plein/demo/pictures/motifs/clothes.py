"""Clothes and shoes, and what they are made with."""

from plein.demo.pictures.canvas import Canvas
from plein.demo.pictures.geometry import arc, mirrored, path
from plein.demo.pictures.tints import INK, METAL, STEEL, WHITE


def winter_coat(c: Canvas) -> None:
    c.shadow(130, 204)
    c.fill(
        mirrored([(50, -130), (112, -112), (196, 92), (140, 118), (104, 40)]),
        c.tint.dark,
        radius=22,
    )
    c.box(-112, -124, 112, 202, c.tint.main, radius=40)
    for y in (-34, 44, 122):
        c.stroke(path((-108, y), ((-50, y + 16), (50, y + 16), (108, y))), c.tint.dark, width=7)
    c.fill(
        path(
            (-86, -106),
            ((-110, -230), (110, -230), (86, -106)),
            ((50, -84), (-50, -84), (-86, -106)),
        ),
        c.tint.light,
    )
    c.fill(
        path(
            (-52, -112), ((-64, -196), (64, -196), (52, -112)), ((30, -98), (-30, -98), (-52, -112))
        ),
        c.tint.dark,
    )
    c.stroke([(0, -94), (0, 196)], WHITE, width=9)
    c.box(-11, -88, 11, -58, c.tint.accent, radius=6)
    for side in (-1, 1):
        c.stroke([(side * 46, 84), (side * 80, 66)], c.tint.light, width=12)


def sneakers(c: Canvas) -> None:
    c.shadow(210, 138)
    upper = path(
        (-188, 84),
        ((-202, 20), (-178, -40), (-184, -104)),
        ((-150, -122), (-128, -116), (-110, -94)),
        ((-90, -68), (-50, -72), (-20, -112)),
        ((26, -70), (72, -24), (138, 0)),
        ((196, 18), (216, 50), (204, 84)),
    )
    c.fill(upper, c.tint.main)
    c.fill(
        path((110, 84), ((112, 40), (126, 14), (146, 2)), ((200, 20), (214, 50), (204, 84))),
        c.tint.light,
    )
    c.fill(
        path(
            (-188, 84),
            ((-198, 30), (-184, -10), (-184, -60)),
            ((-136, -40), (-124, 30), (-130, 84)),
        ),
        c.tint.dark,
    )
    c.stroke(path((-96, 62), ((-60, 66), (0, 40), (34, -2))), c.tint.light, width=24)
    for x, top in ((-4, -94), (30, -64), (66, -38)):
        c.stroke([(x, top), (x - 26, top + 28)], WHITE, width=12)
    c.box(-200, 72, 212, 138, WHITE, radius=26)
    c.stroke([(-180, 116), (192, 116)], METAL, width=8)


def hiking_boots(c: Canvas) -> None:
    c.shadow(205, 190)
    upper = path(
        (-150, 150),
        ((-166, 60), (-140, -60), (-146, -164)),
        ((-90, -182), (-50, -182), (-6, -164)),
        ((-10, -60), (10, -10), (70, 16)),
        ((150, 40), (200, 60), (196, 150)),
    )
    c.fill(upper, c.tint.main)
    c.fill(
        path(
            (-148, -130),
            ((-90, -144), (-50, -144), (-5, -130)),
            ((-4, -150), (-4, -160), (-6, -176)),
            ((-60, -196), (-100, -194), (-146, -176)),
        ),
        c.tint.dark,
    )
    c.fill(
        path((96, 150), ((100, 90), (110, 50), (128, 34)), ((190, 56), (200, 90), (196, 150))),
        c.tint.dark,
    )
    c.fill(
        path(
            (-152, 150), ((-158, 110), (-152, 70), (-150, 40)), ((-100, 40), (-80, 100), (-80, 150))
        ),
        c.tint.dark,
    )
    for x, y in ((-22, -96), (-16, -48), (6, -8), (44, 16)):
        c.stroke([(x, y), (x - 62, y + 16)], c.tint.accent, width=13)
    c.fill([(-168, 138), (206, 138), (206, 176), (-168, 176)], INK, radius=14)
    for x in range(-144, 200, 48):
        c.box(x - 16, 166, x + 16, 192, INK, radius=5)


def rain_boots(c: Canvas) -> None:
    c.shadow(190, 190)
    for x, colour, sole in ((-92, c.tint.light, c.tint.main), (56, c.tint.main, c.tint.dark)):
        boot = path(
            (x - 62, -170),
            ((x - 20, -180), (x + 20, -180), (x + 58, -170)),
            ((x + 56, -60), (x + 50, 20), (x + 62, 70)),
            ((x + 110, 80), (x + 140, 110), (x + 136, 168)),
            ((x + 60, 172), (x - 20, 172), (x - 66, 168)),
            ((x - 58, 40), (x - 62, -60), (x - 62, -170)),
        )
        c.fill(boot, colour)
        c.box(x - 72, 158, x + 142, 190, sole, radius=14)
        c.box(x - 70, -184, x + 66, -146, sole, radius=12)
        c.stroke([(x - 34, -112), (x - 34, 60)], WHITE, width=9)


def hat_and_scarf(c: Canvas) -> None:
    c.disc(0, -172, 42, WHITE)
    c.fill([(-150, 18), *arc(0, -6, 150, 180, 360), (150, 18)], c.tint.main)
    for y, half in ((-92, 120), (-48, 142)):
        c.stroke([(-half, y), (half, y)], c.tint.light, width=15)
    c.box(-166, -14, 166, 48, c.tint.dark, radius=24)
    for x in range(-138, 150, 46):
        c.stroke([(x, 2), (x, 32)], c.tint.main, width=9)
    c.box(-150, 82, 150, 142, c.tint.accent, radius=30)
    c.box(52, 104, 122, 214, c.tint.accent, radius=8)
    for x in (66, 87, 108):
        c.stroke([(x, 208), (x, 228)], c.tint.accent, width=9)
    c.stroke([(58, 184), (116, 184)], WHITE, width=9)


def sewing_machine(c: Canvas) -> None:
    c.shadow(220, 176)
    c.stroke([(-110, -150), (-110, -186)], STEEL, width=10)
    c.box(-136, -206, -84, -160, c.tint.accent, radius=8)
    body = path(
        (-196, -150),
        ((-60, -160), (100, -160), (196, -150)),
        ((204, -60), (200, 40), (200, 124)),
        ((160, 124), (130, 124), (92, 124)),
        ((92, 60), (100, -30), (60, -36)),
        ((0, -40), (-60, -40), (-110, -40)),
        ((-112, -20), (-116, -10), (-120, 2)),
        ((-150, 2), (-170, 2), (-186, 2)),
        ((-194, -40), (-200, -100), (-196, -150)),
    )
    c.fill(body, c.tint.main)
    c.box(-218, 116, 214, 176, c.tint.dark, radius=18)
    c.stroke([(-152, 2), (-152, 92)], STEEL, width=12)
    c.stroke([(-178, 100), (-126, 100)], STEEL, width=11)
    c.box(-212, 104, 74, 122, WHITE, radius=5)
    c.disc(202, -84, 36, c.tint.dark)
    c.disc(146, -62, 24, c.tint.light)
    c.disc(146, 2, 16, c.tint.light)
    c.stroke([(-92, -96), (62, -96)], c.tint.light, width=12)


MOTIFS = (winter_coat, sneakers, hiking_boots, rain_boots, hat_and_scarf, sewing_machine)
