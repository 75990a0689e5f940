"""Signing: every gap named, everything kept, by somebody else's hand (S2-17, S3-04, S3-05, S4-20, N11, N21)."""

import pytest

from kith.access import acting_as
from kith.assessment import acts, queries, rules
from kith.assessment.models import Assessment, DomainNote, Passage, held
from kith.people.acts import change_adult_support, note_adult_support, say_not_safe_to_tell
from kith.record import NotYours, Refused
from kith.story import queries as story
from kith.voice.acts import cite_words, write_down_words
from tests.assessment.making import DOMAINS, PACK, begun, filled, given_by_kelly, sign
from tests.cast import TODAY


def refused(cast, assessment, **details):
    with pytest.raises(Refused) as refusal:
        sign(cast, assessment, **details)
    with acting_as(cast.aisha):
        assert not Assessment.objects.get(pk=assessment.pk).signed
    return str(refusal.value)


def test_signed_by_the_manager_it_carries_the_factors_to_the_census(cast):
    assessment = filled(cast)
    with acting_as(cast.aisha):
        assert (assessment.factors, assessment.factors_named) == ([], ["3A", "4B"])
    signed = sign(cast, assessment)
    assert (signed.authorised_on, signed.signed_by_name, signed.factors) == (TODAY, "Grace Adeyemi", ["3A", "4B"])


def test_s2_17_s3_05_an_empty_assessment_is_kept_and_its_signing_names_each_gap(cast):
    assessment = begun(cast)
    said = refused(cast, assessment)
    for gap in (
        "about Health, Education",
        "Parenting capacity: no strength is written",
        "Not heard, and no reason given: Kelly Okafor and Tomek Nowak",
        "“If I were Maya, I would…” is empty",
        "What we think it means",
        "What we conclude",
        "rests on no evidence",
        "No factors are named",
    ):
        assert gap in said


@pytest.mark.parametrize(
    ("without", "said"),
    [
        ("domains", "no reason given why not"),
        ("voices", "Not heard, and no reason given: Kelly Okafor and Tomek Nowak"),
        ("passages", "“If I were Maya, I would…” is empty"),
        ("passages", "What the family says is not written"),
        ("evidence", "rests on no evidence"),
        ("factors", "No factors are named"),
    ],
)
def test_s1_34_s3_05_one_part_missing_is_named_and_the_rest_is_kept(cast, without, said):
    assessment = filled(cast, without=without)
    assert said in refused(cast, assessment)


def test_s2_17_an_empty_part_of_life_passes_with_a_reason(cast):
    """S2-17: an empty health domain is refused until there is a reason; then signed with it."""
    assessment = filled(cast)
    with acting_as(cast.aisha):
        note = {"by": cast.aisha, "about": cast.maya, "assessment": assessment, "domain": "child-health"}
        acts.note_domain(**note, concern="none")
    assert "about Health." in refused(cast, assessment)
    with acting_as(cast.aisha):
        acts.note_domain(**note, not_looked_because="The GP answers on Friday; nothing urgent is known.")
    assert sign(cast, assessment).signed


def test_a_dot_is_kept_and_counts_as_nothing(cast):
    """Design 7.11: a reason that says nothing, for a part of life and for somebody who was not heard."""
    assessment = filled(cast, without="voices")
    with acting_as(cast.aisha):
        doing = {"by": cast.aisha, "about": cast.maya, "assessment": assessment}
        acts.note_domain(**doing, domain="child-health", not_looked_because="n/a")
        acts.leave_out_contributor(**doing, called="Kelly Okafor", who=cast.people["kelly"], because=".")
        acts.leave_out_contributor(
            **doing, called="Tomek Nowak", who=cast.people["tomek"], because="At sea until June."
        )
    said = refused(cast, assessment)
    assert "no reason given why not, about Health." in said
    assert "Not heard, and no reason given: Kelly Okafor." in said


@pytest.mark.parametrize("text", ["n/a", "."])
def test_s2_27_the_familys_own_account_is_written_before_anybody_signs_ours(cast, text):
    assessment = filled(cast)
    doing = {"by": cast.aisha, "about": cast.maya, "assessment": assessment, "part": "family"}
    with acting_as(cast.aisha):
        acts.write_analysis(**doing, text=text)  # kept, and counts as nothing
    assert "What the family says is not written" in refused(cast, assessment)
    with acting_as(cast.aisha):
        acts.write_analysis(**doing, text="Tomek: “Nobody rang me. I would have come.”")
    assert sign(cast, assessment).signed


def test_n11_strengths_are_looked_for_and_never_made_up(cast):
    """N11, design 7.5: on each side a strength, or how we looked; a dot is neither."""
    assessment = filled(cast)
    with acting_as(cast.aisha):
        for domain in DOMAINS:
            if domain.startswith("parenting"):
                note = {"by": cast.aisha, "about": cast.maya, "assessment": assessment, "domain": domain}
                acts.note_domain(**note, needs="Kelly is tired.", strengths=".", concern="some")
    assert "Parenting capacity: no strength is written" in refused(cast, assessment)
    with acting_as(cast.aisha):
        acts.note_domain(
            **note, needs="Tired.", none_found_how="Asked Kelly, Nan and school on 3 visits.", concern="some"
        )
    assert sign(cast, assessment).signed


def test_s0_04_a_high_concern_says_what_it_does_elsewhere_and_what_shows_it(cast):
    """S0-04."""
    assessment = filled(cast)
    note = {"by": cast.aisha, "about": cast.maya, "assessment": assessment, "domain": "parenting-safety"}
    with acting_as(cast.aisha):
        acts.note_domain(**note, needs="She hears fights.", concern="high")
    said = refused(cast, assessment)
    assert "Ensuring safety is a high concern: say what it does to another part of Maya’s life." in said
    assert "Ensuring safety is a high concern: say what shows it." in said
    with acting_as(cast.aisha):
        known = {"needs": "She hears fights.", "shown_by": "Police on 3 and 9 May.", "concern": "high"}
        acts.note_domain(**note, **known, world_bears="The front door of the block does not shut.")
        acts.note_effect(
            by=cast.aisha,
            about=cast.maya,
            assessment=assessment,
            because_of="parenting-safety",
            on_domain="child-education",
            how="She is too tired to read.",
        )
    assert sign(cast, assessment).signed


def test_s1_16_a_high_concern_says_what_the_other_sides_of_the_map_do_to_it(cast):
    assessment = filled(cast)
    note = {"by": cast.aisha, "about": cast.maya, "assessment": assessment, "domain": "child-feelings"}
    known = {"needs": "She wakes at three.", "shown_by": "Her own chart.", "concern": "high"}
    with acting_as(cast.aisha):
        acts.note_domain(**note, **known, care_bears=".")
        acts.note_effect(
            **{name: value for name, value in note.items() if name != "domain"},
            because_of="child-feelings",
            on_domain="child-education",
            how="She is too tired to read.",
        )
    said = refused(cast, assessment)
    assert "say what in how the child is looked after helps or hinders" in said
    assert "say what around the family bears on it" in said
    with acting_as(cast.aisha):
        acts.note_domain(
            **note, **known, care_bears="Kelly sits with her.", world_bears="Nothing we found, asked twice."
        )
    assert sign(cast, assessment).signed


def test_s1_16_twin_a_high_concern_is_kept_without_either(cast):
    assessment = filled(cast)
    with acting_as(cast.aisha):
        note = {"by": cast.aisha, "about": cast.maya, "assessment": assessment, "domain": "family-housing"}
        kept = acts.note_domain(**note, needs="Damp.", concern="high")
        assert DomainNote.objects.get(pk=kept.pk).concern == "high"


def test_s3_04_a_danger_owes_a_goal_and_everyones_number(cast):
    """S3-04: the danger is on the banner at once, alone; goal and numbers are owed before the signature."""
    assessment = filled(cast)
    with acting_as(cast.aisha):
        danger = acts.say_danger(by=cast.aisha, about=cast.maya, what="Gary comes to the door at night.")
    said = refused(cast, assessment)
    assert "has no safety goal" in said
    assert "from Maya, Kelly Okafor, Tomek Nowak and us" in said
    with acting_as(cast.aisha):
        rate = {"by": cast.aisha, "about": cast.maya, "danger": danger}
        acts.set_safety_goal(**rate, child_lives="Maya sleeps all night.")
        acts.rate_safety(**rate, view="child", called="Maya", who=cast.maya, score=3)
        acts.rate_safety(**rate, view="worker", called="Aisha Khan", score=7)
        acts.rate_safety(**rate, view="parent", called="Kelly Okafor", who=cast.people["kelly"], score=5)
        acts.rate_safety(
            **rate, view="parent", called="Tomek", who=cast.people["tomek"], not_asked_because="At sea until June."
        )
        numbers = queries.dangers_of(cast.maya)[0].numbers
        assert [numbers[name][-1].score for name in ("Maya", "Aisha Khan")] == [3, 7]
    assert sign(cast, assessment).signed


def test_nobody_has_to_ask_whoever_causes_the_harm(cast):
    """Design 7.4."""
    assessment = filled(cast)
    with acting_as(cast.aisha):
        acts.say_danger(by=cast.aisha, about=cast.maya, what="Her father hits her.", caused_by=cast.people["tomek"])
    assert "from Maya, Kelly Okafor and us" in refused(cast, assessment)


def test_someone_it_is_not_safe_to_tell_need_not_be_heard(cast):
    """Design 7.4."""
    assessment = filled(cast, without="voices")
    with acting_as(cast.aisha):
        say_not_safe_to_tell(
            by=cast.aisha,
            about=cast.maya,
            person=cast.people["tomek"],
            reason="risk_to_child",
            because="He would find the new address.",
            decided_by="Grace Adeyemi",
        )
    assert "Not heard, and no reason given: Kelly Okafor." in refused(cast, assessment)


def test_s0_16_what_somebody_gave_is_used_or_not_for_a_reason(cast):
    """S2-07."""
    assessment = filled(cast)
    given = given_by_kelly(cast, assessment)
    assert "how what they gave was used, or why not: Kelly Okafor." in refused(cast, assessment)
    with acting_as(cast.aisha):
        acts.say_what_became(
            by=cast.aisha, about=cast.maya, contribution=given, use="not_used", use_words="Two others saw otherwise."
        )
    assert sign(cast, assessment).signed


def test_the_childs_own_words_stand_beside_what_it_means(cast):
    assessment = filled(cast)
    with acting_as(cast.aisha):
        said = write_down_words(by=cast.aisha, about=cast.maya, sort="worry", text="I listen for the door.")
    assert "none of Maya’s own words" in refused(cast, assessment)
    with acting_as(cast.aisha):
        passage = Passage.objects.get(assessment=assessment, part="analysis")
        cite_words(by=cast.aisha, about=cast.maya, row=passage, words=[said])
    signed = sign(cast, assessment)
    with acting_as(cast.aisha):
        again = acts.reopen_assessment(by=cast.aisha, about=cast.maya, assessment=signed, why="A new injury.")
        assert list(held(again, TODAY).quotes.values()) == [[said]]


def test_two_siblings_are_not_one_text(cast):
    """N16: the same words for a brother are refused at the signature, and nearly the same are shown."""
    filled(cast, cast.leo)
    assessment = filled(cast)
    with acting_as(cast.aisha):
        leos = Passage.objects.get(person=cast.leo, part="analysis").text
        acts.write_analysis(by=cast.aisha, about=cast.maya, assessment=assessment, part="analysis", text=leos)
    assert "word for word Leo" in refused(cast, assessment)
    theirs = {"analysis": [("Leo", "He sleeps badly because of what happens there every single night at home.")]}
    mine = {"analysis": "She sleeps badly because of what happens there every single night at home."}
    assert [(one.of, one.same) for one in rules.copies(mine, theirs, PACK.figure("sibling-likeness"))] == [
        ("Leo", False)
    ]


def test_s2_19_an_adults_need_says_what_it_does_to_the_child_and_to_what_we_offer(cast):
    assessment = filled(cast)
    with acting_as(cast.aisha):
        kelly = {"by": cast.aisha, "about": cast.maya, "other": cast.people["kelly"]}
        line = note_adult_support(**kelly, need="learning", on_child="n/a")
    said = refused(cast, assessment)
    assert "Kelly Okafor’s need, learning or understanding: say how it affects Maya." in said
    assert "say what it changes in how we work with them" in said
    with acting_as(cast.aisha):
        given = {"on_child": "Maya reads the post to her.", "on_offer": "Pictures in each letter; we ring first."}
        change_adult_support(by=cast.aisha, about=cast.maya, line=line, state="asked", **given)
    assert sign(cast, assessment).signed


def test_s3_19_nobody_signs_their_own_assessment(cast):
    """Somebody with the right who wrote a part of it."""
    assessment = filled(cast)
    with acting_as(cast.grace):
        acts.write_analysis(
            by=cast.grace, about=cast.maya, assessment=assessment, part="analysis", text="The nights are the danger."
        )
    assert "You wrote part of it" in refused(cast, assessment)


@pytest.mark.parametrize("who", ["aisha", "theo", "sol", "rowan"])
def test_only_who_has_the_right_signs(cast, who):
    assessment = filled(cast)
    by = cast.actors[who]
    with acting_as(by), pytest.raises(NotYours):
        acts.sign_assessment(by=by, about=cast.maya, assessment=assessment)


def test_signed_once_and_written_no_more(cast):
    assessment = sign(cast, filled(cast))
    with pytest.raises(Refused, match="signed already"):
        sign(cast, assessment)
    with acting_as(cast.aisha), pytest.raises(Refused, match="new version"):
        acts.note_domain(
            by=cast.aisha, about=cast.maya, assessment=assessment, domain="child-health", strengths="Runs."
        )


def test_s3_08_a_new_version_carries_every_word_and_asks_what_changed(cast):
    """S3-08, N21: nothing is typed twice, who was heard stays heard, and the old one stands as it was."""
    first = sign(cast, filled(cast))
    with acting_as(cast.aisha):
        again = acts.reopen_assessment(by=cast.aisha, about=cast.maya, assessment=first, why="Gary moved in next door.")
        assert (again.version, again.before, again.signed) == (2, first, False)
        before, now = held(first, TODAY), held(again, TODAY)
        assert {key: one.text for key, one in now.passages.items()} == {
            key: one.text for key, one in before.passages.items()
        }
        assert {code: note.strengths for code, note in now.domains.items()} == {
            code: note.strengths for code, note in before.domains.items()
        }
        assert [voice.standing for voice in now.voices] == ["contributed", "contributed"]
    assert "Say what has changed since the last version." in refused(cast, again)
    signed = sign(cast, again, what_changed="Gary lives next door now.")
    assert (signed.what_changed, signed.factors) == ("Gary lives next door now.", ["3A", "4B"])
    with acting_as(cast.aisha):
        assert Assessment.objects.get(pk=first.pk).what_changed == ""
        assert DomainNote.objects.count() == 2 * len(DOMAINS)


def test_a_new_danger_makes_a_signed_assessment_out_of_date_at_once(cast):
    """N21: is it still right?"""
    sign(cast, filled(cast))
    tomorrow = cast.at("aisha", cast.aisha.now.replace(day=18))
    with acting_as(tomorrow):
        dial = story.freshness(cast.maya, tomorrow.today, level="child_in_need")[2]
        assert dial.current
        acts.say_danger(by=tomorrow, about=cast.maya, what="Gary comes to the door at night.")
        assert story.freshness(cast.maya, tomorrow.today, level="child_in_need")[2].state == "out_of_date"


def test_help_begins_before_an_assessment_ends(cast):
    """S1-31: nothing an assessment lacks holds back a promise of help."""
    from kith.visits.acts import promise

    begun(cast)
    with acting_as(cast.aisha):
        made = promise(by=cast.aisha, about=cast.maya, text="A bed by Friday.", due_on=TODAY)
        assert made.due_on == TODAY


def test_s2_19_twin_an_adults_need_is_kept_with_nothing_said_of_what_it_does(cast):
    with acting_as(cast.aisha):
        line = note_adult_support(by=cast.aisha, about=cast.maya, other=cast.people["kelly"], need="learning")
        assert (line.on_child, line.on_offer) == ("", "")
