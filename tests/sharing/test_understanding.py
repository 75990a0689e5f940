"""Every act of saying whether a copy is clear, and of going through it: who may, what is refused, and what is kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.directory.models import Notice
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.sharing import acts, queries
from kith.sharing.models import Acknowledged, WalkThrough
from tests.cast import NOW, TODAY
from tests.handing import child_actor
from tests.sharing.test_acts import released
from tests.visits.going import the_log_will_not_be_written

EXPLAINED = "What each of the three steps is, and who does it."


def a_copy(cast, to="kelly", **given):
    """Of Maya's plan, for one person."""
    person = cast.people[to]
    with acting_as(cast.aisha):
        told = {"kind": "plan", "recipient": person, "recipient_name": person.called, **given}
        return released(cast, cast.aisha, **told)


def who(cast, name):
    return child_actor(cast) if name == "maya" else cast.actors[name]


def unclear(cast, copy, by="kelly", **given):
    theirs = who(cast, by)
    with acting_as(theirs):
        return acts.say_unclear(by=theirs, about=cast.maya, release=copy, **given)


def gone_through(cast, walk, **given):
    told = {"explained": EXPLAINED, "clear_now": "yes", **given}
    return acts.walk_through(by=cast.aisha, about=cast.maya, walk=walk, **told)


@pytest.mark.parametrize("name", ["kelly", "maya"])
def test_s3_21_one_press_says_that_it_is_not_clear_and_the_pack_says_by_when(cast, name):
    copy = a_copy(cast, name)
    walk = unclear(cast, copy, name)
    assert (walk.unclear, walk.words, walk.asked_on, walk.due_on) == (True, "", TODAY, date(2026, 11, 19))
    assert unclear(cast, copy, name).pk == walk.pk, "pressed again, nothing new is owed"
    assert unclear(cast, copy, name, words="The second page.").pk != walk.pk, "words are always kept"
    with acting_as(cast.aisha):
        assert queries.walks_waiting_for(cast.aisha)[0].pk == walk.pk
        line = Act.objects.filter(name="say_unclear").first()
        assert line.said == f"A paper about {cast.maya.called} is to be gone through with somebody."
        told = Notice.objects.filter(kind="family_said").count()
    assert told == (2 if name == "kelly" else 0), "a child's is on the list of whoever leads the work"


@pytest.mark.parametrize("name", ["kelly", "maya"])
def test_s3_21_it_is_clear_in_one_press(cast, name):
    copy, by = a_copy(cast, name), who(cast, name)
    with acting_as(by):
        said = acts.say_clear(by=by, about=cast.maya, release=copy)
        assert (said.said_on, said.written_by_name) == (TODAY, "")
    with acting_as(cast.aisha):
        assert queries.answers_to(copy).clear_on == TODAY


@pytest.mark.parametrize("other", ["tomek", "priya", "aisha", "maya"])
def test_nobody_answers_for_somebody_elses_copy(cast, other):
    copy, by = a_copy(cast), who(cast, other)
    for do in (acts.say_clear, acts.say_unclear):
        with acting_as(by), pytest.raises(NotYours):
            do(by=by, about=cast.maya, release=copy)
    assert not WalkThrough.objects.exists()


@pytest.mark.parametrize("other", ["tomek", "maya"])
def test_nobody_of_the_family_sees_what_another_did_not_understand(cast, other):
    walk = unclear(cast, a_copy(cast), words="I cannot read this.")
    with acting_as(who(cast, other)):
        assert not WalkThrough.objects.exists()
        assert not Acknowledged.objects.exists()
    with acting_as(cast.kelly):
        assert WalkThrough.objects.get() == walk


def test_a_partner_holds_no_grant_on_either(cast):
    from django.db import ProgrammingError, transaction

    for model in (WalkThrough, Acknowledged):
        with acting_as(cast.priya), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            model.objects.first()


def test_a_worker_writes_down_what_somebody_who_reads_on_paper_said(cast):
    copy = a_copy(cast)
    given = {"by": cast.aisha, "about": cast.maya, "release": copy}
    with acting_as(cast.aisha):
        walk = acts.write_what_was_said(**given, clear=False, words="What is a core group?")
        assert (walk.words, walk.written_by_name, walk.unclear) == ("What is a core group?", "Aisha Khan", True)
        assert acts.write_what_was_said(**given, clear=True).written_by_name == "Aisha Khan"
        with pytest.raises(Refused, match="did not have it yet"):
            acts.write_what_was_said(**given, clear=True, on=TODAY - timedelta(days=1))
        with pytest.raises(Refused, match="not about this child"):
            acts.write_what_was_said(**{**given, "about": cast.leo}, clear=True)
    with acting_as(cast.sol), pytest.raises(NotYours):
        acts.write_what_was_said(**{**given, "by": cast.sol}, clear=True)


def test_s3_15_going_through_it_is_offered_before_anybody_asks(cast):
    given = {"by": cast.aisha, "about": cast.maya, "release": a_copy(cast)}
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="has passed"):
            acts.offer_walk_through(**given, due_on=TODAY - timedelta(days=1))
        walk = acts.offer_walk_through(**given, due_on=TODAY + timedelta(days=3), with_whom="An interpreter")
        assert (walk.unclear, walk.with_whom) == (False, "An interpreter")
        with pytest.raises(Refused, match="waits already"):
            acts.offer_walk_through(**given, due_on=TODAY)
        assert not queries.walks_late([cast.maya.pk], TODAY + timedelta(days=9)), "an offer is never late to them"


def test_s3_15_gone_through_says_what_was_explained_by_whom_with_whose_help_and_what_they_asked(cast):
    walk = unclear(cast, a_copy(cast))
    with acting_as(cast.aisha):
        done = gone_through(cast, walk, with_whom="Nan Rose", questions="May she still sleep at mine?")
        assert (done.walked_on, done.walked_by_name, done.with_whom) == (TODAY, "Aisha Khan", "Nan Rose")
        assert queries.answers_to(done.release).clear_on == TODAY, "clear now is acknowledged"
        with pytest.raises(Refused, match="already"):
            gone_through(cast, walk)


def test_s3_15_twin_not_clear_yet_is_kept_too_and_may_be_gone_through_again(cast):
    walk = unclear(cast, a_copy(cast))
    with acting_as(cast.aisha):
        gone_through(cast, walk, clear_now="no")
        assert queries.answers_to(walk.release).clear_on is None
        again = {"by": cast.aisha, "about": cast.maya, "release": walk.release, "due_on": TODAY}
        assert acts.offer_walk_through(**again).pk != walk.pk


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"explained": " "}, "explained"),
        ({"explained": "n/a"}, "explained"),
        ({"clear_now": ""}, "clear_now"),
        ({"clear_now": "perhaps"}, "clear_now"),
        ({"on": TODAY - timedelta(days=1)}, "on"),
    ],
)
def test_gone_through_is_refused_without_what_it_was_and_what_was_asked_stays(cast, given, field):
    walk = unclear(cast, a_copy(cast), words="All of it.")
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refused:
            gone_through(cast, walk, **given)
        assert refused.value.field == field
        kept = WalkThrough.objects.get()
        assert (kept.walked_on, kept.words) == (None, "All of it.")


@pytest.mark.parametrize(
    "name", ["say_clear", "say_unclear", "write_what_was_said", "offer_walk_through", "walk_through"]
)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    copy = a_copy(cast)
    walk = unclear(cast, copy)
    with acting_as(cast.system):
        before = [list(model.objects.order_by("pk").values()) for model in (WalkThrough, Acknowledged)]
    by = cast.kelly if name.startswith("say_") else cast.aisha
    given = {"about": cast.maya, "by": by}
    more = {
        "say_clear": {"release": copy},
        "say_unclear": {"release": copy, "words": "More."},
        "write_what_was_said": {"release": copy, "clear": True},
        "offer_walk_through": {"release": copy, "due_on": TODAY},
        "walk_through": {"walk": walk, "explained": EXPLAINED, "clear_now": "yes"},
    }[name]
    if name == "offer_walk_through":
        more["release"] = a_copy(cast, "tomek")
    with the_log_will_not_be_written(), acting_as(by):
        getattr(acts, name)(**given, **more)
    with acting_as(cast.system):
        assert [list(model.objects.order_by("pk").values()) for model in (WalkThrough, Acknowledged)] == before


def test_who_says_it_is_clear_once_more_later_counts_from_the_first_day(cast):
    copy = a_copy(cast)
    for days in (0, 2):
        later = replace(cast.kelly, now=NOW + timedelta(days=days))
        with acting_as(later):
            acts.say_clear(by=later, about=cast.maya, release=copy)
    with acting_as(cast.aisha):
        assert queries.answers_to(copy).clear_on == TODAY
