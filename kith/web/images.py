"""Pictures from outside: the picture alone is kept, and nothing that may hide beside it."""

import struct
import zlib
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_KEPT_CHUNKS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")  # the picture, and nothing that may hide beside it
LARGEST_PNG = 2 * 1024 * 1024
LONGEST_SIDE = 2_000
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def sound_png(data: bytes) -> tuple[bytes, int, int]:
    """The picture alone, its width and its height. Raises ValueError for anything that is not one whole PNG of a
    reasonable size: a wrong sum, a bomb, a picture too large, something after the end.
    """
    if not data.startswith(_PNG) or len(data) > LARGEST_PNG:
        raise ValueError("not a picture we take")
    chunks = [(name, body) for name, body in _chunks(data) if name in _KEPT_CHUNKS]
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND" or len(chunks[0][1]) != 13:
        raise ValueError("not a whole picture")
    wide, high, depth, colour, *_, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if not (0 < wide <= LONGEST_SIDE and 0 < high <= LONGEST_SIDE) or colour not in _CHANNELS or interlaced:
        raise ValueError("not a picture we take")
    expected = high * (1 + (wide * depth * _CHANNELS[colour] + 7) // 8)
    _must_hold(b"".join(body for name, body in chunks if name == b"IDAT"), expected)
    return _PNG + b"".join(_chunk(name, body) for name, body in chunks), wide, high


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at < len(data):
        if len(data) < at + 12:
            raise ValueError("cut off")
        (length,) = struct.unpack_from(">I", data, at)
        name, body, end = data[at + 4 : at + 8], data[at + 8 : at + 8 + length], at + 12 + length
        if len(data) < end or struct.unpack_from(">I", data, end - 4)[0] != zlib.crc32(name + body):
            raise ValueError("cut off, or changed on the way")
        yield name, body
        if name == b"IEND" and end != len(data):
            raise ValueError("something follows the picture")
        at = end


def _must_hold(packed: bytes, expected: int) -> None:
    unpacking = zlib.decompressobj()
    try:
        held = unpacking.decompress(packed, expected + 1)
    except zlib.error:
        raise ValueError("not a picture") from None
    if len(held) != expected:
        raise ValueError("not the size it says")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


_JPEG = b"\xff\xd8\xff"
LARGEST_JPEG = 2 * 1024 * 1024
_BARE = {0x01, *range(0xD0, 0xD8)}  # markers that stand alone
_FRAMES = {0xC0, 0xC1, 0xC2}  # baseline, extended and progressive: what every browser shows
_KEPT_MARKERS = {0xC4, 0xDB, 0xDD, *_FRAMES}  # tables and the frame; what tells of the camera and the place is not kept
_SCAN, _END, _TOLD = 0xDA, 0xD9, 0xE1
_TURN = 0x0112  # the one thing kept of what a camera tells: which way up


def sound_jpeg(data: bytes) -> tuple[bytes, int, int]:
    """The same for a photograph. Which way up it is held is kept, and nothing else the camera wrote."""
    if not data.startswith(_JPEG) or len(data) > LARGEST_JPEG:
        raise ValueError("not a picture we take")
    kept, size, turn, scans = [], (0, 0), 1, 0
    for marker, body in _segments(data):
        if marker == _TOLD and body.startswith(b"Exif\0\0"):
            turn = _turned(body[6:]) or turn
        elif marker == _SCAN:
            kept.append(b"\xff\xda" + body)
            scans += 1
        elif marker in _KEPT_MARKERS:
            kept.append(struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body)
        if marker in _FRAMES:
            size = struct.unpack(">HH", body[1:5])
    high, wide = size
    if not scans or not (0 < wide <= LONGEST_SIDE and 0 < high <= LONGEST_SIDE):
        raise ValueError("not a picture we take")
    return b"\xff\xd8" + _upright(turn) + b"".join(kept) + b"\xff\xd9", wide, high


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each marker with what it holds; a scan with its packed rows. What follows the end is not the picture."""
    at = 2
    while True:
        if len(data) < at + 2 or data[at] != 0xFF:
            raise ValueError("cut off")
        marker, at = data[at + 1], at + 2
        if marker == _END:
            return
        if marker in _BARE or marker == 0xFF:
            at -= marker == 0xFF  # a marker may be padded
            continue
        if len(data) < at + 2:
            raise ValueError("cut off")
        end = at + struct.unpack_from(">H", data, at)[0]
        if end < at + 2 or len(data) < end:
            raise ValueError("cut off")
        if marker == _SCAN:
            start, end = at, _after_rows(data, end)
            yield marker, data[start:end]
        else:
            yield marker, data[at + 2 : end]
        at = end


def _after_rows(data: bytes, at: int) -> int:
    while (at := data.find(b"\xff", at)) >= 0:
        if len(data) > at + 1 and data[at + 1] not in (0x00, *range(0xD0, 0xD8)):
            return at
        at += 2
    raise ValueError("cut off")


def _turned(told: bytes) -> int:
    """1 to 8: how the camera was held. 0 when it does not say, or says it in a way that cannot be read."""
    order = {b"II": "<", b"MM": ">"}.get(told[:2])
    try:
        (first,) = struct.unpack_from(f"{order}I", told, 4)
        (count,) = struct.unpack_from(f"{order}H", told, first)
        for n in range(min(count, 100)):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", told, first + 2 + 12 * n)
            if (tag, kind) == (_TURN, 3):
                return value if 1 <= value <= 8 else 0
    except struct.error:
        return 0
    return 0


def _upright(turn: int) -> bytes:
    if turn == 1:
        return b""
    told = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _TURN, 3, 1, turn, 0, 0)
    return struct.pack(">BBH", 0xFF, _TOLD, len(told) + 2) + told


def sound_picture(data: bytes) -> tuple[bytes, str, int, int]:
    """A PNG or a JPEG by what is in it, whatever it is called: the picture, "png" or "jpeg", its width and height.
    Raises ValueError for anything else.
    """
    if data.startswith(_PNG):
        png, wide, high = sound_png(data)
        return png, "png", wide, high
    jpeg, wide, high = sound_jpeg(data)
    return jpeg, "jpeg", wide, high
