"""Computers, printers and learning to use them."""

from plein.demo.pictures.canvas import Canvas
from plein.demo.pictures.tints import CLOUD, INK, METAL, STEEL, WHITE


def laptop(c: Canvas) -> None:
    c.shadow(235, 150)
    c.box(-178, -160, 178, 110, INK, radius=22)
    c.box(-156, -138, 156, 92, c.tint.light, radius=8)
    c.box(-128, -108, 4, 62, WHITE, radius=12)
    for y, right in ((-76, -26), (-44, -56), (-12, -26), (20, -70)):
        c.stroke([(-104, y), (right, y)], METAL, width=11)
    c.box(30, -108, 128, -34, c.tint.main, radius=12)
    c.box(30, -8, 128, 62, c.tint.accent, radius=12)
    c.fill([(-226, 106), (226, 106), (206, 150), (-206, 150)], STEEL, radius=14)
    c.box(-226, 100, 226, 124, METAL, radius=9)
    c.box(-44, 104, 44, 118, STEEL, radius=6)


def printer(c: Canvas) -> None:
    c.shadow(205, 152)
    c.box(-104, -186, 104, 0, WHITE, radius=8)
    for y, right in ((-150, 70), (-118, 40), (-86, 70)):
        c.stroke([(-70, y), (right, y)], METAL, width=10)
    c.box(-200, -58, 200, 152, c.tint.main, radius=34)
    c.box(-200, -58, 200, 2, c.tint.dark, radius=26)
    c.disc(150, 42, 15, c.tint.accent)
    c.disc(106, 42, 15, c.tint.light)
    c.box(-140, 66, 140, 96, INK, radius=12)
    c.fill([(-112, 82), (112, 82), (128, 196), (-128, 196)], WHITE, radius=6)
    c.box(-86, 108, -10, 168, c.tint.light, radius=6)
    for y in (116, 140, 164):
        c.stroke([(18, y), (88, y)], METAL, width=9)


def computer_course(c: Canvas) -> None:
    c.shadow(130, 196)
    c.fill([(-40, 100), (40, 100), (58, 184), (-58, 184)], STEEL)
    c.box(-110, 178, 110, 200, METAL, radius=10)
    c.box(-206, -150, 206, 124, INK, radius=24)
    c.box(-184, -128, 184, 90, c.tint.light, radius=8)
    c.fill([(0, -104), (136, -48), (0, 8), (-136, -48)], c.tint.dark, radius=6)
    c.fill([(-74, -12), (0, 20), (74, -12), (74, 36), (0, 66), (-74, 36)], c.tint.main, radius=8)
    c.stroke([(0, -48), (116, -40), (116, 26)], c.tint.accent, width=9)
    c.disc(116, 36, 15, c.tint.accent)


def tablet(c: Canvas) -> None:
    c.shadow(150, 212)
    c.box(-150, -208, 150, 212, INK, radius=32)
    c.box(-126, -176, 126, 172, WHITE, radius=10)
    c.box(-126, -176, 126, -20, c.tint.light, radius=10)
    c.disc(62, -122, 26, c.tint.accent)
    c.fill([(-126, -20), (-50, -116), (10, -46), (44, -82), (110, -20)], c.tint.main, radius=4)
    for y, right in ((22, 92), (62, 92), (102, 24)):
        c.stroke([(-92, y), (right, y)], CLOUD, width=15)
    c.disc(0, 192, 9, STEEL)


def headphones(c: Canvas) -> None:
    c.arc(0, 10, 150, (180, 360), c.tint.dark, width=30)
    c.arc(0, 10, 146, (200, 340), c.tint.light, width=9)
    for side in (-1, 1):
        c.box(side * 150 - 34, 0, side * 150 + 34, 150, c.tint.main, radius=30)
        c.box(side * 110 - 20, 14, side * 110 + 20, 136, INK, radius=18)


MOTIFS = (laptop, printer, computer_course, tablet, headphones)
