"""Every need has an answer, or a reason why not (S1-17); racism lived through changes how we work (S2-22)."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from kith.access import acting_as
from kith.calendar import PartDate
from kith.involvement.acts import begin_work
from kith.people.acts import begin_record, move_home, note_adaptation, note_lived_through, protect_address
from kith.people.models import LivedThrough, Residence
from kith.plans.acts import answer_need
from kith.plans.models import NeedAnswer
from kith.standards import queries
from tests.cast import TODAY
from tests.plans.making import begun, lacking, outcome
from tests.standards.records import one
from tests.visits.going import page, text

AREA, OTHER = "NC8 1", "NC9 2"


def child_of(cast, n, postcode=f"{AREA}AA", **said):
    """Another child whose plan has a need no service meets."""
    by = cast.system
    child = begin_record(by=by, given=f"Child{n}", family="Marlow", born=PartDate(TODAY - timedelta(days=3000), "day"))
    begin_work(by=by, about=child, level="child_in_need", source="2A", primary_need="N1")
    move_home(by=by, about=[child], on=TODAY - timedelta(days=90), lines=f"{n} Mill Lane", postcode=postcode)
    lacking(by, outcome(by, begun(by, child)), **said)
    return child


def gaps(client, query="?team=all"):
    return text(client.get(reverse("service-gaps") + query))


def hers(cast):
    with acting_as(cast.aisha):
        return outcome(cast.aisha, begun(cast.aisha, cast.maya))


def test_s1_17_no_service_available_is_in_the_gap_report_with_its_count(cast, browse):
    need = hers(cast)
    assert "every need of a plan is met" in gaps(browse("grace"))
    path = reverse("answer-need", args=[cast.maya.ref, need.pk])
    day = {"since_on-day": 1, "since_on-month": 9, "since_on-year": 2026}
    browse("aisha").post(path, {"met": "no", "lacks": "none", "kind": "child_mind", **day})
    assert NeedAnswer.objects.get().lacks == "none"
    shown = gaps(browse("grace"), "")
    assert "1 child whose plan has a need that no service meets" in shown
    assert "There is no such service here" in shown
    assert "Not told: fewer than 5 in each area." in shown
    plan = text(browse("aisha").get(page("child-plan", cast.maya)))
    served = plan.split('id="served"')[1].split("</section>")[0]
    assert "There is no such service here" in served
    assert "since Tue 1 Sep" in served


def test_s1_17_an_area_of_fewer_than_five_children_is_not_told(cast, browse):
    with acting_as(cast.system):
        for n in range(5):
            child_of(cast, n)
        for n in range(5, 9):
            child_of(cast, n, f"{OTHER}BB")
    shown = gaps(browse("grace"))
    assert OTHER not in shown
    assert AREA not in shown, "from the nine of the whole, four could be worked out"
    with acting_as(cast.system):
        child_of(cast, 9, f"{OTHER}BB")
    shown = gaps(browse("grace"))
    assert AREA in shown
    assert OTHER in shown
    crafted = browse("grace").get(reverse("service-gaps"), {"team": "all", "kind": "child_mind", "area": "NC4 7"})
    assert crafted.context["listed"] is None


def test_s1_17_of_an_area_no_part_is_listed(cast, browse):
    """The five of one area are told; which of them wait for what, and the one who does not, are not."""
    with acting_as(cast.system):
        for n in range(10):
            child_of(cast, n, lacks="none" if n == 0 else "waiting")
    asked = {"team": "all", "kind": "child_mind", "area": AREA}
    assert browse("grace").get(reverse("service-gaps"), asked).context["listed"]["count"] == 10
    assert browse("grace").get(reverse("service-gaps"), {**asked, "why": "none"}).context["listed"] is None


def test_s1_17_a_child_whose_address_is_kept_from_somebody_is_in_no_area(cast, browse):
    with acting_as(cast.system):
        children = [child_of(cast, n) for n in range(10)]
        for child in children[:5]:
            protect_address(
                by=cast.system,
                about=[child],
                address=Residence.objects.get(person=child).address,
                from_person=cast.people["gary"],
                because="He waited at the gate.",
                review_on=TODAY + timedelta(days=90),
            )
    answer = browse("grace").get(reverse("service-gaps") + "?team=all")
    (row,) = answer.context["rows"]
    assert [(one.words, one.count) for one in row["areas"]] == [
        (AREA, 5),
        ("Elsewhere, or not told by area", 5),
    ]


def test_s1_17_every_number_is_the_length_of_its_list(cast, browse):
    with acting_as(cast.system):
        for n in range(6):
            child_of(cast, n, lacks="waiting" if n else "none")
    need = hers(cast)
    with acting_as(cast.aisha):
        lacking(cast.aisha, need)
    grace = browse("grace")
    links = re.findall(
        r'href="([^"]+#list)" data-count="(\d+)"', grace.get(reverse("service-gaps") + "?team=all").content.decode()
    )
    assert {int(n) for _, n in links} == {7, 5, 2}, "six live in one area, and one child is in none: it is not told"
    for href, n in links:
        listed = grace.get(href.replace("&amp;", "&")).context["listed"]
        assert listed["count"] == len(listed["rows"]) + listed["others"] == int(n)


def test_s1_17_what_leaves_has_no_name_and_no_small_number_and_is_kept(cast, browse):
    with acting_as(cast.system):
        for n in range(9):
            child_of(cast, n, lacks="waiting" if n < 8 else "declined")
        child_of(cast, 9, kind="speech")
    sent = {"recipient_name": "Mo Field, commissioner", "why": "For the board on services in December."}
    grace = browse("grace")
    answer = grace.post(reverse("give-gaps") + "?team=all", sent, follow=True)
    lines = list(csv.reader(io.StringIO(answer.content.decode())))
    assert lines[5:] == [
        ["Kind of help", "By", "Which", "Children"],
        ["The child’s mental health", "In all", "", "9"],
        ["The child’s mental health", "Why", "All others together", "9"],
        ["The child’s mental health", "Area", AREA, "9"],
        ["All others together", "In all", "", "hidden"],
    ]
    assert "Marlow" not in answer.content.decode()
    assert browse("aisha").get(reverse("give-gaps")).status_code == 404
    assert browse("aisha").get(reverse("service-gaps")).status_code == 404


def test_s1_17_a_need_without_a_service_says_why_within_ten_working_days(cast):
    need = hers(cast)
    with acting_as(cast.aisha):
        assert (one(cast, "needs-served").state, one(cast, "needs-served").due) == ("due", TODAY + timedelta(days=14))
        answer_need(by=cast.aisha, about=cast.maya, outcome=need, lacks="waiting")
        assert one(cast, "needs-served").state == "met"


# -- S2-22


def told(cast, **given):
    with acting_as(cast.aisha):
        said = {"answer": "yes", "words": "Spat at on the bus.", "told_by": "Kelly", **given}
        return note_lived_through(by=cast.aisha, about=cast.maya, **said)


def agenda(client, cast):
    return [item.text for item in client.get(page("child-supervision", cast.maya)).context["agenda"]]


PROMISE = "practice-adapts"
OWED = "How we fit our work to this family is not written."


def test_s2_22_yes_with_no_adaptation_is_an_item_of_supervision(cast, browse):
    grace = browse("grace")
    assert OWED not in agenda(grace, cast)
    row = told(cast)
    assert OWED in agenda(grace, cast)
    with acting_as(cast.aisha):
        assert one(cast, "practice-adapts").state == "due"
        note_adaptation(by=cast.aisha, about=cast.maya, told=row, what="The same two of us come, and Nan may be there.")
        assert one(cast, "practice-adapts").state == "met"
    assert OWED not in agenda(grace, cast)


@pytest.mark.parametrize("answer", ["no", "not_said"])
def test_s2_22_no_and_rather_not_say_ask_for_nothing(cast, browse, answer):
    told(cast, answer=answer)
    assert OWED not in agenda(browse("grace"), cast)
    with acting_as(cast.aisha):
        assert one(cast, "practice-adapts").state == "not_applicable"


def test_s2_22_a_partner_cannot_read_it(cast, browse):
    told(cast)
    with acting_as(cast.priya), pytest.raises(DatabaseError), transaction.atomic():
        LivedThrough.objects.count()
    for name in ("child-fitting", "say-fitting"):
        assert browse("priya").get(page(name, cast.maya)).status_code == 404


def test_s2_22_nor_does_a_colleague_who_gives_a_reason_learn_of_it_anywhere(cast, browse):
    told(cast)
    with acting_as(cast.aisha):
        begun(cast.aisha, cast.maya)
    sol = browse("sol")
    sol.post(page("give-because", cast.maya), {"because": "I cover for the team this week."})
    assert sol.get(page("child-fitting", cast.maya)).status_code == 404
    for name in ("child-plan", "child-family", "child-story", "child-supervision"):
        answer = sol.get(page(name, cast.maya))
        assert answer.status_code == 200, name
        shown = text(answer)
        assert "Spat at" not in shown
        assert OWED not in shown
        assert "How does our practice adapt" not in shown
    with acting_as(cast.sol):
        assert queries.panel(cast.maya, cast.sol)
        assert all(row.state == "not_applicable" for row in queries.panel(cast.maya, cast.sol) if row.id == PROMISE)


def test_s2_22_the_plan_asks_those_who_work_with_the_child_how_practice_adapts(cast, browse):
    row = told(cast)
    with acting_as(cast.aisha):
        begun(cast.aisha, cast.maya)
    aisha = browse("aisha")
    shown = aisha.get(page("child-plan", cast.maya)).content.decode()
    asked = shown.split('id="adapt"')[1].split("</section>")[0]
    assert "Nobody has written yet what we do differently" in asked
    assert "kith-noprint" in shown.split('id="adapt"')[0].rsplit("<section", 1)[1]
    day = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
    path = reverse("adapt-fitting", args=[cast.maya.ref, row.pk])
    aisha.post(path, {"what": "The same two of us come.", "who": "Aisha Khan", **day})
    assert "The same two of us come." in text(aisha.get(page("child-plan", cast.maya)))


def test_s2_22_it_is_in_no_print_and_no_story_line(cast, browse):
    told(cast)
    aisha = browse("aisha")
    for kind in ("overview", "consent", "lead", "voice"):
        begun_with = aisha.get(page("child-print", cast.maya, kind)).context["form"].initial["text"]
        assert "Spat" not in begun_with
        assert "fit our work" not in begun_with
    assert "Spat" not in text(aisha.get(page("child-story", cast.maya)))
    assert "Spat" not in text(aisha.get(page("court-choose", cast.maya)))


def test_s2_22_why_nothing_is_different_yet_is_told_apart_from_kept(cast):
    row = told(cast)
    with acting_as(cast.aisha):
        note_adaptation(by=cast.aisha, about=cast.maya, told=row, why_not="We meet the family with Rose on Friday.")
        assert one(cast, "practice-adapts").state == "explained"
