"""One spelling everywhere: what each form of a room offers is the pack's list, whole, and nothing else."""

import inspect
from collections.abc import Iterator
from datetime import date

import pytest
from django import forms

from kith import packs
from kith.assessment import forms as assessment_forms
from kith.decisions import forms as decision_forms
from kith.feedback import forms as feedback_forms
from kith.involvement import forms as front_forms
from kith.involvement.forms import AnswerAnother, TakeUpExposure
from kith.involvement.models import ContactChild
from kith.pages.staff import forms as page_forms
from kith.people import forms as people_forms
from kith.people import rules as people_rules
from kith.people.forms.tree import KINDS_OF
from kith.people.models import AddressProtection, MapPlace, Person
from kith.people.queries import SITUATION_KINDS
from kith.plans import forms as plan_forms
from kith.plans.models import Outcome
from kith.sharing import forms as sharing_forms
from kith.story import forms as story_forms
from kith.story.forms.telling import WHERE_IT_COMES_FROM
from kith.visits import forms as visit_forms
from kith.visits import rules as visit_rules
from kith.visits.acts.arranging import TOLD_BEFORE
from kith.visits.acts.completing import FILLS
from kith.visits.forms import (
    CallOffForm,
    ChildForm,
    EndPromiseForm,
    GapForm,
    MoveForm,
    PlanForm,
    SharedForm,
    TogetherForm,
)
from kith.visits.forms.day import DAY_SLOTS
from kith.visits.models import ChildLine, PlannedVisit, ToComplete
from kith.voice import forms as voice_forms
from tests.cast import NOW, TODAY
from tests.packs.forms_around import AROUND_OWN, around_forms_of
from tests.packs.forms_of_care import CARE_OWN, care_forms_of
from tests.packs.shipped import ALL, each_pack

BABY = Person(ref="KX7D-2RWH", called="Ada Quay", born_on=date(2026, 1, 1))
GAP = {"alone": "alone", "not_seen_reason": "not_seen_reasons"}
WAYS = (*KINDS_OF, "other")  # where in a tree somebody is added


def every_form(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    """Each form of a room, and the list each of its questions is answered from."""
    yield people_forms.GiveName(pack=pack), {"kind": "name_kind"}
    yield people_forms.GiveIdentifier(pack=pack), {"kind": "identifier_kind"}
    yield people_forms.SpeaksLanguage(pack=pack), {"code": "language"}
    yield people_forms.GiveContactPoint(), {}
    described = {"sex": "sex", "ethnicity": "ethnicity", "religion": "religion", "disabilities": "disability"}
    yield people_forms.DescribePerson(person=BABY, pack=pack), described
    yield people_forms.AddRelationship(called="Ada", pack=pack), {"sex": "sex", "acquired": "pr_acquired"}
    yield people_forms.MoveHome(people=[BABY], others=[], places=[], pack=pack), {"kind": "address_kind"}
    yield people_forms.ProtectAddress(people=[BABY], places=[], review=TODAY), {}
    yield people_forms.EndRelationship(pack=pack, holder="", today=TODAY), {"ended_as": "relationship_ended"}
    yield people_forms.NoteAdultSupport(adults=[BABY], pack=pack), {"need": "adult_need", "state": "adult_support"}
    yield people_forms.ChangeAdultSupport(pack=pack), {"state": "adult_support"}
    yield people_forms.NoteLivedThrough(pack=pack), {"answer": "lived_through", "whose": "lived_whose"}
    yield people_forms.NoteAdaptation(), {}
    yield people_forms.CheckRights(pack=pack), {"articles": "uncrc_article"}
    yield people_forms.RecordRestriction(pack=pack), {"kind": "restriction_on_child"}
    yield people_forms.EndRestriction(), {}
    yield people_forms.GiveLeaflet(), {}
    yield people_forms.AskToEnd(protections=[AddressProtection(person=BABY)]), {}
    yield people_forms.AnswerEnding(may_agree=True), {}
    told = {"reason": "not_safe_to_tell"}
    yield people_forms.NotSafe(known=[BABY], pack=pack, decider="Grace", review=TODAY), told
    yield people_forms.SafeAgain(), {}
    yield from known_forms_of(pack)
    yield from family_forms_of(pack)
    yield from map_forms_of(pack)
    for written in (voice_forms.WriteWords, voice_forms.PutWordsRight):
        yield written(pack=pack), {"sort": "words_kind", "way": "way_of_speaking"}
    yield voice_forms.AnswerWish(pack=pack), {"outcome": "answer_outcome", "reaction": "answer_reaction"}
    yield voice_forms.TellChild(pack=pack), {"reaction": "answer_reaction"}
    yield story_forms.Meant(called="Ada", pack=pack), {"significance": "significance"}
    yield story_forms.TellAsAgency(pack=pack), {"lens": "lens"}
    yield story_forms.Narrowed(people=[], agencies=[], pack=pack), {}
    yield (
        story_forms.TellHistory(called="Ada", pack=pack, agencies=[]),
        {"significance": "significance", "lens": "lens"},
    )
    reasons = pack.choices("worker_change_reason")
    yield page_forms.Allocate(workers=[(1, "Aisha")], reasons=reasons), {"reason_ended": "worker_change_reason"}
    yield from visit_forms_of(pack)
    yield from front_forms_of(pack)
    yield from decision_forms_of(pack)
    for copy in (sharing_forms.ReleaseCopy, sharing_forms.ReleasePicture):
        yield copy(people=[("1", "Ada")]), {}
        yield copy(people=[("1", "Ada")], items=pack.choices("share_item")), {"items": "share_item"}
    yield sharing_forms.GiveAppointment(people=[BABY]), {}
    yield sharing_forms.SayClear(), {}
    yield sharing_forms.WriteWhatWasSaid(), {}
    yield sharing_forms.GoThrough(pack=pack), {"clear_now": "clear_now"}
    yield from plan_forms_of(pack)
    yield from protection_forms_of(pack)
    yield from around_forms_of(pack)
    yield from care_forms_of(pack)
    yield from feedback_forms_of(pack)


def feedback_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    how, show = {"how": "complaint_how"}, {"may_show": "thanks_publish"}
    yield feedback_forms.TakeComplaint(pack=pack, staff=[]), {**how, "whose": "complaint_from"}
    yield feedback_forms.OfferAdvocate(pack=pack), {"advocate": "complaint_advocate"}
    yield feedback_forms.ChooseRoute(pack=pack), {"route": "complaint_route"}
    yield feedback_forms.AnswerComplaint(pack=pack), {"outcome": "complaint_outcome"}
    yield feedback_forms.WriteThanks(pack=pack, staff=[], teams=[]), {**how, **show}
    yield feedback_forms.SayThanks(pack=pack, staff=[]), show
    yield feedback_forms.MayShow(pack=pack), show


# What kind of answer each of the three gave who were asked what difference we make.
SORTED = {f"difference_said_{whose}": "difference_said" for whose in ("child", "family", "others")}


def protection_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    """Every kind of meeting, with somebody whose role nobody has said; an enquiry; the end of a plan."""
    part = {"role": "meeting_role", "attended": "attended"}
    more = {"how": "took_part_how", "prepared_with": "prepared_with", "spoke": "spoke"}
    childs = {"child_part": "child_took_part", "child_prepared_with": "prepared_with", "category": "category_of_abuse"}
    asks = {
        "strategy": (part, {"outcome": "strategy_outcome", "enquiry_how": "enquiry_how"}),
        "core_group": ({**part, "spoke": "spoke"}, {}),
        "conference": ({**part, **more}, {"outcome": "conference_outcome", **childs}),
        "transfer_in": ({**part, **more}, {"outcome": "conference_outcome", **childs}),
        "review": ({**part, **more}, {"outcome": "review_outcome", **childs}),
    }
    for kind, (of_people, of_child) in asks.items():
        people = {f"p0_{name}": key for name, key in of_people.items()}
        form = front_forms.RecordMeeting(pack=pack, kind=kind, name="Ada", people=[front_forms.Somebody()])
        yield form, {"how": "meeting_how", **people, **of_child}
    planned = {"p0_role": "meeting_role", "p0_how": "took_part_how", "p0_prepared_with": "prepared_with"}
    yield front_forms.PlanMeeting(pack=pack, kind="review", people=[front_forms.Somebody()]), planned
    yield front_forms.ReadyForm(pack=pack), {"ready": "conference_ready"}
    yield front_forms.FinishMeeting(wanted={"too_few_because"}), {}
    yield front_forms.WriteEnquiry(pack=pack), {"how": "enquiry_how", "alone": "alone"}
    yield front_forms.ConcludeEnquiry(pack=pack), {"outcome": "enquiry_outcome"}
    yield front_forms.TellOfEnquiry(), {}
    yield front_forms.EndProtectionPlan(pack=pack, now="child_protection"), {"reason": "protection_end"}


def plan_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    yield plan_forms.BeginPlan(pack=pack), {"kind": "plan_kind"}
    outcome = {"need_of": "need_of", "whose_change": "whose_change", "five_outcomes": "five_outcomes"}
    outcome |= {"no_words": "no_own_words"}
    yield plan_forms.WriteOutcome(pack=pack), outcome
    step = {"owner_kind": "step_owner", "lane": "step_lane"}
    yield plan_forms.WriteStep(pack=pack, owners={}, outcomes={}, siblings={}), step
    yield plan_forms.ReportStep(pack=pack), {"state": "step_state"}
    asked = {"p0_whose": "whose_view", "p0_how": "took_part_how", "p0_answer": "invited_answer"}
    yield plan_forms.ReadyForReview(pack=pack, invited=[], people=[]), {"ready": "conference_ready", **asked}
    yield plan_forms.ConfirmPlan(pack=pack), {"whose": "whose_view", "view": "plan_view"}
    part = {"how": "took_part_how", "prepared_with": "prepared_with", "attended": "attended"}
    people = [plan_forms.Someone("Ada", "child")]
    yield (
        plan_forms.WriteReview(pack=pack, name="Ada", outcomes=[Outcome(pk=1)], people=people),
        {
            "o1_now": "outcome_now",
            "o1_whose": "whose_view",
            "p0_spoke": "child_took_part",
            **{f"p{place}_{name}": key for place in (0, 1) for name, key in part.items()},
            "p1_whose": "whose_view",
            "p1_spoke": "spoke",
        },
    )
    finish = {name: name for name in ("after_no_change", "understanding")}
    yield plan_forms.FinishReview(pack=pack, wanted={"after_no_change"}), {**finish, **SORTED}
    yield plan_forms.AnswerNeed(pack=pack), {"lacks": "no_service", "kind": "help_wanted"}
    yield plan_forms.PutIdea(pack=pack), {"whose": "whose_view"}
    yield plan_forms.AnswerIdea(pack=pack), {"answer": "idea_answer"}
    for plain in (plan_forms.ChangePlan, plan_forms.EndIt, plan_forms.SayCelebration, plan_forms.AcceptStep):
        yield plain(), {}
    yield plan_forms.AgreePlan(wanted=set()), {}


def decision_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    at, today = f"agree_{BABY.pk}", NOW.date()
    written = {"kind": "decision_kind", at: "agreement_answer", f"{at}_exception": "agreement_exception"}
    yield decision_forms.WriteDecision(pack=pack, holders=[BABY]), written
    yield decision_forms.ReadDecision(), {}
    yield decision_forms.AskForSignOff(readers=[]), {}
    yield decision_forms.ReadPlan(), {}
    yield decision_forms.SendBack(), {}
    yield decision_forms.ChallengeDecision(), {}
    yield decision_forms.ChallengeHere(), {}
    yield decision_forms.AnswerChallenge(pack=pack), {"outcome": "challenge_outcome"}
    yield decision_forms.LookAgain(pack=pack), {"answer": "revisit_answer"}
    yield decision_forms.NoteBreach(), {}
    yield decision_forms.TellDecision(), {}
    document = pack.threshold_document(today)
    yield front_forms.AskForLevel(pack=pack, document=document, now="child_in_need"), {}
    yield front_forms.CloseWork(pack=pack), {"reason": "closure_reason", "together": "ended_together", **SORTED}


def front_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    told = {"source": "referral_source", "family_told": "contact_family_told"}
    yield front_forms.AboutContact(pack=pack), {**told, "how": "contact_how"}
    yield front_forms.AboutContact(pack=pack, partner=True), told
    yield front_forms.ToldChild(pack=pack), {"own_words_sort": "words_kind", "not_asked_because": "child_not_asked"}
    yield front_forms.TellUs(pack=pack), {"source": "who_tells", "family_told": "contact_family_told"}
    yield front_forms.MatchChild(found=[("KX7D-2RWH", "Ada")], pack=pack, may_begin=True), {"sex": "sex"}
    document = pack.threshold_document(TODAY)
    decided = {"outcome": "contact_outcome", "family_told": "decision_told", "need": document.needs or ""}
    child = ContactChild(place=1)
    yield front_forms.DecideChild(child=child, pack=pack, document=document, tells_back=True), decided
    yield front_forms.AskAgencies(agencies=[("1", "Health")]), {}
    yield front_forms.AnswerRequest(pack=pack, here=True), {"answer": "agency_answer"}
    yield front_forms.SignPicture(pack=pack), {"view": "picture_view"}
    yield front_forms.TellBack(), {}


def known_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    about_me = {"part": "about_me_part", "said_by": "about_me_said_by"}
    yield people_forms.SayAboutMe(pack=pack), about_me
    risk = {"kind": "person_risk", "certainty": "risk_certainty"}
    yield people_forms.NoteRisk(pack=pack, review=TODAY), risk
    yield people_forms.LookAgain(), {}
    met = {"way": "contact_way", "basis": "contact_basis"}
    yield people_forms.ArrangeContact(called="Ada", pack=pack, today=TODAY), met
    yield TakeUpExposure(pack=pack), {"action": "exposure_action"}
    yield AnswerAnother(pack=pack), {"outcome": "answer_outcome"}
    growing = assessment_forms.MarkGrowing(pack=pack)
    yield growing, {area: "development_mark" for area, _ in growing.areas}
    yield assessment_forms.RateWellbeing(pack=pack), {"view": "rated_by"}
    yield from assessing_forms_of(pack)


def assessing_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    part = "assessment_domain"
    known = {"concern": "concern_level", "trend": "domain_trend", "outcomes": "five_outcomes"}
    yield assessment_forms.NoteDomain(pack=pack), known
    yield assessment_forms.NoteEffect(pack=pack), {"because_of": part, "on_domain": part}
    yield assessment_forms.RateSafety(pack=pack, people=[BABY]), {"view": "scale_view"}
    given = {"kind": "contribution_kind", "domain": part}
    yield assessment_forms.HearContributor(pack=pack, voices=[]), given
    yield assessment_forms.SayWhatBecame(pack=pack), {"use": "contribution_use"}
    yield assessment_forms.GiveAsAgency(pack=pack), given
    resting = {"source": "evidence_source", "claim": "evidence_claim"}
    yield assessment_forms.AddEvidence(pack=pack, given=[]), resting
    yield assessment_forms.NameFactors(pack=pack), {"factors": "assessment_factor"}


def family_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    yield people_forms.ShowTree(), {}
    for way in WAYS:
        added = people_forms.AddToFamily(of=BABY, way=way, pack=pack, partners=[BABY])
        yield added, {"sex": "sex", "ended_as": "relationship_ended"}
    yield people_forms.NoteGettingOn(people=[], pack=pack), {"quality": "getting_on"}
    yield people_forms.RecordAsking(pack=pack), {"topic": "asking_topic", "outcome": "asking_outcome"}
    yield people_forms.ConfirmTree(pack=pack), {"family_asked": "family_asked"}


def map_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    yield people_forms.ShowMap(), {}
    placed = {"kind": "map_kind", "ring": "map_ring", "line": "map_line", "flow": "map_flow"}
    yield people_forms.PutOnMap(people=[], pack=pack), placed
    yield people_forms.TakeOffMap(), {}
    yield people_forms.RecordOffer(people=[], pack=pack), {"role": "offer_role"}
    yield people_forms.ChangeOffer(), {}
    yield people_forms.SayWhyService(), {}


def visit_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    yield SharedForm(pack=pack, now=NOW, who=[("Nan", "Nan")]), {"mode": "visit_mode"}
    child = {"alone": "alone", "bedroom": "bedroom", "not_seen_because": "not_seen_reasons"}
    said = {f"sort_{n}": "words_kind" for n in (1, 2, 3)} | {f"way_{n}": "way_of_speaking" for n in (1, 2, 3)}
    day = {f"day_topic_{n}": "day_topic" for n in DAY_SLOTS} | {f"day_known_{n}": "how_known" for n in DAY_SLOTS}
    yield ChildForm(child=BABY, today=TODAY, pack=pack), {**child, **said, **day}
    yield TogetherForm(children=[BABY]), {}
    yield PlanForm(children=[BABY], pack=pack), {"mode": "visit_mode"}
    moved = {"told_how": "told_how", "not_safe_because": "not_safe_to_tell", "moved_by": "visit_moved_by"}
    planned = PlannedVisit(person=BABY, planned_for=NOW)
    for changed in (MoveForm, CallOffForm):
        yield changed(planned=planned, together=[], today=TODAY, pack=pack), moved
    for what in [*FILLS, "daily_life"]:
        gap = ToComplete(person=BABY, what=what, line=ChildLine(person=BABY))
        yield GapForm(gap=gap, pack=pack), {"choice": GAP[what]} if what in GAP else {}
    yield EndPromiseForm(today=TODAY), {}
    yield visit_forms.SayAsFamily(), {}
    yield visit_forms.NoteFamilyPromise(family=[BABY]), {}
    yield visit_forms.EndFamilyPromise(today=TODAY), {}


# Answers that are no codes of a pack: people, addresses, yes or no, and lists of our own spelled once above.
NOT_CODES = {
    *("who", "match", "where", "people", "there", "too", "seen", "told", "told_before", "safe", "decides"),
    *("still", "agency", "person", "second", "recipient", "voice", "contribution"),
    *("checked_back", "pictures", "would_not_say", "agreed", "lead"),
    *("staff", "staff_too", "team"),
}
OWN = {
    *AROUND_OWN,
    *CARE_OWN,
    *{("GiveContactPoint", "kind"), ("EndPromiseForm", "outcome"), ("AddRelationship", "kind")},
    *{("Narrowed", "significance"), ("AddToFamily", "kind"), ("NoteGettingOn", "one"), ("NoteGettingOn", "other")},
    *{("NoteAdultSupport", "other"), ("WriteStep", "help_used")},
    *{
        ("WriteDecision", "shaped_by"),
        ("WriteDecision", "changed_mind"),
        ("WriteDecision", "evidence"),
        ("WriteDecision", "line_1_alerted"),
        ("WriteDecision", "line_2_alerted"),
    },
    *{
        ("SayClear", "said"),
        ("WriteWhatWasSaid", "clear"),
        ("ReadDecision", "answer"),
        ("AskForSignOff", "asked_id"),
        ("ReadPlan", "answer"),
        ("AnswerNeed", "met"),
        ("TellDecision", "audience"),
        ("AskForLevel", "indicators"),
    },
    *{("AskForLevel", "level"), ("AskForLevel", "threshold"), ("EndProtectionPlan", "level")},
    *{("ShowTree", "view"), ("ShowTree", "paper"), ("ReleasePicture", "paper")},
    *{("AboutContact", "danger"), ("AboutContact", "in_confidence"), ("AskAgencies", "agencies")},
    *{("DecideChild", "level"), ("DecideChild", "begins_as"), *(("DecideChild", f"signs_{n}") for n in "1234")},
    *{("ShowMap", "whose"), ("PutOnMap", "whose"), ("ChangeOffer", "outcome")},
    ("HearContributor", "how"),
    *{("SayAsFamily", "what"), ("NoteFamilyPromise", "what"), ("EndFamilyPromise", "outcome")},
}
LEFT_OUT = {
    ("TellAsAgency", "lens"): set(WHERE_IT_COMES_FROM),
    ("TellHistory", "lens"): set(WHERE_IT_COMES_FROM),
    ("MoveHome", "kind"): {"none"},
    ("MoveForm", "told_how"): {"not_told"},
    ("CallOffForm", "told_how"): {"not_told"},
    ("DescribePerson", "ethnicity"): {"NOBT"},
    ("RecordRestriction", "kind"): {"contact", "address"},
}


@each_pack
def test_every_question_offers_the_codes_of_its_list_and_no_others(pack):
    for form, lists in every_form(pack):
        name = type(form).__name__
        for question, field in form.fields.items():
            if not isinstance(field, forms.ChoiceField):
                continue
            key = lists.get(question)
            if key is None:
                assert question in NOT_CODES or (name, question) in OWN, f"{name}.{question}: which list is it?"
                continue
            offered = [choice for choice in field.choices if choice[0]]
            left_out = LEFT_OUT.get((name, question), set())
            assert offered == [c for c in pack.choices(key) if c[0] not in left_out], f"{name}.{question}"


@each_pack
def test_what_one_may_be_to_another_is_offered_as_the_pack_has_it(pack):
    form = people_forms.AddRelationship(called="Ada", pack=pack)
    offered = {code for code, _ in form.fields["kind"].choices if code}
    assert offered == set(pack.relationships) - set(people_rules.families.WORKED_OUT)


@each_pack
@pytest.mark.parametrize("way", WAYS)
def test_whoever_is_added_to_a_tree_is_something_the_pack_has(pack, way):
    form = people_forms.AddToFamily(of=BABY, way=way, pack=pack)
    offered = {code for code, _ in form.fields["kind"].choices if code}
    assert offered, way
    assert offered <= set(pack.relationships) - set(people_rules.families.WORKED_OUT)
    assert offered == set(KINDS_OF.get(way, offered)), way


def test_every_form_of_a_room_is_looked_at_here():
    looked_at = {type(form) for form, _ in every_form(ALL[0])}
    rooms = (people_forms, voice_forms, decision_forms, story_forms, visit_forms, sharing_forms, page_forms)
    without_codes = {
        "ChangeAsFamily",
        "ChooseForCourt",
        "LeaveOut",
        "MakeBooklet",
        "MakeCourtCopy",
        "Nothing",
        "OfferWalkThrough",
        "Period",
        "PutRight",
        "Reaction",
        "SameEvent",
        "TellRecalled",
        "CorrectWords",
        "EndPortrait",
        "KeepPortrait",
        "Reviewed",
        "TakeBack",
        "WhoForm",
    }
    for room in rooms:
        for name, form in inspect.getmembers(room, inspect.isclass):
            mine = issubclass(form, forms.Form) and form is not forms.Form
            if mine and form not in looked_at and name not in without_codes and room is not page_forms:
                raise AssertionError(f"{room.__name__}.{name} asks something: place it above")


def test_lists_that_are_our_own_are_spelled_alike_where_they_are_written_twice():
    assert tuple(code for code, _ in visit_forms.OUTCOMES) == visit_rules.OUTCOMES
    assert {code for code, _ in MoveForm.base_fields["told_before"].choices} == set(TOLD_BEFORE)
    assert page_forms.SayLine.base_fields["kind"].choices == SITUATION_KINDS
    whose = MapPlace._meta.get_field("whose").choices
    for form in (people_forms.ShowMap, people_forms.PutOnMap):
        assert {code for code, _ in form.base_fields["whose"].choices} == {code for code, _ in whose}
    asked_for = {*visit_forms.finishing._ASKS}
    assert asked_for == {*FILLS, "daily_life"}
    longest = ToComplete._meta.get_field("what").max_length
    assert max(map(len, asked_for)) <= longest
