"""Only a whole, sound PNG of a reasonable size is kept, and nothing that hides beside it."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kith.demo.pictures import fish, garden
from kith.web.images import LARGEST_PNG, sound_png

PICTURE = garden()
START = b"\x89PNG\r\n\x1a\n"


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def header(wide=2, high=2, depth=8, colour=2, interlaced=0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, depth, colour, 0, 0, interlaced))


END = chunk(b"IEND", b"")


def test_a_picture_is_kept_whole_with_its_size():
    for made in (PICTURE, fish()):
        kept, wide, high = sound_png(made)
        assert (kept, wide, high) == (made, 500, 320)


def test_what_hides_beside_the_picture_is_left_out():
    said = chunk(b"tEXt", b"Author\0someone at 14 Larkspur Court")
    kept, *_ = sound_png(PICTURE[:33] + said + PICTURE[33:])
    assert b"Larkspur" not in kept
    assert kept == PICTURE


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"<svg onload='x'>",
        PICTURE[:-4],
        PICTURE + b"PK\x03\x04",
        PICTURE[:60] + b"\0" + PICTURE[61:],
        START + END,
        START + header() + END,
        START + header(wide=20_000) + chunk(b"IDAT", zlib.compress(b"\0" * 10)) + END,
        START + header(wide=0) + chunk(b"IDAT", zlib.compress(b"")) + END,
        START + header(interlaced=1) + chunk(b"IDAT", zlib.compress(b"\0" * 14)) + END,
        START + header(colour=5) + chunk(b"IDAT", zlib.compress(b"\0" * 14)) + END,
        START + header() + chunk(b"IDAT", zlib.compress(b"\0" * 50_000_000)) + END,
        START + header() + chunk(b"IDAT", b"not packed") + END,
        PICTURE + b"\0" * LARGEST_PNG,
    ],
)
def test_anything_else_is_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        sound_png(wrong)


@given(some.integers(8, len(PICTURE) - 1), some.integers(0, 255))
def test_one_changed_byte_is_noticed_or_changes_nothing(place, value):
    changed = PICTURE[:place] + bytes([value]) + PICTURE[place + 1 :]
    try:
        kept, *_ = sound_png(changed)
    except ValueError:
        return
    assert kept == PICTURE
