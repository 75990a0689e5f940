"""The story in one order: acts and told history, part-dates, lenses, what is owed, and what is not there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.calendar import PartDate
from kith.directory.models import Agency
from kith.people.acts import add_relationship, move_home, say_situation
from kith.story.acts import leave_out_of_story, link_same_event, review_story, tell_as_agency
from kith.story.queries import A_PAGE, act, event, lanes_of, read, story_of
from kith.story.rules import Asked
from kith.story.rules.events import BY_ITSELF, LEFT_OUT, TAKEN
from kith.visits.acts import Said, Seen
from tests.cast import NOW, TODAY
from tests.people.test_describing import seal
from tests.plans.making import begun
from tests.story.telling import act_named, meant, on, taken, told
from tests.visits.going import not_seen, visit
from tests.voice.hearing import answered, heard

ALL = Asked(lens="all")


def titles(cast, lens="story", **how):
    return [e.event.title for e in story_of(cast.maya, TODAY, Asked(lens=lens), **how).entries]


def found(cast, name, lens="all"):
    return [e for e in story_of(cast.maya, TODAY, Asked(lens=lens)).entries if e.event.name == name]


def test_part_dates_stand_where_they_belong_in_either_order(cast):
    happened = {
        "day": on(2019, 1, 1),
        "about": on(2019, precision="about"),
        "year": on(2019, precision="year"),
        "month": on(2019, 1, precision="month"),
        "later": on(2019, 2, 1, precision="month"),
        "before": on(2018, 12, 31),
    }
    with acting_as(cast.aisha):
        for what, when in happened.items():
            told(cast, cast.aisha, what, happened=when, lens="school")
        oldest = titles(cast, lens="school", oldest_first=True)
        assert oldest == ["before", "about", "year", "month", "day", "later"]
        assert titles(cast, lens="school") == oldest[::-1]


def test_a_visit_is_told_with_the_childs_words_what_was_seen_and_what_it_meant(cast):
    with acting_as(cast.aisha):
        line = Seen(cast.maya, True, alone="alone", saw="Drew.", means="She is calmer.", said=[Said("wish", "My bed")])
        visit(cast.aisha, [line, not_seen(cast.leo)])
        [entry] = found(cast, "record_visit", "story")
        assert ([w.text for w in entry.words], entry.line.saw) == (["My bed"], "Drew.")
        assert entry.event.meant == "She is calmer.", "until someone says more, what the visitor made of it that day"
        meant(cast, cast.aisha, act(entry.event.act_id), meant="She asked for something of her own.")
        [entry] = found(cast, "record_visit", "story")
        assert entry.event.meant == "She asked for something of her own."
        [leo] = [e for e in story_of(cast.leo, TODAY, ALL).entries if e.event.name == "record_visit"]
        assert (leo.words, leo.line.seen) == ([], False)


def test_an_answer_is_told_with_its_reason(cast):
    with acting_as(cast.aisha):
        answered(cast, cast.aisha, heard(cast, cast.aisha))
        [entry] = found(cast, "answer_child", "story")
        assert entry.answer.reason == "A bed takes two weeks to come."


def test_what_a_child_says_is_in_the_story_by_itself_and_an_act_only_once_someone_takes_it_in(cast):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "A coat")
        [words] = found(cast, "write_down_words")
        [work] = found(cast, "begin_work")
        assert (words.event.stands, words.event.in_story) == (BY_ITSELF, True)
        assert (work.event.stands, work.event.in_story, work.event.waits) == ("", False, True)
        taken(cast, cast.aisha, act_named(cast, "begin_work"))
        [work] = found(cast, "begin_work", "story")
        assert (work.event.stands, work.event.title, work.event.significance) == (TAKEN, "Our work with Maya began.", 2)


@pytest.mark.parametrize(
    ("lens", "there"),
    [
        ("story", {"write_down_words", "record_visit", "answer_child"}),
        ("voice", {"write_down_words", "record_visit", "answer_child"}),
        ("harm", {"write_down_words"}),
        ("help", {"record_visit", "answer_child", "begin_work", "allocate"}),
        ("home", {"move_home"}),
        ("life", {"begin_record", "record_visit"}),
        ("suggested", {"begin_work", "allocate", "write_down_words"}),
        ("no such lens", {"write_down_words", "record_visit", "answer_child"}),
        ("all", {"allocate", "answer_child", "begin_record", "begin_work", "move_home", "record_visit"}),
    ],
)
def test_each_lens_shows_its_part_of_the_story(cast, lens, there):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone", saw="Drew.", said=[Said("good_thing", "Pancakes")])])
        heard(cast, cast.aisha, "He held my arm", "harm")
        answered(cast, cast.aisha, heard(cast, cast.aisha, "A coat"))
        story = story_of(cast.maya, TODAY, Asked(lens=lens))
    shown = {e.event.name for e in story.entries}
    assert shown == there | ({"write_down_words"} if lens == "all" else set())
    assert story.found == len(story.entries)
    if story.asked.lens in story.standing.counts:
        assert story.standing.counts[story.asked.lens] == story.found


def test_a_story_is_narrowed_by_who_agency_significance_and_days(cast):
    with acting_as(cast.aisha):
        health = Agency.objects.get(kind="health")
        told(cast, cast.aisha, "Nan Rose kept her for a year.", happened=on(2019, precision="year"), told_by="Nan Rose")
        told(cast, cast.aisha, "Seen by the doctor.", happened=on(2021, 5, 3), told_by="Dr Bell", agency=health)
        told(cast, cast.aisha, "Leo was born.", happened=on(2020, 6, 11), told_by="Kelly", significance=3, meant="Big.")

        def narrowed(**asked):
            return [e.event.title for e in story_of(cast.maya, TODAY, Asked(**asked), oldest_first=True).entries]

        assert narrowed(who="Dr Bell") == ["Seen by the doctor."]
        assert narrowed(who="Nan Rose Okafor") == ["Nan Rose kept her for a year."]
        assert narrowed(who="Leo") == ["Leo was born."], "a name in its words"
        assert narrowed(agency="Northcliff 0-19 Health") == ["Seen by the doctor."]
        assert narrowed(significance=3) == ["Leo was born."]
        assert narrowed(from_on=date(2019, 12, 31), to_on=date(2020, 12, 31)) == [
            "Nan Rose kept her for a year.",
            "Leo was born.",
        ], "a year known only by its number may reach into the time asked for"


def test_a_meaning_may_make_an_everyday_event_matter_and_a_significant_one_everyday(cast):
    with acting_as(cast.aisha):
        meant(cast, cast.aisha, act_named(cast, "begin_record"), significance=3)
        meant(cast, cast.aisha, act_named(cast, "begin_work"), significance=1)
        now = {e.event.name: e.event.matters for e in story_of(cast.maya, TODAY, ALL).entries}
    assert (now["begin_record"], now["begin_work"]) == (True, False)


@pytest.mark.parametrize(("words", "owed"), [("", True), ("n/a", True), (".", True), ("She slept at last.", False)])
def test_what_matters_owes_words_until_they_say_something(cast, words, owed):
    with acting_as(cast.aisha):
        meant(cast, cast.aisha, act_named(cast, "begin_work"), meant=words)
        story = story_of(cast.maya, TODAY, Asked(lens="to-complete"))
    assert (story.standing.to_complete, len(story.entries)) == (int(owed), int(owed))


def test_what_is_left_out_is_in_no_lens_but_everything_and_says_why(cast):
    with acting_as(cast.aisha):
        leave_out_of_story(by=cast.aisha, about=cast.maya, event=act_named(cast, "begin_work"), because="In Leo's too.")
        assert not found(cast, "begin_work", "help")
        [left] = found(cast, "begin_work")
        assert (left.event.stands, left.event.because, left.event.waits) == (LEFT_OUT, "In Leo's too.", False)


def test_a_linked_record_is_shown_under_the_other_and_counted_once(cast):
    with acting_as(cast.aisha):
        one = told(cast, cast.aisha, "Police came to the flat.", happened=on(2025, 5, 3))
        health = Agency.objects.get(kind="health")
        two = told(cast, cast.aisha, "Police came to the flat at night.", happened=on(2025, 5, 3), agency=health)
        assert story_of(cast.maya, TODAY).alike, "proposed as one"
        link_same_event(by=cast.aisha, about=cast.maya, event=two.act, same_as=one.act)
        story = story_of(cast.maya, TODAY)
    [shown] = story.entries
    assert [other.title for other in shown.also] == ["Police came to the flat at night."]
    assert story.alike == []


def test_what_the_family_tells_of_an_event_stands_beside_it_and_changes_nothing(cast):
    with acting_as(cast.aisha):
        work = act_named(cast, "begin_work")
        taken(cast, cast.aisha, work)
        before = event(cast.maya, work.pk).event
        told(cast, cast.aisha, "We asked for help ourselves.", happened=on(2026, 9, 1), told_by="Nan Rose", beside=work)
        shown = next(e for e in story_of(cast.maya, TODAY).entries if e.event.act_id == work.pk)
        assert [one.title for one in shown.family] == ["We asked for help ourselves."]
        assert shown.event == before
        assert titles(cast, "family") == ["We asked for help ourselves."]
        assert "We asked for help ourselves." not in titles(cast), "beside it, not a line of its own"


def test_what_another_agency_tells_waits_to_be_taken_in(cast):
    with acting_as(cast.priya):
        made = tell_as_agency(
            by=cast.priya, about=cast.sam, what="Missed two clinics.", happened=on(2026, 5, 3), lens="health"
        )
    with acting_as(cast.aisha):
        [waiting] = [e.event for e in story_of(cast.sam, TODAY).waiting if e.event.told]
        assert (waiting.title, waiting.source.who, waiting.source.agency, waiting.in_story) == (
            "Missed two clinics.",
            "Priya Nair",
            "Northcliff 0-19 Health",
            False,
        )
        taken(cast, cast.aisha, made.act, about=cast.sam, significance=1, line="They did not engage.")
        assert "Missed two clinics." in [e.event.title for e in story_of(cast.sam, TODAY).entries]


def test_each_event_names_who_wrote_it_for_whom_and_the_record_it_stands_in(cast):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "A coat")
        say_situation(by=cast.aisha, about=cast.maya, kind="worry", text="Mum is not sleeping.", source="Nan Rose")
        events = {e.name: e for e in read(cast.maya).events}
    words, worry = events["write_down_words"].source, events["say_situation"].source
    assert str(words) == "Aisha Khan, Northcliff Children's Services"
    assert words.document == f"record of words {events['write_down_words'].act_id}"
    assert (worry.who, worry.document.partition(",")[2]) == ("Nan Rose", " written by Aisha Khan")


def test_what_was_written_late_shows_both_days(cast):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "Today")
        heard(cast, cast.aisha, "Yesterday", on=TODAY - timedelta(days=1))
        heard(cast, cast.aisha, "Last week", on=TODAY - timedelta(days=7))
        told(cast, cast.aisha, "This year", happened=PartDate(date(2026, 1, 1), "year"))
        late = {
            (e.words[0].text if e.words else e.event.title): e.event.written_late
            for e in story_of(cast.maya, TODAY).entries
        }
    assert (late["Today"], late["Yesterday"], late["Last week"], late["This year"]) == (False, False, True, False)


def test_a_reading_says_up_to_when_and_what_has_mattered_since(cast):
    with acting_as(cast.aisha):
        assert story_of(cast.maya, TODAY).standing.reviewed_to is None
        taken(cast, cast.aisha, act_named(cast, "begin_work"))
        review_story(by=cast.aisha, about=cast.maya)
        after = story_of(cast.maya, TODAY).standing
        assert (after.reviewed_to, after.matters_since) == (TODAY, 0)
        assert after.reviewed == "Aisha Khan read Maya Okafor-Nowak's story through."
    tomorrow = replace(cast.system, now=NOW + timedelta(days=1))
    with acting_as(tomorrow):
        move_home(by=tomorrow, about=[cast.maya], lines="8 Quay Street")
        moved = [e.event for e in story_of(cast.maya, tomorrow.today).waiting if e.event.name == "move_home"]
        assert [e.suggested.line for e in moved] == ["Maya moved to another home."], "the first home was no move"
        meant(cast, tomorrow, act(moved[0].act_id))
        assert story_of(cast.maya, tomorrow.today).standing.matters_since == 1


def test_a_long_story_comes_in_pages_and_costs_the_same(cast, django_assert_num_queries):
    with acting_as(cast.aisha):
        for n in range(A_PAGE):
            told(cast, cast.aisha, f"Thing {n}", happened=on(2020, 1, 1 + n % 28))
        heard(cast, cast.aisha, "A coat")
        with django_assert_num_queries(7):
            first = story_of(cast.maya, TODAY)
        second = story_of(cast.maya, TODAY, page=2)
        beyond = story_of(cast.maya, TODAY, page=99)
    assert (len(first.entries), first.pages, second.page) == (A_PAGE, 2, 2)
    assert [e.event for e in beyond.entries] == [e.event for e in second.entries]
    assert not {e.event.act_id for e in first.entries} & {e.event.act_id for e in second.entries}


def test_one_event_is_found_in_its_own_childs_story_alone(cast):
    with acting_as(cast.aisha):
        first = act_named(cast, "begin_work")
        history = told(cast, cast.aisha)
        assert event(cast.maya, first.pk).event.act_id == first.pk
        assert event(cast.maya, history.act_id).event.source.who == "Kelly"
        assert event(cast.leo, first.pk) is None
        assert event(cast.leo, history.act_id) is None
        review = review_story(by=cast.aisha, about=cast.maya)
        assert event(cast.maya, review.act_id) is None, "not everything in the log is in the story"


@pytest.mark.parametrize("reader", ["aisha", "theo", "sol"])
def test_a_sealed_childs_story_is_empty_and_a_shared_visit_tells_nothing_of_them(cast, reader):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(c, True, alone="alone", saw=f"Saw {c.called}.") for c in (cast.maya, cast.sam)])
    seal(cast, "sam")
    with acting_as(cast.actors[reader]):
        assert story_of(cast.sam, TODAY, ALL).entries == []
        assert "Sam" not in str(story_of(cast.maya, TODAY, ALL))


def test_who_cared_and_which_plan_held_stand_in_lanes_of_their_own_for_one_query(cast, django_assert_num_queries):
    with acting_as(cast.aisha):
        tomek = cast.people["tomek"]
        add_relationship(
            by=cast.aisha, about=cast.maya, other=tomek, kind="kinship_carer", source="Kelly", since=on(2024, 5, 1)
        )
        begun(cast.aisha, cast.maya, on=TODAY - timedelta(days=20))
        reading = read(cast.maya)
        with django_assert_num_queries(3):
            lanes = lanes_of(cast.maya, TODAY, reading)
        bars = {bar.lane: (bar.from_on, bar.to_on, bar.label) for bar in lanes.bars}
        assert bars["Carers"] == (date(2024, 5, 1), None, tomek.called)
        assert bars["Plan"] == (TODAY - timedelta(days=20), None, "Family help or child in need plan")
        assert bars["Lead worker"][2] == "Aisha Khan"
