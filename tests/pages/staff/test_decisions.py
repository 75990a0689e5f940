"""Decisions on a child's record: written, read by another, told, challenged by a school, and opened again by news."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access import acting_as
from kith.decisions.models import Challenge, Decision, DecisionTold, Revisit
from kith.involvement.models import LevelChange, Spell
from kith.record.models import Draft
from kith.story.jobs import ask_decisions_again
from kith.voice.acts import write_down_words
from tests.cast import NOW, TODAY
from tests.decisions.making import decided, made_senior, only_started, standing
from tests.decisions.test_challenging import lodged, tied_to_maya, told_partner
from tests.visits.going import page, text

REVIEW = TODAY + timedelta(days=60)
WRITTEN = {
    "kind": "plan",
    "question": "What helps Maya sleep?",
    "chosen": "A bed of her own this month",
    "involves": "The charity brings it",
    "reasons": "She sleeps on the sofa and is tired at school.",
    "other_1": "Wait for the housing transfer",
    "other_1_why_not": "It takes a year.",
    "rests_on": "What Maya showed us on Friday.",
    "child_view": "I want my own bed.",
    "child_view_weight": "It decides it.",
    "line_1": "Maya has a bed to sleep in",
    "line_1_broken": "She is on the sofa again",
    "line_1_watcher": "Nan Rose",
    "what_would_change_it": "If they move before.",
    "review_by_on-day": REVIEW.day,
    "review_by_on-month": REVIEW.month,
    "review_by_on-year": REVIEW.year,
}


def written(cast, **changed):
    agree = {f"agree_{cast.people[parent].pk}": "agreed" for parent in ("kelly", "tomek")}
    return {**WRITTEN, **agree, "line_1_alerted": cast.aisha.account_id, **changed}


def test_a_decision_is_finished_on_one_page_and_reads_as_a_document(cast, browse):
    answer = browse("aisha").post(page("decide", cast.maya), written(cast, finish="on"))
    made = Decision.objects.get()
    assert (answer.status_code, made.finished_on) == (303, TODAY)
    shown = text(browse("grace").get(answer["Location"]))
    for words in ("What helps Maya sleep?", "It takes a year.", "Maya has a bed to sleep in", "I have read it"):
        assert words in shown, words


def test_what_is_missing_is_said_beside_its_question_and_everything_typed_stays(cast, browse):
    answer = browse("aisha").post(page("decide", cast.maya), written(cast, finish="on", reasons="n/a"))
    assert answer.status_code == 422
    assert "Give the reasons, in words about this child." in text(answer)
    assert "It takes a year." in text(answer)
    assert Decision.objects.count() == 0


def test_everything_that_is_missing_is_named_at_once(cast, browse):
    answer = browse("aisha").post(page("decide", cast.maya), written(cast, finish="on", reasons=""))
    assert "Give the reasons, in words about this child." in text(answer)
    bare = browse("aisha").post(page("decide", cast.maya), {"kind": "plan", "finish": "on", "key": "bare"})
    assert bare.status_code == 422
    for said in ("Give the reasons", "Name at least two real ways", "Say what would change this decision"):
        assert said in text(bare), said


def test_nothing_is_marked_as_changed_for_whoever_never_read_it(cast, browse):
    browse("aisha").post(page("decide", cast.maya), written(cast, reasons=""))
    made = Decision.objects.get()
    again = page("revise-decision", cast.maya, made.pk)
    assert browse("aisha").post(again, written(cast, finish="on")).status_code == 303
    shown = text(browse("grace").get(page("decision", cast.maya, made.pk)))
    assert "I have read it" in shown
    assert "I disagree with this decision" not in shown  # they give it back instead
    assert "changed since you read it" not in shown


def test_the_same_is_saved_with_its_gap_and_gone_on_with_later(cast, browse):
    answer = browse("aisha").post(page("decide", cast.maya), written(cast, reasons=""))
    made = Decision.objects.get()
    assert answer.status_code == 303
    assert "Give the reasons" in text(browse("aisha").get(answer["Location"]))
    again = page("revise-decision", cast.maya, made.pk)
    shown = text(browse("aisha").get(again))
    assert "It takes a year." in shown
    assert browse("aisha").post(again, written(cast, finish="on")).status_code == 303
    made.refresh_from_db()
    assert made.finished_on == TODAY


def test_a_draft_is_finished_with_the_decision(cast, browse):
    with acting_as(cast.aisha):
        Draft.objects.create(
            account_id=cast.aisha.account_id,
            key=f"decide:{cast.maya.ref}",
            title="A decision",
            fields={"question": "What helps?"},
            saved_at=NOW,
        )
    assert "What helps?" in text(browse("aisha").get(page("decide", cast.maya)))
    browse("aisha").post(page("decide", cast.maya), written(cast))
    with acting_as(cast.aisha):
        assert not Draft.objects.exists()


@pytest.mark.parametrize(("reader", "status"), [("aisha", 404), ("grace", 200)])
def test_s3_19_the_page_of_the_second_reader_is_not_there_for_the_writer(cast, browse, reader, status):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
    assert browse(reader).get(page("read-decision", cast.maya, made.pk)).status_code == status


def test_the_second_reader_agrees_what_they_read_and_not_what_was_changed_meanwhile(cast, browse):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
    reads = page("read-decision", cast.maya, made.pk)
    stale = browse("grace").post(reads, {"answer": "agree", "as_read": made.latest_act_id - 1})
    assert stale.status_code == 422
    assert "changed while you were reading" in text(stale)
    assert browse("grace").post(reads, {"answer": "agree", "as_read": made.latest_act_id}).status_code == 303
    made.refresh_from_db()
    assert made.agreed_by_name == "Grace Adeyemi"


def test_what_was_changed_since_it_was_given_back_is_marked(cast, browse):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
    reads = page("read-decision", cast.maya, made.pk)
    assert browse("grace").post(reads, {"answer": "return", "because": "Ask Maya."}).status_code == 303
    later = cast.at("aisha", NOW + timedelta(minutes=9))
    from kith.decisions.acts import revise_decision

    with acting_as(later):
        revise_decision(by=later, about=cast.maya, decision=made, child_view="She says: yes please.", finish=True)
    shown = text(browse("grace").get(page("decision", cast.maya, made.pk)))
    assert shown.count("changed since you read it") == 1


def test_the_list_of_what_waits_is_for_those_who_agree_decisions(cast, browse):
    with acting_as(cast.aisha):
        decided(cast, cast.aisha, question="Should Maya see her dad?")
    assert "Should Maya see her dad?" in text(browse("grace").get("/decisions/"))
    for other in ("aisha", "sol", "kelly"):
        assert browse(other).get("/decisions/").status_code == 404


def test_a_bottom_line_stands_on_every_page_and_in_the_minimum_view(cast, browse):
    made = standing(cast, "arrangement")
    for reader in ("aisha", "sol"):
        assert "Bottom line: Nan is there the whole time" in text(browse(reader).get(page("child", cast.maya)))
    line = made.bottom_lines.get()
    answer = browse("aisha").post(page("note-breach", cast.maya, line.pk), {"what": "Nan went home at two."})
    assert answer.status_code == 303
    assert "Nan went home at two." in text(browse("aisha").get(answer["Location"]))
    assert "Does something new change your decision?" in text(browse("aisha").get("/today/"))


def test_another_childs_decision_line_challenge_or_question_is_not_there(cast, browse):
    made = standing(cast, "arrangement")
    for name, pk in (
        ("decision", made.pk),
        ("tell-decision", made.pk),
        ("challenge-decision", made.pk),
        ("note-breach", made.bottom_lines.get().pk),
    ):
        assert browse("aisha").get(page(name, cast.leo, pk)).status_code == 404, name


def test_telling_a_family_refuses_a_protected_address(cast, browse):
    made = standing(cast, "arrangement")
    tells = page("tell-decision", cast.maya, made.pk)
    answer = browse("aisha").post(tells, {"audience": "family", "words": "We come to Larkspur Court."})
    assert answer.status_code == 422
    assert DecisionTold.objects.count() == 0
    assert browse("aisha").post(tells, {"audience": "family", "words": "Nan stays all day."}).status_code == 303


def test_j13_asking_for_more_help_needs_three_answers_at_most(cast, browse):
    asks = page("ask-for-level", cast.maya)
    answer = browse("aisha").post(asks, {})
    assert text(answer).count("govuk-error-message") <= 3
    given = {"level": "child_protection", "what_changed": "Maya has a burn on her arm."}
    answer = browse("aisha").post(asks, given)
    change = LevelChange.objects.get()
    assert answer["Location"] == page("revise-decision", cast.maya, change.decision_id)
    begin = page("change-level", cast.maya, change.pk)
    assert browse("aisha").get(begin).status_code == 404
    assert browse("grace").post(begin, {}).status_code == 303
    assert Spell.objects.get(person=cast.maya).level == "child_protection"
    shown = text(browse("aisha").get(page("child-decisions", cast.maya)))
    assert "Maya has a burn on her arm." in shown
    assert "Which level of need fits, and why not more or less" in shown  # nobody has said so: it is owed
    fits = page("match-level", cast.maya, change.pk)
    assert browse("aisha").get(page("match-level", cast.leo, change.pk)).status_code == 404
    wrong = browse("aisha").post(fits, {"threshold": "nothing", "why_not_below": "Hurt again."})
    assert wrong.status_code == 422
    assert "Hurt again." in text(wrong)
    said = {"threshold": "4", "indicators": ["4-hurt"], "why_not_below": "She was hurt again."}
    assert browse("aisha").post(fits, said).status_code == 303
    shown = text(browse("aisha").get(page("child-decisions", cast.maya)))
    assert "She was hurt again." in shown
    assert "Which level of need fits, and why not more or less" not in shown


def test_s2_23_what_was_looked_at_when_the_level_stayed_stands_with_the_thread(cast, browse):
    given = {"what_changed": "School, sleep and money.", "why_still": "The nights are still loud."}
    assert browse("aisha").post(page("keep-level", cast.maya), given).status_code == 303
    shown = text(browse("aisha").get(page("child-decisions", cast.maya)))
    for words in ("Looked at, and left as it is", "School, sleep and money.", "The nights are still loud."):
        assert words in shown


def test_ending_work_without_an_agreed_decision_says_so_and_keeps_what_was_typed(cast, browse):
    given = {"reason": "RC7", "outcomes": "She is at school every day."}
    answer = browse("grace").post(page("close-work", cast.maya), given)
    assert answer.status_code == 422
    assert "Work ends when the decision to end it is agreed." in text(answer)
    assert "She is at school every day." in text(answer)


def told_days(day):
    return {
        f"{who}_told_on-{part}": getattr(day, part) for who in ("child", "family") for part in ("day", "month", "year")
    }


def test_demonstration_a_school_challenges_a_closure_it_is_changed_by_another_and_news_opens_it_again(cast, browse):
    closing = standing(cast, "closure", question="Should our work with Maya end?")
    earlier = standing(cast, "arrangement")
    told_partner(cast, closing)
    tied_to_maya(cast, "priya")
    senior = made_senior(cast)
    school = browse("priya")

    # The school disagrees, on its own page, with what it was told.
    told = f"/partner/{cast.maya.ref}/decisions/"
    assert "We plan to stop working with Maya." in text(school.get(told))
    told_pk = DecisionTold.objects.get().pk
    given = {"concern": "Maya came hungry on Monday.", "wanted": "Keep working with her."}
    assert school.post(f"{told}{told_pk}/", given).status_code == 303

    # Paused: the manager cannot end the work, nor answer the challenge.
    ends = {"reason": "RC7", "outcomes": "Better.", "offered_after": "School nurse.", **told_days(TODAY)}
    ends |= {f"difference_{whose}": "Somebody came." for whose in ("child", "family", "others")}
    ends["together"] = "together"
    answer = browse("grace").post(page("close-work", cast.maya), ends)
    assert (answer.status_code, "challenged" in text(answer)) == (422, True)
    challenge = Challenge.objects.get()
    answers = page("answer-challenge", cast.maya, challenge.pk)
    assert browse("grace").get(answers).status_code == 404

    # Another decides: upheld, and changed.
    browse("rowan").post(page("give-because", cast.maya), {"because": "A challenge to answer."})
    client = browse("rowan")
    client.post(page("give-because", cast.maya), {"because": "A challenge to answer."})
    assert client.get(answers).status_code == 200
    reply = {"outcome": "upheld", "reply": "School is right: she is hungry too often."}
    assert client.post(answers, reply).status_code == 303
    closing.refresh_from_db()
    assert closing.state == "changed"
    assert Decision.objects.get(instead_of=closing).decided_by_id == senior.account_id
    assert "School is right" in text(school.get(told))
    assert Spell.objects.get(person=cast.maya).closed_on is None

    # Then harm comes to light, and the earlier decision is asked about again.
    later = cast.at("aisha", NOW + timedelta(minutes=2))
    with acting_as(later):
        write_down_words(by=later, about=cast.maya, sort="harm", text="He hurt my arm.", way="spoken", where="school")
    night = replace(cast.system, now=NOW + timedelta(minutes=5))
    with acting_as(night):
        ask_decisions_again(by=night, key="job-1")
    asked = Revisit.objects.get(decision=earlier)
    looks = page("look-again", cast.maya, asked.pk)
    answer = browse("aisha").post(looks, {"answer": "changes", "why": "Her dad’s friend hurt her."})
    instead = Decision.objects.get(instead_of=earlier)
    assert answer["Location"] == page("revise-decision", cast.maya, instead.pk)


def test_a_challenge_kept_apart_shows_the_team_that_there_is_one_and_not_whose(cast, browse):
    made = standing(cast, "closure")
    given = {"concern": "Too soon.", "wanted": "Wait.", "kept": "on"}
    assert browse("theo").post(page("give-because", cast.maya), {"because": "Duty."}).status_code == 303
    duty = browse("theo")
    duty.post(page("give-because", cast.maya), {"because": "Duty."})
    assert duty.post(page("challenge-decision", cast.maya, made.pk), given).status_code == 303
    with acting_as(cast.system):
        assert Challenge.objects.get().raised_by_id == cast.theo.account_id
    shown = text(browse("aisha").get(page("decision", cast.maya, made.pk)))
    assert "Challenged" in shown
    assert "Too soon." not in shown
    assert "Theo Rowe" not in shown


def test_the_list_asks_the_database_no_more_when_it_grows(cast, browse):
    client, shown = browse("aisha"), page("child-decisions", cast.maya)
    standing(cast, "plan")
    with CaptureQueriesContext(connection) as few:
        client.get(shown)
    for kind in ("arrangement", "legal", "placement"):
        standing(cast, kind)
    with acting_as(cast.aisha):
        only_started(cast, cast.aisha)
        lodged(cast, cast.aisha, Decision.objects.first())
    with CaptureQueriesContext(connection) as many:
        assert client.get(shown).status_code == 200
    assert len(many) <= len(few)
