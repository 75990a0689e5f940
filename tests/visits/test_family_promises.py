"""What the family says it will do: their own word, told or written, and what became of it (N17)."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from kith.access import acting_as
from kith.directory.models import Notice
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.visits import queries, rules
from kith.visits.acts import change_as_family, end_family_promise, note_family_promise, plan_visit, say_as_family
from kith.visits.models import FamilyPromise, PlannedVisit
from tests.cast import NOW, TODAY
from tests.pages.staff.test_keeping import day
from tests.visits.going import page, seal, text, the_log_will_not_be_written

FRIDAY = TODAY + timedelta(days=3)


def says(cast, who="kelly", child="maya", **given):
    actor = cast.actors[who]
    details = {"text": "I will ring the school myself", "due_on": FRIDAY, **given}
    with acting_as(actor):
        return say_as_family(by=actor, about=cast.people[child], **details)


def noted(cast, **given):
    details = {"who": cast.people["kelly"], "text": "Bed by eight", "due_on": FRIDAY, **given}
    return note_family_promise(by=cast.aisha, about=cast.maya, **details)


def ended(cast, promise, outcome="kept", words="", **given):
    return end_family_promise(by=cast.aisha, about=cast.maya, promise=promise, outcome=outcome, words=words, **given)


def test_a_mother_writes_it_herself_and_the_lead_worker_is_told(cast):
    says(cast)
    with acting_as(cast.aisha):
        promise = FamilyPromise.objects.get()
        assert (promise.by_name, promise.themselves, promise.by_person) == ("Kelly Okafor", True, cast.people["kelly"])
        notice = Notice.objects.get(kind="family_said")
        assert "Kelly" not in notice.sentence
        assert "Maya" not in notice.sentence


def test_whoever_said_it_reads_it_and_no_other_of_the_family(cast):
    says(cast)
    for reader, reads in (("kelly", 1), ("tomek", 0), ("gary", 0), ("aisha", 1), ("grace", 1)):
        with acting_as(cast.actors[reader]):
            assert queries.said_by_family([cast.maya]).count() == reads, reader


def test_of_a_sealed_child_a_mother_reads_nothing_she_said(cast):
    says(cast)
    seal(cast, cast.maya)
    with acting_as(cast.actors["kelly"]):
        assert not queries.said_by_family([cast.maya]).exists()


@pytest.mark.parametrize("who", ["gary", "priya", "aisha"])
def test_nobody_else_writes_as_the_family(cast, who):
    with pytest.raises(NotYours):
        says(cast, who)


def test_a_father_says_nothing_for_a_child_who_is_not_his(cast):
    with pytest.raises(NotYours):
        says(cast, "tomek", "sam")


@pytest.mark.parametrize(
    ("given", "field"), [({"text": " "}, "text"), ({"due_on": TODAY - timedelta(days=1)}, "due_on")]
)
def test_something_is_said_for_a_day_still_to_come(cast, given, field):
    with pytest.raises(Refused) as refused:
        says(cast, **given)
    assert refused.value.field == field
    with acting_as(cast.aisha), pytest.raises(Refused):
        noted(cast, **given)


def test_said_before_its_day_is_over_a_change_is_notice_and_afterwards_it_is_not(cast):
    for due_on, outcome in ((TODAY, "changed_told"), (FRIDAY, "changed_told")):
        promise = says(cast, due_on=due_on)
        with acting_as(cast.actors["kelly"]):
            change_as_family(by=cast.actors["kelly"], about=cast.maya, promise=promise, words="My shift moved")
            assert promise.outcome == outcome
    late = says(cast)
    after = cast.at("kelly", NOW + timedelta(days=5))
    with acting_as(after):
        change_as_family(by=after, about=cast.maya, promise=late, words="I forgot, sorry")
        assert late.outcome == "changed_not_told"


def test_a_change_needs_a_few_words_is_said_once_and_only_by_whoever_said_it(cast):
    promise, kelly, tomek = says(cast), cast.actors["kelly"], cast.actors["tomek"]
    with acting_as(tomek), pytest.raises(NotYours):
        change_as_family(by=tomek, about=cast.maya, promise=promise, words="Not mine")
    with acting_as(kelly):
        with pytest.raises(Refused, match="what has changed"):
            change_as_family(by=kelly, about=cast.maya, promise=promise, words=" ")
        change_as_family(by=kelly, about=cast.maya, promise=promise, words="My shift moved")
        with pytest.raises(Refused, match="already"):
            change_as_family(by=kelly, about=cast.maya, promise=promise, words="Again")


def test_a_worker_says_how_it_ended_with_words_for_all_but_done(cast):
    with acting_as(cast.aisha):
        promise = noted(cast)
        with pytest.raises(Refused, match="how it ended"):
            ended(cast, promise, "forgotten")
        with pytest.raises(Refused, match="what happened instead"):
            ended(cast, promise, "missed", "n/a")
        with pytest.raises(Refused, match="before it was said"):
            ended(cast, promise, on=TODAY - timedelta(days=1))
        ended(cast, promise, "missed", "The bus did not come that week.")
        with pytest.raises(Refused, match="already"):
            ended(cast, promise)


@pytest.mark.parametrize("name", ["note", "end"])
def test_another_team_neither_notes_nor_ends_it(cast, name):
    promise, about = says(cast), {"by": cast.sol, "about": cast.maya}
    doing = {
        "note": lambda: note_family_promise(**about, who=cast.people["kelly"], text="Ring", due_on=FRIDAY),
        "end": lambda: end_family_promise(**about, promise=promise, outcome="kept"),
    }[name]
    with acting_as(cast.sol), pytest.raises(NotYours):
        doing()


@pytest.mark.parametrize("doing", ["say", "note", "change", "end"])
def test_nothing_is_kept_when_the_log_cannot_be_written(cast, doing):
    promise, kelly = says(cast), cast.actors["kelly"]
    with the_log_will_not_be_written(), acting_as(kelly if doing in ("say", "change") else cast.aisha):
        {
            "say": lambda: say_as_family(by=kelly, about=cast.maya, text="More", due_on=FRIDAY),
            "note": lambda: noted(cast),
            "change": lambda: change_as_family(by=kelly, about=cast.maya, promise=promise, words="No"),
            "end": lambda: ended(cast, promise),
        }[doing]()
    with acting_as(cast.aisha):
        assert [(one.outcome, one.text) for one in FamilyPromise.objects.all()] == [
            ("", "I will ring the school myself")
        ]


# -- both directions, counted


def visit(**given):
    plain = {"unannounced": False, "visited_id": None, "visited": None, "moved_by": "", "told_before": ""}
    return SimpleNamespace(**{**plain, **given})


def test_the_familys_word_is_counted_in_the_same_four_ends_and_ours_is_not_theirs():
    in_and_seen = SimpleNamespace(not_seen_because="")
    nobody_in = SimpleNamespace(not_seen_because="no_answer")
    visits = [
        visit(visited_id=1, visited=in_and_seen),
        visit(visited_id=2, visited=nobody_in),
        visit(moved_by="family", told_before="yes"),
        visit(moved_by="child", told_before="no"),
        visit(moved_by="us", told_before="no"),
        visit(moved_by="family", told_before="not_safe"),
        visit(unannounced=True, visited_id=3, visited=nobody_in),
    ]
    said = [
        SimpleNamespace(outcome="kept", due_on=TODAY),
        SimpleNamespace(outcome="missed", due_on=TODAY),
        SimpleNamespace(outcome="", due_on=TODAY - timedelta(days=1)),
        SimpleNamespace(outcome="", due_on=FRIDAY),
    ]
    assert rules.tally_theirs(said, visits, NOW) == rules.Kept(
        kept=2, changed_told=1, changed_not_told=1, missed=2, waiting=1
    )


# -- pages


def test_a_mother_asks_for_a_time_the_worker_plans_it_and_both_sides_stand_in_one_table(cast, browse):
    kelly, aisha = browse("kelly"), browse("aisha")
    path = f"/p/word/{cast.maya.ref}/"
    assert path in kelly.get("/p/").content.decode()
    short = kelly.post(path, {"what": "visit", "text": "After her swimming", "at": ""})
    assert short.status_code == 422
    assert "After her swimming" in text(short)
    sent = {"what": "visit", "text": "After her swimming", "at": "4:30pm", **day("due_on", FRIDAY)}
    assert kelly.post(path, sent).status_code == 303
    assert "You asked us to come" in text(kelly.get("/p/"))

    contacts = text(aisha.get(page("child-contacts", cast.maya)))
    assert "After her swimming" in contacts
    assert "Kelly Okafor, on their own page" in contacts
    asked = FamilyPromise.objects.get().asks_for
    plan = text(aisha.get(page("plan-visit", cast.maya), {"at": asked.isoformat()}))
    assert "4:30pm" in plan
    assert aisha.get(page("plan-visit", cast.maya), {"at": "soon"}).status_code == 200

    promise = FamilyPromise.objects.get()
    end = f"{page('child-contacts', cast.maya).removesuffix('contacts/')}family-said/{promise.pk}/"
    assert aisha.get(end).status_code == 200
    done = {"outcome": "kept", **day("on", TODAY)}
    assert aisha.post(end, done).status_code == 303
    contacts = text(aisha.get(page("child-contacts", cast.maya)))
    assert "They said" in contacts
    assert "Thank you." in text(kelly.get("/p/"))


def test_a_mother_says_that_it_has_to_change_and_a_father_finds_no_such_page(cast, browse):
    promise = says(cast)
    path = f"/p/word/{promise.pk}/change/"
    assert browse("tomek").get(path).status_code == 404
    kelly = browse("kelly")
    assert "I will ring the school myself" in text(kelly.get(path))
    assert kelly.post(path, {"words": "My shift moved"}).status_code == 303
    assert "It changed: My shift moved" in text(kelly.get("/p/"))
    assert kelly.get(path).status_code == 404


def test_a_worker_writes_down_what_a_father_said(cast, browse):
    aisha = browse("aisha")
    path = f"{page('child-contacts', cast.maya).removesuffix('contacts/')}family-said/"
    sent = {"who": cast.people["tomek"].ref, "what": "do", "text": "Bring her coat", **day("due_on", FRIDAY)}
    assert aisha.post(path, {**sent, "who": ""}).status_code == 422
    assert aisha.post(path, sent).status_code == 303
    with acting_as(cast.aisha):
        assert FamilyPromise.objects.get().by_name == "Tomek Nowak"
        assert Act.objects.filter(name="note_family_promise").exists()
    assert "Bring her coat" not in text(browse("kelly").get("/p/"))
    assert "Bring her coat" in text(browse("tomek").get("/p/"))


def test_a_visit_made_counts_on_both_sides(cast):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=1))
        arranged = list(PlannedVisit.objects.select_related("visited"))
    assert rules.tally_theirs([], arranged, NOW) == rules.Kept()
