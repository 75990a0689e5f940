""" "I don't agree": by a parent, the child, or whoever told us, about what they were told alone (S3-20, J2)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.decisions import queries
from kith.decisions.acts import answer_challenge, disagree, disagree_as_teller, end_decision, tell_decision
from kith.decisions.models import Challenge, Decision, DecisionTold
from kith.directory.acts import restrict
from kith.directory.models import Account, Notice
from kith.people.acts import say_not_safe_to_tell
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import TODAY
from tests.decisions.making import made_senior, standing
from tests.handing import child_actor
from tests.involvement.reaching import child_of, decide, found, told, whole
from tests.visits.going import the_log_will_not_be_written

WHY = "She still wakes at night, and nobody asked me."


@pytest.fixture
def closing(cast):
    made = standing(cast, "closure")
    with acting_as(cast.aisha):
        for audience in ("family", "child"):
            words = f"We stop coming to see Maya, {audience}."
            tell_decision(by=cast.aisha, about=cast.maya, decision=made, audience=audience, words=words)
    return made


@pytest.fixture
def teller(cast):
    """Priya told us of Leo, with whom she does not work, and was answered."""
    made = told(cast, by="priya", how="portal")
    found(cast, made, 2, cast.leo)
    decide(cast, made, whole(child_of(made, 2), "existing_work"), about=[cast.leo])
    return cast.priya


def not_content(by, about, made, concern=WHY, **more):
    with acting_as(by):
        return disagree(by=by, about=about, decision_id=made.pk, concern=concern, **more)


def test_s3_20_a_parent_disagrees_and_it_waits_for_somebody_who_did_not_decide(cast, closing):
    senior = made_senior(cast)
    made = not_content(cast.actors["kelly"], cast.maya, closing)
    closing.refresh_from_db()
    assert closing.state == "challenged"
    assert (made.raised_by_name, made.asked_id, made.raised_on) == ("Kelly Okafor", senior.account_id, TODAY)
    with acting_as(cast.system):
        said = Notice.objects.filter(kind="challenge").values_list("account_id", flat=True)
        assert list(said) == [senior.account_id]
        assert Act.objects.get(name="disagree").said == "A decision about Maya Okafor-Nowak was challenged."


def test_s3_20_the_child_says_no_in_their_own_corner(cast, closing):
    maya = child_actor(cast)
    made = not_content(maya, cast.maya, closing, "I want Aisha to stay.")
    with acting_as(maya):
        assert [one.pk for one in queries.my_challenges(maya, cast.maya)] == [made.pk]


def test_a_parent_reads_their_own_and_never_the_other_parents(cast, closing):
    not_content(cast.actors["kelly"], cast.maya, closing)
    for name, seen in (("kelly", 1), ("tomek", 0), ("gary", 0), ("priya", 0)):
        with acting_as(cast.actors[name]):
            assert Challenge.objects.count() == seen, name


def test_s3_20_answered_by_another_it_is_shown_back(cast, closing):
    senior, kelly = made_senior(cast), cast.actors["kelly"]
    made = not_content(kelly, cast.maya, closing)
    with acting_as(senior):
        answer_challenge(
            by=senior, about=cast.maya, challenge=made, outcome="not_upheld", reply="We rang you on Monday and Friday."
        )
    with acting_as(kelly):
        assert queries.my_challenges(kelly, cast.maya).get().reply == "We rang you on Monday and Friday."


def test_what_they_were_not_told_of_is_not_there_to_disagree_with(cast):
    made = standing(cast, "closure")
    with pytest.raises(Refused, match="has ended"):
        not_content(cast.actors["kelly"], cast.maya, made)
    assert Decision.objects.get(pk=made.pk).state == "agreed"


def test_nothing_said_and_an_ended_decision_are_refused(cast, closing):
    with pytest.raises(Refused) as refusal:
        not_content(cast.actors["kelly"], cast.maya, closing, " ")
    assert refusal.value.field == "concern"
    with acting_as(cast.aisha):
        end_decision(by=cast.aisha, about=cast.maya, decision=closing, because="Done.")
    with pytest.raises(Refused, match="has ended"):
        not_content(cast.actors["kelly"], cast.maya, closing)


def test_twin_a_parent_need_not_say_what_they_want_instead(cast, closing):
    assert not_content(cast.actors["tomek"], cast.maya, closing).wanted == "They did not say."


@pytest.mark.parametrize("name", ["gary", "priya", "aisha"])
def test_nobody_else_disagrees_in_their_name(cast, closing, name):
    with pytest.raises(NotYours):
        not_content(cast.actors[name], cast.maya, closing)
    assert not Challenge.objects.exists()


def test_somebody_it_is_not_safe_to_tell_reads_nothing(cast, closing):
    kelly = cast.actors["kelly"]
    with acting_as(kelly):
        assert DecisionTold.objects.count() == 1
    with acting_as(cast.aisha):
        say_not_safe_to_tell(
            by=cast.aisha,
            about=cast.maya,
            person=cast.people["kelly"],
            reason="risk_to_child",
            because="He reads her telephone.",
            decided_by="Grace Adeyemi",
            review_on=TODAY + timedelta(days=30),
        )
    with acting_as(kelly):
        assert not DecisionTold.objects.exists()


def test_a_sealed_child_is_not_there(cast, closing):
    guardian = Account.objects.get(pk=cast.rowan.account_id)
    with acting_as(cast.rowan):
        restrict(by=cast.rowan, about=cast.maya, level="sealed", because="Hurt.", guardian=guardian, review_on=TODAY)
    with acting_as(cast.actors["kelly"]):
        assert not DecisionTold.objects.exists()


# -- whoever told us


def test_j2_whoever_told_us_disagrees_in_confidence_without_a_tie(cast, teller):
    with acting_as(teller):
        [(decision, person)] = queries.decisions_replied().values()
    assert person == cast.leo.pk
    made = as_teller(cast, decision)
    assert (made.raised_by_id, made.raised_by_name) == (teller.account_id, "Whoever told us")
    with acting_as(teller):
        assert [one.pk for one in queries.challenges_raised_by(teller)] == [made.pk]
        assert not DecisionTold.objects.filter(person=cast.leo).exists()
    with acting_as(cast.system):
        assert "Priya" not in Act.objects.get(name="disagree_as_teller").said


def test_j2_another_agency_and_a_colleague_read_nothing_of_it(cast, teller):
    with acting_as(cast.system):
        decision = Decision.objects.get(person=cast.leo, kind="contact").pk
    as_teller(cast, decision)
    for name in ("kelly", "gary"):
        with acting_as(cast.actors[name]):
            assert not Challenge.objects.exists()


@pytest.mark.parametrize(("words", "field"), [({"concern": ""}, "concern"), ({"wanted": " "}, "wanted")])
def test_j2_they_say_what_worries_them_and_what_they_want(cast, teller, words, field):
    decision = Decision.objects.get(person=cast.leo, kind="contact").pk
    with pytest.raises(Refused) as refusal:
        as_teller(cast, decision, **words)
    assert refusal.value.field == field


def as_teller(cast, decision, **words):
    said = {"concern": "He came hungry again.", "wanted": "See him this week.", **words}
    with acting_as(cast.system):
        return disagree_as_teller(
            by=cast.system, about=cast.leo, decision_id=decision, raised_by_id=cast.priya.account_id, **said
        )


DOING = {
    "disagree": lambda cast, made: not_content(cast.actors["kelly"], cast.maya, made),
    "disagree_as_teller": lambda cast, made: as_teller(cast, made.pk),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_kept_when_the_log_cannot_be_written(cast, closing, name):
    before = list(Decision.objects.order_by("pk").values())
    with the_log_will_not_be_written():
        DOING[name](cast, closing)
    with acting_as(cast.system):
        assert list(Decision.objects.order_by("pk").values()) == before
        assert not Challenge.objects.exists()
