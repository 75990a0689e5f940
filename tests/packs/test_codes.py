"""One spelling everywhere: the codes a pack lists, the columns that hold them, constraints, rules and forms."""

import inspect
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db.models import Q

from kith import packs
from kith.assessment import forms as assessment_forms
from kith.calendar import PartDate
from kith.involvement.forms import TakeUpExposure
from kith.pages.staff import forms as page_forms
from kith.pages.staff.quoting import label
from kith.people import forms as people_forms
from kith.people import rules as people_rules
from kith.people.models import AddressProtection, Person
from kith.people.queries import SITUATION_KINDS
from kith.sharing import forms as sharing_forms
from kith.story import forms as story_forms
from kith.story.forms.telling import WHERE_IT_COMES_FROM
from kith.story.models import SIGNIFICANCE
from kith.story.rules import lenses as lens_rules
from kith.visits import forms as visit_forms
from kith.visits import rules as visit_rules
from kith.visits.acts.arranging import TOLD_BEFORE
from kith.visits.acts.completing import FILLS
from kith.visits.forms.arranging import MoveForm, PlanForm
from kith.visits.forms.child import ChildForm
from kith.visits.forms.finishing import EndPromiseForm, GapForm
from kith.visits.forms.sheet import SharedForm
from kith.visits.models import ChildLine, PlannedVisit, ToComplete
from kith.voice import forms as voice_forms
from kith.voice import rules as voice_rules
from tests.cast import NOW, TODAY

ALL = [packs.pack_for(name, TODAY) for name in ("england-2026", "jersey-2024", "scotland-2023")]
each_pack = pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.version)

# Where each list is kept.
HELD = {
    "about_me_part": ["people.AboutMe.part"],
    "about_me_said_by": ["people.AboutMe.said_by"],
    "address_kind": ["people.Residence.kind"],
    "agency_kind": ["directory.Agency.kind"],
    "alone": ["visits.ChildLine.alone"],
    "answer_outcome": ["voice.Answer.outcome"],
    "answer_reaction": ["voice.Answer.reaction"],
    "assessment_factor": ["assessment.Assessment.factors"],
    "bedroom": ["visits.ChildLine.bedroom"],
    "category_of_abuse": ["involvement.ProtectionPlan.first_category", "involvement.ProtectionPlan.latest_category"],
    "closure_reason": ["involvement.Spell.closure_reason"],
    "contact_basis": ["people.ContactArrangement.basis"],
    "contact_way": ["people.ContactArrangement.way"],
    "development_area": ["assessment.StageMark.area"],
    "development_mark": ["assessment.StageMark.mark"],
    "disability": ["people.Person.disabilities"],
    "ethnicity": ["people.Person.ethnicity"],
    "exposure_action": ["involvement.Exposure.action"],
    "identifier_kind": ["people.Identifier.kind"],
    "language": ["people.Language.code"],
    "lens": ["story.Entry.lens", "story.History.lens"],
    "name_kind": ["people.PersonName.kind"],
    "not_safe_to_tell": ["visits.PlannedVisit.not_safe_because"],
    "not_seen_reasons": ["visits.ChildLine.not_seen_because"],
    "person_risk": ["people.RiskFlag.kind"],
    "pr_acquired": ["people.ParentalResponsibility.acquired"],
    "primary_need": ["involvement.Spell.primary_need"],
    "rated_by": ["assessment.Wellbeing.view"],
    "referral_source": ["involvement.Spell.source"],
    "relationship_ended": ["people.Relationship.ended_as"],
    "religion": ["people.Person.religion"],
    "restriction": ["directory.Restriction.level"],
    "risk_certainty": ["people.RiskFlag.certainty"],
    "sex": ["people.Person.sex"],
    "significance": ["story.Entry.significance"],
    "told_how": ["visits.PlannedVisit.told_how"],
    "upn_unknown": ["people.Identifier.value"],
    "visit_mode": ["visits.Visit.mode", "visits.ChildLine.mode", "visits.PlannedVisit.mode"],
    "visit_moved_by": ["visits.PlannedVisit.moved_by"],
    "way_of_speaking": ["voice.Words.way"],
    "wellbeing_indicator": ["assessment.Wellbeing.indicator"],
    "words_kind": ["voice.Words.sort"],
    "worker_change_reason": ["involvement.LeadWorker.reason_ended"],
}
# Listed, and kept in no column of their own yet: words for a gender, for what was asked, and lists later work will use.
NOT_HELD = {
    *("asked", "break_glass_because", "communication", "conflict", "gender", "harm", "interpreter"),
    *("island_outcome", "kind_of_need", "look_because", "mark", "visit_kind"),
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
                if lookup.split("__")[0] == field.name and not lookup.endswith("isnull"):
                    said = {value} if isinstance(value, str) else set(value)
                    assert said - {""} <= codes_of(pack, key), f"{constraint.name}: {said}"
                    named |= said
    assert {"home", "known_as", "nhs", "agreed"} <= named, "the constraints were read"


# -- rules


@each_pack
def test_the_rules_know_the_codes_as_the_pack_flags_them(pack):
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
    assert set(visit_rules._LISTS.values()) <= set(pack.code_lists)


PEOPLE = [Person(), Person(religion="none"), Person(would_not_say=["religion"])]


def test_lists_that_are_our_own_are_spelled_alike_where_they_are_written_twice():
    assert tuple(code for code, _ in visit_forms.OUTCOMES) == visit_rules.OUTCOMES
    assert {code for code, _ in MoveForm.base_fields["told_before"].choices} == set(TOLD_BEFORE)
    assert page_forms.SayLine.base_fields["kind"].choices == SITUATION_KINDS
    asked_for = {*visit_forms.finishing._ASKS}
    assert asked_for == {*FILLS, "daily_life"}
    longest = ToComplete._meta.get_field("what").max_length
    assert max(map(len, asked_for)) <= longest


# -- forms

BABY = Person(ref="KX7D-2RWH", called="Ada Quay", born_on=date(2026, 1, 1))
GAP = {"alone": "alone", "not_seen_reason": "not_seen_reasons"}


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
    yield people_forms.AskToEnd(protections=[AddressProtection(person=BABY)]), {}
    yield people_forms.AnswerEnding(may_agree=True), {}
    yield from known_forms_of(pack)
    yield voice_forms.WriteWords(pack=pack), {"sort": "words_kind", "way": "way_of_speaking"}
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


def known_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    about_me = {"part": "about_me_part", "said_by": "about_me_said_by"}
    yield people_forms.SayAboutMe(pack=pack), about_me
    risk = {"kind": "person_risk", "certainty": "risk_certainty"}
    yield people_forms.NoteRisk(pack=pack, review=TODAY), risk
    yield people_forms.LookAgain(), {}
    met = {"way": "contact_way", "basis": "contact_basis"}
    yield people_forms.ArrangeContact(called="Ada", pack=pack, today=TODAY), met
    yield TakeUpExposure(pack=pack), {"action": "exposure_action"}
    growing = assessment_forms.MarkGrowing(pack=pack)
    yield growing, {area: "development_mark" for area, _ in growing.areas}
    yield assessment_forms.RateWellbeing(pack=pack), {"view": "rated_by"}


def visit_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    yield SharedForm(pack=pack, now=NOW, who=[("Nan", "Nan")]), {"mode": "visit_mode"}
    child = {"alone": "alone", "bedroom": "bedroom", "not_seen_because": "not_seen_reasons"}
    said = {f"sort_{n}": "words_kind" for n in (1, 2, 3)} | {f"way_{n}": "way_of_speaking" for n in (1, 2, 3)}
    yield ChildForm(child=BABY, today=TODAY, pack=pack), {**child, **said}
    yield PlanForm(children=[BABY], pack=pack), {"mode": "visit_mode"}
    moved = {"told_how": "told_how", "not_safe_because": "not_safe_to_tell", "moved_by": "visit_moved_by"}
    planned = PlannedVisit(person=BABY, planned_for=NOW)
    yield MoveForm(planned=planned, together=[], today=TODAY, pack=pack), moved
    for what in [*FILLS, "daily_life"]:
        gap = ToComplete(person=BABY, what=what, line=ChildLine(person=BABY))
        yield GapForm(gap=gap, pack=pack), {"choice": GAP[what]} if what in GAP else {}
    yield EndPromiseForm(today=TODAY), {}


# Answers that are no codes of a pack: people, addresses, yes or no, and lists of our own spelled once above.
NOT_CODES = {
    *("who", "match", "where", "people", "there", "too", "seen", "told", "told_before", "safe", "decides"),
    *("still", "agency"),
    *("checked_back", "would_not_say", "agreed", "lead"),
}
OWN = {
    *{("GiveContactPoint", "kind"), ("EndPromiseForm", "outcome"), ("AddRelationship", "kind")},
    ("Narrowed", "significance"),
}
LEFT_OUT = {
    ("TellAsAgency", "lens"): set(WHERE_IT_COMES_FROM),
    ("TellHistory", "lens"): set(WHERE_IT_COMES_FROM),
    ("MoveHome", "kind"): {"none"},
    ("MoveForm", "told_how"): {"not_told"},
    ("DescribePerson", "ethnicity"): {"NOBT"},
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


def test_every_form_of_a_room_is_looked_at_here():
    looked_at = {type(form) for form, _ in every_form(ALL[0])}
    rooms = (people_forms, voice_forms, story_forms, visit_forms, sharing_forms, page_forms)
    without_codes = {
        "ChooseForCourt",
        "LeaveOut",
        "MakeBooklet",
        "MakeCourtCopy",
        "Nothing",
        "Period",
        "PutRight",
        "Reaction",
        "SameEvent",
        "CorrectWords",
        "Reviewed",
        "WhoForm",
        "ReleaseCopy",
    }
    for room in rooms:
        for name, form in inspect.getmembers(room, inspect.isclass):
            mine = issubclass(form, forms.Form) and form is not forms.Form
            if mine and form not in looked_at and name not in without_codes and room is not page_forms:
                raise AssertionError(f"{room.__name__}.{name} asks something: place it above")


# -- what comes with a file


@each_pack
def test_what_only_a_file_brings_is_read_and_never_asked(pack):
    assert "upn_unknown" not in dict(pack.choices("identifier_kind"))
    assert label(pack, "identifier_kind", "upn_unknown") == "Why there is no unique pupil number"
    assert label(pack, "upn_unknown", "UN1") != "UN1"


def test_a_part_date_has_the_precisions_its_columns_hold():
    precisions = {code for code, _ in Person._meta.get_field("born_precision").choices}
    assert {PartDate(TODAY, precision).precision for precision in precisions} == precisions
