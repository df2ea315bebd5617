"""A warm house and a low bill."""

from plein.demo.pictures.canvas import Canvas
from plein.demo.pictures.geometry import arc, path, turned
from plein.demo.pictures.tints import CLOUD, INK, METAL, STEEL, WHITE


def led_lamp(c: Canvas) -> None:
    for turn in range(-100, 101, 40):
        start, end = turned([(0, -172), (0, -212)], turn)
        c.stroke([(start[0], start[1] - 36), (end[0], end[1] - 36)], c.tint.accent, width=15)
    c.fill([*arc(0, -36, 132, 140, 400), (58, 100), (-58, 100)], c.tint.light)
    c.arc(0, -36, 96, (185, 260), WHITE, width=16)
    c.stroke([(-34, 92), (-34, 24), (0, -6), (34, 24), (34, 92)], WHITE, width=11)
    c.box(-64, 92, 64, 128, c.tint.main, radius=10)
    c.box(-54, 128, 54, 156, METAL, radius=8)
    c.box(-54, 160, 54, 184, STEEL, radius=8)
    c.box(-28, 182, 28, 208, INK, radius=10)


def radiator_foil(c: Canvas) -> None:
    c.box(-206, -164, 206, 96, METAL, radius=12)
    for x in range(-180, 200, 60):
        c.stroke([(x - 40, -150), (x + 12, -98)], WHITE, width=6)
    c.shadow(200, 186)
    for x in (-130, 130):
        c.box(x - 10, 140, x + 10, 186, STEEL, radius=4)
    c.stroke([(-160, -74), (160, -74)], c.tint.dark, width=22)
    c.stroke([(-160, 116), (190, 116)], c.tint.dark, width=22)
    for x in range(-144, 150, 48):
        c.box(x - 20, -110, x + 20, 152, c.tint.main, radius=20)
        c.stroke([(x - 6, -84), (x - 6, 112)], c.tint.light, width=6)
    c.box(180, 88, 222, 144, c.tint.accent, radius=12)


def draught_strip(c: Canvas) -> None:
    c.box(-142, -216, 82, 186, c.tint.dark, radius=10)
    c.box(-122, -196, 62, 186, c.tint.main, radius=4)
    for top, bottom in ((-166, -30), (2, 116)):
        c.box(-92, top, 32, bottom, c.tint.light, radius=8)
    c.disc(40, -8, 12, c.tint.accent)
    c.box(-132, 142, 72, 170, METAL, radius=5)
    for x in range(-124, 72, 14):
        c.stroke([(x, 172), (x, 190)], STEEL, width=7)
    for y, far in ((66, 206), (112, 226), (158, 200)):
        tail = path(
            (118, y),
            ((150, y - 16), (174, y + 16), (far - 12, y)),
            ((far + 12, y - 12), (far + 2, y - 40), (far - 22, y - 30)),
        )
        c.stroke(tail, c.tint.accent, width=12)


def washing_machine(c: Canvas) -> None:
    c.shadow(175, 202)
    c.box(-168, -200, 168, 202, METAL, radius=24)
    c.box(-168, -200, 168, 192, WHITE, radius=24)
    c.box(-168, -126, 168, -116, CLOUD)
    c.box(-140, -178, -48, -146, c.tint.light, radius=8)
    c.disc(30, -162, 20, c.tint.main)
    for x in (92, 130):
        c.disc(x, -162, 11, c.tint.accent)
    c.disc(0, 40, 124, METAL)
    c.disc(0, 40, 100, INK)
    c.fill(
        [*arc(0, 40, 86, 8, 172), *path((-85, 52), ((-40, 14), (30, 84), (85, 52)))], c.tint.main
    )
    c.arc(0, 40, 76, (200, 260), c.tint.light, width=13)
    for x, y in ((-22, 74), (30, 92)):
        c.disc(x, y, 11, c.tint.light)


def fridge(c: Canvas) -> None:
    c.shadow(130, 214)
    for x in (-82, 82):
        c.box(x - 16, 200, x + 16, 216, INK, radius=5)
    c.box(-124, -220, 124, 206, c.tint.main, radius=24)
    c.box(-108, -204, 108, -62, c.tint.light, radius=14)
    c.box(-108, -44, 108, 190, c.tint.light, radius=14)
    for top, bottom in ((-150, -92), (-16, 70)):
        c.stroke([(-80, top), (-80, bottom)], c.tint.dark, width=15)
    c.box(16, -174, 84, -120, WHITE, radius=8)
    c.stroke([(32, -147), (68, -147)], c.tint.main, width=9)
    c.disc(52, 6, 22, c.tint.accent)
    c.box(-4, 42, 74, 112, WHITE, radius=6)


def thermostat(c: Canvas) -> None:
    c.disc(0, 8, 186, METAL)
    c.disc(0, 0, 186, WHITE)
    c.arc(0, 0, 142, (140, 400), CLOUD, width=30)
    c.arc(0, 0, 142, (140, 300), c.tint.accent, width=30)
    knob = arc(0, 0, 142, 300, 303)[0]
    c.disc(*knob, 26, c.tint.main)
    c.fill(
        path(
            (0, -84),
            ((44, -34), (56, 0), (56, 26)),
            ((56, 86), (-56, 86), (-56, 26)),
            ((-56, 0), (-30, -6), (0, -84)),
        ),
        c.tint.main,
    )
    c.fill(
        path(
            (4, -10),
            ((26, 20), (30, 34), (26, 48)),
            ((18, 72), (-24, 70), (-26, 42)),
            ((-26, 24), (-8, 22), (4, -10)),
        ),
        c.tint.light,
    )


def power_strip(c: Canvas) -> None:
    c.stroke(path((-225, 120), ((-150, 130), (-210, 10), (-150, 0))), INK, width=15)
    c.box(-168, -76, 200, 84, METAL, radius=44)
    c.box(-168, -82, 200, 74, WHITE, radius=44)
    for x in (-104, 4):
        c.disc(x, -4, 48, CLOUD)
        for side in (-1, 1):
            c.disc(x + side * 18, -4, 9, INK)
    c.box(80, -40, 164, 32, c.tint.main, radius=16)
    c.stroke([(122, -22), (122, -2)], WHITE, width=9)
    c.arc(122, -2, 18, (-50, 230), WHITE, width=7)


def blanket(c: Canvas) -> None:
    c.shadow(200, 150)
    for level, colour in enumerate((c.tint.dark, c.tint.main, c.tint.light)):
        y = 96 - level * 80
        c.box(-186 + level * 8, y - 34, 186 - level * 8, y + 50, colour, radius=38)
        c.stroke([(-120, y + 8), (150 - level * 8, y + 8)], c.tint.page, width=5)
    for x in range(-150, 160, 25):
        c.stroke([(x, -24), (x, -6)], c.tint.accent, width=7)
    c.stroke([(-150, -34), (150, -34)], c.tint.accent, width=13)


MOTIFS = (
    led_lamp,
    radiator_foil,
    draught_strip,
    washing_machine,
    fridge,
    thermostat,
    power_strip,
    blanket,
)
