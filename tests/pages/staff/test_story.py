"""The Story page: one order, ways to read it, what is owed words, what people tell, and reading it through (S3-06)."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.record.models import Act
from kith.story.acts import review_story
from kith.story.models import Entry, History, StillRight, StoryReview
from kith.visits.acts import Said, Seen
from tests.cast import TODAY
from tests.pages.staff.counting import queries_of_the_page
from tests.people.test_describing import seal
from tests.story.telling import act_named, first_event, meant, on, taken, told
from tests.visits.going import not_seen, visit
from tests.voice.hearing import heard

HISTORY = {
    "what": "They lived with Nan Rose.",
    "happened-day": "",
    "happened-month": "",
    "happened-year": "2019",
    "told_by": "Nan Rose",
    "agency": "",
    "document": "",
    "lens": "life",
    "significance": "2",
    "meant": "She had her own room.",
}


def at(cast, *parts, child="maya"):
    return "/".join(["/children", cast.people[child].ref, "story", *map(str, parts), ""])


def text_of(page):
    return page.content.decode()


def test_the_story_is_told_in_order_with_words_meanings_and_who_told_it(cast, browse):
    with acting_as(cast.aisha):
        told(cast, cast.aisha, "Maya was born a week early.")
        told(cast, cast.aisha, "The family moved to Nan's.", happened=on(2019, precision="about"), told_by="Nan Rose")
        line = Seen(
            cast.maya, True, alone="alone", saw="Drew.", means="She is calmer.", said=[Said("wish", "My own bed")]
        )
        visit(cast.aisha, [line, not_seen(cast.leo)])
    aisha = browse("aisha")
    page = text_of(aisha.get(at(cast)))
    for part in ("Aisha Khan visited Maya.", "“My own bed”", "She is calmer.", "about 2019", "not certain", "Nan Rose"):
        assert part in page
    assert page.index("visited Maya") < page.index("moved to Nan") < page.index("born a week early")
    oldest = text_of(aisha.get(at(cast) + "?order=oldest&lens=family"))
    assert oldest.index("born a week early") < oldest.index("moved to Nan")
    assert "visited Maya" not in oldest
    leo = text_of(aisha.get(at(cast, child="leo") + "?lens=all"))
    assert "went to see Leo, who was not seen." in leo
    assert "My own bed" not in leo


def test_what_was_written_late_says_so(cast, browse):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "A red coat", on=TODAY - timedelta(days=5))
    page = text_of(browse("aisha").get(at(cast) + "?lens=voice"))
    assert "Thu 12 Nov" in page
    assert "written Tue 17 Nov" in page


def test_an_event_that_matters_asks_what_it_meant_until_someone_says(cast, browse):
    with acting_as(cast.aisha):
        event = act_named(cast, "begin_work")
        taken(cast, cast.aisha, event)
    aisha, path = browse("aisha"), at(cast, event.pk, "meant")
    page = text_of(aisha.get(at(cast)))
    assert path in page
    assert "What did this mean for Maya?" in page
    assert "1 thing that matters has no words yet" in page
    assert aisha.post(path, {"significance": "7", "meant": "Her own words"}).status_code == 422
    assert "Her own words" in text_of(aisha.post(path, {"significance": "", "meant": "Her own words"}))
    assert aisha.post(path, {"significance": "3", "meant": "A garden, and no shouting."}).status_code == 303
    page = text_of(aisha.get(at(cast)))
    assert "A garden, and no shouting." in page
    assert "What did this mean for Maya?" not in page
    assert Entry.objects.get().significance == 3


def test_an_event_may_be_marked_as_mattering_before_there_are_words_for_it(cast, browse):
    with acting_as(cast.aisha):
        event = first_event(cast)
    assert browse("aisha").post(at(cast, event.pk, "meant"), {"significance": "2", "meant": ""}).status_code == 303
    assert Entry.objects.get().meant == ""


def test_history_is_added_as_told_with_a_part_date(cast, browse):
    aisha = browse("aisha")
    assert aisha.post(at(cast, "add"), {**HISTORY, "roughly": "on"}).status_code == 303
    made = History.objects.get()
    assert (made.happened_on, made.happened_precision, made.told_by) == (date(2019, 1, 1), "about", "Nan Rose")
    page = text_of(aisha.get(at(cast)))
    assert "They lived with Nan Rose." in page
    assert "She had her own room." in page


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"told_by": ""}, "Say who told you: this is their account."),
        ({"what": ""}, "Write what happened."),
        ({"happened-year": ""}, "Write the date, or the year"),
        ({"happened-year": "19"}, "Write the year in full with 4 numbers"),
        ({"happened-year": "2031"}, "That day has not come yet."),
        ({"happened-day": "31", "happened-month": "2"}, "February 2019 has only 28 days."),
    ],
)
def test_history_with_something_wrong_says_so_and_keeps_what_was_typed(cast, browse, changes, says):
    page = browse("aisha").post(at(cast, "add"), {**HISTORY, **changes})
    assert page.status_code == 422
    assert says in text_of(page)
    assert "She had her own room." in text_of(page)
    assert not History.objects.exists()


def test_reading_the_story_through_is_one_button_and_says_what_has_mattered_since(cast, browse):
    aisha = browse("aisha")
    assert "Nobody has read this story through yet." in text_of(aisha.get(at(cast)))
    assert aisha.get(at(cast, "read")).status_code == 200
    assert not StoryReview.objects.exists()
    for _ in range(2):
        assert aisha.post(at(cast, "read"), {"key": "read-1"}).status_code == 303
    assert StoryReview.objects.get().reviewed_to == TODAY
    assert "It was right up to Tue 17 Nov." in text_of(aisha.get(at(cast)))


def test_another_team_a_reader_without_a_tie_and_outsiders(cast, browse):
    with acting_as(cast.aisha):
        event = first_event(cast)
        meant(cast, cast.aisha, event, meant="A garden, and no shouting.")
    sol = browse("sol")
    assert (sol.get(at(cast)).status_code, sol.get(at(cast)).url) == (302, f"/children/{cast.maya.ref}/")
    sol.post(f"/children/{cast.maya.ref}/because/", {"because": "Covering for Aisha"})
    page = text_of(sol.get(at(cast)))
    assert "A garden, and no shouting." in page
    for offer in ("right up to today", "Add what someone told you", "what it meant", "Take it in", "court chronology"):
        assert offer not in page
    for path in (at(cast, "add"), at(cast, "read"), at(cast, event.pk, "meant")):
        assert (path, sol.get(path).status_code, sol.post(path, HISTORY).status_code) == (path, 404, 404)
    for outsider in ("kelly", "gary", "priya"):
        assert browse(outsider).get(at(cast)).status_code == 404


def test_another_childs_event_is_not_there_under_this_ones_address(cast, browse):
    with acting_as(cast.aisha):
        leos = Act.objects.filter(person=cast.leo, in_story=True).first()
        review = review_story(by=cast.aisha, about=cast.maya)
    aisha = browse("aisha")
    assert aisha.get(at(cast, leos.pk, "meant")).status_code == 404
    assert aisha.post(at(cast, leos.pk, "meant"), {"significance": "2"}).status_code == 404
    assert aisha.get(at(cast, review.act_id, "meant")).status_code == 404


def test_a_sealed_brother_is_in_no_line_of_a_shared_visit(cast, browse):
    with acting_as(cast.aisha):
        lines = [Seen(c, True, alone="alone", saw=f"Saw {c.called}.") for c in (cast.maya, cast.sam)]
        visit(cast.aisha, lines)
    seal(cast, "sam")
    page = browse("aisha").get(at(cast) + "?lens=all")
    assert "Saw Maya" in text_of(page)
    assert "Sam" not in text_of(page)
    assert browse("aisha").get(at(cast, child="sam")).status_code == 404


def test_a_long_story_comes_in_pages_and_costs_the_same(cast, browse):
    with acting_as(cast.aisha):
        for n in range(60):
            told(cast, cast.aisha, f"Thing {n}", happened=on(2020, 1 + n % 12, 1 + n % 28))
            heard(cast, cast.aisha, f"Said {n}", "good_thing")
    aisha = browse("aisha")
    with queries_of_the_page(at_most=24):
        first = text_of(aisha.get(at(cast)))
    assert first.count("kith-story__item ") + first.count('kith-story__item"') == 40
    assert "page=2" in first
    assert aisha.get(at(cast) + "?page=999&lens=life").status_code == 200
    assert aisha.get(at(cast) + "?page=x&lens=none&order=sideways").status_code == 200


def test_a_story_is_narrowed_in_the_address_and_pages_keep_what_was_asked(cast, browse):
    with acting_as(cast.aisha):
        told(cast, cast.aisha, "They lived with Nan.", happened=on(2019, precision="year"), told_by="Nan Rose")
        for n in range(45):
            told(cast, cast.aisha, f"Thing {n}", happened=on(2021, 1 + n % 12, 1 + n % 28))
    aisha = browse("aisha")
    page = text_of(aisha.get(at(cast) + "?who=Nan+Rose"))
    assert "They lived with Nan." in page
    assert "Thing 3" not in page
    page = text_of(aisha.get(at(cast) + "?from_-year=2021&to-year=2021"))
    assert "They lived with Nan." not in page
    assert "from_-year=2021" in page.partition('class="govuk-pagination')[2]
    for nonsense in ("?from_-year=x", "?significance=9", "?who=Nobody&agency=None", "?lens=%00"):
        assert aisha.get(at(cast) + nonsense).status_code == 200


def test_an_assessment_is_still_right_with_one_button_and_the_tree_has_a_page_of_its_own(cast, browse):
    aisha, clock = browse("aisha"), "assessment"
    assert aisha.post(at(cast, "still-right", "tree")).status_code == 404
    assert f"/children/{cast.maya.ref}/tree/still-right/" in aisha.get(at(cast)).content.decode()
    assert aisha.get(at(cast, "still-right", clock)).status_code == 404
    assert aisha.post(at(cast, "still-right", clock), {"key": "k"}).status_code == 303
    assert StillRight.objects.get().clock == clock
    for page in ("story/", "family/"):
        assert "Up to date" in text_of(aisha.get(f"/children/{cast.maya.ref}/{page}"))
    assert aisha.post(at(cast, "still-right", "gossip")).status_code == 404
    assert browse("sol").post(at(cast, "still-right", clock)).status_code == 302
