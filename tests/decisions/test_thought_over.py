"""A decision that thinking together shaped: its supervision can be opened, and what it changed is said (S3-33)."""

from dataclasses import replace

import pytest

from kith.access import Right, acting_as
from kith.decisions.acts import finish_decision, revise_decision, tell_decision
from kith.decisions.models import Decision, DecisionTold
from kith.decisions.queries import may_rest_on, what_is_missing
from kith.decisions.queries import written as as_written
from kith.directory.acts import give_role
from kith.directory.models import Account, Role
from kith.record import Refused
from kith.voice.acts import write_down_words
from tests.cast import TODAY
from tests.decisions.making import decided
from tests.pages.staff.test_decisions import written as filled_in
from tests.visits.going import page, text, the_log_will_not_be_written
from tests.workforce.talking import begun
from tests.workforce.talking import written as talked

BEFORE, NOW = "We put it all down to her father.", "The nights are bad when nobody sits with her."


def of(talk, **changed):
    return {
        "shaped": True,
        "shaped_by": talk.act if talk else None,
        "changed_mind": "yes",
        "thought_before": BEFORE,
        "thought_now": NOW,
        **changed,
    }


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"shaped_by": None}, "shaped_by", "Choose the supervision"),
        ({"changed_mind": ""}, "changed_mind", "changed your mind"),
        ({"thought_before": "n/a"}, "thought_before", "thought before"),
        ({"thought_now": "."}, "thought_now", "think now"),
    ],
)
def test_s3_33_a_decision_shaped_by_reflection_without_its_link_or_its_words_is_not_finished(
    cast, changed, field, words
):
    with acting_as(cast.aisha):
        talk = talked(cast.aisha, cast.maya, cast)
        with pytest.raises(Refused, match=words) as refusal:
            decided(cast, cast.aisha, **of(talk, **changed))
        assert refusal.value.field == field
        assert not Decision.objects.exists()


def test_s3_33_twin_the_same_is_kept_incomplete_and_finished_once_it_is_linked(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, finish=False, **of(None))
        assert (made.shaped, made.thought_now, made.finished_on) == (True, NOW, None)
        assert [one.field for one in what_is_missing(as_written(made))] == ["shaped_by"]
        with pytest.raises(Refused, match="Choose the supervision"):
            finish_decision(by=cast.aisha, about=cast.maya, decision=made)
        talk = begun(cast.aisha, cast.maya, cast)
        found = revise_decision(by=cast.aisha, about=cast.maya, decision=made, shaped_by=talk.act, finish=True)
        assert (found.shaped_by_id, found.finished_on) == (talk.act_id, TODAY)


def test_what_changed_no_mind_needs_no_before_and_after_and_what_was_not_thought_over_needs_none_of_it(cast):
    with acting_as(cast.aisha):
        talk = begun(cast.aisha, cast.maya, cast)
        quiet = of(talk, changed_mind="no", thought_before="", thought_now="")
        assert decided(cast, cast.aisha, **quiet).finished_on == TODAY
        assert decided(cast, cast.aisha, shaped=False).finished_on == TODAY


def test_only_a_supervision_about_this_very_child_can_be_linked(cast):
    with acting_as(cast.aisha):
        leos = begun(cast.aisha, cast.leo, cast)
        with pytest.raises(Refused, match="supervision about this child"):
            decided(cast, cast.aisha, finish=False, **of(leos))
        no_talk = decided(cast, cast.aisha, finish=False)
        with pytest.raises(Refused, match="supervision about this child"):
            decided(cast, cast.aisha, finish=False, **of(None, shaped_by=no_talk.act))
        with pytest.raises(Refused, match="changed your mind"):
            decided(cast, cast.aisha, finish=False, **of(None, changed_mind="maybe"))


def test_nothing_of_it_is_saved_when_the_log_cannot_be_written(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, finish=False)
        talk = begun(cast.aisha, cast.maya, cast)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        revise_decision(by=cast.aisha, about=cast.maya, decision=made, **of(talk))
    with acting_as(cast.aisha):
        made.refresh_from_db()
        assert (made.shaped, made.shaped_by_id, made.thought_now) == (False, None, "")


def auditor(cast):
    """Rowan, who works with none of them, as somebody who audits."""
    with acting_as(cast.system):
        account = Account.objects.get(pk=cast.rowan.account_id)
        give_role(by=cast.system, account=account, role=Role.objects.get(code="auditor"))
    return replace(cast.rowan, rights=frozenset({Right.SEE_WHO_LOOKED}))


def test_s3_33_an_auditor_opens_the_link_from_the_decision(cast, browse):
    auditor(cast)
    with acting_as(cast.aisha):
        talk = talked(cast.aisha, cast.maya, cast)
        made = decided(cast, cast.aisha, **of(talk))
    client = browse("rowan")
    client.post(page("give-because", cast.maya), {"because": "Audit of decisions, autumn", "key": "b"})
    shown = client.get(page("decision", cast.maya, made.pk))
    assert shown.status_code == 200
    link = page("supervision-talk", cast.maya, talk.pk)
    assert link in shown.content.decode()
    for words in ("Thought over together", "It changed our mind", BEFORE, NOW):
        assert words in text(shown), words
    assert "lies awake and counts the stairs" in text(client.get(link))


def test_it_is_chosen_on_the_page_and_what_it_rests_on_with_it(cast, browse):
    with acting_as(cast.aisha):
        talk = talked(cast.aisha, cast.maya, cast)
        line = decided(cast, cast.aisha, kind="other", finish=False).act
        wrote_down = write_down_words(
            by=cast.aisha, about=cast.maya, text="It is quiet now.", sort="good_thing", heard_by="Aisha Khan"
        ).act
        assert wrote_down in may_rest_on(cast.maya)
    shown = text(browse("aisha").get(page("decide", cast.maya)))
    assert "Aisha Khan with Grace Adeyemi" in shown
    sent = filled_in(cast, finish="on", shaped="on", changed_mind="yes", thought_before=BEFORE, thought_now=NOW)
    refused = browse("aisha").post(page("decide", cast.maya), sent)
    assert (refused.status_code, NOW in text(refused)) == (422, True)
    answer = browse("aisha").post(
        page("decide", cast.maya), {**sent, "shaped_by": talk.act_id, "evidence": [wrote_down.pk], "key": "again"}
    )
    made = Decision.objects.get(kind="plan")
    assert (answer.status_code, made.shaped_by_id, made.finished_on) == (303, talk.act_id, TODAY)
    assert [one.line for one in made.evidence.all()] == [wrote_down]
    other = browse("aisha").post(page("decide", cast.maya), {**sent, "shaped_by": line.pk, "key": "third"})
    assert other.status_code == 422  # no supervision


@pytest.mark.parametrize(("audience", "name"), [("partner", "priya"), ("family", "kelly")])
def test_who_may_not_read_the_supervision_sees_only_that_it_was_thought_over(cast, browse, audience, name):
    child = cast.sam if name == "priya" else cast.maya
    with acting_as(cast.aisha):
        talk = begun(cast.aisha, child, cast, question="Am I too hopeful?")
        made = decided(cast, cast.aisha, about=child, agreements=[], finish=False, kind="contact", **of(talk))
        made = finish_decision(by=cast.aisha, about=child, decision=made)
        tell_decision(by=cast.aisha, about=child, decision=made, audience=audience, words="We carry on as we do.")
    with acting_as(cast.actors[name]):
        assert DecisionTold.objects.get().thought_over
    address = {"partner": "decisions-told", "family": "my-told"}[audience]
    shown = text(browse(name).get(page(address, child)))
    assert "It was thought over together before it was decided." in shown
    for hidden in (BEFORE, NOW, "too hopeful"):
        assert hidden not in shown
    assert browse(name).get(page("supervision-talk", child, talk.pk)).status_code == 404
