"""S3-02: what a plan is to change rests on the child’s own words, or on what was seen of the child instead."""

from datetime import date

import pytest

from kith.access import acting_as
from kith.calendar import PartDate
from kith.involvement.acts import begin_work
from kith.people.acts import begin_record
from kith.plans import acts, queries
from kith.plans.models import Outcome, Plan
from kith.record import Refused
from kith.standards.queries import panel
from kith.voice import acts as voice
from kith.voice.models import Words
from kith.voice.rules import Said as OnSheet
from tests.handing import child_actor
from tests.plans.making import begun, confirmed, outcome, outcome_on_words, step, whole
from tests.standards.test_thinking import states
from tests.visits.going import page, text
from tests.voice.hearing import corrected, heard

HERS = "I want it quiet when I go to bed."
LACKS = "the child’s own words, or why there are none"
NOTHING = {"no_words": "", "seen": ""}


def refused(by, plan):
    with pytest.raises(Refused, match=LACKS):
        acts.agree_plan(by=by, about=plan.person, plan=plan)
    assert Plan.objects.get(pk=plan.pk).agreed_on is None


@pytest.fixture
def plan(cast):
    """Maya’s, that lacks nothing but what its one outcome rests on."""
    with acting_as(cast.aisha):
        made = begun(cast.aisha, cast.maya)
        outcome(cast.aisha, made, **NOTHING)
        step(cast.aisha, made)
        confirmed(cast.aisha, made)
        return made


def test_s3_02_an_outcome_with_neither_words_nor_a_reason_is_kept_and_the_plan_is_not_agreed(cast, browse, plan):
    with acting_as(cast.aisha):
        refused(cast.aisha, plan)
        assert Outcome.objects.get().statement == "Maya sleeps through the night."
    aisha = browse("aisha")
    answer = aisha.post(page("agree-plan", cast.maya, plan.pk), {})
    assert answer.status_code == 422
    assert LACKS in text(answer)
    assert LACKS in text(aisha.get(page("child-plan", cast.maya)))


@pytest.mark.parametrize("code", ["too_young", "declined", "observed", "not_safe"])
def test_s3_02_a_reason_why_there_are_no_words_needs_what_was_seen_instead(cast, plan, code):
    with acting_as(cast.aisha):
        given = {"by": cast.aisha, "about": cast.maya, "outcome": Outcome.objects.get()}
        acts.change_outcome(**given, no_words=code, seen="n/a")
        refused(cast.aisha, plan)
        acts.change_outcome(**given, no_words=code, seen="She lies with her hands over her ears.")
        assert acts.agree_plan(by=cast.aisha, about=cast.maya, plan=plan).agreed


def test_s3_02_nothing_can_be_seen_of_a_child_who_is_not_born(cast, plan):
    with acting_as(cast.aisha):
        one = Outcome.objects.get()
        acts.change_outcome(by=cast.aisha, about=cast.maya, outcome=one, no_words="unborn")
        assert acts.agree_plan(by=cast.aisha, about=cast.maya, plan=plan).agreed
        with pytest.raises(Refused, match="one of the answers"):
            acts.change_outcome(by=cast.aisha, about=cast.maya, outcome=one, no_words="busy")


def test_s3_02_words_are_chosen_as_the_outcome_is_written_and_stand_beside_it_while_they_stand(cast, browse, plan):
    aisha = browse("aisha")
    with acting_as(cast.aisha):
        said, harm = heard(cast, cast.aisha, HERS, "good_thing"), heard(cast, cast.aisha, "He locks the door.", "harm")
        one = Outcome.objects.get()
    path = page("change-outcome", cast.maya, one.pk)
    asked = text(aisha.get(path))
    assert HERS in asked
    assert harm.text not in asked, "what tells of harm is not offered: the family reads what rests on these words"
    given = {"statement": one.statement, "need": one.need, "quotes": [said.pk], "assessed_on-day": ""}
    assert aisha.post(path, given).status_code == 303
    assert HERS not in text(aisha.get(path)), "it rests on them already"
    assert HERS in text(aisha.get(page("child-plan", cast.maya)))
    with acting_as(cast.aisha):
        assert queries.held(plan).outcomes[0].on_words
    with acting_as(cast.grace):
        corrected(cast, cast.grace, said)
    assert HERS not in text(aisha.get(page("child-plan", cast.maya)))
    with acting_as(cast.aisha):
        refused_again = queries.held(plan).outcomes[0]
        assert not refused_again.on_words, "words of another child carry nothing"


def test_s3_02_words_marked_as_telling_of_harm_leave_the_page_and_every_copy(cast, browse, plan):
    with acting_as(cast.aisha):
        said = heard(cast, cast.aisha, HERS, "good_thing")
        voice.cite_words(by=cast.aisha, about=cast.maya, row=Outcome.objects.get(), words=[said])
        voice.mark_tells_of_harm(by=cast.aisha, about=cast.maya, words=said)
    for layer in ("", "?layer=plain"):
        assert HERS not in text(browse("aisha").get(page("child-plan", cast.maya) + layer))


def test_s3_02_a_copy_for_the_family_holds_only_words_the_child_is_content_they_hear(cast, browse):
    with acting_as(cast.aisha):
        made = begun(cast.aisha, cast.maya)
        one = outcome_on_words(cast.aisha, made, HERS)
    aisha, path = browse("aisha"), page("plan-print", cast.maya)
    assert HERS not in text(aisha.get(path)), "nobody asked her"
    hers = corner_words(cast, "Can Nan read to me.", ["family"])
    kept = corner_words(cast, "Dad shouts.", [])
    with acting_as(cast.aisha):
        voice.cite_words(by=cast.aisha, about=cast.maya, row=one, words=[hers, kept])
    shown = text(aisha.get(path))
    assert "Maya said: “Can Nan read to me.”" in shown
    assert "Dad shouts." not in shown
    assert "Dad shouts." in text(aisha.get(page("child-plan", cast.maya)))


def test_s3_02_what_a_child_said_for_the_family_is_in_no_copy_for_anybody_else(cast, browse):
    with acting_as(cast.aisha):
        one = outcome_on_words(cast.aisha, begun(cast.aisha, cast.maya), HERS)
    for_family = corner_words(cast, "Can Nan read to me.", ["family"])
    for_all = corner_words(cast, "A dog would help.", ["family", "meeting"])
    with acting_as(cast.aisha):
        voice.cite_words(by=cast.aisha, about=cast.maya, row=one, words=[for_family, for_all])
    aisha, path = browse("aisha"), page("plan-print", cast.maya)
    hung = text(aisha.get(f"{path}?as=fridge")).partition("What leaves")[2]
    assert "Can Nan read to me" not in hung
    words = "It starts from this. Maya said: “Can Nan read to me.” Maya said: “A dog would help.”"
    sent = {"recipient": "0", "recipient_name": "Ms Hill, school", "who_else_sees": "nobody else", "text": words}
    refused = aisha.post(path, sent)
    assert refused.status_code == 422
    assert "was said for the family alone" in text(refused)
    assert aisha.post(path, {**sent, "text": words.replace("Can Nan read to me", "…")}).status_code == 303
    kelly = {**sent, "recipient": cast.people["kelly"].ref, "recipient_name": ""}
    assert aisha.post(path, kelly).status_code == 303


def corner_words(cast, words, may_tell):
    maya = child_actor(cast)
    with acting_as(maya):
        said = [OnSheet("wish", words)]
        voice.say_in_corner(by=maya, about=cast.maya, sheet="dreams", said=said, may_tell=may_tell)
    with acting_as(cast.system):
        return Words.objects.latest("pk")


def test_s3_02_twin_an_outcome_on_words_and_no_reason_is_agreed(cast):
    with acting_as(cast.aisha):
        made = whole(cast.aisha, cast.maya)
        outcome_on_words(cast.aisha, made, statement="She minds nobody at night.")
        assert acts.agree_plan(by=cast.aisha, about=cast.maya, plan=made).agreed


def test_s3_02_the_measure_is_what_a_hand_counts_on_five_plans(cast, browse):
    with acting_as(cast.system):
        others = []
        for name in ("Ada", "Bo"):
            child = begin_record(by=cast.system, given=name, family="Vale", born=PartDate(date(2018, 5, 1), "day"))
            begin_work(by=cast.system, about=child, level="child_in_need", source="2A", primary_need="N5")
            others.append(child)
        five = [cast.maya, cast.leo, cast.sam, *others]
        plans = {child.pk: begun(cast.system, child) for child in five}
        outcome_on_words(cast.system, plans[cast.maya.pk], "Quiet.")
        outcome_on_words(cast.system, plans[cast.maya.pk], "Nan.")
        outcome(cast.system, plans[cast.maya.pk])  # rests on what was seen
        outcome_on_words(cast.system, plans[cast.leo.pk], "My key worker.")
        outcome(cast.system, plans[cast.sam.pk], no_words="too_young", seen="He turns to Kelly’s voice.")
        outcome(cast.system, plans[others[0].pk], **NOTHING)
        over = outcome_on_words(cast.system, plans[others[1].pk], "A dog.")
        acts.end_outcome(by=cast.system, about=others[1], outcome=over, because="He has one.")
        assert queries.resting_on_words([child.pk for child in five]) == (3, 6)
        assert queries.resting_on_words([others[1].pk]) == (0, 0)
    assert "3 of 5 outcomes: 60%" in text(browse("grace").get("/team/figures/")), "Ada is not the team’s"
    with acting_as(cast.aisha):
        found = [next(r for r in panel(child, cast.aisha) if r.id == "outcomes-on-words") for child in five[:3]]
    assert [str(row.state) for row in found] == ["explained", "met", "explained"]


def test_s3_02_an_outcome_left_without_either_is_due_and_then_missed(cast):
    with acting_as(cast.aisha):
        made = begun(cast.aisha, cast.maya)
        one = outcome(cast.aisha, made, **NOTHING)
        assert states(cast, "outcomes-on-words") == ["due"]
        assert states(cast, "outcomes-on-words", days=29) == ["missed"]
        said = heard(cast, cast.aisha, HERS, "good_thing")
        voice.cite_words(by=cast.aisha, about=cast.maya, row=one, words=[said])
        assert states(cast, "outcomes-on-words", days=29) == ["met"]


def test_s3_02_a_plan_made_in_the_room_rests_on_what_the_child_said_there(cast):
    with acting_as(cast.aisha):
        room = {
            "because": "Nobody sleeps.",
            "outcomes": [acts.OutcomeSaid("She sleeps."), acts.OutcomeSaid("We talk.")],
        }
        made = acts.make_family_plan(by=cast.aisha, about=cast.maya, **room, said=HERS, said_sort="good_thing")
        assert [one.on_words for one in queries.held(made).outcomes] == [True, True]
