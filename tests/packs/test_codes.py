"""One spelling everywhere: the codes a pack lists, the columns that hold them, constraints and rules.

What the forms offer of them is in test_form_codes.py.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db.models import Q

from kith import packs
from kith.calendar import PartDate
from kith.involvement.rules import meeting as meeting_rules
from kith.involvement.rules import triage as triage_rules
from kith.pages.staff.quoting import label
from kith.people import rules as people_rules
from kith.people.models import Person
from kith.people.rules import kin
from kith.people.rules import tree as tree_rules
from kith.people.tree import ecomap, qualities
from kith.story.models import SIGNIFICANCE
from kith.story.rules import lenses as lens_rules
from kith.visits import rules as visit_rules
from kith.visits.rules import lines as line_rules
from kith.voice import rules as voice_rules
from tests.cast import TODAY
from tests.packs.shipped import each_pack

# Where each list is kept.
HELD = {
    "about_me_part": ["people.AboutMe.part"],
    "after_no_change": ["plans.PlanReview.after_no_change"],
    "attended": ["plans.TakingPart.attended", "involvement.MeetingPart.attended"],
    "check_in": ["workforce.CheckIn.how"],
    "complaint_advocate": ["feedback.Complaint.advocate"],
    "complaint_from": ["feedback.Complaint.whose"],
    "complaint_how": ["feedback.Complaint.how", "feedback.Thanks.how"],
    "complaint_outcome": ["feedback.ComplaintStage.outcome"],
    "complaint_route": ["feedback.Complaint.route"],
    "complaint_stage": ["feedback.ComplaintStage.stage"],
    "thanks_publish": ["feedback.Thanks.may_show"],
    "child_took_part": [
        "plans.TakingPart.spoke",
        "involvement.MeetingLine.child_part",
        "involvement.CareReviewLine.child_part",
    ],
    "five_outcomes": ["plans.Outcome.five_outcomes", "assessment.DomainNote.outcomes", "assessment.SetAside.outcome"],
    "help_wanted": ["plans.NeedAnswer.kind"],
    "lived_through": ["people.LivedThrough.answer"],
    "lived_whose": ["people.LivedThrough.whose"],
    "need_of": ["plans.Outcome.need_of"],
    "no_service": ["plans.NeedAnswer.lacks"],
    "outcome_now": ["plans.Actual.now"],
    "plan_kind": ["plans.Plan.kind"],
    "plan_view": ["plans.PlanView.view"],
    "prepared_with": [
        "plans.TakingPart.prepared_with",
        "involvement.MeetingPart.prepared_with",
        "involvement.MeetingLine.child_prepared_with",
    ],
    "review_column": ["plans.ReviewPoint.column"],
    "spoke": ["plans.TakingPart.spoke", "involvement.MeetingPart.spoke"],
    "step_lane": ["plans.Step.lane", "involvement.Need.lane"],
    "step_owner": ["plans.Step.owner_kind"],
    "step_state": ["plans.Step.state"],
    "took_part_how": ["plans.TakingPart.how", "involvement.MeetingPart.how", "plans.Invited.how"],
    "clear_now": ["sharing.WalkThrough.clear_now"],
    "no_own_words": ["plans.Outcome.no_words", "meetings.BoardLine.no_words"],
    "whose_change": ["plans.Outcome.whose_change"],
    "left_out_ground": ["involvement.LeftOut.ground"],
    "sheet_given": ["meetings.SheetGiven.how"],
    "transfer_paper": ["involvement.TransferPaper.paper"],
    "universal_service": ["involvement.ServiceAsked.service"],
    "understanding": ["plans.PlanReview.understanding"],
    "idea_answer": ["plans.Idea.answer"],
    "invited_answer": ["plans.Invited.answer"],
    "whose_view": [
        "plans.Invited.whose",
        "plans.PlanView.whose",
        "plans.Idea.whose",
        "plans.ReviewPoint.whose",
        "plans.Actual.whose",
        "plans.TakingPart.whose",
    ],
    "about_me_said_by": ["people.AboutMe.said_by"],
    "address_kind": ["people.Residence.kind"],
    "adult_need": ["people.AdultSupport.need"],
    "adult_support": ["people.AdultSupport.state"],
    "agency_kind": ["directory.Agency.kind"],
    "agreement_answer": ["decisions.Agreement.answer"],
    "agreement_exception": ["decisions.Agreement.exception"],
    "challenge_level": ["decisions.Challenge.level"],
    "challenge_outcome": ["decisions.Challenge.outcome"],
    "decision_kind": ["decisions.Decision.kind"],
    "decision_state": ["decisions.Decision.state"],
    "revisit_answer": ["decisions.Revisit.answer"],
    "agency_answer": ["involvement.AgencyRequest.answer"],
    "picture_view": ["involvement.PictureView.view"],
    "alone": ["visits.ChildLine.alone", "involvement.Enquiry.alone"],
    "answer_picture": ["voice.Answer.pictures"],
    "answer_outcome": ["voice.Answer.outcome", "involvement.WorkerAsked.outcome"],
    "answer_reaction": ["voice.Answer.reaction"],
    "asking_outcome": ["people.Asking.outcome"],
    "asking_topic": ["people.Asking.topic"],
    "assessment_domain": [
        "assessment.DomainNote.domain",
        "assessment.Effect.because_of",
        "assessment.Effect.on_domain",
        "assessment.Contribution.domain",
    ],
    "assessment_factor": ["assessment.Assessment.factors"],
    "assessment_part": ["assessment.Passage.part"],
    "assessment_side": ["assessment.SetAside.side"],
    "bedroom": ["visits.ChildLine.bedroom"],
    "category_of_abuse": [
        "involvement.MeetingLine.category",
        "involvement.ProtectionPlan.first_category",
        "involvement.ProtectionPlan.latest_category",
    ],
    "child_not_asked": ["involvement.ContactChild.not_asked_because"],
    "conference_outcome": ["involvement.MeetingLine.outcome"],
    "conference_ready": ["involvement.MeetingLine.ready", "plans.BeforeReview.ready"],
    "enquiry_how": ["involvement.Enquiry.how"],
    "enquiry_outcome": ["involvement.Enquiry.outcome"],
    "meeting_how": ["involvement.ProtectionMeeting.how"],
    "meeting_role": ["involvement.MeetingPart.role"],
    "protection_end": ["involvement.ProtectionPlan.end_reason"],
    "review_outcome": ["involvement.MeetingLine.outcome"],
    "strategy_outcome": ["involvement.MeetingLine.outcome"],
    "care_check": ["involvement.CareCheck.kind"],
    "care_ended": ["involvement.LookedAfter.ended_as"],
    "interview_answer": ["involvement.Missing.answer"],
    "legal_status": ["involvement.LegalStatus.status"],
    "missing_kind": ["involvement.Missing.kind"],
    "permanence_plan": ["involvement.LookedAfter.permanence"],
    "placement_ended": ["involvement.Placement.why_ended"],
    "placement_kind": ["involvement.Placement.kind"],
    "placement_provider": ["involvement.Placement.provider"],
    "consent_said": ["people.Agreed.said", "involvement.ShareAgreed.said"],
    "difference_asked_in": ["involvement.DifferenceSaid.asked_in"],
    "difference_outcome": ["involvement.DifferenceSaid.outcome"],
    "difference_said": ["involvement.DifferenceSaid.said"],
    "difference_whose": ["involvement.DifferenceSaid.whose"],
    "share_item": ["involvement.ShareAgreed.items", "sharing.Release.items"],
    "share_basis": ["involvement.ShareAgreed.basis"],
    "share_reason": ["involvement.SharedAnyway.reason"],
    "need_kind": ["involvement.Need.kind"],
    "outside_danger": ["involvement.Screening.dangers"],
    "place_kind": ["involvement.WorryPlace.kind"],
    "service_standing": ["people.ServiceKnown.standing"],
    "understands": ["people.Understanding.answer"],
    "closure_reason": ["involvement.Spell.closure_reason"],
    "ended_together": ["involvement.Closure.together"],
    "concern_level": ["assessment.DomainNote.concern"],
    "contact_basis": ["people.ContactArrangement.basis"],
    "contact_family_told": ["involvement.Contact.family_told"],
    "contact_how": ["involvement.Contact.how"],
    "contact_outcome": ["involvement.ContactLine.outcome"],
    "contact_way": ["people.ContactArrangement.way"],
    "contribution_kind": ["assessment.Contribution.kind"],
    "contribution_use": ["assessment.Contribution.use"],
    "day_topic": ["visits.DayItem.topic"],
    "decision_told": ["involvement.ContactLine.family_told"],
    "development_area": ["assessment.StageMark.area"],
    "development_mark": ["assessment.StageMark.mark"],
    "disability": ["people.Person.disabilities"],
    "domain_trend": ["assessment.DomainNote.trend"],
    "ethnicity": ["people.Person.ethnicity"],
    "evidence_claim": ["assessment.Evidence.claim"],
    "evidence_source": ["assessment.Evidence.source"],
    "exposure_action": ["involvement.Exposure.action"],
    "family_asked": ["people.TreeConfirmation.family_asked"],
    "getting_on": ["people.GettingOn.quality"],
    "harm": ["assessment.IndicatorSeen.harm", "assessment.PatternLook.harm"],
    "how_known": ["visits.DayItem.known"],
    "identifier_kind": ["people.Identifier.kind"],
    "language": ["people.Language.code"],
    "lens": ["story.Entry.lens", "story.History.lens"],
    "map_flow": ["people.MapPlace.flow"],
    "map_kind": ["people.MapPlace.kind"],
    "map_line": ["people.MapPlace.line"],
    "map_ring": ["people.MapPlace.ring"],
    "name_kind": ["people.PersonName.kind"],
    "not_safe_to_tell": ["people.NotSafeToTell.reason", "visits.PlannedVisit.not_safe_because"],
    "not_seen_reasons": ["visits.ChildLine.not_seen_because"],
    "offer_role": ["people.Offer.role"],
    "person_risk": ["people.RiskFlag.kind"],
    "pr_acquired": ["people.ParentalResponsibility.acquired"],
    "primary_need": ["involvement.Spell.primary_need"],
    "rated_by": ["assessment.Wellbeing.view"],
    "referral_source": ["involvement.Contact.source", "involvement.Spell.source"],
    "relationship_ended": ["people.Relationship.ended_as"],
    "religion": ["people.Person.religion"],
    "restriction": ["directory.Restriction.level"],
    "restriction_on_child": ["people.RightsCheck.kind"],
    "risk_certainty": ["people.RiskFlag.certainty"],
    "scale_view": ["assessment.Scale.view"],
    "sex": ["people.Person.sex"],
    "significance": ["story.Entry.significance"],
    "told_how": ["visits.PlannedVisit.told_how"],
    "uncrc_article": ["people.RightsCheck.articles"],
    "upn_unknown": ["people.Identifier.value"],
    "visit_mode": ["visits.Visit.mode", "visits.ChildLine.mode", "visits.PlannedVisit.mode"],
    "visit_moved_by": ["visits.PlannedVisit.moved_by"],
    "way_of_speaking": ["voice.Words.way"],
    "wellbeing_indicator": ["assessment.Wellbeing.indicator"],
    "who_tells": ["involvement.Contact.source"],
    "words_kind": ["involvement.ContactChild.own_words_sort", "voice.Words.sort"],
    "worker_change_reason": ["involvement.LeadWorker.reason_ended", "involvement.WorkerAsked.reason"],
}
# Listed, and kept in no column of their own yet: words for a gender, for what was asked, numbers a child can ring, and
# lists later work will use.
NOT_HELD = {
    *("asked", "break_glass_because", "communication", "conflict", "gender", "help_numbers", "interpreter"),
    *("island_outcome", "kind_of_need", "look_because", "mark", "visit_kind"),
    "safety_column",  # how the parts of an assessment are laid out
}
NO_ROW = {("restriction", "normal")}  # said by there being no row


def columns() -> Iterator[tuple[str, Any, Any]]:
    for key, places in HELD.items():
        for place in places:
            model, _, column = place.rpartition(".")
            field = apps.get_model(model)._meta.get_field(column)
            yield key, field.model, field.base_field if isinstance(field, ArrayField) else field


def codes_of(pack: packs.Pack, key: str) -> set[str]:
    return {code.code for code in pack.codes(key).codes if (key, code.code) not in NO_ROW}


@each_pack
def test_every_list_says_which_column_holds_it(pack):
    assert set(pack.code_lists) - NOT_HELD == set(HELD)


@each_pack
def test_every_code_fits_its_column_and_is_one_of_the_models_own_where_it_lists_them(pack):
    for key, model, field in columns():
        codes = codes_of(pack, key)
        if field.choices:
            assert {str(code) for code, _ in field.choices} == codes, f"{model.__name__}.{field.name}"
        longest = getattr(field, "max_length", None)
        if longest:
            assert max(map(len, codes)) <= longest, f"{model.__name__}.{field.name} is too short for {key}"
        if field.has_default() and isinstance(field.default, str) and field.default:
            assert field.default in codes, f"{model.__name__}.{field.name} begins as a code {key} has not"
    assert max(map(len, pack.relationships)) <= apps.get_model("people.Relationship")._meta.get_field("kind").max_length
    assert (
        max(len(level.code) for level in pack.levels)
        <= apps.get_model("involvement.Spell")._meta.get_field("level").max_length
    )


def leaves(condition: Q | None) -> Iterator[tuple[str, Any]]:
    for child in condition.children if condition else ():
        if isinstance(child, Q):
            yield from leaves(child)
        else:
            yield child


@each_pack
def test_every_code_a_constraint_of_the_database_names_is_in_the_list(pack):
    named = set()
    for key, model, field in columns():
        for constraint in model._meta.constraints:
            for lookup, value in leaves(getattr(constraint, "condition", None)):
                of_another_column = hasattr(value, "resolve_expression")
                if lookup.split("__")[0] == field.name and not lookup.endswith("isnull") and not of_another_column:
                    said = {str(value)} if isinstance(value, str | int) else {str(one) for one in value}
                    assert said - {""} <= codes_of(pack, key), f"{constraint.name}: {said}"
                    named |= said
    assert {"home", "known_as", "nhs", "agreed", "1", "3"} <= named, "the constraints were read"


# -- rules


@each_pack
def test_the_rules_know_the_codes_as_the_pack_flags_them(pack):
    assert pack.flagged("contact_how", "by_itself") == {"portal", *triage_rules.FOR_EVERYBODY}
    assert codes_of(pack, "who_tells") <= codes_of(pack, "referral_source")
    assert pack.flagged("who_tells", "anonymous") == pack.flagged("referral_source", "anonymous") == {"9"}
    assert set(visit_rules.NOT_COUNTED) == pack.flagged("visit_mode", "never_stops_clock")
    assert set(visit_rules.ALONE_ALERTS) == pack.flagged("alone", "alerts")
    assert set(visit_rules.ALONE_NEEDS_WORDS) == pack.flagged("alone", "asks_why")
    assert set(visit_rules.REASON_NEEDS_WORDS) == pack.flagged("not_seen_reasons", "asks_why")
    assert codes_of(pack, "answer_outcome") - {"agreed"} == pack.flagged("answer_outcome", "asks_why")
    assert pack.flagged("words_kind", "alerts") == {"harm"}
    assert {*voice_rules.OWED_AN_ANSWER, visit_rules.UNSORTED, "harm"} <= codes_of(pack, "words_kind")


@each_pack
def test_the_rules_name_no_code_the_pack_has_not(pack):
    assert set(people_rules.families._GENDER.values()) <= codes_of(pack, "gender")
    assert {*people_rules.PARENTS, *people_rules.families.WORKED_OUT} <= set(pack.relationships)
    assert {relation.inverse for relation in pack.relationships.values()} <= set(pack.relationships)
    placed = {lens for lenses in lens_rules._OF_ACTS.values() for lens in lenses}
    placed |= {*lens_rules._OF_SITUATIONS.values(), *lens_rules._OF_WORDS.values()}
    assert placed <= codes_of(pack, "lens")
    assert {str(level) for level, _ in SIGNIFICANCE} == codes_of(pack, "significance")
    assert {people_rules.asked_state(person, "religion") for person in PEOPLE} == codes_of(pack, "asked")
    assert set(line_rules._LISTS.values()) <= set(pack.code_lists)
    assert meeting_rules._NOT_THERE in codes_of(pack, "attended")
    assert set(meeting_rules.OUTCOMES.values()) <= set(pack.code_lists)
    assert "telephone" in codes_of(pack, "meeting_how")  # the register of clocks counts a discussion held so
    assert pack.flagged("conference_outcome", "not_held") == {"put_off"}  # and one that is to be held again
    for answer, key in line_rules._LISTS.items():
        assert f"visits.ChildLine.{answer}" in HELD[key]
    assert line_rules.OUR_SIDE in codes_of(pack, "not_seen_reasons")
    assert set(visit_rules.THEIRS) <= codes_of(pack, "visit_moved_by")


@each_pack
def test_the_drawings_of_a_family_name_no_code_the_pack_has_not(pack):
    assert set(kin.KIN) <= set(pack.relationships)
    assert set(tree_rules._TOPIC.values()) <= codes_of(pack, "asking_topic")
    assert set(qualities.HURTS) <= codes_of(pack, "getting_on")
    assert set(ecomap._ORDER) == codes_of(pack, "map_kind")
    assert {str(ring) for ring in ecomap._ROOM} == codes_of(pack, "map_ring")


PEOPLE = [Person(), Person(religion="none"), Person(would_not_say=["religion"])]


# -- what comes with a file


@each_pack
def test_what_only_a_file_brings_is_read_and_never_asked(pack):
    assert "upn_unknown" not in dict(pack.choices("identifier_kind"))
    assert label(pack, "identifier_kind", "upn_unknown") == "Why there is no unique pupil number"
    assert label(pack, "upn_unknown", "UN1") != "UN1"


def test_a_part_date_has_the_precisions_its_columns_hold():
    precisions = {code for code, _ in Person._meta.get_field("born_precision").choices}
    assert {PartDate(TODAY, precision).precision for precision in precisions} == precisions
