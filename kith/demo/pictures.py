"""Drawings by and of children who do not exist, as PNG: drawn here, so that no picture comes from anywhere."""

import struct
import zlib
from collections.abc import Callable
from functools import cache
from itertools import pairwise

WIDE, HIGH = 500, 320
_PENS = {
    "paper": (255, 255, 255),
    "black": (28, 43, 45),
    "red": (208, 59, 44),
    "orange": (239, 138, 43),
    "yellow": (247, 207, 60),
    "green": (63, 143, 79),
    "blue": (43, 120, 185),
    "brown": (138, 90, 60),
}
_NUMBER = {name: place for place, name in enumerate(_PENS)}
Inside = Callable[[float, float], bool]


class Sheet:
    """A sheet of paper: shapes are laid on it one after another, as a child does."""

    def __init__(self) -> None:
        self.rows = [bytearray(WIDE) for _ in range(HIGH)]

    def fill(self, pen: str, inside: Inside) -> "Sheet":
        for y, row in enumerate(self.rows):
            for x in range(WIDE):
                if inside(x, y):
                    row[x] = _NUMBER[pen]
        return self

    def line(self, pen: str, *points: tuple[float, float], width: float = 5) -> "Sheet":
        for (x1, y1), (x2, y2) in pairwise(points):
            steps = int(max(abs(x2 - x1), abs(y2 - y1), 1))
            for step in range(steps + 1):
                self._dot(pen, x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps, width / 2)
        return self

    def _dot(self, pen: str, x: float, y: float, radius: float) -> None:
        reach = int(radius) + 1
        for dy in range(-reach, reach + 1):
            for dx in range(-reach, reach + 1):
                at_x, at_y = int(x) + dx, int(y) + dy
                if dx * dx + dy * dy <= radius * radius and 0 <= at_x < WIDE and 0 <= at_y < HIGH:
                    self.rows[at_y][at_x] = _NUMBER[pen]

    def as_png(self) -> bytes:
        packed = zlib.compress(b"".join(b"\0" + bytes(row) for row in self.rows), 9)
        palette = b"".join(bytes(colour) for colour in _PENS.values())
        parts = [(b"IHDR", struct.pack(">IIBBBBB", WIDE, HIGH, 8, 3, 0, 0, 0)), (b"PLTE", palette)]
        chunks = [*parts, (b"IDAT", packed), (b"IEND", b"")]
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def round_about(x: float, y: float, radius: float) -> Inside:
    return lambda at_x, at_y: (at_x - x) ** 2 + (at_y - y) ** 2 <= radius**2


@cache
def garden() -> bytes:
    """A swing between two trees, and a sun."""
    sheet = Sheet().fill("yellow", round_about(430, 60, 34))
    for tilt in range(0, 60, 12):
        sheet.line("yellow", (430, 60), (372 + tilt, 20 + tilt * 2), width=4)
    sheet.line("green", *((x, 276 + (x // 20 % 2) * 10) for x in range(0, 500, 10)), width=9)
    for trunk in (110, 330):
        sheet.line("brown", (trunk, 280), (trunk + 4, 130), width=16)
        for dx, dy in ((-34, -8), (0, -38), (36, -6), (2, 6)):
            sheet.fill("green", round_about(trunk + dx, 120 + dy, 34))
    sheet.line("brown", (118, 128), (330, 126), width=8)
    sheet.line("black", (190, 128), (186, 232), width=3).line("black", (256, 128), (260, 232), width=3)
    sheet.line("red", (178, 234), (268, 234), width=9)
    return sheet.fill("orange", round_about(222, 176, 16)).line("blue", (222, 192), (222, 228), width=14).as_png()


@cache
def face(hair: str, top: str) -> bytes:
    """Somebody's face, as a child draws one: in a record where a photo would be. Nobody real."""
    sheet = Sheet().fill("yellow", lambda x, y: True).fill(top, round_about(250, 360, 130))
    sheet.fill(hair, round_about(250, 140, 104)).fill("orange", round_about(250, 164, 88))
    sheet.fill(hair, lambda x, y: y < 120 and (x - 250) ** 2 + (y - 150) ** 2 < 96**2)
    for x in (218, 282):
        sheet.fill("black", round_about(x, 162, 8))
    return sheet.line("black", (212, 198), (232, 212), (268, 212), (288, 198), width=7).as_png()


@cache
def fish() -> bytes:
    """Someone under the water, and a fish."""
    sheet = Sheet()
    for y in (60, 76):
        sheet.line("blue", *((x, y + (x // 25 % 2) * 10) for x in range(0, 500, 12)), width=6)
    sheet.fill("orange", lambda x, y: ((x - 330) / 70) ** 2 + ((y - 200) / 34) ** 2 <= 1)
    sheet.line("orange", (396, 200), (446, 166), (446, 236), (398, 202), width=10)
    sheet.fill("black", round_about(292, 190, 6)).line("black", (268, 210), (286, 216), width=4)
    for bubble in (60, 96, 136):
        sheet.fill("blue", round_about(240 - bubble / 8, bubble + 30, 6))
    sheet.fill("yellow", round_about(120, 150, 24)).line("red", (124, 174), (170, 240), width=22)
    return sheet.line("black", (130, 190), (70, 200), width=7).line("black", (170, 240), (214, 276), width=8).as_png()
