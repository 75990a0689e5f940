"""Being looked after: the law first, homes, reviews and what was looked at: told in any order, never refused a fact."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from django.db import ProgrammingError, transaction

from kith.access import acting_as
from kith.decisions.acts import agree_decision, challenge_decision, revise_decision
from kith.decisions.models import Decision
from kith.involvement import acts
from kith.involvement.models import (
    CareCheck,
    CareReview,
    CareReviewLine,
    LegalStatus,
    LevelChange,
    LookedAfter,
    Missing,
    OrderLonger,
    Placement,
    Spell,
)
from kith.people.acts import move_home, protect_address
from kith.people.models import AddressProtection, Residence
from kith.people.queries import homes_of
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import TODAY
from tests.decisions.making import reasons_for
from tests.involvement.caring import at, days_ago, found, gone, listened, lives, longer, reviewed, under
from tests.involvement.test_levels import LESS
from tests.visits.going import the_log_will_not_be_written

# -- the law


def test_design_7_1_police_protection_is_recorded_with_its_time_and_our_decision_is_owed_next_working_day(cast):
    made = under(cast, "L1", at=time(2, 10), because="Found alone on the stairs.")
    assert (made.began_at, made.limit) == (at(TODAY, 2, 10), "police-protection")
    with acting_as(cast.aisha):
        care = LookedAfter.objects.get()
        assert (care.began_on, care.began_because) == (TODAY, "Found alone on the stairs.")
        assert Spell.objects.get(person=cast.maya).level == "looked_after"
        owed = Decision.objects.get(pk=made.decision_id)
        assert (owed.kind, owed.state, owed.owed_by_on) == ("legal", "proposed", TODAY + timedelta(days=1))
        assert care.decision_id == owed.pk


def test_a_time_nobody_knows_counts_from_the_start_of_the_day(cast):
    assert under(cast, "L1", on=days_ago(1)).began_at == at(days_ago(1), 0)


def test_the_law_that_follows_ends_the_one_before_and_the_child_stays_looked_after(cast):
    first = under(cast, "L1", on=days_ago(3), at=time(22))
    under(cast, "C1", on=days_ago(1), at=time(15))
    first.refresh_from_db()
    assert (first.ended_on, first.ended_at) == (days_ago(1), at(days_ago(1), 15))
    with acting_as(cast.aisha):
        assert LookedAfter.objects.get().began_on == days_ago(3)


def test_what_came_first_is_told_late_and_takes_its_place(cast):
    under(cast, "C1", on=days_ago(5))
    police = under(cast, "L1", on=days_ago(7), at=time(23))
    assert (police.ended_on, police.ended_at) == (days_ago(5), at(days_ago(5), 0))
    with acting_as(cast.aisha):
        assert LookedAfter.objects.get().began_on == days_ago(7)
        assert LegalStatus.objects.get(ended_on=None).status == "C1"


def test_a_child_nobody_worked_with_is_looked_after_all_the_same(cast):
    under(cast, "L2", about=cast.people["gary"], by="theo")
    with acting_as(cast.theo):
        assert Spell.objects.get(person=cast.people["gary"]).level == "looked_after"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"status": ""}, "status"),
        ({"status": "C9"}, "status"),
        ({"status": "L1", "at": time(23, 59)}, "on"),
        ({"status": "C1", "on": TODAY + timedelta(days=1)}, "on"),
    ],
)
def test_a_law_there_is_not_or_a_moment_to_come_is_refused(cast, given, field):
    with pytest.raises(Refused) as refusal:
        under(cast, **given)
    assert refusal.value.field == field
    assert under(cast, "C1")  # the twin: the day alone is enough


def test_an_order_that_ended_leaves_the_child_looked_after_until_that_is_said(cast):
    made = under(cast, "L2", on=days_ago(2))
    with acting_as(cast.aisha):
        ending = {"by": cast.aisha, "about": cast.maya, "status": made}
        with pytest.raises(Refused, match="before it began"):
            acts.end_legal_status(**ending, on=days_ago(3))
        with pytest.raises(Refused, match="not come yet"):
            acts.end_legal_status(**ending, on=TODAY, at=time(23))
        ended = acts.end_legal_status(**ending, on=days_ago(1))
        assert (ended.ended_on, ended.ended_at) == (days_ago(1), at(days_ago(1), 23, 59))
        with pytest.raises(Refused, match="already"):
            acts.end_legal_status(**ending)
        assert LookedAfter.objects.get().ended_on is None


def test_what_is_planned_is_noted_piece_by_piece(cast):
    care = under(cast).care
    with acting_as(cast.aisha):
        noting = {"by": cast.aisha, "about": cast.maya, "care": care}
        acts.note_care(**noting, reviewing_officer="Imran Vale", permanence="home")
        noted = acts.note_care(**noting, care_plan_on=TODAY, contact="Nan each Sunday.", adviser="Lou")
        assert (noted.reviewing_officer, noted.permanence, noted.care_plan_on) == ("Imran Vale", "home", TODAY)
        for wrong, field in (
            ({"care_plan_on": TODAY + timedelta(days=1)}, "care_plan_on"),
            ({"permanence": "moon"}, "permanence"),
        ):
            with pytest.raises(Refused) as refusal:
                acts.note_care(**noting, **wrong)
            assert refusal.value.field == field


# -- how it ends


def ended(cast, care, ended_as, **given):
    with acting_as(cast.aisha):
        return acts.end_looked_after(by=cast.aisha, about=cast.maya, care=care, ended_as=ended_as, **given)


def test_what_a_family_or_a_court_ended_is_recorded_and_our_decision_is_owed(cast):
    care = under(cast, "V2", on=days_ago(9)).care
    home = lives(cast, on=days_ago(9))
    done = ended(cast, care, "E4B")
    assert (done.ended_on, done.ended_by_decision.state) == (TODAY, "proposed")
    with acting_as(cast.aisha):
        assert Spell.objects.get(person=cast.maya).level == "child_in_need"
        assert LegalStatus.objects.get().ended_on == TODAY
        assert Placement.objects.get(pk=home.pk).ended_on == Residence.objects.get(kind="placement").until_on == TODAY
    with pytest.raises(Refused, match="already"):
        ended(cast, care, "E4B")


def test_who_turns_eighteen_goes_on_with_help_for_those_who_leave_care(cast):
    ended(cast, under(cast, on=days_ago(9)).care, "E17")
    with acting_as(cast.aisha):
        assert Spell.objects.filter(person=cast.maya, closed_on=None).get().level == "care_leaver"


def test_s3_18_what_we_end_ourselves_waits_for_less_help_that_is_agreed_and_has_begun(cast):
    care = under(cast, "V2", on=days_ago(9)).care
    with pytest.raises(Refused, match="Ask for less help first"):
        ended(cast, care, "E4A")
    with acting_as(cast.aisha):
        assert LookedAfter.objects.get().ended_on is None  # the twin: everything known so far is kept
        asked = acts.ask_for_level(
            by=cast.aisha, about=cast.maya, level="child_in_need", what_changed="Kelly is well again.", **LESS
        )
        told = {name: value for name, value in reasons_for(cast).items() if name not in ("question", "chosen")}
        revise_decision(by=cast.aisha, about=cast.maya, decision=asked.decision, finish=True, **told)
    with acting_as(cast.grace):
        agree_decision(by=cast.grace, about=cast.maya, decision=asked.decision)
        acts.change_level(by=cast.grace, about=cast.maya, change=asked)
    assert ended(cast, care, "E4A").ended_on == TODAY


def test_7_12_while_less_help_is_challenged_nothing_of_it_ends(cast):
    care = under(cast, "V2", on=days_ago(9)).care
    with acting_as(cast.aisha):
        asked = acts.ask_for_level(by=cast.aisha, about=cast.maya, level="child_in_need", what_changed="Well again.")
        told = {name: value for name, value in reasons_for(cast).items() if name not in ("question", "chosen")}
        revise_decision(by=cast.aisha, about=cast.maya, decision=asked.decision, finish=True, **told)
    with acting_as(cast.theo):
        challenge_decision(
            by=cast.theo,
            about=cast.maya,
            decision_id=asked.decision.pk,
            concern="She is not safe there yet.",
            wanted="She stays with Dot.",
        )
    with pytest.raises(Refused, match="challenged"):
        ended(cast, care, "E4A")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"ended_as": ""}, "ended_as"),
        ({"ended_as": "E99"}, "ended_as"),
        ({"ended_as": "E4B", "on": days_ago(30)}, "on"),
        ({"ended_as": "E4B", "level": "heaven"}, "level"),
    ],
)
def test_an_end_there_is_not_is_refused_at_its_question(cast, given, field):
    care = under(cast, on=days_ago(9)).care
    with pytest.raises(Refused) as refusal:
        ended(cast, care, **given)
    assert refusal.value.field == field


# -- homes


def test_a_new_home_ends_the_one_before_and_its_address_lives_with_the_others(cast):
    first = lives(cast, on=days_ago(20))
    second = lives(cast, on=days_ago(2), lines="9 Quarry Hill", why_ended="CREQO", what_ended="Dot fell ill.")
    first.refresh_from_db()
    assert (first.ended_on, first.why_ended, first.what_ended) == (days_ago(2), "CREQO", "Dot fell ill.")
    with acting_as(cast.aisha):
        shown = homes_of(cast.maya, TODAY, show=second.residence_id).now
        assert {home.words for home in shown if home.kind == "placement"} == {"9 Quarry Hill"}
        assert LookedAfter.objects.get().began_on == days_ago(20)  # a home is enough to know it
        assert not LegalStatus.objects.exists()
        assert second.residence.from_on == days_ago(2)


def test_a_stay_for_a_time_leaves_the_home_as_it_is(cast):
    home = lives(cast, on=days_ago(20))
    stay = lives(cast, "T1", on=days_ago(1), lines="Ward 4, Northcliff Infirmary")
    home.refresh_from_db()
    assert (home.ended_on, stay.temporary, stay.limit) == (None, True, "temporary-hospital-stay")


def test_a_home_told_late_ends_where_the_next_began(cast):
    lives(cast, on=days_ago(2))
    late = lives(cast, on=days_ago(20), lines="9 Quarry Hill")
    assert late.ended_on == late.residence.until_on == days_ago(2)


def test_where_the_child_lives_is_kept_from_whom_it_must_be_from_the_first_moment(cast):
    told = {"kept_from": [cast.people["kelly"]], "kept_because": "She came to the last one at night."}
    with pytest.raises(Refused) as refusal:
        lives(cast, **told)
    assert refusal.value.field == "kept_review_on"
    with pytest.raises(Refused) as refusal:
        lives(cast, kept_from=told["kept_from"], kept_review_on=TODAY + timedelta(days=90))
    assert refusal.value.field == "kept_because"
    home = lives(cast, **told, kept_review_on=TODAY + timedelta(days=90))
    with acting_as(cast.aisha):
        kept = AddressProtection.objects.filter(address=home.residence.address)
        assert cast.people["kelly"].pk in kept.values_list("from_person_id", flat=True)
        assert not [one.words for one in homes_of(cast.maya, TODAY).now if one.kind == "placement" and one.words]


def test_whoever_the_home_was_kept_from_is_kept_from_the_next(cast):
    with acting_as(cast.aisha):
        move = {"about": [cast.maya], "lines": "2 Ash Court", "postcode": "NC1 1AA"}
        old = move_home(by=cast.aisha, **move, on=days_ago(30))[0]
        protecting = {"from_person": cast.people["tomek"], "because": "He followed her.", "review_on": TODAY}
        protect_address(by=cast.aisha, about=[cast.maya], address=old.address, **protecting)
    home = lives(cast)
    with acting_as(cast.aisha):
        kept = AddressProtection.objects.filter(address=home.residence.address, person=cast.maya)
        assert cast.people["tomek"].pk in kept.values_list("from_person_id", flat=True)


def test_an_address_that_is_not_known_yet_stops_nothing(cast):
    home = lives(cast, lines="")
    assert (home.residence, home.began_on) == (None, TODAY)


@pytest.mark.parametrize(
    ("kind", "law", "given", "as_"),
    [
        ("U6", "C1", {}, ""),
        ("P1", "C1", {}, "for_now"),
        ("P1", "C2", {}, "order_home"),
        ("P1", "V2", {}, "parent"),
        ("U3", "C2", {"for_now": True}, "for_now"),
        ("U6", "C2", {"for_now": True}, ""),
        ("U4", "C2", {"lasting": True}, "lasting"),
    ],
)
def test_e20_how_often_a_home_is_visited_follows_from_the_home_and_the_law(cast, kind, law, given, as_):
    under(cast, law)
    assert lives(cast, kind, **given).visited_as == as_


def test_e20c_the_law_that_changes_later_changes_how_a_home_is_visited(cast):
    under(cast, "C1", on=days_ago(9))
    home = lives(cast, "P1", on=days_ago(9))
    under(cast, "C2", on=days_ago(1))
    home.refresh_from_db()
    assert home.visited_as == "order_home"


def test_e21_a_home_outside_our_area_is_approved_and_the_council_there_is_told(cast):
    home = lives(cast, away=True, at_once=True, on=days_ago(3))
    with acting_as(cast.aisha):
        noting = {"by": cast.aisha, "about": cast.maya, "placement": home}
        noted = acts.note_placement(**noting, area_told_on=days_ago(1), approved_by="Grace Hill", approved_on=TODAY)
        assert (noted.area_told_on, noted.approved_by, noted.away) == (days_ago(1), "Grace Hill", True)
        for wrong, field in (
            ({"provider": "PR9"}, "provider"),
            ({"area_told_on": TODAY + timedelta(1)}, "area_told_on"),
        ):
            with pytest.raises(Refused) as refusal:
                acts.note_placement(**noting, **wrong)
            assert refusal.value.field == field


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "Q7"}, "kind"),
        ({"why_ended": "XX"}, "why_ended"),
        ({"provider": "PR9"}, "provider"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
    ],
)
def test_a_home_there_is_not_is_refused_at_its_question(cast, given, field):
    with pytest.raises(Refused) as refusal:
        lives(cast, **given)
    assert refusal.value.field == field


def test_a_home_ends_once_between_its_first_day_and_today(cast):
    home = lives(cast, on=days_ago(4))
    with acting_as(cast.aisha):
        ending = {"by": cast.aisha, "about": cast.maya, "placement": home}
        for wrong, field in (({"on": days_ago(5)}, "on"), ({"why_ended": "XX"}, "why_ended")):
            with pytest.raises(Refused) as refusal:
                acts.end_placement(**ending, **wrong)
            assert refusal.value.field == field
        done = acts.end_placement(**ending, on=days_ago(1), why_ended="CLOSE", what_ended="Dot retired.")
        assert (done.ended_on, done.residence.until_on) == (days_ago(1), days_ago(1))
        with pytest.raises(Refused, match="already"):
            acts.end_placement(**ending)


# -- reviews, and what was looked at


def test_each_child_of_one_review_has_a_line_of_their_own(cast):
    line = reviewed(cast, about=[cast.maya, cast.leo])
    with acting_as(cast.aisha):
        other = CareReviewLine.objects.get(person=cast.leo)
        acts.add_to_care_review(by=cast.aisha, about=cast.leo, line=other, given={"decided": "Leo goes home."})
        line.refresh_from_db()
        assert CareReview.objects.count() == 1
        assert line.decided == "Maya stays with Dot; Nan comes each Sunday."


@pytest.mark.parametrize(
    ("missing", "words", "field"),
    [
        ({"chaired_by": ""}, "who chaired", "chaired_by"),
        ({"child_part": ""}, "how Maya Okafor-Nowak took part", "child_part"),
        ({"child_part": "PN7"}, "no view of Maya", "child_why_not"),
        ({"child_part": "PN0"}, "four or older", "child_part"),
        ({"looked_at": "n/a"}, "looked at", "looked_at"),
        ({"decided": ""}, "decided", "decided"),
    ],
)
def test_s0_03_a_review_is_not_finished_without_how_the_child_took_part_and_is_kept_without(
    cast, missing, words, field
):
    line = reviewed(cast, **missing)
    with acting_as(cast.aisha), pytest.raises(Refused, match=words) as refusal:
        acts.finish_care_review(by=cast.aisha, about=cast.maya, line=line)
    assert refusal.value.field == field
    with acting_as(cast.aisha):
        kept = CareReviewLine.objects.get(pk=line.pk)
        assert (kept.held_on, kept.finished_on) == (TODAY, None)


def test_a_finished_review_takes_no_more_words_and_is_told_when_it_was_sent(cast):
    line = reviewed(cast, on=days_ago(3))
    with acting_as(cast.aisha):
        doing = {"by": cast.aisha, "about": cast.maya, "line": line}
        assert acts.finish_care_review(**doing).finished_by == "Aisha Khan"
        with pytest.raises(Refused, match="finished"):
            acts.finish_care_review(**doing)
        with pytest.raises(Refused, match="finished"):
            acts.add_to_care_review(**doing, given={"decided": "Otherwise."})
        acts.add_to_care_review(**doing, decisions_sent_on=days_ago(1), record_sent_on=TODAY)
        assert CareReview.objects.get().record_sent_on == TODAY
        with pytest.raises(Refused) as refusal:
            acts.add_to_care_review(**doing, record_sent_on=days_ago(9))
        assert refusal.value.field == "record_sent_on"


def test_the_first_review_is_the_first_that_was_held_whenever_it_is_told(cast):
    later = reviewed(cast, on=days_ago(3))
    first = reviewed(cast, on=days_ago(30))
    later.refresh_from_db()
    assert (first.first, later.first) == (True, False)


@pytest.mark.parametrize(
    ("given", "field"), [({"on": TODAY + timedelta(days=1)}, "on"), ({"child_part": "PN9"}, "child_part")]
)
def test_a_review_to_come_or_an_answer_there_is_not_is_refused(cast, given, field):
    with pytest.raises(Refused) as refusal:
        reviewed(cast, **given)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "soul"}, "kind"),
        ({"on": TODAY + timedelta(1)}, "on"),
        ({"score": 41}, "score"),
    ],
)
def test_what_was_looked_at_is_the_packs_and_has_happened(cast, given, field):
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            acts.record_care_check(by=cast.aisha, about=cast.maya, **{"kind": "feelings", **given})
        assert refusal.value.field == field
        assert acts.record_care_check(by=cast.aisha, about=cast.maya, kind="dentist").done_on == TODAY


# -- whose it is


def test_nobody_writes_into_another_childs(cast):
    made, home, line, missing = under(cast), lives(cast), reviewed(cast), gone(cast)
    other = {"by": cast.aisha, "about": cast.leo}
    with acting_as(cast.aisha):
        for refused in (
            lambda: acts.end_legal_status(**other, status=made),
            lambda: acts.note_care(**other, care=made.care),
            lambda: acts.end_looked_after(**other, care=made.care, ended_as="E2"),
            lambda: acts.note_placement(**other, placement=home),
            lambda: acts.end_placement(**other, placement=home),
            lambda: acts.add_to_care_review(**other, line=line),
            lambda: acts.finish_care_review(**other, line=line),
            lambda: acts.note_found(**other, missing=missing, at=cast.aisha.now),
            lambda: acts.note_missing(**other, missing=missing),
            lambda: acts.record_return_talk(**other, missing=missing, at=cast.aisha.now),
        ):
            with pytest.raises(Refused):
                refused()


TABLES = (LookedAfter, LegalStatus, Placement, CareReview, CareReviewLine, CareCheck, Missing, OrderLonger)


def test_nothing_of_it_is_read_by_family_or_partner(cast):
    whole(cast)
    for name in ("kelly", "tomek", "gary", "priya"):
        with acting_as(cast.actors[name]):
            assert not Act.objects.filter(name__in=DOING).exists()
            for table in TABLES:
                with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                    table.objects.exists()


def test_somebody_of_another_team_without_the_right_writes_nothing(cast):
    with acting_as(cast.priya), pytest.raises((NotYours, Refused)):
        acts.record_legal_status(by=cast.priya, about=cast.leo, status="C1")


def test_a_worker_whom_the_address_is_kept_from_sees_no_home_and_others_do(cast):
    told = {"kept_from": [cast.people["tomek"]], "kept_because": "He followed her.", "kept_review_on": TODAY}
    home = lives(cast, **told)
    for worker, seen in ((cast.grace, True), (replace(cast.grace, person_id=cast.people["tomek"].pk), False)):
        with acting_as(worker):
            assert Placement.objects.filter(pk=home.pk).exists() is seen


# -- saved whole or not at all


def whole(cast):
    """A child with everything there is, of which each act below writes one thing more."""
    made = under(cast, "V2", on=days_ago(20))
    home = lives(cast, on=days_ago(20))
    line = reviewed(cast, on=days_ago(5))
    missing = found(cast, gone(cast))
    return made, home, line, missing


DOING = {
    "record_legal_status": lambda cast, *_: under(cast, "C2"),
    "end_legal_status": lambda cast, made, *_: acts.end_legal_status(by=cast.aisha, about=cast.maya, status=made),
    "make_order_longer": lambda cast, *_: longer(cast, under(cast, "L2")),
    "note_care": lambda cast, made, *_: acts.note_care(
        by=cast.aisha, about=cast.maya, care=made.care, reviewing_officer="Imran Vale"
    ),
    "end_looked_after": lambda cast, made, *_: ended(cast, made.care, "E4B"),
    "begin_placement": lambda cast, *_: lives(cast),
    "note_placement": lambda cast, _, home, *__: acts.note_placement(
        by=cast.aisha, about=cast.maya, placement=home, away=True
    ),
    "end_placement": lambda cast, _, home, *__: acts.end_placement(by=cast.aisha, about=cast.maya, placement=home),
    "record_care_review": lambda cast, *_: reviewed(cast),
    "add_to_care_review": lambda cast, _, __, line, ___: acts.add_to_care_review(
        by=cast.aisha, about=cast.maya, line=line, given={"decided": "Otherwise."}
    ),
    "finish_care_review": lambda cast, _, __, line, ___: acts.finish_care_review(
        by=cast.aisha, about=cast.maya, line=line
    ),
    "record_care_check": lambda cast, *_: acts.record_care_check(by=cast.aisha, about=cast.maya, kind="dentist"),
    "report_missing": lambda cast, *_: gone(cast, at=at(TODAY, 1)),
    "note_found": lambda cast, *_: found(cast, Missing.objects.filter(found_at=None).get(), at=at(TODAY, 8)),
    "note_missing": lambda cast, _, __, ___, missing: acts.note_missing(
        by=cast.aisha, about=cast.maya, missing=missing, offered_at=at(TODAY, 8), answer="yes"
    ),
    "record_return_talk": lambda cast, _, __, ___, missing: listened(cast, missing, said="I missed Nan."),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    held = whole(cast)
    if name == "note_found":
        gone(cast, at=at(days_ago(1), 20))
    models = (*TABLES, Spell, LevelChange, Decision, Residence)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, *held)
    assert before == [list(model.objects.order_by("pk").values()) for model in models]


@pytest.mark.parametrize("name", DOING)
def test_each_of_them_is_one_line_of_the_log_that_names_no_place_and_no_reason(cast, name):
    held = whole(cast)
    if name == "note_found":
        gone(cast, at=at(days_ago(1), 20))
    with acting_as(cast.aisha):
        DOING[name](cast, *held)
        newest = Act.objects.filter(person=cast.maya, name=name).latest("pk")
        assert newest.staff_only
        assert "Larch" not in newest.said
