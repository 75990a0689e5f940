"""Explaining what was missed, accepting it, and looking whether a promise is truly kept."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from kith.access import acting_as
from kith.involvement.acts import allocate
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.standards import queries
from kith.standards.acts import accept_explanation, explain_missed, judge_promise
from kith.standards.models import Explanation, Judgement
from kith.standards.register import standard
from kith.visits.acts import Seen, record_visit
from tests.cast import NOW, TODAY

REASON = "The family were away for three weeks and told us so."
PLAN = "Thursday at school, at two."
SOON = date(2026, 12, 1)


def explained(cast, by="aisha", **details):
    given = {"standard_id": "seen-in-time", "reason": REASON, "plan": PLAN, **details}
    return explain_missed(by=cast.actors[by], about=cast.maya, on=TODAY, **given)


def state(cast, by="aisha", today=TODAY):
    return queries.judge(standard("seen-in-time"), today, [cast.maya.pk])[0].state


def test_a_missed_promise_is_explained_once_somebody_else_accepts_the_reason(cast):
    with acting_as(cast.aisha):
        said = explained(cast)
        assert state(cast) == "missed"
        assert queries.judge(standard("seen-in-time"), TODAY, [cast.maya.pk])[0].waits_for_acceptance
        assert list(queries.explanations_waiting(cast.aisha)) == []
    with acting_as(cast.grace):
        assert list(queries.explanations_waiting(cast.grace)) == [said]
        accept_explanation(by=cast.grace, about=cast.maya, on=TODAY, explanation=said, expires_on=SOON)
        assert list(queries.explanations_waiting(cast.grace)) == []
        row = queries.judge(standard("seen-in-time"), TODAY, [cast.maya.pk])[0]
        assert (row.state, row.standing.explanation.id) == ("explained", said.pk)
        assert row.sentence.endswith("That is late; the reason is accepted until 1 December 2026.")
        assert queries.measure(standard("seen-in-time"), TODAY) == {
            "met": 0,
            "due": 0,
            "missed": 2,
            "explained": 1,
            "not_yet": 0,
            "not_applicable": 0,
        }


def test_acceptance_runs_out(cast):
    with acting_as(cast.aisha):
        said = explained(cast)
    with acting_as(cast.grace):
        accept_explanation(by=cast.grace, about=cast.maya, on=TODAY, explanation=said, expires_on=SOON)
        assert state(cast, today=SOON) == "explained"
        assert state(cast, today=SOON + timedelta(days=1)) == "missed"


def test_the_story_of_an_explanation_is_told_by_its_acts(cast):
    with acting_as(cast.aisha):
        said = explained(cast)
    with acting_as(cast.grace):
        accept_explanation(by=cast.grace, about=cast.maya, on=TODAY, explanation=said, expires_on=SOON)
        row = queries.judge(standard("seen-in-time"), TODAY, [cast.maya.pk])[0]
        assert [act.said for act in queries.explain(row)] == [
            "Grace Adeyemi accepted why a promise to Maya Okafor-Nowak was not kept in time."
        ]
        assert Act.objects.filter(name="explain_missed", person=cast.maya).count() == 1


@pytest.mark.parametrize(
    ("details", "says", "field"),
    [
        ({"reason": " n/a "}, "what got in the way", "reason"),
        ({"plan": ""}, "how and when Maya Okafor-Nowak will be seen", "plan"),
        ({"plan": "tbc"}, "how and when Maya Okafor-Nowak will be seen", "plan"),
        ({"standard_id": "seen"}, "no such promise", "standard_id"),
        ({"standard_id": "lead-worker"}, "nothing to explain", None),
    ],
)
def test_an_explanation_is_refused_when(cast, details, says, field):
    with acting_as(cast.aisha), pytest.raises(Refused, match=says) as refused:
        explained(cast, **details)
    assert refused.value.field == field
    assert not Explanation.objects.exists()


def test_a_promise_about_something_else_needs_no_plan_to_see_the_child(cast):
    with acting_as(cast.aisha):
        assert explained(cast, standard_id="next-contact", plan="").pk


def test_someone_without_a_tie_cannot_explain(cast):
    with acting_as(cast.sol), pytest.raises(NotYours):
        explained(cast, by="sol")


def test_nobody_accepts_their_own_explanation(cast):
    with acting_as(cast.grace):
        said = explained(cast, by="grace")
        with pytest.raises(Refused, match="Nobody accepts their own"):
            accept_explanation(by=cast.grace, about=cast.maya, on=TODAY, explanation=said, expires_on=SOON)
        assert state(cast) == "missed"


def test_the_database_refuses_ones_own_acceptance_as_well(cast):
    with acting_as(cast.aisha):
        said = explained(cast)
    with pytest.raises(IntegrityError, match="nobody_accepts_their_own"), transaction.atomic():
        change(said, "accepted_by_id = given_by_id, accepted_on = given_on, expires_on = given_on")
    with pytest.raises(IntegrityError, match="acceptance_is_dated_and_runs_out"), transaction.atomic():
        change(said, f"accepted_by_id = {cast.grace.account_id}, accepted_on = given_on")


def change(explanation, columns):
    """Past the acts and the policies, as the tables' owner."""
    with connection.cursor() as cursor:
        cursor.execute(f"update standards_explanation set {columns} where id = %s", [explanation.pk])


def test_accepting_needs_the_right_and_a_tie_is_not_enough(cast):
    with acting_as(cast.grace):
        said = explained(cast, by="grace")
    with acting_as(cast.aisha), pytest.raises(NotYours):
        accept_explanation(by=cast.aisha, about=cast.maya, on=TODAY, explanation=said, expires_on=SOON)


@pytest.mark.parametrize(
    ("expires_on", "says"),
    [
        (TODAY, "a day still to come"),
        (TODAY + timedelta(days=93), "within three months"),
    ],
)
def test_an_acceptance_is_for_a_while(cast, expires_on, says):
    with acting_as(cast.aisha):
        said = explained(cast)
    with acting_as(cast.grace), pytest.raises(Refused, match=says) as refused:
        accept_explanation(by=cast.grace, about=cast.maya, on=TODAY, explanation=said, expires_on=expires_on)
    assert refused.value.field == "expires_on"


def test_an_explanation_is_accepted_once_and_for_its_own_child(cast):
    with acting_as(cast.aisha):
        said = explained(cast)
    with acting_as(cast.grace):
        with pytest.raises(Refused, match="about someone else"):
            accept_explanation(by=cast.grace, about=cast.leo, on=TODAY, explanation=said, expires_on=SOON)
        accept_explanation(by=cast.grace, about=cast.maya, on=TODAY, explanation=said, expires_on=SOON)
        with pytest.raises(Refused, match="accepted on 17 November 2026 already"):
            accept_explanation(by=cast.grace, about=cast.maya, on=TODAY, explanation=said, expires_on=SOON)


def found(cast, by="grace", **details):
    given = {"standard_id": "lead-worker", "verdict": "on_paper_only", "because": "Maya has never met her.", **details}
    return judge_promise(by=cast.actors[by], about=cast.maya, on=TODAY, **given)


def test_a_promise_kept_on_paper_only_is_not_kept(cast):
    with acting_as(cast.grace):
        before = queries.judge(standard("lead-worker"), TODAY, [cast.maya.pk])[0]
        found(cast)
        after = queries.judge(standard("lead-worker"), TODAY, [cast.maya.pk])[0]
    assert (before.state, after.state) == ("met", "missed")
    assert after.sentence == "On 17 November 2026 someone looked, and found this kept on paper only."


@pytest.mark.parametrize(
    ("details", "says"),
    [
        ({"verdict": "fine"}, "met, not met"),
        ({"because": "."}, "what you saw"),
        ({"standard_id": "x"}, "no such promise"),
    ],
)
def test_a_judgement_is_refused_when(cast, details, says):
    with acting_as(cast.grace), pytest.raises(Refused, match=says):
        found(cast, **details)
    assert not Judgement.objects.exists()


def test_whoever_leads_or_led_the_work_does_not_judge_it(cast):
    with acting_as(cast.grace):
        allocate(by=cast.grace, about=cast.maya, on=TODAY, lead=cast.staff["grace"])
        with pytest.raises(Refused, match="has not led this work"):
            found(cast)


def test_a_form_sent_twice_is_one_explanation(cast):
    with acting_as(cast.aisha):
        first, second = (explained(cast, key="the-same-form") for _ in range(2))
    assert first == second
    assert Explanation.objects.count() == 1


def test_an_explanation_is_no_longer_open_when_the_child_is_seen(cast):
    with acting_as(cast.aisha):
        explained(cast)
        record_visit(
            by=cast.aisha,
            about=[cast.maya],
            on=TODAY,
            lines=[Seen(cast.maya, True, alone="alone")],
            happened_at=NOW - timedelta(hours=1),
            mode="home",
        )
        assert state(cast) == "met"
