"""The promises read from a real record, under the reader's own policies."""

import io
from datetime import date, timedelta

import pytest
from django.db import connection

from kith.access import acting_as
from kith.involvement.acts import allocate, begin_work, close_work
from kith.involvement.models import Spell
from kith.people.acts import begin_record
from kith.returns.acts import import_census
from kith.standards import queries
from kith.standards.gathering import _asked, _sql
from kith.standards.register import STANDARDS, standard
from kith.standards.shapes import COUNTED, Facts
from kith.story.acts import review_story
from kith.visits.acts import Said, Seen, complete_gap, plan_visit
from kith.visits.models import ToComplete
from kith.voice.acts import answer_child, correct, tell_child
from kith.voice.models import Answer, Wish, Words
from tests.cast import NOW, TODAY
from tests.returns.cin.papers import census, child
from tests.returns.papers import identified, person, referred
from tests.standards import tables_voice
from tests.standards.records import one, states, visit


@pytest.mark.parametrize("everyone", [True, False])
def test_the_columns_come_in_the_order_they_are_read_in(cast, everyone):
    with acting_as(cast.aisha), connection.cursor() as cursor:
        cursor.execute(_sql(everyone), _asked(TODAY, None))
        names = [column.name for column in cursor.description]
    assert names[:30] == list(Facts.__slots__[:30])
    assert names[30:] == [
        *("seen_on", "seen_alone", "saw", "observed", "seen_written_on", "heard_on", "heard_text", "shared"),
        *("explained_id", "explained_standard", "explained_on", "accepted", "expires_on"),
        *("found_id", "found_standard", "verdict", "found_on"),
        "owed",
    ]


NOTHING_ASKED = (
    *("told-before", "danger-taken-up", "another-worker", "return-talk-offered", "decisions-reasoned"),
    *("challenges-answered", "decisions-looked-at-again", "assessment-finished", "steps-accepted"),
    *("contributions-answered", "plan-looked-at-again"),
)


def test_a_child_nobody_has_visited_since_september(cast):
    with acting_as(cast.aisha):
        told = states(cast, cast.maya).items()
        assert {promise: state for promise, state in told if state != "not_applicable"} == {
            "seen-in-time": "missed",
            "seen-alone": "not_yet",
            "heard": "missed",
            "lead-worker": "met",
            "next-contact": "missed",
            "story-reviewed": "due",
            "family-known": "met",
            "level-weighed": "due",
            "services-known": "missed",
            "tree-confirmed": "not_yet",
            "life-today": "missed",
            "all-about-me": "missed",
            **{promise: state for promise, state in tables_voice.NEVER_VISITED.items() if state != "not_applicable"},
        }
        told = {row.id: row.sentence for row in queries.panel(cast.maya, cast.aisha)}
    assert told["seen-in-time"] == (
        "Maya Okafor-Nowak has not been seen since work began on 1 September 2026. "
        "The visit was needed by 29 September 2026."
    )
    assert told["lead-worker"] == "Aisha Khan has been Maya Okafor-Nowak’s lead worker since 3 September 2026."


def test_one_visit_to_three_children_changes_what_is_owed_to_each(cast):
    with acting_as(cast.aisha):
        visit(
            cast,
            Seen(cast.maya, True, alone="alone", saw="Drew.", said=[Said("wish", "I want my own bed.")]),
            Seen(cast.leo, False, not_seen_because="out"),
            Seen(cast.sam, True, alone="not_appropriate", alone_words="A baby.", saw="Smiled at his mother."),
        )
        maya, leo, sam = (states(cast, child) for child in (cast.maya, cast.leo, cast.sam))

    assert (maya["seen-in-time"], maya["seen-alone"], maya["heard"], maya["wishes-answered"]) == (
        "met",
        "met",
        "met",
        "due",
    )
    assert (leo["seen-in-time"], leo["heard"], leo["visits-complete"]) == ("missed", "missed", "due")
    assert (sam["seen-in-time"], sam["seen-alone"], sam["heard"]) == ("met", "met", "met")
    assert sam["family-known"] == "missed"  # one parent recorded, nobody said to decide for him


@pytest.mark.parametrize("mode", ["doorstep", "video"])
def test_the_doorstep_and_a_screen_never_stop_the_clock(cast, mode):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone"), mode=mode)
        assert states(cast, cast.maya)["seen-in-time"] == "missed"
        assert states(cast, cast.maya)["seen-alone"] == "not_yet"


def test_two_visits_running_without_time_alone_is_missed(cast):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone"), days_ago=9)
        visit(cast, Seen(cast.maya, True, alone="prevented", alone_words="Dad stayed."), days_ago=5)
        assert states(cast, cast.maya)["seen-alone"] == "due"
        visit(cast, Seen(cast.maya, True, alone="not_tried", alone_words="No time."), days_ago=2)
        row = one(cast, "seen-alone")
        assert row.state == "missed"
        assert row.sentence.startswith("Maya Okafor-Nowak was not offered time alone at the last 2 visits.")


def test_the_same_words_in_a_brothers_record_are_nobodys_own(cast):
    with acting_as(cast.aisha):
        same = [Said("worry", "We do not like the shouting.")]
        visit(cast, Seen(cast.maya, True, alone="alone", said=same), Seen(cast.leo, True, alone="alone", said=same))
        assert states(cast, cast.maya)["heard"] == "missed"


def test_words_taken_off_the_wrong_record_no_longer_count(cast):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone", said=[Said("wish", "I want a dog.")]))
        words = Words.objects.get()
    with acting_as(cast.grace):
        correct(by=cast.grace, about=cast.maya, on=TODAY, words=words, because="It was Leo who said this.")
    with acting_as(cast.aisha):
        assert states(cast, cast.maya)["heard"] == "missed"
        assert states(cast, cast.maya)["wishes-answered"] == "not_applicable"


def test_a_wish_is_owed_then_answered_then_told(cast):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone", said=[Said("wish", "I want my own bed.")]), days_ago=8)
        owed = one(cast, "wishes-answered")
        wish = Wish.objects.get()
        assert (owed.state, owed.item, owed.due) == ("due", wish.pk, date(2026, 11, 23))
        assert owed.sentence == "Maya Okafor-Nowak is waiting for 1 answer. Answer by 23 November 2026."

        answer_child(by=cast.aisha, about=cast.maya, on=date(2026, 11, 16), wish=wish, outcome="agreed")
        assert states(cast, cast.maya)["wishes-answered"] == "met"
        untold = one(cast, "answers-told")
        assert (untold.state, untold.item, untold.due) == ("due", Answer.objects.get().pk, date(2026, 11, 18))

        tell_child(by=cast.aisha, about=cast.maya, on=TODAY, answer=Answer.objects.get(), told_by="Aisha")
        assert states(cast, cast.maya)["answers-told"] == "met"


def test_a_gap_in_a_visit_is_owed_until_it_is_written(cast):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.sam, True, alone="not_appropriate", alone_words="A baby."))
        gap = ToComplete.objects.get()
        row = one(cast, "visits-complete", cast.sam)
        assert (row.state, row.item, row.due) == ("due", gap.pk, date(2026, 11, 18))
        assert states(cast, cast.sam)["heard"] == "missed"

        complete_gap(by=cast.aisha, about=cast.sam, on=TODAY, gap=gap, text="Smiled, and reached for Kelly.")
        assert states(cast, cast.sam)["visits-complete"] == "met"
        assert states(cast, cast.sam)["heard"] == "met"


def test_a_visit_arranged_for_later_today_is_the_next_contact(cast):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=cast.maya, on=TODAY, planned_for=NOW + timedelta(hours=4))
        row = one(cast, "next-contact")
        assert (row.state, row.last) == ("met", TODAY)
        assert one(cast, "next-contact", cast.leo).state == "missed"


def test_the_evidence_behind_a_row_is_the_acts_that_made_it(cast):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone"), days_ago=9)
        visit(cast, Seen(cast.maya, True, alone="alone"), days_ago=2)
        visit(cast, Seen(cast.maya, True, alone="alone"), days_ago=1, mode="doorstep")
        acts = queries.explain(one(cast, "seen-in-time"))
        assert [(act.happened_on, act.said) for act in acts] == [
            (date(2026, 11, 15), "Aisha Khan visited Maya Okafor-Nowak."),
            (date(2026, 11, 8), "Aisha Khan visited Maya Okafor-Nowak."),
        ]


@pytest.mark.parametrize("promise", STANDARDS, ids=lambda promise: promise.id)
def test_every_standard_can_show_its_evidence(cast, promise):
    with acting_as(cast.aisha):
        assert list(queries.explain(one(cast, promise.id))) is not None


def test_without_open_work_nothing_is_promised(cast):
    with acting_as(cast.grace):
        close_work(by=cast.grace, about=cast.maya, on=TODAY, reason="RC4")
        assert queries.panel(cast.maya, cast.grace) == []
        assert queries.panel(cast.people["kelly"], cast.grace) == []


def test_a_story_read_through_is_up_to_date(cast):
    with acting_as(cast.aisha):
        review_story(by=cast.aisha, about=cast.maya, on=TODAY)
        row = one(cast, "story-reviewed")
        assert (row.state, row.sentence) == ("met", "Maya Okafor-Nowak’s story was read through on 17 November 2026.")
        assert [act.said for act in queries.explain(row)] == ["Aisha Khan read Maya Okafor-Nowak's story through."]


def test_a_child_brought_over_counts_for_nothing_until_led_here_for_a_while(cast):
    with acting_as(cast.system):
        ana = begin_record(by=cast.system, given="Ana", family="Test")
        begin_work(
            by=cast.system, about=ana, on=date(2019, 4, 1), level="child_in_need", came_from="the census of 2026"
        )
        assert not {row.state for row in queries.panel(ana, cast.system)} & set(COUNTED)
        allocate(by=cast.system, about=ana, on=date(2026, 10, 19), lead=cast.staff["aisha"])
        # Both the 28 days and the first 20 working days, from 19 October, end on 16 November.
        assert {row.state for row in queries.judge(standard("lead-worker"), date(2026, 11, 16), [ana.pk])} == {
            "not_yet"
        }
        row = one(cast, "seen-in-time", ana)
        assert (row.state, row.since) == ("missed", date(2026, 10, 19))


def test_two_pieces_of_open_work_brought_over_are_one_child_on_the_board(cast):
    with acting_as(cast.system):
        ana = begin_record(by=cast.system, given="Ana", family="Test")
        first = begin_work(by=cast.system, about=ana, on=date(2025, 4, 1), level="child_in_need")
        close_work(by=cast.system, about=ana, on=date(2025, 8, 1), reason="RC4")
        begin_work(by=cast.system, about=ana, on=date(2026, 11, 2), level="child_protection")
        with connection.cursor() as cursor:
            cursor.execute("update involvement_spell set closed_on = null where id = %s", [first.pk])
        rows = queries.judge(standard("seen-in-time"), TODAY, [ana.pk])
        assert [(row.facts.level, row.facts.started_on) for row in rows] == [("child_protection", date(2026, 11, 2))]


def test_a_child_who_is_not_born_yet_is_not_asked_to_be_seen(cast):
    with acting_as(cast.system):
        bump = begin_record(by=cast.system, given="Baby", family="Test", expected_on=date(2027, 2, 1))
        begin_work(by=cast.system, about=bump, on=date(2026, 11, 2), level="child_protection")
        assert one(cast, "seen-in-time", bump).sentence == "Baby Test is not born yet."
        assert one(cast, "family-known", bump).state == "due"


NO_DAY = referred().replace("<CINreferralDate>2025-09-01</CINreferralDate>", "")


def came_in(cast, child_id, referral):
    paper = census(child(identified(child_id, "<UPNunknown>UN3</UPNunknown>"), referral=referral))
    with acting_as(cast.system):
        import_census(by=cast.system, file=io.BytesIO(paper.encode()))
        return person(child_id)


def test_a_census_child_whose_referral_has_no_day_settles_in_like_any_other(cast):
    came = came_in(cast, "ODD1", NO_DAY)
    with acting_as(cast.grace):
        (before, *_) = queries.panel(came, cast.grace)
        allocate(by=cast.grace, about=came, lead=cast.staff["aisha"])
    assert (before.facts.started_on, before.facts.first_led_on) == (TODAY, None)
    assert before.sentence.startswith("Not known before Kith: ")

    def heard(days):
        later = cast.at("aisha", NOW + timedelta(days=days))
        with acting_as(later):
            return next(row for row in queries.panel(came, later) if row.id == "heard")

    assert heard(28).state == "not_yet"
    assert heard(29).state == "missed"  # 20 working days from the allocation ended before that
    assert "since work here began on 17 November 2026" in heard(29).sentence


def test_who_led_work_that_is_over_does_not_settle_a_child_in(cast):
    """Closed this autumn and begun again: nobody has led the new work yet."""
    came = came_in(cast, "ODD1", NO_DAY)
    with acting_as(cast.system):
        allocate(by=cast.system, about=came, lead=cast.staff["aisha"], on=TODAY - timedelta(days=90))
        close_work(by=cast.system, about=came, on=TODAY - timedelta(days=60), reason="RC1")
        begin_work(by=cast.system, about=came, level="child_in_need", came_from="the census of 2026")
        (row, *_) = queries.panel(came, cast.system)
    assert row.facts.first_led_on is None


def test_a_known_day_speaks_before_one_nobody_gave(cast):
    """Two open spells of one child, as a census may have them: the dated one is the work at hand everywhere."""
    came = came_in(cast, "ODD2", f"{referred('2025-09-01')}</CINdetails><CINdetails>{NO_DAY}")
    with acting_as(cast.system):
        (row, *_) = queries.panel(came, cast.system)
        led = allocate(by=cast.system, about=came, lead=cast.staff["aisha"])
        assert row.facts.started_on == led.spell.started_on == date(2025, 9, 1)


def test_work_without_a_first_day_says_so(cast):
    with acting_as(cast.system):
        spell = Spell.objects.get(person=came_in(cast, "ODD1", NO_DAY), closed_on=None)
        assert spell.begun == (
            "since a day not known before Kith: from the census of 2026, taken in on 17 November 2026"
        )
        assert Spell.objects.get(person=cast.maya, closed_on=None).begun == "since 1 September 2026"
