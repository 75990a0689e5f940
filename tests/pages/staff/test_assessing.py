"""The child's assessment as it is read, written and signed in the browser's own requests."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.assessment import acts
from kith.assessment.models import Assessment, Contribution, Danger, DomainNote, Passage, Scale
from kith.involvement.acts import meet_need
from kith.voice.acts import write_down_words
from tests.assessment.making import begun, filled, sign
from tests.cast import TODAY
from tests.involvement.around import needed


def at(cast, name="child-assessment", *args, child=None):
    return reverse(name, args=[(child or cast.maya).ref, *args])


def page(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_before_it_begins_the_page_says_that_help_need_not_wait(cast, browse):
    aisha = browse("aisha")
    assert "Help need not wait for one" in page(aisha, at(cast))
    answer = aisha.post(at(cast, "begin-assessment"), {"why": "School rang.", "key": "k"})
    assert (answer.status_code, answer["Location"]) == (303, at(cast))
    shown = page(aisha, at(cast))
    assert "Why we looked:</b> School rang." in shown
    assert "Day 55 of 45" in shown  # from the referral on 1 September, counted by hand


def test_n19_ten_days_in_without_help_it_asks_what_can_begin_now_and_stops_once_something_has(cast, browse):
    with acting_as(cast.aisha):
        acts.begin_assessment(by=cast.aisha, about=cast.maya, on=TODAY - timedelta(days=15), why="School rang.")
    said = "Nobody has begun to help Maya since this assessment began: that was to be by Mon 16 Nov"
    assert said in page(browse("aisha"), at(cast))
    need = needed(cast)
    with acting_as(cast.aisha):
        meet_need(by=cast.aisha, about=cast.maya, need=need, how="Nan brought soup.")
    assert "Nobody has begun to help" not in page(browse("aisha"), at(cast))


def test_a_danger_alone_is_on_the_banner_of_every_page_at_once(cast, browse):
    aisha = browse("aisha")
    assert aisha.post(at(cast, "say-danger"), {"what": "He comes at night.", "key": "k"}).status_code == 303
    assert "He comes at night." in page(aisha, reverse("child-voice", args=[cast.maya.ref]))
    shown = page(aisha, at(cast))
    assert "No assessment has begun" in shown
    assert Danger.objects.count() == 1


def test_numbers_of_two_people_stand_beside_each_other_with_how_far_apart(cast, browse):
    begun(cast)
    aisha = browse("aisha")
    with acting_as(cast.aisha):
        danger = acts.say_danger(by=cast.aisha, about=cast.maya, what="He comes at night.")
    path = at(cast, "rate-safety", danger.pk)
    for key, given in (
        ("k1", {"view": "child", "person": cast.maya.ref, "score": "3"}),
        ("k2", {"view": "worker", "called": "Aisha Khan", "score": "7"}),
    ):
        assert aisha.post(path, {**given, "key": key}).status_code == 303
    shown = page(aisha, at(cast))
    assert "They are 4 apart." in shown
    assert "Kelly Okafor, Tomek Nowak</p>" in shown  # still owed
    refused = aisha.post(
        path, {"view": "parent", "person": cast.people["kelly"].ref, "words": "Better now", "key": "k3"}
    )
    assert refused.status_code == 422
    assert "Better now" in refused.content.decode()
    with acting_as(cast.aisha):
        assert Scale.objects.count() == 2


def test_a_part_of_life_is_written_drawn_and_listed(cast, browse):
    begun(cast)
    aisha = browse("aisha")
    given = {"needs": "She has no inhaler.", "concern": "high", "trend": "worse", "key": "k"}
    assert aisha.post(at(cast, "note-domain", "child-health"), given).status_code == 303
    effect = {"because_of": "child-health", "on_domain": "child-education", "how": "She misses Mondays.", "key": "k"}
    assert aisha.post(at(cast, "note-effect"), effect).status_code == 303
    shown = page(aisha, at(cast))
    assert "kith-whole__part--high" in shown
    assert "High concern, getting worse" in shown
    assert "<title>She misses Mondays.</title>" in shown
    assert "Affects education:</b> She misses Mondays." in shown
    assert 'value="high" checked' in page(aisha, at(cast, "note-domain", "child-health"))
    assert aisha.get(at(cast, "note-domain", "child-luck")).status_code == 404


def test_each_way_of_hearing_somebody_leads_to_its_act(cast, browse):
    begun(cast)
    aisha = browse("aisha")
    path = at(cast, "hear-contributor")
    heard = {"voice": "0", "how": "contributed", "kind": "fact", "text": "She wakes at five.", "key": "k1"}
    assert aisha.post(path, heard).status_code == 303
    assert aisha.post(path, {"voice": "1", "how": "declined", "because": "At sea.", "key": "k2"}).status_code == 303
    refused = aisha.post(path, {"called": "Nan Rose", "how": "left_out", "because": "", "key": "k3"})
    assert (refused.status_code, "Nan Rose" in refused.content.decode()) == (422, True)
    shown = page(aisha, at(cast))
    assert "father, lives elsewhere" in shown
    assert "chose not to" in shown
    with acting_as(cast.aisha):
        given = Contribution.objects.get()
    use = {"use": "not_used", "use_words": "Others saw it otherwise.", "key": "k4"}
    assert aisha.post(at(cast, "say-what-became", given.pk), use).status_code == 303
    assert "Not used: Others saw it otherwise." in page(aisha, at(cast))


@pytest.mark.parametrize("part", ["family", "child", "analysis", "conclusion"])
def test_what_is_written_stands_with_the_childs_words_beside_it(cast, browse, part):
    begun(cast)
    with acting_as(cast.aisha):
        said = write_down_words(by=cast.aisha, about=cast.maya, sort="worry", text="I listen for the door.")
    aisha = browse("aisha")
    given = {"text": "The nights are long.", "quotes": [said.pk], "key": "k"}
    assert aisha.post(at(cast, "write-assessment", part), given).status_code == 303
    shown = page(aisha, at(cast))
    assert "The nights are long." in shown
    assert "I listen for the door." in shown
    again = page(aisha, at(cast, "write-assessment", part))  # written again, it rests on them still
    assert re.search(rf'value="{said.pk}"[^>]*checked', again)
    assert aisha.get(at(cast, "write-assessment", "poem")).status_code == 404


def test_a_parents_eyes_are_asked_for_by_parent(cast, browse):
    begun(cast)
    aisha = browse("aisha")
    path = at(cast, "write-assessment", "parent")
    assert aisha.get(path).status_code == 404
    assert (
        aisha.post(f"{path}?of={cast.people['kelly'].ref}", {"text": "I would sleep.", "key": "k"}).status_code == 303
    )
    with acting_as(cast.aisha):
        assert Passage.objects.get().whose == cast.people["kelly"]


def test_evidence_and_factors(cast, browse):
    begun(cast)
    aisha = browse("aisha")
    given = {"source": "research", "claim": "opinion", "text": "Sleep and school.", "key": "k"}
    assert aisha.post(at(cast, "add-evidence"), given).status_code == 303
    both = aisha.post(at(cast, "name-factors"), {"factors": ["21", "3A"], "key": "k"})
    assert (both.status_code, "cannot stand beside others" in both.content.decode()) == (422, True)
    assert aisha.post(at(cast, "name-factors"), {"factors": ["3A"], "key": "k2"}).status_code == 303
    shown = page(aisha, at(cast))
    assert "Sleep and school." in shown
    assert "towards the child" in shown


def test_the_manager_is_refused_with_each_gap_and_signs_once_there_is_none(cast, browse):
    assessment = filled(cast, without="evidence")
    grace, path = browse("grace"), at(cast, "sign-assessment")
    assert page(browse("aisha"), path, 404)
    refused = grace.post(path, {"read": "on", "key": "k"})
    assert refused.status_code == 422
    assert "It cannot be signed yet. It rests on no evidence" in refused.content.decode()
    with acting_as(cast.aisha):
        acts.add_evidence(
            by=cast.aisha, about=cast.maya, assessment=assessment, source="family", claim="fact", text="Late 14 times."
        )
    assert grace.post(path, {"read": "on", "key": "k2"}).status_code == 303
    shown = page(grace, at(cast))
    assert "by Grace Adeyemi" in shown
    assert "Is it still right?" in shown


def test_each_gap_stands_on_a_line_of_its_own(cast, browse):
    begun(cast)
    refused = browse("grace").post(at(cast, "sign-assessment"), {"read": "on", "key": "k"}).content.decode()
    lines = re.findall(r"<li>\s*(.*?)\s*</li>", re.search(r"govuk-error-summary__list.*?</ul>", refused, re.S)[0], re.S)
    assert len(lines) > 5
    assert lines[0].startswith("It cannot be signed yet.")
    assert "It rests on no evidence: write down at least one thing it rests on." in lines


def test_a_new_version_shows_what_changed_since_the_last(cast, browse):
    sign(cast, filled(cast))
    aisha = browse("aisha")
    assert aisha.post(at(cast, "reopen-assessment"), {"why": "A new injury.", "key": "k"}).status_code == 303
    with acting_as(cast.aisha):
        newest = Assessment.objects.get(version=2)
        acts.note_domain(
            by=cast.aisha,
            about=cast.maya,
            assessment=newest,
            domain="child-health",
            needs="A burn on her hand.",
            concern="high",
        )
    shown = page(browse("grace"), at(cast, "sign-assessment"))
    assert "Health: Not worried before, high concern now." in shown
    assert "Version 2" in shown


def test_nothing_of_another_childs_opens_here_and_a_stranger_has_no_page(cast, browse):
    begun(cast)
    with acting_as(cast.aisha):
        danger = acts.say_danger(by=cast.aisha, about=cast.leo, what="He comes at night.")
    assert browse("aisha").get(at(cast, "rate-safety", danger.pk)).status_code == 404
    assert browse("aisha").get(at(cast, "set-safety-goal", danger.pk)).status_code == 404
    assert browse("sol").get(at(cast)).status_code == 302
    assert browse("priya").get(at(cast)).status_code == 404
    assert browse("kelly").get(at(cast)).status_code == 404
    with acting_as(cast.aisha):
        assert DomainNote.objects.count() == 0
