"""Writing an assessment: whoever may, what is refused, and that facts are kept however little is known (design 7.1)."""

import pytest

from kith.access import acting_as
from kith.assessment import acts, models, queries
from kith.directory.models import Agency
from kith.people.acts import end_situation_line
from kith.people.models import SituationLine
from kith.record import NotYours, Refused
from tests.assessment.making import begun, filled, given_by_kelly, sign
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written


@pytest.fixture
def at_hand(cast):
    """Maya's open assessment, a danger, and something Kelly said."""
    assessment = begun(cast)
    given = given_by_kelly(cast, assessment)
    with acting_as(cast.aisha):
        danger = acts.say_danger(by=cast.aisha, about=cast.maya, what="He comes at night.")
    return {"assessment": assessment, "danger": danger, "contribution": given}


DOING = {
    "note_domain": ("assessment", {"domain": "child-health", "strengths": "Runs everywhere."}),
    "set_outcome_aside": ("assessment", {"outcome": "achieve", "side": "family", "because": "She is three."}),
    "note_effect": (
        "assessment",
        {"because_of": "parenting-safety", "on_domain": "child-education", "how": "She is too tired to read."},
    ),
    "say_danger": ("", {"what": "The stairs have no rail."}),
    "set_safety_goal": ("danger", {"child_lives": "Maya sleeps all night."}),
    "rate_safety": ("danger", {"view": "child", "called": "Maya", "score": 3}),
    "contribute": ("assessment", {"called": "Miss Lind", "kind": "fact", "text": "Late 14 times."}),
    "decline_to_contribute": ("assessment", {"called": "Nan Rose", "because": "She would rather not."}),
    "leave_out_contributor": ("assessment", {"called": "The landlord", "because": "He does not know her."}),
    "say_what_became": ("contribution", {"use": "used"}),
    "write_perspective": ("assessment", {"text": "If I were Maya, I would want quiet."}),
    "write_analysis": ("assessment", {"part": "analysis", "text": "The nights are the danger."}),
    "add_evidence": ("assessment", {"source": "research", "claim": "fact", "text": "Sleep and school."}),
    "name_factors": ("assessment", {"factors": ["3A"]}),
}
TABLES = (
    models.DomainNote,
    models.Effect,
    models.SetAside,
    models.Danger,
    models.SafetyGoal,
    models.Scale,
    models.Contributor,
    models.Contribution,
    models.Passage,
    models.Evidence,
)


def do(cast, by, at_hand, name, **instead):
    needs, details = DOING[name]
    given = {needs: at_hand[needs]} if needs else {}
    return getattr(acts, name)(by=by, about=cast.maya, **given, **{**details, **instead})


@pytest.mark.parametrize("name", DOING)
def test_the_lead_worker_and_duty_may_and_a_stranger_may_not(cast, at_hand, name):
    for who in ("aisha", "theo"):
        with acting_as(cast.actors[who]):
            assert do(cast, cast.actors[who], at_hand, name).person_id == cast.maya.pk
    with acting_as(cast.sol), pytest.raises(NotYours):
        do(cast, cast.sol, at_hand, name)


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, at_hand, name):
    with acting_as(cast.aisha):
        before = [table.objects.count() for table in TABLES]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        do(cast, cast.aisha, at_hand, name)
    with acting_as(cast.aisha):
        assert [table.objects.count() for table in TABLES] == before
        assert models.Assessment.objects.get().factors_named == []
        assert models.Contribution.objects.get().use == ""


@pytest.mark.parametrize(
    ("name", "instead", "field"),
    [
        ("note_domain", {"strengths": " "}, "strengths"),
        ("note_domain", {"domain": "child-luck"}, "domain"),
        ("note_domain", {"concern": "dire"}, "concern"),
        ("note_domain", {"trend": "up"}, "trend"),
        ("note_domain", {"outcomes": ["rich"]}, "outcomes"),
        ("set_outcome_aside", {"because": " . "}, "because"),
        ("set_outcome_aside", {"outcome": "rich"}, "because"),
        ("set_outcome_aside", {"side": "moon"}, "because"),
        ("note_effect", {"how": " "}, "how"),
        ("note_effect", {"on_domain": "parenting-safety"}, "on_domain"),
        ("note_effect", {"on_domain": "child-luck"}, "on_domain"),
        ("note_effect", {"because_of": "child-luck"}, "because_of"),
        ("say_danger", {"what": " "}, "what"),
        ("set_safety_goal", {"child_lives": " "}, "family_does"),
        ("rate_safety", {"score": None}, "score"),
        ("rate_safety", {"score": 11}, "score"),
        ("rate_safety", {"not_asked_because": "Asleep."}, "not_asked_because"),
        ("rate_safety", {"called": " "}, "called"),
        ("rate_safety", {"view": "cat"}, "view"),
        ("contribute", {"text": " "}, "text"),
        ("contribute", {"called": " "}, "called"),
        ("contribute", {"kind": "rumour"}, "kind"),
        ("contribute", {"domain": "child-luck"}, "domain"),
        ("decline_to_contribute", {"because": " "}, "because"),
        ("decline_to_contribute", {"called": " "}, "called"),
        ("leave_out_contributor", {"because": " "}, "because"),
        ("say_what_became", {"use": "eaten"}, "use"),
        ("say_what_became", {"use": "partly"}, "use_words"),
        ("write_perspective", {"text": " "}, "text"),
        ("write_analysis", {"text": " "}, "text"),
        ("write_analysis", {"part": "poem"}, "part"),
        ("add_evidence", {"text": " "}, "text"),
        ("add_evidence", {"source": "gut"}, "source"),
        ("add_evidence", {"claim": "sure"}, "claim"),
        ("name_factors", {"factors": []}, "factors"),
        ("name_factors", {"factors": ["99Z"]}, "factors"),
        ("name_factors", {"factors": ["18A"]}, "factors"),
        ("name_factors", {"factors": ["21", "3A"]}, "factors"),
    ],
)
def test_what_is_not_said_or_not_of_the_list_is_refused_beside_its_question(cast, at_hand, name, instead, field):
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        do(cast, cast.aisha, at_hand, name, **instead)
    assert refusal.value.field == field


@pytest.mark.parametrize("name", [name for name, (needs, _) in DOING.items() if needs])
def test_nothing_of_another_childs_is_written_on(cast, at_hand, name):
    needs, details = DOING[name]
    with acting_as(cast.aisha), pytest.raises(Refused, match="another child"):
        getattr(acts, name)(by=cast.aisha, about=cast.leo, **{needs: at_hand[needs]}, **details)


@pytest.mark.parametrize("name", [name for name, (needs, _) in DOING.items() if needs == "assessment"])
def test_a_signed_assessment_is_written_on_no_more(cast, name):
    assessment = sign(cast, filled(cast))
    with acting_as(cast.aisha), pytest.raises(Refused, match="Begin a new version"):
        do(cast, cast.aisha, {"assessment": assessment}, name)


# The twins: the same, kept with what is missing still missing.


def test_s3_04_twin_a_danger_is_on_the_banner_at_once_with_nothing_else(cast):
    """S3-04 as design 7.1 has it; with no assessment open."""
    with acting_as(cast.aisha):
        acts.say_danger(by=cast.aisha, about=cast.sam, what="No cot.", may_happen="Sam may fall.", worried="Priya")
        line = SituationLine.objects.get(person=cast.sam, kind="danger")
        assert (line.text, line.source) == ("No cot. If nothing changes: Sam may fall.", "Priya")
        assert line.about is None


def test_the_line_of_a_danger_is_about_whoever_causes_it(cast):
    with acting_as(cast.aisha):
        danger = acts.say_danger(
            by=cast.aisha, about=cast.maya, what="He comes at night.", caused_by=cast.people["gary"]
        )
        assert danger.line.about == cast.people["gary"]


def test_a_danger_that_is_over_takes_no_more_numbers(cast, at_hand):
    with acting_as(cast.aisha):
        line = at_hand["danger"].line
        end_situation_line(by=cast.aisha, about=cast.maya, line=line, because="He moved abroad.")
        assert queries.dangers_of(cast.maya) == []
        for name in ("set_safety_goal", "rate_safety"):
            with pytest.raises(Refused, match="taken off"):
                do(cast, cast.aisha, at_hand, name)


def test_s0_04_twin_a_high_concern_is_kept_before_its_effect_or_evidence_is_known(cast, at_hand):
    with acting_as(cast.aisha):
        note = do(cast, cast.aisha, at_hand, "note_domain", strengths="", concern="high")
        assert (note.concern, note.shown_by) == ("high", "")


def test_a_part_written_again_is_one_note_with_its_versions_beneath(cast, at_hand):
    with acting_as(cast.aisha):
        do(cast, cast.aisha, at_hand, "note_domain")
        do(cast, cast.aisha, at_hand, "note_domain", strengths="Swims.")
        assert [note.strengths for note in models.DomainNote.objects.all()] == ["Swims."]
    with acting_as(cast.system):
        assert models.Passage.objects.count() == 0


def test_what_was_written_before_is_kept_and_the_newest_stands(cast, at_hand):
    with acting_as(cast.aisha):
        do(cast, cast.aisha, at_hand, "write_analysis")
        do(cast, cast.aisha, at_hand, "write_analysis", text="It is the mornings.")
        assert models.Passage.objects.count() == 2
        assert queries.held(at_hand["assessment"], TODAY).text("analysis") == "It is the mornings."


def test_a_sentence_copied_from_a_sibling_is_kept(cast, at_hand):
    leos = begun(cast, cast.leo)
    with acting_as(cast.aisha):
        for child, assessment in ((cast.leo, leos), (cast.maya, at_hand["assessment"])):
            acts.write_analysis(by=cast.aisha, about=child, assessment=assessment, part="analysis", text="Nights.")
        assert models.Passage.objects.filter(text="Nights.").count() == 2


def test_s3_05_the_list_of_voices_is_the_tree_and_the_agencies_with_every_parent_on_it(cast):
    """S3-05: the father lives elsewhere and is listed; Sam's health visitor is, for Sam."""
    maya, sam = begun(cast), begun(cast, cast.sam)
    with acting_as(cast.aisha):
        voices = {voice.called: voice for voice in queries.held(maya, TODAY).voices}
        assert set(voices) == {"Kelly Okafor", "Tomek Nowak"}
        assert (voices["Tomek Nowak"].elsewhere, voices["Kelly Okafor"].elsewhere) == (True, False)
        assert [voice.called for voice in queries.held(sam, TODAY).voices] == [
            "Kelly Okafor",
            "Northcliff 0-19 Health",
        ]


def test_an_agency_is_heard_by_what_its_worker_said(cast):
    sam = begun(cast, cast.sam)
    with acting_as(cast.aisha):
        health = Agency.objects.get(kind="health")
        acts.contribute(
            by=cast.aisha,
            about=cast.sam,
            assessment=sam,
            called=health.name,
            agency=health,
            kind="fact",
            domain="child-health",
            text="Weighed on Friday.",
            said_by="Priya Nair",
        )
        voice = queries.held(sam, TODAY).voices[-1]
        assert (voice.standing, voice.given[0].said_by) == ("contributed", "Priya Nair")


def test_someone_who_was_heard_is_not_left_out_afterwards_and_someone_left_out_may_be_heard(cast, at_hand):
    with acting_as(cast.aisha):
        kelly = {"called": "Kelly Okafor", "who": cast.people["kelly"]}
        with pytest.raises(Refused, match="heard already"):
            do(cast, cast.aisha, at_hand, "leave_out_contributor", **kelly)
        do(cast, cast.aisha, at_hand, "leave_out_contributor", called="Tomek", who=cast.people["tomek"])
        do(cast, cast.aisha, at_hand, "contribute", called="Tomek", who=cast.people["tomek"])
        rows = models.Contributor.objects.filter(who=cast.people["tomek"])
        assert [(row.standing, row.because) for row in rows] == [("contributed", "")]


def test_one_assessment_is_open_at_a_time_and_only_while_there_is_work(cast):
    begun(cast)
    with acting_as(cast.aisha), pytest.raises(Refused, match="open already"):
        acts.begin_assessment(by=cast.aisha, about=cast.maya)
    with acting_as(cast.theo), pytest.raises(Refused, match="Nobody works"):
        acts.begin_assessment(by=cast.theo, about=cast.people["kelly"])
    with acting_as(cast.sol), pytest.raises(NotYours):
        acts.begin_assessment(by=cast.sol, about=cast.leo)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        acts.begin_assessment(by=cast.aisha, about=cast.leo)


def test_what_was_signed_goes_on_in_a_new_version_and_only_the_newest_does(cast):
    first = filled(cast)
    again = {"by": cast.aisha, "about": cast.maya, "assessment": first}
    with acting_as(cast.aisha), pytest.raises(Refused, match="still open"):
        acts.reopen_assessment(**again, why="A new injury.")
    sign(cast, first)
    with acting_as(cast.aisha):
        first.refresh_from_db()
        with pytest.raises(Refused, match="new version"):
            acts.begin_assessment(by=cast.aisha, about=cast.maya)
        with pytest.raises(Refused, match="what has changed"):
            acts.reopen_assessment(**again, why=" ")
        with pytest.raises(Refused, match="another child"):
            acts.reopen_assessment(**{**again, "about": cast.leo}, why="A new injury.")
        acts.reopen_assessment(**again, why="A new injury.")
        with pytest.raises(Refused, match="still open"):
            acts.reopen_assessment(**again, why="Another.")


def test_a_signature_is_not_kept_without_its_line_in_the_log(cast):
    assessment = filled(cast)
    with the_log_will_not_be_written():
        sign(cast, assessment)
    with acting_as(cast.aisha):
        assert not models.Assessment.objects.get().signed


def test_a_new_version_is_not_kept_without_its_line_in_the_log(cast):
    signed = sign(cast, filled(cast))
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        acts.reopen_assessment(by=cast.aisha, about=cast.maya, assessment=signed, why="A new injury.")
    with acting_as(cast.aisha):
        assert models.Assessment.objects.get() == signed


def test_the_same_form_sent_twice_writes_one_row(cast, at_hand):
    with acting_as(cast.aisha):
        one = do(cast, cast.aisha, at_hand, "note_effect", key="k1")
        assert do(cast, cast.aisha, at_hand, "note_effect", key="k1") == one
        assert models.Effect.objects.count() == 1
