"""The family tree: drawn, told, asked about by whoever may write, and nothing of it let out ungated (S3-07)."""

import re

import pytest
from django.db import DatabaseError

from kith.access import acting_as
from kith.people import acts
from kith.people.models import Asking, GettingOn, Relationship, Residence, TreeConfirmation
from kith.record.models import Act
from kith.sharing.models import Paper, Release
from tests.cast import TODAY
from tests.handing import child_actor, handed_over
from tests.pages.staff.counting import queries_of_the_page
from tests.people.doing import a_risk, kelly_is_parent
from tests.people.test_describing import seal
from tests.visits.going import text

FORMS = ["tree/asked", "tree/still-right", "tree/getting-on", "tree/print"]
BESIDE_KELLY = ["add/parent", "add/child", "add/partner", "add/other"]


def at(cast, part="tree", child="maya"):
    return f"/children/{cast.people[child].ref}/{part}/"


def beside(cast, what, of="kelly"):
    return at(cast, f"tree/{cast.people[of].ref}/add/{what}")


@pytest.mark.parametrize("view", ["", "practice", "getting_on", "own"])
def test_the_tree_is_drawn_and_told(cast, browse, view):
    page = browse("aisha").get(at(cast), {"view": view})
    assert page.status_code == 200
    assert "<svg" in page.content.decode()
    assert "Kelly Okafor" in text(page)


def test_every_form_can_be_opened(cast, browse):
    aisha = browse("aisha")
    for path in [*(at(cast, part) for part in FORMS), *(beside(cast, what[4:]) for what in BESIDE_KELLY)]:
        assert (path, aisha.get(path).status_code) == (path, 200)


def test_a_brother_told_of_no_father_is_a_question_with_whom_was_asked(cast, browse):
    aisha = browse("aisha")
    assert "Sam’s father: not known" in text(aisha.get(at(cast)))
    sent = {"topic": "father", "asked_who": "Kelly", "outcome": "would_not_say", "said": "When she is ready."}
    assert aisha.post(at(cast, "tree/asked"), sent).status_code == 303
    with acting_as(cast.aisha):
        assert Asking.objects.get().outcome == "would_not_say"
    assert "When she is ready." in text(aisha.get(at(cast)))


def test_somebody_new_is_put_beside_the_mother(cast, browse):
    aisha = browse("aisha")
    sent = {"who": "new", "given": "Rose", "family": "Okafor", "sex": "F", "kind": "parent", "born-year": "1964"}
    assert aisha.post(beside(cast, "parent"), sent).status_code == 303
    page = text(aisha.get(at(cast)))
    assert "Rose Okafor" in page
    assert "Grandmother" in page


def test_s3_07_an_unborn_baby_of_both_makes_a_confirmed_tree_one_to_confirm(cast, browse):
    with acting_as(cast.aisha):
        acts.confirm_tree(by=cast.aisha, about=cast.maya, family_asked="no")
        acts.add_relationship(by=cast.aisha, about=cast.people["kelly"], other=cast.people["tomek"], kind="spouse")
        acts.confirm_tree(by=cast.aisha, about=cast.maya, family_asked="no")
    aisha = browse("aisha")
    assert "Up to date" in text(aisha.get(at(cast)))
    due = {"expected_on-day": 1, "expected_on-month": 3, "expected_on-year": 2027}
    sent = {"who": "new", "unnamed": "on", "sex": "U", "kind": "parent", "second": cast.people["tomek"].ref, **due}
    assert aisha.post(beside(cast, "child"), sent).status_code == 303
    shown = aisha.get(at(cast))
    assert "due Mar 2027" in text(shown)
    assert re.search(r'<path d="M[^"L]*L[^"L]*L[^"L]*Z" class="kith-drawing__shape"', shown.text), "a triangle"
    assert "Up to date" not in text(shown)
    assert "was written into the family, beside" in text(shown)
    for page in ("story", "family"):
        assert "was written into the family, beside" in text(aisha.get(at(cast, page)))
    with acting_as(cast.aisha):
        acts.confirm_tree(by=cast.aisha, about=cast.maya, family_asked="no")
    assert "Up to date" in text(aisha.get(at(cast))), "looked at again"


def test_what_was_typed_is_kept_when_something_is_missing(cast, browse):
    aisha = browse("aisha")
    answer = aisha.post(beside(cast, "parent"), {"who": "new", "given": "Rosamund", "kind": ""})
    assert (answer.status_code, "Rosamund" in answer.content.decode()) == (422, True)
    answer = aisha.post(at(cast, "tree/asked"), {"topic": "father", "said": "Not today", "outcome": "would_not_say"})
    assert (answer.status_code, "Not today" in answer.content.decode()) == (422, True)
    answer = aisha.post(at(cast, "tree/still-right"), {"family_asked": "yes", "note": "By telephone"})
    assert (answer.status_code, "By telephone" in answer.content.decode()) == (422, True)
    assert "Say who of the family" in text(answer)


def test_a_child_of_another_worker_is_not_written_as_somebodys_child_from_here(cast, browse):
    with acting_as(cast.system):
        other = acts.begin_record(by=cast.system, given="Ada", family="Quay")
    sent = {"who": "find", "find": "Ada Quay", "match": other.ref, "kind": "parent"}
    answer = browse("aisha").post(beside(cast, "child"), sent)
    assert answer.status_code == 422
    assert "Ask whoever works with Ada Quay" in text(answer)
    assert not Relationship.objects.filter(person=other).exists()


def test_beside_somebody_not_of_this_family_or_not_the_readers_to_describe_there_is_no_page(cast, browse):
    aisha = browse("aisha")
    assert aisha.get(beside(cast, "parent", of="gary")).status_code == 404
    assert aisha.get(beside(cast, "neighbour")).status_code == 404
    with acting_as(cast.system):
        acts.add_relationship(by=cast.system, about=cast.people["kelly"], other=cast.people["gary"], kind="partner")
    shown = aisha.get(at(cast)).content.decode()
    assert "Gary Stone" in shown
    assert f"/tree/{cast.people['gary'].ref}/add/" not in shown
    assert f"/tree/{cast.people['kelly'].ref}/add/" in shown
    assert aisha.get(beside(cast, "parent", of="gary")).status_code == 404


def test_how_two_get_on_is_written_down_and_shown_only_where_it_was_asked_for(cast, browse):
    aisha = browse("aisha")
    sent = {
        "one": cast.maya.ref,
        "other": cast.people["kelly"].ref,
        "quality": "strained",
        "said_by": "Maya",
        "words": "We shout.",
    }
    assert aisha.post(at(cast, "tree/getting-on"), sent).status_code == 303
    with acting_as(cast.aisha):
        assert GettingOn.objects.get().words == "We shout."
    assert "We shout." in text(aisha.get(at(cast), {"view": "getting_on"}))
    for view in ("practice", "own"):
        assert "We shout." not in aisha.get(at(cast), {"view": view}).content.decode()
    assert aisha.post(at(cast, "tree/getting-on"), {**sent, "said_by": ""}).status_code == 422


def test_the_tree_is_confirmed_with_the_family(cast, browse):
    aisha = browse("aisha")
    sent = {"family_asked": "yes", "with_whom": "Kelly"}
    assert aisha.post(at(cast, "tree/still-right"), sent).status_code == 303
    with acting_as(cast.aisha):
        assert TreeConfirmation.objects.get().with_whom == "Kelly"
    for page in ("tree", "family", "story"):
        assert "Up to date" in text(aisha.get(at(cast, page)))


def test_it_is_shown_as_it_was_on_another_day(cast, browse):
    with acting_as(cast.system):
        row = kelly_is_parent(cast)
        acts.add_new_relative(by=cast.system, about=cast.maya, kind="parents_partner", given="Dean", since=None)
    day = {"on-day": 1, "on-month": 1, "on-year": 2026}
    page = browse("aisha").get(at(cast), day)
    assert "As it was on 1 January 2026" in text(page)
    assert "Sam Okafor" not in page.content.decode().partition("<svg")[2].partition("</svg>")[0], "born in March"
    assert row.until_on is None
    assert browse("aisha").get(at(cast), {"on-day": 31, "on-month": 2, "on-year": 2026}).status_code == 422


def test_an_adults_danger_an_address_and_a_sealed_brother_are_in_no_picture(cast, browse):
    with acting_as(cast.aisha):
        acts.add_relationship(by=cast.aisha, about=cast.maya, other=cast.people["gary"], kind="parents_partner")
        a_risk(cast, cast.aisha)
    seal(cast, "leo")
    for view in ("practice", "getting_on", "own"):
        page = browse("aisha").get(at(cast), {"view": view}).content.decode()
        figure = page.partition('class="kith-figure"')[2]
        assert "Larkspur" not in page
        assert "Leo" not in page
        assert "frightens children" not in figure


def test_another_team_is_asked_why_first_and_a_reader_is_shown_nothing_to_press(cast, browse):
    sol = browse("sol")
    assert sol.get(at(cast)).status_code == 302
    sol.post(at(cast, "because"), {"because": "Duty: a neighbour rang."})
    if (page := sol.get(at(cast))).status_code == 200:
        assert "/add/" not in page.content.decode()
    for part in FORMS:
        assert sol.get(at(cast, part)).status_code in (302, 404)


def test_a_tree_costs_the_same_however_many_are_in_it(cast, browse):
    aisha = browse("aisha")
    aisha.get(at(cast))
    with acting_as(cast.system):
        for n in range(8):
            acts.add_new_relative(by=cast.system, about=cast.people["kelly"], kind="parent", given=f"Nan {n}")
    with queries_of_the_page(14):
        assert aisha.get(at(cast)).status_code == 200


# -- a copy


def copy_for(cast, browse, view="practice", who="kelly", **more):
    sent = {"recipient": cast.people[who].ref if who else "0", "who_else_sees": "nobody else", "paper": "a4", **more}
    return browse("aisha").post(f"{at(cast, 'tree/print')}?view={view}", sent)


def test_s3_07_what_leaves_is_the_picture_that_was_seen_kept_with_its_list(cast, browse):
    answer = copy_for(cast, browse, paper="a3")
    assert answer.status_code == 303
    assert answer.url.endswith("?paper=a3")
    with acting_as(cast.aisha):
        release, paper = Release.objects.get(), Paper.objects.get()
        assert (release.kind, release.recipient_name, paper.form) == ("tree", "Kelly Okafor", "svg")
        assert "Tomek Nowak: father, 34" in release.text
        assert Act.objects.filter(name="release_copy").exists()
    shown = browse("aisha").get(answer.url).content.decode()
    assert "kith-paper--a3" in shown
    assert "<svg" in shown


def test_s3_07_a_copy_for_the_family_shows_no_home_and_never_how_people_get_on(cast, browse):
    with acting_as(cast.aisha):
        acts.note_getting_on(
            by=cast.aisha, about=cast.maya, one=cast.maya, other=cast.leo, quality="strained", said_by="Maya"
        )
    refused = copy_for(cast, browse, "getting_on")
    assert refused.status_code == 422
    assert "never in a copy for the family" in text(refused)
    assert copy_for(cast, browse).status_code == 303
    assert copy_for(cast, browse, "own").status_code == 303
    with acting_as(cast.aisha):
        for release in Release.objects.all():
            picture = bytes(Paper.objects.get(release=release).data).decode()
            assert "home" not in (release.text + picture).lower()
            assert "strained" not in (release.text + picture).lower()


def test_a_copy_for_a_court_says_how_people_get_on_only_when_that_was_chosen(cast, browse):
    with acting_as(cast.aisha):
        acts.note_getting_on(
            by=cast.aisha, about=cast.maya, one=cast.maya, other=cast.leo, quality="strained", said_by="Maya"
        )
    for view, said in (("practice", False), ("getting_on", True)):
        answer = copy_for(cast, browse, view, who=None, recipient_name="The clerk to the court")
        assert answer.status_code == 303
        with acting_as(cast.aisha):
            release = Release.objects.order_by("-pk").first()
            assert ("strained" in release.text.lower()) is said
            assert "A protected home" in release.text


def test_a_name_that_gives_an_address_away_stops_the_copy(cast, browse):
    with acting_as(cast.aisha):
        acts.give_name(by=cast.aisha, about=cast.sam, kind="known_as", given="Sam of Larkspur", family="Court")
    answer = copy_for(cast, browse, who=None, recipient_name="A clerk")
    assert answer.status_code == 422
    assert "must not reach A clerk" in text(answer)
    assert not Release.objects.exists()


def test_nobody_to_read_it_nothing_said_of_home_and_nothing_has_left(cast, browse):
    answer = copy_for(cast, browse, who_else_sees="")
    assert answer.status_code == 422
    assert copy_for(cast, browse, recipient="").status_code == 422
    assert not Release.objects.exists()
    assert not Paper.objects.exists()


def test_the_page_of_a_copy_says_the_day_and_whose_work_it_is(cast, browse):
    page = text(browse("aisha").get(at(cast, "tree/print")))
    assert re.search(rf"on {TODAY.day} \w+ {TODAY.year}. Drawn for this copy by Aisha Khan", page)


# -- a child's own


def given(cast, browse, **details):
    return copy_for(cast, browse, "own", who="maya", **details)


def test_a_child_has_the_picture_on_their_own_pages_once_somebody_gave_it_to_them(cast, browse):
    tablet = handed_over(cast, browse)
    assert "There is no picture of your family here yet." in text(tablet.get("/p/me/people/drawn/"))
    assert given(cast, browse).status_code == 303
    page = tablet.get("/p/me/people/drawn/").content.decode()
    assert "<svg" in page
    for shown in ("Kelly Okafor", "mother", "Leo Okafor-Nowak", "My family, as Aisha knows it"):
        assert shown in page
    for hidden in ("Larkspur", "Tanner", "home", "Home", "Mum’s", ", 34", "protected", "parental"):
        assert hidden not in re.sub(r"<script.*?</script>|corner-home|<style.*?</style>", "", page), hidden


def test_a_childs_login_reads_its_own_picture_and_no_relationship_home_or_other_copy(cast, browse):
    assert given(cast, browse).status_code == 303
    assert copy_for(cast, browse, "own").status_code == 303  # Kelly's
    maya, leo = child_actor(cast), child_actor(cast, "leo")
    with acting_as(maya):
        assert [(one.kind, one.recipient_id) for one in Release.objects.all()] == [("own_tree", cast.maya.pk)]
        assert Paper.objects.count() == 1
    with acting_as(leo):
        assert not Release.objects.exists()
        assert not Paper.objects.exists()


@pytest.mark.parametrize("table", [Relationship, Residence])
def test_a_childs_login_holds_no_grant_on_who_belongs_to_whom_or_where_anybody_lives(cast, table):
    maya = child_actor(cast)
    with pytest.raises(DatabaseError, match="permission denied"), acting_as(maya):
        table.objects.count()


def test_how_people_get_on_is_no_picture_for_a_child(cast, browse):
    assert copy_for(cast, browse, "getting_on", who="maya").status_code == 422
    assert copy_for(cast, browse, "practice", who="maya").status_code == 303
    with acting_as(cast.aisha):
        assert Release.objects.get().kind == "own_tree"
        assert "parental" not in Release.objects.get().text


def test_a_name_that_gives_an_address_away_never_reaches_the_childs_page(cast, browse):
    with acting_as(cast.aisha):
        acts.give_name(by=cast.aisha, about=cast.sam, kind="known_as", given="Sam of Larkspur", family="Court")
    assert given(cast, browse).status_code == 422
    assert not Release.objects.exists()
