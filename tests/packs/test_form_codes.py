"""One spelling everywhere: what each form of a room offers is the pack's list, whole, and nothing else."""

import inspect
from collections.abc import Iterator

import pytest
from django import forms

from kith import packs
from kith.decisions import forms as decision_forms
from kith.pages.staff import forms as page_forms
from kith.people import forms as people_forms
from kith.people import rules as people_rules
from kith.people.forms.tree import KINDS_OF
from kith.people.models import MapPlace
from kith.people.queries import SITUATION_KINDS
from kith.sharing import forms as sharing_forms
from kith.story import forms as story_forms
from kith.story.forms.telling import WHERE_IT_COMES_FROM
from kith.visits import forms as visit_forms
from kith.visits import rules as visit_rules
from kith.visits.acts.arranging import TOLD_BEFORE
from kith.visits.acts.completing import FILLS
from kith.visits.forms import MoveForm
from kith.visits.models import ToComplete
from kith.voice import forms as voice_forms
from tests.packs.forms_around import AROUND_OWN, around_forms_of
from tests.packs.forms_of_assessing import known_forms_of
from tests.packs.forms_of_care import CARE_OWN, care_forms_of
from tests.packs.forms_of_decisions import decision_forms_of
from tests.packs.forms_of_feedback import feedback_forms_of
from tests.packs.forms_of_involvement import front_forms_of, protection_forms_of
from tests.packs.forms_of_people import BABY, WAYS, family_forms_of, map_forms_of, people_forms_of
from tests.packs.forms_of_plans import plan_forms_of
from tests.packs.forms_of_visits import visit_forms_of
from tests.packs.shipped import ALL, each_pack


def every_form(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    """Each form of a room, and the list each of its questions is answered from."""
    yield from people_forms_of(pack)
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
                raise AssertionError(
                    f"{room.__name__}.{name} asks something: place it in a forms_of module of its room"
                )


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
