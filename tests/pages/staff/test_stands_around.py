"""What stands around a child, on its pages: needs, services, consent, the family's meeting, other work, places."""

import re
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.involvement.models import FamilyMeeting, Need, PlaceLink, Screening, Touchpoint
from kith.people.models import Agreed, Delegation, ServiceKnown
from kith.people.rules import URGENT
from tests.cast import TODAY
from tests.involvement.around import linked, needed, offered, screened, touched
from tests.involvement.caring import under
from tests.pages.staff.test_whole import day
from tests.visits.going import page
from tests.visits.going import text as html


def text(answer):
    """What is read on the page."""
    return re.sub(r"\s+([.,:;])", r"\1", " ".join(re.sub(r"<[^>]+>", " ", html(answer)).split()))


def days_ago(days):
    return TODAY - timedelta(days=days)


def read(browse, name, *where, **told):
    return text(browse(name).get(page(*where, **told)))


def test_a_record_nothing_stands_around_says_so_calmly(cast, browse):
    shown = read(browse, "aisha", "child-around", cast.maya)
    for words in ("Nothing is written here.", "It has not been offered.", "No place is linked to Maya."):
        assert words in shown
    assert "School: Not known: nobody has asked yet." in shown
    assert "Health visitor" not in shown  # Maya is nine


def test_s1_32_a_need_of_now_stands_on_every_page_and_on_today_until_it_is_there(cast, browse):
    aisha = browse("aisha")
    given = {**day("on", TODAY), "kind": "food", "what": "Food for the weekend", "lane": "now", "also": [cast.leo.ref]}
    answer = aisha.post(page("say-need", cast.maya), given)
    assert answer.status_code == 303
    for child in (cast.maya, cast.leo):
        assert "Needed now: Food for the weekend" in text(aisha.get(page("child-voice", child)))
    assert "Food for the weekend" in text(aisha.get("/today/"))
    assert "nobody brings it yet" in text(aisha.get("/today/"))
    with acting_as(cast.aisha):
        need = Need.objects.get(person=cast.maya)
    assert aisha.post(page("arrange-need", cast.maya, need.pk), {"brings": "Nan Rose"}).status_code == 303
    assert "Nan Rose brings it" in text(aisha.get(page("child-voice", cast.maya)))
    there = {**day("on", TODAY), "how": "Nan brought it."}
    assert aisha.post(page("meet-need", cast.maya, need.pk), there).status_code == 303
    assert "Needed now" not in text(aisha.get(page("child-voice", cast.maya)))
    assert aisha.get(page("meet-need", cast.maya, need.pk)).status_code == 404


def test_a_need_told_for_somebody_elses_child_is_not_there(cast, browse):
    need = needed(cast, about=cast.leo)
    assert browse("aisha").get(page("meet-need", cast.maya, need.pk)).status_code == 404
    assert browse("sol").get(page("say-need", cast.maya)).status_code in (302, 404)


def test_a_need_that_is_no_day_keeps_what_was_typed(cast, browse):
    answer = browse("aisha").post(page("say-need", cast.maya), {"what": "Two blankets", "lane": "now"})
    assert answer.status_code == 422
    assert "Two blankets" in answer.content.decode()
    assert "Choose what is needed." in text(answer)


def test_s1_20_a_child_without_a_school_is_a_gap_until_it_is_known(cast, browse):
    aisha = browse("aisha")
    answer = aisha.post(page("say-service", cast.maya, "school"), {**day("on", TODAY), "standing": "not_registered"})
    assert answer.status_code == 303
    shown = text(aisha.get(answer.url))
    assert "Check whether education is missed." in shown
    assert "Aisha Khan is asking; to be known by" in shown
    given = {**day("on", TODAY), "standing": "registered", "name": "St Anne’s Primary"}
    aisha.post(page("say-service", cast.maya, "school"), given)
    assert "St Anne’s Primary. They are registered there." in text(aisha.get(answer.url))
    with acting_as(cast.aisha):
        assert ServiceKnown.objects.count() == 2
    assert aisha.get(page("say-service", cast.maya, "moon")).status_code == 404


def test_s1_18_the_table_says_who_can_agree_and_that_it_delays_nothing_urgent(cast, browse):
    shown = read(browse, "aisha", "child-consent", cast.maya)
    assert URGENT in shown
    assert "A school trip: any of Kelly Okafor, Tomek Nowak" in shown
    assert "every one of Kelly Okafor, Tomek Nowak" in shown
    assert "not verified" in shown
    assert "Nobody is written down as having parental responsibility" in read(
        browse, "aisha", "child-consent", cast.sam
    )


def test_s1_18_the_words_of_urgency_go_out_on_paper_too(cast, browse):
    paper = browse("aisha").get(page("child-print", cast.maya, "consent")).content.decode()
    assert URGENT in paper
    assert "Kelly Okafor" in paper


def test_s1_18_a_yes_that_is_not_enough_is_kept_and_says_who_must(cast, browse):
    aisha = browse("aisha")
    given = {**day("on", TODAY), "topic": "medical", "what": "A filling", "who": "other", "said": "yes"}
    assert aisha.post(page("note-agreed", cast.maya), given).status_code == 422
    answer = aisha.post(page("note-agreed", cast.maya), {**given, "who_else": "Rose Adams"}, follow=True)
    assert "Saved. It is not enough yet: Rose Adams cannot agree to this alone." in text(answer)
    with acting_as(cast.aisha):
        assert Agreed.objects.get().who == "Rose Adams"


def test_s1_18_delegated_by_a_holder_and_ended_again(cast, browse):
    aisha = browse("aisha")
    given = {
        **day("on", TODAY),
        "topic": "hair",
        "to_name": "Rose Adams",
        "given_by": cast.people["kelly"].ref,
        "written_where": "A letter",
    }
    assert aisha.post(page("delegate", cast.maya), given).status_code == 303
    assert "Kelly Okafor lets Rose Adams decide it (A letter)." in text(aisha.get(page("child-consent", cast.maya)))
    with acting_as(cast.aisha):
        row = Delegation.objects.get()
        assert row.given_by == cast.people["kelly"]
    assert aisha.post(page("end-delegation", cast.maya, row.pk), day("on", TODAY)).status_code == 303
    assert aisha.get(page("end-delegation", cast.maya, row.pk)).status_code == 404
    told = {**day("on", TODAY), "topic": "medical", "answer": "yes", "how": "She told me."}
    assert aisha.post(page("judge-understanding", cast.maya), told).status_code == 303
    assert "understands this well enough to decide" in text(aisha.get(page("child-consent", cast.maya)))


def test_e17_offered_or_why_not_and_their_own_plan(cast, browse):
    aisha = browse("aisha")
    path = page("offer-family-meeting", cast.maya)
    no = {**day("on", TODAY), "offered": "no", "because": "To meet would put Kelly in danger."}
    assert aisha.post(path, no).status_code == 303
    assert aisha.post(path, {**no, "offered": "yes"}).status_code == 422  # to nobody
    assert aisha.post(path, {**no, "offered": "yes", "offered_to": "Nan Rose"}).status_code == 303
    with acting_as(cast.aisha):
        meeting = FamilyMeeting.objects.get(offered_on=TODAY)
        none = FamilyMeeting.objects.get(offered_on=None)
    assert aisha.get(page("note-family-meeting", cast.maya, none.pk)).status_code == 404
    given = {**day("held_on", TODAY), "family_plan": "Nan has them on Fridays."}
    assert aisha.post(page("note-family-meeting", cast.maya, meeting.pk), given).status_code == 303
    shown = text(aisha.get(page("child-around", cast.maya)))
    assert "Their own plan Nan has them on Fridays." in shown
    assert "Not offered: To meet would put Kelly in danger." in shown


def test_s3_30_before_court_the_offer_is_asked_for_and_marked_as_not_verified(cast, browse):
    touched(cast, "before_court")
    shown = read(browse, "aisha", "child-around", cast.maya)
    assert "The family is offered a meeting to make their own plan before anybody applies to court." in shown
    assert "Not verified" in shown
    offered(cast)
    assert "before anybody applies to court" not in read(browse, "aisha", "child-around", cast.maya)


def test_e32_other_work_is_begun_added_to_handed_on_and_ended(cast, browse):
    aisha = browse("aisha")
    given = {**day("on", days_ago(20)), "step": "ehc_asked", "what": "Nursery asked."}
    answer = aisha.post(page("begin-touchpoint", cast.maya, "ehc"), given)
    assert answer.status_code == 303
    shown = text(aisha.get(answer.url))
    assert "Decide whether to assess education, health and care needs" in shown
    assert "Limit not verified" in shown
    with acting_as(cast.aisha):
        pk = Touchpoint.objects.get().pk
    step = {**day("on", days_ago(2)), "step": "ehc_decided", "words": "They will assess."}
    assert aisha.post(page("note-touchpoint", cast.maya, pk), step).status_code == 303
    shown = text(aisha.get(answer.url))
    assert "They will assess." in shown
    assert aisha.post(page("hand-touchpoint", cast.maya, pk), {"owner": ""}).status_code == 422
    handed = {"owner": str(cast.staff["grace"].pk)}
    assert aisha.post(page("hand-touchpoint", cast.maya, pk), handed).status_code == 303
    assert "Grace Adeyemi owns it" in text(aisha.get(answer.url))
    end = {**day("on", TODAY), "outcome": "plan", "because": "The plan is issued."}
    assert aisha.post(page("end-touchpoint", cast.maya, pk), end).status_code == 303
    assert "There is a plan" in text(aisha.get(answer.url))
    for name in ("note-touchpoint", "hand-touchpoint", "end-touchpoint"):
        assert aisha.get(page(name, cast.maya, pk)).status_code == 404
    assert aisha.get(page("begin-touchpoint", cast.maya, "moon")).status_code == 404


def test_e31_to_the_one_it_is_about_an_allegation_is_not_there(cast, browse):
    aisha = browse("aisha")
    given = {
        **day("on", TODAY),
        "step": "la_known",
        "what": "A hand on her wrist.",
        "about_account": str(cast.staff["theo"].pk),
        "owner": str(cast.staff["grace"].pk),
    }
    answer = aisha.post(page("begin-touchpoint", cast.maya, "allegation"), given)
    assert "A hand on her wrist." in text(aisha.get(answer.url))
    assert "A hand on her wrist." in text(browse("grace").get(answer.url))
    theo = browse("theo")
    theo.post(page("give-because", cast.maya), {"because": "On duty tonight."})
    assert theo.get(answer.url).status_code == 404
    for name in ("child-around", "child-clocks", "child-story", "child"):
        shown = html(theo.get(page(name, cast.maya)))
        assert "wrist" not in shown
        assert answer.url not in shown
        assert "Report an allegation" not in shown
    theirs = {**given, "about_account": str(cast.staff["grace"].pk)}
    assert aisha.post(page("begin-touchpoint", cast.maya, "allegation"), theirs).status_code == 422


def test_e29_late_notice_of_private_fostering_is_said(cast, browse):
    work = touched(cast, "private_fostering", planned_on=days_ago(12))
    shown = read(browse, "aisha", "touchpoint", cast.maya, work.pk)
    assert "Notice of private fostering" in shown
    assert "First visit to a privately fostered child" in shown or "privately fostered" in shown


def test_a_place_is_written_about_once_and_each_young_persons_line_apart(cast, browse):
    aisha = browse("aisha")
    given = {**day("on", TODAY), "place": "new", "name": "The pier", "kind": "other", "why": "She waits there."}
    assert aisha.post(page("link-place", cast.maya), given).status_code == 303
    with acting_as(cast.aisha):
        link = PlaceLink.objects.get()
    leos = {**day("on", TODAY), "place": str(link.place_id), "why": "Seen on a bicycle."}
    assert aisha.post(page("link-place", cast.leo), leos).status_code == 303
    note = {"safer": "Lights.", "owner_name": "The parks team", **day("act_by", TODAY)}
    assert aisha.post(page("note-place", cast.maya, link.pk), note).status_code == 303
    shown = text(aisha.get(page("worry-place", cast.maya, link.pk)))
    for words in ("She waits there.", "Lights.", "The parks team", "Leo Okafor-Nowak"):
        assert words in shown
    assert "Seen on a bicycle." not in shown
    assert aisha.get(page("worry-place", cast.leo, link.pk)).status_code == 404
    assert aisha.post(page("unlink-place", cast.maya, link.pk)).status_code == 303
    assert aisha.post(page("unlink-place", cast.maya, link.pk)).status_code == 404


def test_others_at_a_place_are_named_only_to_those_who_work_with_them(cast, browse):
    link = linked(cast)
    linked(cast, about=cast.leo, place=link.place)
    sol = browse("sol")
    sol.post(page("give-because", cast.maya), {"because": "Covering for Aisha today."})
    shown = text(sol.get(page("worry-place", cast.maya, link.pk)))
    others = shown[shown.index("Who else is linked to it") :]
    assert "1 young person you do not work with." in others
    assert "Leo" not in others


def test_a_look_is_saved_with_little_and_finished_with_all_of_it(cast, browse):
    aisha = browse("aisha")
    little = {**day("on", TODAY), "dangers": ["criminal"], "signs": "Two telephones."}
    answer = aisha.post(page("screen-outside", cast.maya), little)
    assert answer.status_code == 303
    with acting_as(cast.aisha):
        look = Screening.objects.get()
    finish = page("finish-screening", cast.maya, look.pk)
    assert aisha.post(finish).status_code == 422
    more = {
        **little,
        "strengths": "She rings her aunt every Friday since June.",
        "not_asked_because": "She was asleep; Tom asks her tomorrow.",
        "what_it_means": "We meet with school on Monday.",
    }
    assert aisha.post(page("add-to-screening", cast.maya, look.pk), more).status_code == 303
    assert aisha.post(finish).status_code == 303
    shown = text(aisha.get(answer.url))
    assert "Used to carry, sell or steal" in shown
    assert aisha.get(finish).status_code == 404


@pytest.mark.parametrize("name", ["child-around", "child-consent"])
def test_somebody_who_may_not_write_is_offered_nothing_to_write(cast, browse, name):
    needed(cast), offered(cast), touched(cast), linked(cast), screened(cast)
    sol = browse("sol")
    sol.post(page("give-because", cast.maya), {"because": "Covering for Aisha today."})
    shown = html(sol.get(page(name, cast.maya)))
    assert "needs/" not in shown
    assert "/agree/said/" not in shown
    assert "/work/add/" not in shown


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("V2", "Parental responsibility stays with those who have it: the council has none."),
        ("C2", "The council shares parental responsibility while it lasts."),
    ],
)
def test_s1_18_the_law_a_child_is_looked_after_under_stands_beside_who_can_agree(cast, browse, status, words):
    assert "council has none" not in read(browse, "aisha", "child-consent", cast.maya)
    under(cast, status)
    assert words in read(browse, "aisha", "child-consent", cast.maya)
