"""Thinking that is shown: what we assume and what contradicts us (S4-19), and what changed because of it (S3-33)."""

import pytest

from kith.access import acting_as
from kith.assessment.acts import add_evidence
from kith.decisions.acts import finish_decision, revise_decision
from kith.decisions.models import Decision
from kith.record import Refused
from kith.record.models import Act
from tests.assessment.making import begun as assessing
from tests.decisions.making import decided
from tests.visits.going import page, text
from tests.workforce.talking import signed, written

CHANGED = "We had put it down to the noise. Now we think she listens for Sam."


@pytest.mark.parametrize(
    ("blank", "words"), [("assumptions", "is being assumed"), ("would_change", "change your mind")]
)
def test_s4_19_a_supervision_that_asks_itself_nothing_is_kept_and_stays_unsigned(cast, blank, words):
    with acting_as(cast.aisha):
        talk = written(cast.aisha, cast.maya, cast, **{blank: ""})
        with pytest.raises(Refused, match=words):
            signed(cast.aisha, talk)
        talk.refresh_from_db()
        assert (talk.worker_signed_on, talk.like_now != "") == (None, True)


def test_s4_19_the_form_asks_it_of_each_of_the_ways_we_judge_people(cast, browse):
    with acting_as(cast.aisha):
        talk = written(cast.aisha, cast.maya, cast)
    asked = text(browse("aisha").get(page("write-supervision", cast.maya, talk.pk)))
    for way in ("race", "gender", "class", "disability", "What would change our minds?"):
        assert way in asked


def test_s4_19_what_contradicts_us_is_listed_and_linked_where_we_say_what_we_think(cast, browse):
    assessment = assessing(cast)
    given = {"by": cast.aisha, "about": cast.maya, "assessment": assessment, "source": "case_fact", "claim": "fact"}
    with acting_as(cast.aisha):
        add_evidence(**given, text="She slept badly after each row.")
    opened = page("child-assessment", cast.maya)
    assert "What speaks against it" not in text(browse("aisha").get(opened))
    answer = browse("aisha").post(
        page("add-evidence", cast.maya),
        {"source": "case_fact", "claim": "fact", "text": "She woke on two quiet nights.", "speaks_against": "on"},
    )
    assert answer.status_code == 303
    with acting_as(cast.aisha):
        against = assessment.evidence.get(speaks_against=True)
    shown = text(browse("aisha").get(opened))
    listed = shown.split("What speaks against it")[1].split("</ul>")[0]
    assert f'<a href="#evidence-{against.pk}">She woke on two quiet nights.</a>' in listed
    assert "after each row" not in listed
    assert f'id="evidence-{against.pk}"' in shown


# --- S3-33 ---


@pytest.fixture
def thought_through(cast):
    """The line of the log a signed supervision about Maya left."""
    with acting_as(cast.aisha):
        signed(cast.aisha, written(cast.aisha, cast.maya, cast, changed_mind=CHANGED))
        return Act.objects.get(person=cast.maya, name="sign_supervision")


def test_s3_33_a_decision_shaped_by_reflection_is_not_finished_without_the_supervision_and_is_kept(
    cast, thought_through
):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="link the supervision") as refusal:
            decided(cast, cast.aisha, reflection=CHANGED)
        assert refusal.value.field == "evidence"
        kept = decided(cast, cast.aisha, reflection=CHANGED, finish=False)
        assert Decision.objects.get(pk=kept.pk).reflection == CHANGED
        revise_decision(by=cast.aisha, about=cast.maya, decision=kept, evidence=[thought_through])
        assert finish_decision(by=cast.aisha, about=cast.maya, decision=kept).finished_on


def test_s3_33_what_it_changed_is_said_in_words(cast, thought_through):
    with acting_as(cast.aisha), pytest.raises(Refused, match="thought before and what now"):
        decided(cast, cast.aisha, reflection="n/a", evidence=[thought_through])


def test_s3_33_another_line_of_the_record_is_no_supervision(cast):
    with acting_as(cast.aisha):
        other = Act.objects.filter(person=cast.maya, name="begin_work").get()
        with pytest.raises(Refused, match="link the supervision"):
            decided(cast, cast.aisha, reflection=CHANGED, evidence=[other])


def test_s3_33_it_is_linked_and_said_on_the_page_where_something_is_decided(cast, browse, thought_through):
    sent = {"kind": "other", "question": "Who listens for Sam at night?", "reflection": CHANGED}
    answer = browse("aisha").post(page("decide", cast.maya), {**sent, "evidence": [thought_through.pk]})
    assert answer.status_code == 303
    with acting_as(cast.aisha):
        made = Decision.objects.get()
        assert (made.reflection, made.evidence.get().line_id) == (CHANGED, thought_through.pk)


def test_s3_33_whoever_reads_the_decision_afterwards_opens_the_link(cast, browse, thought_through):
    """Sol audits it: of another team, with a reason given, who wrote none of it."""
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, reflection=CHANGED, evidence=[thought_through])
    sol = browse("sol")
    sol.post(page("give-because", cast.maya), {"because": "I read decisions for the audit this month."})
    shown = text(sol.get(page("decision", cast.maya, made.pk)))
    assert CHANGED in shown
    assert f'<a href="{page("child-supervision", cast.maya)}">Open the supervision</a>' in shown
    talks = sol.get(page("child-supervision", cast.maya))
    assert talks.status_code == 200
    assert "Aisha Khan" in text(talks)
