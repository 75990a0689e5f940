"""Who does not agree at a meeting reads on their own page where it is, by when, and what became of it (S3-20, 7.12)."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from kith.access import acting_as
from kith.decisions import queries as decisions
from kith.decisions.acts import answer_challenge, disagree, tell_decision
from kith.decisions.models import Challenge, Decision
from kith.meetings import acts, queries
from kith.meetings.rules import LineGiven
from kith.people.acts import protect_address, say_not_safe_to_tell
from kith.record import Refused
from tests.cast import NOW, TODAY
from tests.handing import child_actor, handed_over
from tests.meetings.meeting import written

NO = "Not Thursday, the bus does not come."


def lodged(cast, whose="kelly", who="Kelly Okafor", **given):
    """Said at the meeting about Maya, written by Aisha."""
    with acting_as(cast.aisha):
        board = written(cast.aisha, cast.maya)
        said = [LineGiven("not_agreed", NO, who=who, wants="Wednesdays.")]
        acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, lines=said)
        shown = queries.shown(board)
        told = {"line_id": shown.not_agreed[-1].pk, "decision_id": shown.decided[0].pk, "wanted": "Wednesdays."}
        told = {"concern": NO, "own_page": cast.people[whose] if whose else None, **told, **given}
        return acts.challenge_from_board(by=cast.aisha, about=cast.maya, board=board, **told).challenge


def less_protection(challenge):
    with connection.cursor() as cursor:
        cursor.execute("reset role")
        cursor.execute("update decisions_decision set less_protection = true where id = %s", [challenge.decision_id])


def page(client, name, cast):
    answer = client.get(reverse(name, args=[cast.maya.ref] if name == "my-told" else []))
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def reads(cast, name):
    with acting_as(cast.actors[name]):
        return [one.concern for one in decisions.my_challenges(cast.actors[name], cast.maya)]


def test_s3_20_a_mother_reads_hers_on_her_own_page_with_where_it_is_and_by_when(cast, browse):
    challenge = lodged(cast)
    kelly = browse("kelly")
    shown = page(kelly, "my-told", cast)
    assert NO in shown
    assert "Somebody who did not decide this is looking at it." in shown
    assert "You hear by <b>Wed 18 Nov</b>. Until then, what was decided goes on." in shown
    assert "You have an answer by <b>Wed 18 Nov</b>." in page(kelly, "my-page", cast)
    with acting_as(cast.grace):
        answer_challenge(
            by=cast.grace, about=cast.maya, challenge=challenge, outcome="upheld", reply="Wednesday it is, from Monday."
        )
    assert "Wednesday it is, from Monday." in page(kelly, "my-told", cast)
    assert "You have an answer by" not in page(kelly, "my-page", cast)


def test_7_12_what_would_lessen_protection_waits_and_she_is_told_so(cast, browse):
    challenge = lodged(cast)
    less_protection(challenge)
    assert "Until then, what was decided is not done." in page(browse("kelly"), "my-told", cast)
    with acting_as(cast.aisha):
        assert decisions.held_back(cast.maya).pk == challenge.decision_id


def test_s3_20_late_is_said_to_be_late(cast, browse):
    challenge = lodged(cast)
    with connection.cursor() as cursor:
        cursor.execute("reset role")
        given = [TODAY - timedelta(days=1), challenge.pk]
        cursor.execute("update decisions_challenge set due_on = %s, level = 2, late_at = '{1}' where id = %s", given)
    shown = page(browse("kelly"), "my-told", cast)
    assert "A manager who did not decide this is looking at it. Nobody had answered in time, so it went up." in shown
    assert "You should have heard by Mon 16 Nov. We are late, and we are sorry." in shown
    assert "we are late" in page(browse("kelly"), "my-page", cast)


def test_s3_20_a_child_reads_theirs_in_their_own_corner_even_before_they_had_an_account(cast, browse):
    challenge = lodged(cast, whose="maya", who="Maya")
    less_protection(challenge)
    shown = handed_over(cast, browse).get("/p/me/decided/")
    words = re.sub(r"\s+", " ", shown.content.decode())
    assert NO in words
    assert "18 November 2026" in words
    assert "nothing is done about it" in words


def test_nobody_else_reads_it_and_what_is_on_nobodys_page_is_on_none(cast):
    lodged(cast)
    assert reads(cast, "kelly") == [NO]
    assert reads(cast, "tomek") == []
    assert reads(cast, "gary") == []
    maya = child_actor(cast)
    with acting_as(maya):
        assert not Challenge.objects.exists()
        assert decisions.my_challenges_paused(cast.maya) == set()


def test_one_said_for_nobodys_page_stands_on_none(cast):
    assert lodged(cast, whose="").raised_by_person_id is None
    assert reads(cast, "kelly") == []


def test_7_4_whom_it_is_not_safe_to_tell_reads_nothing_of_it(cast):
    lodged(cast)
    with acting_as(cast.aisha):
        say_not_safe_to_tell(
            by=cast.aisha,
            about=cast.maya,
            person=cast.people["kelly"],
            reason="risk_to_child",
            because="He reads her telephone.",
            decided_by="Grace Adeyemi",
        )
    assert reads(cast, "kelly") == []


def test_a_page_that_is_not_of_the_family_is_refused(cast):
    with pytest.raises(Refused) as refusal:
        lodged(cast, whose="gary")
    assert refusal.value.field == "own_page"


@pytest.mark.parametrize("field", ["concern", "wanted"])
def test_an_address_kept_from_whoever_reads_it_is_refused(cast, field):
    with pytest.raises(Refused) as refusal:
        lodged_kept_from_tomek(cast, field)
    assert refusal.value.field == field


def lodged_kept_from_tomek(cast, field):
    with acting_as(cast.system):
        protect_address(
            by=cast.system,
            about=[cast.maya],
            address=cast.people["home"],
            from_person=cast.people["tomek"],
            because="A court order keeps him away.",
            review_on=TODAY + timedelta(days=90),
        )
    lodged(cast, whose="tomek", who="Tomek Nowak", **{field: "Not at Larkspur Court."})


def test_an_answer_that_a_family_reads_holds_no_address_kept_from_them(cast):
    challenge = lodged(cast, whose="")
    told = {"outcome": "not_upheld", "reply": "They stay at 14 Larkspur Court."}
    with acting_as(cast.grace), pytest.raises(Refused) as refusal:
        answer_challenge(by=cast.grace, about=cast.maya, challenge=challenge, **told)
    assert refusal.value.field == "reply"
    with acting_as(cast.aisha):
        assert Challenge.objects.get(pk=challenge.pk).answered_on is None


def test_said_again_on_her_own_page_it_goes_one_level_up(cast):
    challenge = lodged(cast)
    with acting_as(cast.grace):
        told = {"by": cast.grace, "about": cast.maya, "challenge": challenge}
        answer_challenge(**told, outcome="not_upheld", reply="Thursday is the only day there is.")
    with connection.cursor() as cursor:
        cursor.execute("reset role")
        cursor.execute(
            "update decisions_decision set finished_on = %s where id = %s", [NOW.date(), challenge.decision_id]
        )
    with acting_as(cast.aisha):
        decision = Decision.objects.get(pk=challenge.decision_id)
        tell_decision(
            by=cast.aisha,
            about=cast.maya,
            decision=decision,
            audience="family",
            words="The plan goes on for ten weeks.",
        )
    with acting_as(cast.kelly):
        again = disagree(by=cast.kelly, about=cast.maya, decision_id=challenge.decision_id, concern="Still no.")
    assert (again.level, again.raised_by_person_id) == (2, cast.people["kelly"].pk)


def test_the_form_knows_whose_it_is_and_keeps_what_was_typed(cast, browse):
    with acting_as(cast.aisha):
        board = written(cast.aisha, cast.maya)
        shown = queries.shown(board)
    line, decision = shown.not_agreed[0], shown.decided[0]
    path = reverse("challenge-from-board", args=[cast.maya.ref, board.pk, line.pk])
    aisha, kelly = browse("aisha"), cast.people["kelly"]
    assert f'<option value="{kelly.ref}" selected>Kelly Okafor' in aisha.get(path).content.decode()
    sent = {"decision_id": decision.pk, "concern": NO, "wanted": "", "own_page": kelly.ref}
    answer = aisha.post(path, sent)
    assert answer.status_code == 422
    assert NO in answer.content.decode()
    assert aisha.post(path, {**sent, "wanted": "Fridays.", "own_page": cast.people["gary"].ref}).status_code == 422
    assert aisha.post(path, {**sent, "wanted": "Fridays."}).status_code == 303
    assert reads(cast, "kelly") == [NO]
