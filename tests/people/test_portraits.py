"""A photo of a child: who agreed to it, who sees it, and that it can be taken out of sight (J15)."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError

from kith.access import acting_as
from kith.demo.pictures import face
from kith.people.acts import end_portrait, keep_portrait
from kith.people.models import Portrait
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.handing import handed_over
from tests.pages.staff.test_keeping import day
from tests.people.test_describing import seal
from tests.visits.going import text, the_log_will_not_be_written

FACE = face("black", "red")


def put(cast, **given):
    details = {"image": FACE, "agreed_by": "Kelly Okafor", "agreed_on": TODAY, **given}
    return keep_portrait(by=cast.aisha, about=cast.maya, **details)


@pytest.fixture
def photo(cast):
    with acting_as(cast.aisha):
        return put(cast)


def at(cast, part=""):
    return f"/children/{cast.maya.ref}/photo/{part}"


def test_one_photo_at_a_time_with_who_agreed_and_when(cast, photo):
    with acting_as(cast.aisha):
        put(cast, agreed_by="Maya, and Kelly Okafor")
        now = Portrait.objects.get(ended_on=None)
        assert (now.agreed_by, now.agreed_on, now.form, now.wide) == ("Maya, and Kelly Okafor", TODAY, "png", 500)
        assert Portrait.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"agreed_by": " "}, "agreed_by"),
        ({"agreed_on": TODAY + timedelta(days=1)}, "agreed_on"),
        ({"image": b"<svg/>"}, "image"),
        ({"image": FACE + bytes(3_000_000)}, "image"),
    ],
)
def test_without_agreement_or_without_a_picture_there_is_none(cast, given, field):
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refused:
            put(cast, **given)
        assert refused.value.field == field
        assert not Portrait.objects.exists()


def test_it_is_taken_out_of_sight_with_a_reason_once(cast, photo):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="Say why"):
            end_portrait(by=cast.aisha, about=cast.maya, portrait=photo, because=" ")
        end_portrait(by=cast.aisha, about=cast.maya, portrait=photo, because="Maya does not like it.")
        with pytest.raises(Refused, match="already"):
            end_portrait(by=cast.aisha, about=cast.maya, portrait=photo, because="Again.")


def test_another_team_neither_puts_one_in_nor_takes_it_off(cast, photo):
    with acting_as(cast.sol), pytest.raises(NotYours):
        keep_portrait(by=cast.sol, about=cast.maya, image=FACE, agreed_by="x", agreed_on=TODAY)
    with acting_as(cast.sol), pytest.raises(NotYours):
        end_portrait(by=cast.sol, about=cast.maya, portrait=photo, because="x")


@pytest.mark.parametrize("doing", ["put", "end"])
def test_nothing_is_kept_when_the_log_cannot_be_written(cast, photo, doing):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        if doing == "put":
            put(cast)
        else:
            end_portrait(by=cast.aisha, about=cast.maya, portrait=photo, because="No")
    with acting_as(cast.aisha):
        assert Portrait.objects.get().ended_on is None


@pytest.mark.parametrize("reader", ["kelly", "tomek", "priya"])
def test_families_and_partners_hold_no_grant(cast, photo, reader):
    with pytest.raises(DatabaseError, match="permission denied"), acting_as(cast.actors[reader]):
        Portrait.objects.count()


# -- pages


def test_it_stands_at_the_top_of_the_record_and_is_kept_by_no_browser(cast, browse, photo):
    aisha = browse("aisha")
    page = aisha.get(f"/children/{cast.maya.ref}/").content.decode()
    assert f'src="{at(cast)}"' in page
    shown = aisha.get(at(cast))
    assert (shown.status_code, shown["Content-Type"], shown["Cache-Control"]) == (200, "image/png", "no-store")
    assert shown.content == FACE


def test_the_minimum_view_shows_none_and_nobody_else_is_told_there_is_one(cast, browse, photo):
    theo = browse("theo")
    minimum = theo.get(f"/children/{cast.maya.ref}/").content.decode()
    assert f'src="{at(cast)}"' not in minimum
    assert "Change the photo" not in minimum
    for other in ("theo", "sol", "kelly", "tomek", "priya", "gary"):
        assert browse(other).get(at(cast)).status_code == 404, other
    tablet = handed_over(cast, browse)
    assert tablet.get(at(cast)).status_code == 302  # back to her own page
    seal(cast, "maya")
    assert browse("aisha").get(at(cast)).status_code == 404


def test_with_none_the_first_letter_stands_there(cast, browse):
    aisha = browse("aisha")
    assert 'data-initial="M"' in aisha.get(f"/children/{cast.maya.ref}/").content.decode()
    assert aisha.get(at(cast)).status_code == 404
    assert aisha.get(at(cast, "off/")).status_code == 404


def test_a_photo_is_sent_replaced_and_taken_off_on_pages(cast, browse):
    aisha = browse("aisha")
    wrong = {"image": SimpleUploadedFile("me.jpg", b"not one", "image/jpeg"), "agreed_by": "Kelly", **day("agreed_on")}
    answer = aisha.post(at(cast, "put/"), wrong)
    assert answer.status_code == 422
    assert "This cannot be used." in text(answer)
    assert "Kelly" in text(answer)
    for n in (1, 2):
        sent = {"image": SimpleUploadedFile("me.png", FACE), "agreed_by": "Kelly", **day("agreed_on"), "key": str(n)}
        assert aisha.post(at(cast, "put/"), sent).status_code == 303
    assert "Kelly agreed to it" in text(aisha.get(at(cast, "put/")))
    assert aisha.post(at(cast, "off/"), {"because": "Maya does not like it."}).status_code == 303
    assert aisha.get(at(cast)).status_code == 404
