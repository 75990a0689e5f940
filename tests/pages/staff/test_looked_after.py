"""A looked-after child and a missing one on their pages: what a social worker is asked, and what stands there after."""

import pytest

from kith.access import acting_as
from kith.involvement.models import (
    CareCheck,
    CareReviewLine,
    LegalStatus,
    LookedAfter,
    Missing,
    Placement,
)
from kith.people.acts import protect_address
from tests.cast import TODAY
from tests.involvement.caring import at, days_ago, found, gone, listened, lives, reviewed, under
from tests.pages.staff.test_whole import day
from tests.visits.going import page, text


def test_a_child_who_is_not_looked_after_has_a_calm_page(cast, browse):
    shown = text(browse("aisha").get(page("child-looked-after", cast.maya)))
    assert "Nobody has written down that this child is looked after." in shown
    assert "No time missing is written down." in shown


def test_the_law_a_home_and_a_review_are_recorded_and_stand_on_the_page(cast, browse):
    aisha = browse("aisha")
    law = {"status": "L1", **day("on", days_ago(6)), "at": "2:10am", "because": "Alone on the stairs at night."}
    assert aisha.post(page("record-law", cast.maya), law).status_code == 303
    home = {"kind": "U6", **day("on", days_ago(6)), "where": "new", "lines": "4 Larch Walk", "with_whom": "Dot Mallory"}
    assert aisha.post(page("begin-placement", cast.maya), home).status_code == 303
    review = {
        **day("on", days_ago(1)),
        "also": [cast.leo.ref],
        "chaired_by": "Imran Vale",
        "child_part": "PN6",
        "decided": "Maya stays.",
    }
    answer = aisha.post(page("record-care-review", cast.maya), review)
    assert answer.status_code == 303
    shown = text(aisha.get(page("child-looked-after", cast.maya)))
    for words in (
        "Maya is looked after",
        "Police protection",
        "day 6",
        "Alone on the stairs at night.",
        "Dot Mallory",
        "PN6: was not there, sent their view",
        "Who reviews it independently.",
    ):
        assert words in shown
    with acting_as(cast.aisha):
        assert LegalStatus.objects.get().began_at == at(days_ago(6), 2, 10)
        assert CareReviewLine.objects.filter(person=cast.leo).exists()
    assert "Write what was looked at for Maya" in text(aisha.get(answer.url))


def test_s0_03_a_review_is_finished_on_its_page_once_nothing_is_missing(cast, browse):
    aisha, line = browse("aisha"), reviewed(cast, looked_at="")
    answer = aisha.post(page("care-review", cast.maya, line.pk))
    assert answer.status_code == 422
    more = {"looked_at": "School and sleep.", "decided": line.decided, "child_part": "PN1"}
    assert aisha.post(page("add-to-care-review", cast.maya, line.pk), more).status_code == 303
    assert aisha.post(page("care-review", cast.maya, line.pk)).status_code == 303
    sent = {**day("decisions_sent_on", TODAY)}
    assert aisha.post(page("add-to-care-review", cast.maya, line.pk), sent).status_code == 303
    assert "Finished by Aisha Khan" in text(aisha.get(page("care-review", cast.maya, line.pk)))


def test_an_address_that_is_kept_from_somebody_is_not_on_the_page_until_it_is_asked_for(cast, browse):
    home = lives(cast)
    with acting_as(cast.aisha):
        kept = {"because": "She came at night.", "review_on": TODAY, "from_person": cast.people["kelly"]}
        protect_address(by=cast.aisha, about=[cast.maya], address=home.residence.address, **kept)
    for name in ("child-looked-after", "begin-placement"):
        assert "Larch Walk" not in text(browse("aisha").get(page(name, cast.maya)))
    shown = text(browse("aisha").get(page("child-looked-after", cast.maya)))
    assert "Kelly" in shown


def test_the_address_of_a_new_home_may_be_kept_from_a_parent_as_it_is_written(cast, browse):
    kelly = cast.people["kelly"]
    home = {"kind": "U6", **day("on", TODAY), "where": "new", "lines": "4 Larch Walk", "kept_from": [kelly.ref]}
    aisha = browse("aisha")
    answer = aisha.post(page("begin-placement", cast.maya), home)
    assert answer.status_code == 422
    assert "4 Larch Walk" in answer.content.decode()
    why = {"kept_because": "She came at night.", **day("kept_review_on", TODAY)}
    assert aisha.post(page("begin-placement", cast.maya), {**home, **why}).status_code == 303
    assert "Larch Walk" not in text(aisha.get(page("child-looked-after", cast.maya)))


def test_what_is_planned_and_what_was_looked_at_are_noted(cast, browse):
    aisha, care = browse("aisha"), under(cast, on=days_ago(3)).care
    planned = {**day("care_plan_on", TODAY), "reviewing_officer": "Imran Vale", "permanence": "home", "contact": "Nan."}
    assert aisha.post(page("note-care", cast.maya, care.pk), planned).status_code == 303
    looked = {"kind": "feelings", **day("on", TODAY), "score": "14", "who": "Dot"}
    assert aisha.post(page("record-care-check", cast.maya), looked).status_code == 303
    shown = text(aisha.get(page("child-looked-after", cast.maya)))
    assert "Going home to a parent" in shown
    assert "score 14" in shown
    with acting_as(cast.aisha):
        assert CareCheck.objects.get().score == 14


def test_a_home_is_added_to_and_ended(cast, browse):
    aisha, home = browse("aisha"), lives(cast, on=days_ago(3))
    away = {"away": "on", "at_once": "on", **day("area_told_on", TODAY), "approved_by": "Grace"}
    assert aisha.post(page("note-placement", cast.maya, home.pk), away).status_code == 303
    assert "Outside our area. The council there was told" in text(aisha.get(page("child-looked-after", cast.maya)))
    assert (
        aisha.post(page("end-placement", cast.maya, home.pk), {**day("on", TODAY), "why_ended": "CLOSE"}).status_code
        == 303
    )
    assert "It is not written down where." in text(aisha.get(page("child-looked-after", cast.maya)))
    assert aisha.get(page("end-placement", cast.maya, home.pk)).status_code == 404


def test_an_order_ends_and_so_does_being_looked_after(cast, browse):
    aisha, law = browse("aisha"), under(cast, "L2", on=days_ago(3))
    assert aisha.post(page("end-law", cast.maya, law.pk), day("on", TODAY)).status_code == 303
    assert aisha.get(page("end-law", cast.maya, law.pk)).status_code == 404
    answer = aisha.post(page("end-care", cast.maya, law.care_id), {"ended_as": "", **day("on", TODAY)})
    assert answer.status_code == 422
    ended = {"ended_as": "E4B", **day("on", TODAY)}
    assert aisha.post(page("end-care", cast.maya, law.care_id), ended).status_code == 303
    assert "Looked after before" in text(aisha.get(page("child-looked-after", cast.maya)))
    with acting_as(cast.aisha):
        assert LookedAfter.objects.get().ended_on == TODAY


def test_e30_a_child_goes_missing_and_every_page_says_so_until_found_and_listened_to(cast, browse):
    aisha = browse("aisha")
    answer = aisha.post(
        page("report-missing", cast.maya), {**day("at_day", days_ago(1)), "at_clock": "9:40pm", "kind": "M"}
    )
    assert answer.status_code == 303
    with acting_as(cast.aisha):
        missing = Missing.objects.get()
    assert "Maya is missing." in text(aisha.get(page("child", cast.maya)))
    assert "Maya is missing." in text(browse("theo").get(page("child", cast.maya)))
    back = {**day("at_day", TODAY), "at_clock": "6:30am", "how": "At the bus station."}
    assert aisha.post(page("note-found", cast.maya, missing.pk), back).status_code == 303
    assert "Maya is missing." not in text(aisha.get(page("child", cast.maya)))
    offered = {**day("offered_at_day", TODAY), "offered_at_clock": "8am", "answer": "yes"}
    assert aisha.post(page("note-missing", cast.maya, missing.pk), offered).status_code == 303
    talk = {
        **day("at_day", TODAY),
        "at_clock": "9:15am",
        "talked_with": "Bea Lund",
        "independent": "yes",
        "said": "I wanted to see Nan.",
        "sort": "wish",
        "towards": "Nan’s house",
    }
    assert aisha.post(page("record-return-talk", cast.maya, missing.pk), talk).status_code == 303
    shown = text(aisha.get(page("time-missing", cast.maya, missing.pk)))
    for words in ("I wanted to see Nan.", "Bea Lund", "Independent.", "Nan’s house"):
        assert words in shown
    assert "I wanted to see Nan." in text(aisha.get(page("child-voice", cast.maya)))
    assert aisha.get(page("record-return-talk", cast.maya, missing.pk)).status_code == 404


@pytest.mark.parametrize("name", ["record-law", "begin-placement", "report-missing", "record-care-review"])
def test_words_typed_into_a_form_that_is_refused_are_still_there(cast, browse, name):
    typed = {"note": "The court sat late.", "what_ended": "", "worry": "No coat.", "decided": "She stays."}
    answer = browse("aisha").post(page(name, cast.maya), typed)
    assert answer.status_code == 422
    assert any(words in answer.content.decode() for words in typed.values() if words) or name == "begin-placement"


def test_nobody_opens_another_childs_home_review_or_time_missing_here(cast, browse):
    home, line, missing = lives(cast), reviewed(cast), found(cast, gone(cast))
    law = under(cast)
    aisha = browse("aisha")
    for name, pk in (
        ("note-placement", home.pk),
        ("end-placement", home.pk),
        ("care-review", line.pk),
        ("add-to-care-review", line.pk),
        ("time-missing", missing.pk),
        ("note-missing", missing.pk),
        ("record-return-talk", missing.pk),
        ("end-law", law.pk),
        ("note-care", law.care_id),
        ("end-care", law.care_id),
    ):
        assert aisha.get(page(name, cast.leo, pk)).status_code == 404, name
    listened(cast, missing)
    with acting_as(cast.aisha):
        assert Placement.objects.get().ended_on is None


def test_7_3_a_talk_that_tells_of_harm_leads_to_worried_now(cast, browse):
    missing = found(cast, gone(cast))
    sent = {**day("at_day", TODAY), "at_clock": "9:00", "said": "He locks the door.", "sort": "harm"}
    answer = browse("aisha").post(page("record-return-talk", cast.maya, missing.pk), sent)
    assert (answer.status_code, answer["Location"]) == (303, f"/worried/?child={cast.maya.ref}")
