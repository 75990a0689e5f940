"""What people say of our work, and what we did about it: kept, sorted, answered, each for themselves (S3-16)."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.involvement import acts, queries
from kith.involvement.models import Closure, DifferenceSaid
from kith.plans.queries import may_own
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import NOW, TODAY
from tests.decisions.making import standing
from tests.involvement.levels import ENDING
from tests.people.doing import not_safe
from tests.visits.going import the_log_will_not_be_written

WORDS = "Ring before you come."
DID = "We ring the day before now."


def said(cast, about=None, by="aisha", **given):
    actor = cast.actors[by]
    with acting_as(actor):
        told = {"whose": "family", "words": WORDS, "said": "change", "person_who": cast.people["kelly"], **given}
        return acts.say_difference(by=actor, about=about or cast.maya, **told)


def did(cast, row, by="aisha", **given):
    actor = cast.actors[by]
    with acting_as(actor):
        told = {"about": row.person, "outcome": "done", "we_did": DID, **given}
        return acts.say_what_we_did(by=actor, row=row, **told)


def sorted_as(cast, row, **given):
    with acting_as(cast.aisha):
        return acts.sort_difference(by=cast.aisha, about=row.person, row=row, **given)


def ended(cast):
    """Work with Maya that Aisha led and that ended today."""
    decision = standing(cast, "closure")
    with acting_as(cast.grace):
        acts.close_work(by=cast.grace, about=cast.maya, reason="RC7", decision=decision, **ENDING)
    with acting_as(cast.grace):
        return Closure.objects.select_related("spell").get(person=cast.maya)


def in_three_months(cast, name):
    return cast.at(name, NOW + timedelta(days=95))


def again(cast, how, by="aisha", **given):
    actor = cast.actors[by]
    with acting_as(actor):
        told = {"about": how.person, "words": {"child": "You came. It is still quiet."}, "said": {}, **given}
        return acts.ask_difference_again(by=actor, closure=how, **told)


def read_by(cast, name, about=None):
    with acting_as(cast.actors[name]):
        return [row.words for row in queries.differences_of(about or cast.maya)]


def waiting(cast, by="aisha"):
    actor = cast.actors[by]
    with acting_as(actor):
        return list(queries.differences_waiting(actor, [cast.maya.pk]))


def test_an_answer_that_asks_for_something_is_owed_what_we_did(cast):
    row = said(cast)
    assert (row.who, row.due_on) == ("Kelly Okafor", date(2026, 12, 1))
    assert [one.pk for one in waiting(cast)] == [row.pk]
    done = did(cast, row, told_on=TODAY, told_by="Aisha Khan")
    assert (done.we_did, done.done_by_name, done.told_by) == (DID, "Aisha Khan", "Aisha Khan")
    assert waiting(cast) == []


def test_an_answer_that_asks_for_nothing_is_owed_nothing(cast):
    assert said(cast, said="helped").due_on is None
    assert waiting(cast) == []


def test_the_twin_it_is_kept_however_little_is_known_and_waits_to_be_sorted(cast):
    row = said(cast, said="", person_who=None)
    assert (row.who, row.said, row.due_on) == ("", "", None)
    assert [one.pk for one in waiting(cast)] == [row.pk]
    row = sorted_as(cast, row, said="worse", person_who=cast.people["kelly"])
    assert (row.who, row.due_on) == ("Kelly Okafor", date(2026, 12, 1))


def test_words_put_to_the_wrong_person_are_on_their_page_no_longer_once_that_is_put_right(cast):
    row = said(cast, words="He must not hear this from me.", person_who=cast.people["tomek"])
    assert read_by(cast, "tomek") == ["He must not hear this from me."]
    row = sorted_as(cast, row, said="change", who="An aunt, on the telephone", person_who=None)
    assert (row.person_who, row.who) == (None, "An aunt, on the telephone")
    assert read_by(cast, "tomek") == []


def test_put_to_nobody_by_name_it_is_nobodys_and_the_name_of_whoever_it_was_not_goes_too(cast):
    row = sorted_as(cast, said(cast), said="change", who="Kelly Okafor", person_who=None)
    assert (row.person_who, row.who) == (None, "")
    row = sorted_as(cast, row, said="change", who="A neighbour")
    assert sorted_as(cast, row, said="helped").who == "A neighbour", "what was written by hand stays"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"words": " ."}, "words"),
        ({"whose": "neighbour"}, "whose"),
        ({"asked_in": "dream"}, "asked_in"),
        ({"said": "splendid"}, "said"),
    ],
)
def test_what_cannot_be_read_is_refused(cast, given, field):
    with pytest.raises(Refused) as refusal:
        said(cast, **given)
    assert refusal.value.field == field


@pytest.mark.parametrize("words", ["Nothing.", "No change", "None"])
def test_that_it_made_no_difference_is_an_answer_and_is_kept(cast, words):
    assert said(cast, words=words, said="no_change").words == words
    assert said(cast, words=words, said="").said == ""
    how = ended(cast)
    again(cast, how, words={"child": words}, said={"child": "no_change"})
    with acting_as(cast.aisha):
        assert DifferenceSaid.objects.get(asked_in="after").words == words


def test_whoever_asks_again_works_with_the_child_no_longer(cast):
    """Their tie begins on the day to ask; it makes them nobody a step of a plan is given to."""
    with acting_as(cast.grace):
        assert "Aisha Khan" in [one.name for one in may_own(cast.maya)]
    ended(cast)
    with acting_as(cast.grace):
        assert "Aisha Khan" not in [one.name for one in may_own(cast.maya)]


@pytest.mark.parametrize("given", [{"said": ""}, {"said": "splendid"}])
def test_it_is_not_sorted_as_nothing(cast, given):
    row = said(cast, said="")
    with pytest.raises(Refused) as refusal:
        sorted_as(cast, row, **given)
    assert refusal.value.field == "said"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"outcome": "perhaps"}, "outcome"),
        ({"we_did": "n/a"}, "we_did"),
        ({"on": TODAY - timedelta(days=1)}, "on"),
        ({"told_on": TODAY + timedelta(days=1), "told_by": "Aisha"}, "told_on"),
        ({"told_on": TODAY, "told_by": " "}, "told_by"),
    ],
)
def test_what_we_did_is_said_in_words_and_on_a_day(cast, given, field):
    row = said(cast)
    with pytest.raises(Refused) as refusal:
        did(cast, row, **given)
    assert refusal.value.field == field
    assert not DifferenceSaid.objects.get(pk=row.pk).we_did


def test_it_is_said_once_and_of_this_child(cast):
    row = said(cast)
    with pytest.raises(Refused, match="another child"):
        did(cast, row, about=cast.leo)
    with acting_as(cast.aisha), pytest.raises(Refused, match="another child"):
        acts.sort_difference(by=cast.aisha, about=cast.leo, row=row, said="helped")
    did(cast, row)
    with pytest.raises(Refused, match="already"):
        did(cast, row)
    with pytest.raises(Refused, match="already"):
        sorted_as(cast, row, said="helped")


def test_each_reads_their_own_words_and_nobody_elses(cast):
    said(cast)
    said(cast, words="Come when I am at work.", person_who=cast.people["tomek"])
    said(cast, whose="child", words="Bring the dog.", person_who=None)
    said(cast, whose="others", words="Answer the school’s letters.", person_who=None, who="Hill School")
    assert read_by(cast, "kelly") == [WORDS]
    assert read_by(cast, "gary") == []


def test_what_is_not_sorted_and_why_nobody_was_asked_is_on_nobodys_page(cast):
    said(cast, said="")
    said(cast, said="not_asked", words="She was not asked: he listens to every call.")
    assert read_by(cast, "kelly") == []


def test_whom_it_is_not_safe_to_tell_reads_none_of_it(cast):
    row = said(cast)
    did(cast, row)
    with acting_as(cast.aisha):
        not_safe(cast, cast.aisha, person=cast.people["kelly"])
    assert read_by(cast, "kelly") == []


def test_work_that_ended_is_asked_of_again_and_whoever_led_it_last_answers(cast):
    how = ended(cast)
    assert how.ask_again_on == date(2027, 2, 17)
    aisha, grace = in_three_months(cast, "aisha"), in_three_months(cast, "grace")
    with acting_as(aisha):
        assert not list(queries.to_ask_again(aisha, date(2027, 2, 16)))
        assert [(one.pk, one.last_name) for one in queries.to_ask_again(aisha, aisha.today)] == [(how.pk, "Aisha Khan")]
    with acting_as(grace):
        assert [one.pk for one in queries.to_ask_again(grace, grace.today, team_id=grace.team_id)] == [how.pk]
        assert not list(queries.to_ask_again(grace, grace.today))
    words = {"child": "You came. It is still quiet.", "family": "Nobody rang after you left."}
    with acting_as(aisha):
        told = {"about": cast.maya, "closure": how, "words": words, "said": {"family": "change"}}
        acts.ask_difference_again(by=aisha, person_who=cast.people["kelly"], **told)
        assert not list(queries.to_ask_again(aisha, aisha.today))
        after = [row for row in queries.differences_of(cast.maya) if row.asked_in == "after"]
        assert {row.whose: row.said for row in after} == {"child": "", "family": "change"}
        assert {row.pk for row in after} <= {row.pk for row in queries.differences_waiting(aisha)}
        with pytest.raises(Refused, match="Nothing is to be asked"):
            acts.ask_difference_again(by=aisha, **told)


def test_from_ten_working_days_after_it_ended_until_it_is_asked_again_it_is_closed_to_whoever_led_it(cast):
    ended(cast)
    row = said(cast)
    between = cast.at("aisha", NOW + timedelta(days=40))
    with acting_as(between), pytest.raises(NotYours):
        acts.say_what_we_did(by=between, about=cast.maya, row=row, outcome="done", we_did=DID)
    did(cast, row)


def test_whoever_led_the_work_may_write_of_it_until_ten_working_days_after_they_asked(cast):
    again(cast, ended(cast))
    row = said(cast)
    later = cast.at("aisha", NOW + timedelta(days=15))
    with acting_as(later), pytest.raises(NotYours):
        acts.say_what_we_did(by=later, about=cast.maya, row=row, outcome="done", we_did=DID)
    did(cast, row)


@pytest.mark.parametrize(
    ("given", "field"),
    [({"words": {}}, "not_asked_because"), ({"on": TODAY - timedelta(days=200)}, "on")],
)
def test_asking_again_needs_an_answer_or_a_reason(cast, given, field):
    how = ended(cast)
    with pytest.raises(Refused) as refusal:
        again(cast, how, **given)
    assert refusal.value.field == field


def test_nobody_is_asked_again_for_a_reason(cast):
    how = again(cast, ended(cast), words={}, not_asked_because="A call would tell him where she is.")
    assert how.asked_again_on == TODAY
    with acting_as(cast.aisha):
        assert not DifferenceSaid.objects.filter(asked_in="after").exists()


def test_another_childs_work_and_work_that_a_death_ended_are_not_asked_of(cast):
    with pytest.raises(Refused, match="another child"):
        again(cast, ended(cast), about=cast.leo)
    with acting_as(cast.system):
        acts.close_work(by=cast.system, about=cast.leo, reason="RC2")
        how = Closure.objects.get(person=cast.leo)
    with acting_as(cast.system), pytest.raises(Refused, match="Nothing is to be asked"):
        acts.ask_difference_again(by=cast.system, about=cast.leo, closure=how, words={"child": "Bye."}, said={})


DOING = {
    "say_difference": lambda told, rows: acts.say_difference(**told, whose="child", words="Bring the dog."),
    "sort_difference": lambda told, rows: acts.sort_difference(**told, row=rows[0], said="helped"),
    "say_what_we_did": lambda told, rows: acts.say_what_we_did(**told, row=rows[0], outcome="done", we_did=DID),
    "ask_difference_again": lambda told, rows: acts.ask_difference_again(
        **told, closure=rows[1], words={"child": "Still quiet at night."}, said={}
    ),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    rows = said(cast), ended(cast)
    with acting_as(cast.system):
        before = [list(model.objects.order_by("pk").values()) for model in (DifferenceSaid, Closure)]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name]({"by": cast.aisha, "about": cast.maya}, rows)
    with acting_as(cast.system):
        assert before == [list(model.objects.order_by("pk").values()) for model in (DifferenceSaid, Closure)]


@pytest.mark.parametrize("name", DOING)
def test_somebody_of_another_team_a_partner_and_a_parent_may_not(cast, name):
    rows = said(cast), ended(cast)
    for who in ("sol", "kelly"):
        with acting_as(cast.actors[who]), pytest.raises(NotYours):
            DOING[name]({"by": cast.actors[who], "about": cast.maya}, rows)


def test_its_lines_are_for_staff_alone(cast):
    did(cast, said(cast))
    for name in ("kelly", "gary"):
        with acting_as(cast.actors[name]):
            assert not Act.objects.filter(name__in=DOING).exists()
