"""Pictures from outside: what is kept is the picture, and nothing of where or by whom it was taken."""

import struct

import pytest

from kith.demo.pictures import face
from kith.web.images import LARGEST_JPEG, sound_jpeg, sound_picture

PLACE = b"51.4779 N 0.0015 W, taken by Ada's telephone"


def segment(marker, body):
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(turn=6, order="<"):
    mark = {"<": b"II*\0", ">": b"MM\0*"}[order]
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turn, 0)
    return b"Exif\0\0" + mark + struct.pack(f"{order}IH", 8, 1) + entry + struct.pack(f"{order}I", 0) + PLACE


def jpeg(*told, wide=64, high=48, rows=b"\x12\xff\x00\x34\xff\xd0\x56", end=b"\xff\xd9"):
    frame = segment(0xC0, struct.pack(">BHHB", 8, high, wide, 1) + b"\x01\x11\x00")
    tables = segment(0xDB, b"\0" + bytes(64)) + segment(0xC4, b"\0" + bytes(16))
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + rows
    return b"\xff\xd8" + b"".join(told) + tables + frame + scan + end


def test_what_a_camera_tells_of_place_and_owner_is_not_kept_and_the_picture_is():
    told = [segment(0xE0, b"JFIF\0"), segment(0xE1, exif()), segment(0xFE, PLACE), segment(0xED, PLACE)]
    kept, wide, high = sound_jpeg(jpeg(*told) + PLACE)
    assert PLACE not in kept
    assert (wide, high) == (64, 48)
    assert b"\x12\xff\x00\x34\xff\xd0\x56" in kept
    assert kept.endswith(b"\xff\xd9")
    assert sound_jpeg(kept) == (kept, wide, high)


@pytest.mark.parametrize("order", ["<", ">"])
def test_which_way_up_it_was_held_is_kept(order):
    kept, *_ = sound_jpeg(jpeg(segment(0xE1, exif(6, order))))
    assert struct.pack(">HHIH", 0x0112, 3, 1, 6) in kept
    assert b"Exif" not in sound_jpeg(jpeg(segment(0xE1, exif(1, order))))[0]
    assert b"Exif" not in sound_jpeg(jpeg(segment(0xE1, b"Exif\0\0II*\0" + b"\xff" * 9)))[0]


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"\xff\xd8\xff",
        b"GIF89a" + bytes(40),
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        jpeg()[:-2],
        jpeg()[:40],
        jpeg(wide=0),
        jpeg(wide=9_000),
        jpeg(rows=b"")[:-2] + b"\xff",
        jpeg() + bytes(LARGEST_JPEG),
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe1\x00\x01" + bytes(30),
    ],
)
def test_anything_but_one_whole_picture_of_a_reasonable_size_is_refused(wrong):
    with pytest.raises(ValueError, match=r"picture|cut off|changed|size"):
        sound_picture(wrong)


def test_a_picture_is_what_is_in_it_whatever_it_is_called():
    assert sound_picture(jpeg())[1:] == ("jpeg", 64, 48)
    assert sound_picture(face("black", "red"))[1:] == ("png", 500, 320)
