"""Deciding what becomes of a contact: a decision for each child, with its level and reasons, and what is told to others
(E1, S3-17, S3-18, S0-08, S2-24). Facts always record: only deciding is refused, and nothing of the contact is lost.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith import packs
from kith.access import acting_as
from kith.decisions.models import Decision
from kith.directory.models import Notice
from kith.involvement.acts import decide_contact, tell_back
from kith.involvement.models import Contact, ContactLine, ContactReply, Spell
from kith.involvement.rules import lacking
from kith.packs import ThresholdDocument
from kith.people.acts import begin_record
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.standards.clocks.queries import clocks_of
from kith.voice.models import Wish, Words
from tests.cast import NOW, TODAY
from tests.involvement.reaching import LEO, MAYA, NIA, child_of, decide, found, told, whole
from tests.visits.going import seal, the_log_will_not_be_written

PACK = packs.pack_for("england", TODAY)
JERSEY = packs.pack_for("jersey", TODAY)


@pytest.fixture
def contact(cast):
    """Marsha told duty of Maya, whose record is known, and of Nia, of whom nobody here had heard."""
    made = told(cast, MAYA, NIA)
    found(cast, made, 1, cast.maya)
    return made


def test_brothers_and_sisters_are_decided_about_in_one_go_each_with_their_own_level_and_reasons(cast, contact):
    maya = whole(child_of(contact), "existing_work")
    nia = whole(child_of(contact, 2), "advice", level="1", indicators=("1-cared-for",), why_not_below="")
    lines = decide(cast, contact, maya, nia, about=[cast.maya])
    assert [(line.outcome, line.level, line.thresholds) for line in lines] == [
        ("existing_work", "3", "england-2026-1"),
        ("advice", "1", "england-2026-1"),
    ]
    assert lines[0].reasons != lines[1].reasons
    assert lines[0].spell == Spell.objects.get(person=cast.maya)  # the work that is open: no second thread
    assert lines[1].spell is None
    assert Contact.objects.get().decided_at == NOW
    with acting_as(cast.aisha):
        (act,) = Act.objects.filter(name="decide_contact")
        assert act.said == "Theo Rowe decided what becomes of a contact about Maya Okafor-Nowak."
        assert act.occasion.acts.count() == 1
    assert Notice.objects.filter(account_id=cast.aisha.account_id, kind="contact").count() == 2  # found, and decided


def test_it_stands_on_the_childs_own_record_as_a_decision_to_be_looked_at_again(cast, contact):
    maya = whole(child_of(contact), "existing_work", bottom_lines="Never alone with Gary", no_bottom_lines_because="")
    (line,) = decide(cast, contact, maya, about=[cast.maya])
    made = Decision.objects.get(person=cast.maya)
    assert line.decision == made
    assert (made.kind, made.state, made.reasons) == ("contact", "agreed", maya.reasons)
    assert made.review_by_on == TODAY + timedelta(days=28)
    assert [option.what for option in made.considered.order_by("pk")][1:] == [
        "Level 4: protection",
        "Level 2: early help",
    ]
    assert [line.statement for line in made.bottom_lines.all()] == ["Never alone with Gary"]


def test_deciding_to_begin_opens_the_work_in_the_same_occasion(cast, contact):
    with acting_as(cast.system):
        nia = begin_record(by=cast.system, given="Nia", family="Bello")
    found(cast, contact, 2, nia)
    (line,) = decide(cast, contact, whole(child_of(contact, 2)), about=[cast.maya, nia])
    spell = Spell.objects.get(person=nia)
    assert (spell.level, spell.source, spell.started_on) == ("family_help", "2A", TODAY)
    assert line.spell == spell
    assert spell.act.occasion == line.decision.act.occasion
    assert Contact.objects.get().decided_at is None  # Maya is not decided about yet
    (line,) = decide(cast, contact, whole(child_of(contact), reasons="Maya too is hungry."), about=[cast.maya, nia])
    assert Contact.objects.get().decided_at == NOW


def test_e1_e3_work_counts_from_the_day_we_were_told_and_its_first_clock_ends_with_the_decision(cast):
    contact = told(cast, NIA)
    with acting_as(cast.system):
        nia = begin_record(by=cast.system, given="Nia", family="Bello")
    found(cast, contact, 1, nia)
    later = replace(cast.theo, now=NOW + timedelta(days=2))
    with acting_as(later):
        decide_contact(by=later, about=[nia], contact=contact, decided=[whole(child_of(contact))])
        assert Spell.objects.get(person=nia).started_on == TODAY
        (line,) = (one for one in clocks_of(nia, later) if one.runs.limit == "referral-decision")
        assert (line.clock.began, line.clock.ended, line.clock.state) == (TODAY, later.today, "late")


def test_the_level_of_help_may_be_chosen_among_those_the_level_of_need_begins_as(cast, contact):
    with acting_as(cast.system):
        nia = begin_record(by=cast.system, given="Nia", family="Bello")
    found(cast, contact, 2, nia)
    with pytest.raises(Refused, match="does not begin so"):
        decide(cast, contact, whole(child_of(contact, 2), begins_as="early_help"), about=[nia])
    decide(cast, contact, whole(child_of(contact, 2), begins_as="child_in_need"), about=[nia])
    assert Spell.objects.get(person=nia).level == "child_in_need"


LACKING = [
    ("s3_17", {"reasons": " "}, "reasons"),
    ("s3_17", {"reasons": "n/a"}, "reasons"),
    ("s3_17", {"child_view": ""}, "child_view"),
    ("s3_17", {"bottom_lines": "", "no_bottom_lines_because": "."}, "bottom_lines"),
    ("n20", {"would_change": ""}, "would_change"),
    ("s3_18", {"level": "", "indicators": ()}, "level"),
    ("s3_18", {"why_not_above": ""}, "why_not_above"),
    ("s3_18", {"why_not_below": "-"}, "why_not_below"),
    ("s3_18", {"indicators": ("1-growing",)}, "indicators"),
    ("s3_18", {"indicators": ("3-alone", "9-nothing")}, "indicators"),
    ("s0_08", {"outcome": "no_further_action", "offered": ""}, "offered"),
    ("s0_08", {"outcome": "advice", "offered": "none", "not_offered_because": "n/a"}, "offered"),
    ("e1", {"family_told": ""}, "family_told"),
    ("e1", {"family_told": "not_safe", "family_told_words": ""}, "family_told_words"),
    ("j2", {"released": ""}, "released"),
    ("", {"outcome": ""}, "outcome"),
    ("", {"outcome": "a lot"}, "outcome"),
]


@pytest.mark.parametrize(("code", "lacks", "field"), LACKING, ids=[f"{code}-{field}" for code, _, field in LACKING])
def test_s3_17_s3_18_s0_08_a_decision_that_lacks_something_is_refused_at_that_childs_question(
    cast, contact, code, lacks, field
):
    lacking = replace(whole(child_of(contact)), **{"outcome": "existing_work", **lacks})
    with pytest.raises(Refused) as refusal:
        decide(cast, contact, lacking, about=[cast.maya])
    assert refusal.value.field == f"1-{field}"
    assert str(refusal.value).startswith("Maya Okafor-Nowak: ")
    assert not ContactLine.objects.exclude(decided_at=None).exists()
    assert not ContactReply.objects.exists()
    assert not Decision.objects.exists()


def test_what_is_missing_of_every_child_is_said_at_once_each_at_its_own_question(cast, contact):
    maya = whole(child_of(contact), "existing_work", reasons="n/a", would_change="", why_not_above="")
    nia = whole(child_of(contact, 2), "advice", offered="", family_told="")
    with pytest.raises(Refused) as refusal:
        decide(cast, contact, maya, nia, about=[cast.maya])
    fields = [field for field, _ in refusal.value.each]
    assert fields == ["1-why_not_above", "1-reasons", "1-would_change", "2-offered", "2-family_told"]
    assert all(words.startswith("Nia") for field, words in refusal.value.each if field.startswith("2-"))


def test_the_same_contact_is_kept_whole_while_nothing_is_decided(cast, contact):
    """The twin of every refusal above: the fact stands, with whose record it is, and waits on the list."""
    kept = Contact.objects.get()
    assert (kept.words, kept.decided_at, kept.lines.get().person) == (contact.words, None, cast.maya)


def test_what_is_offered_or_why_nothing_is_lets_it_go_no_further(cast, contact):
    nothing = whole(child_of(contact), "no_further_action", offered="", not_offered_because="Her aunt has it in hand.")
    (line,) = decide(cast, contact, nothing, about=[cast.maya])
    assert (line.spell, line.not_offered_because) == (None, "Her aunt has it in hand.")


def test_7_11_words_that_are_a_brothers_are_not_reasons_for_a_sister(cast, contact):
    same = "Hungry at school four weeks running."
    maya = whole(child_of(contact), "existing_work", reasons=same)
    nia = whole(child_of(contact, 2), "advice", reasons=same)
    with pytest.raises(Refused, match="different for this child") as refusal:
        decide(cast, contact, maya, nia, about=[cast.maya])
    assert refusal.value.field == "2-reasons"
    decide(cast, contact, maya, about=[cast.maya])
    with pytest.raises(Refused, match="different for this child"):
        decide(cast, contact, nia, about=[cast.maya])


def test_work_begins_with_somebody_and_goes_to_work_that_is_open(cast, contact):
    with pytest.raises(Refused, match="whose record") as refusal:
        decide(cast, contact, whole(child_of(contact, 2)), about=[cast.maya])
    assert refusal.value.field == "2-outcome"
    found(cast, contact, 2, cast.people["gary"])
    with pytest.raises(Refused, match="No work is open"):
        decide(cast, contact, whole(child_of(contact, 2), "existing_work"), about=[cast.people["gary"]])


def test_decided_once(cast, contact):
    decide(cast, contact, whole(child_of(contact), "existing_work"), about=[cast.maya])
    with pytest.raises(Refused, match="Theo Rowe has decided"):
        decide(cast, contact, whole(child_of(contact), "advice", reasons="Otherwise."), about=[cast.maya], by="grace")
    with pytest.raises(Refused, match="does not change any more"):
        found(cast, contact, 1, cast.leo)
    with pytest.raises(Refused, match="at least one"):
        decide(cast, contact)


@pytest.mark.parametrize("name", ["aisha", "sol", "priya", "kelly"])
def test_only_those_who_may_decide(cast, contact, name):
    decided = [whole(child_of(contact))]
    with pytest.raises(NotYours), acting_as(cast.actors[name]):
        decide_contact(by=cast.actors[name], about=[], contact=contact, decided=decided)


def test_nothing_is_decided_when_the_log_cannot_be_written(cast, contact):
    with the_log_will_not_be_written():
        decide(cast, contact, whole(child_of(contact), "existing_work"), about=[cast.maya])
    assert not ContactLine.objects.exclude(decided_at=None).exists()
    assert not ContactReply.objects.exists()


def test_the_same_form_sent_twice_is_one_decision(cast, contact):
    maya = whole(child_of(contact), "existing_work")
    decide(cast, contact, maya, about=[cast.maya], key="once")
    decide(cast, contact, maya, about=[cast.maya], key="once")
    assert ContactReply.objects.count() == 1


def test_late_stays_late(cast, contact):
    late = replace(cast.theo, now=NOW + timedelta(days=2))
    with acting_as(late):
        (line,) = decide_contact(
            by=late, about=[cast.maya], contact=contact, decided=[whole(child_of(contact), "existing_work")]
        )
    assert line.decided_on > line.contact.decide_by_on


def test_j2_a_partner_reads_the_reasons_released_to_them_and_never_ours(cast):
    contact = told(cast, MAYA, by="priya")
    found(cast, contact, 1, cast.maya)
    decide(
        cast,
        contact,
        whole(child_of(contact), "existing_work", asked_of_them="Weigh her on Friday."),
        about=[cast.maya],
    )
    with acting_as(cast.priya):
        reply = ContactReply.objects.get()
        assert reply.reasons.startswith("We will see the children this week")
        assert (reply.lead_worker, reply.asked_of_them) == ("Aisha Khan, 01632 960110", "Weigh her on Friday.")
        assert reply.told_on == TODAY
        assert Notice.objects.filter(account_id=cast.priya.account_id, kind="contact_decided").count() == 1


def test_what_is_said_back_of_a_sealed_child_is_not_there_for_whoever_told_us(cast):
    contact = told(cast, MAYA, by="priya")
    found(cast, contact, 1, cast.maya)
    decide(cast, contact, whole(child_of(contact), "existing_work"), about=[cast.maya])
    seal(cast, cast.maya)
    with acting_as(cast.priya):
        assert Contact.objects.get() == contact  # what they told us stays theirs: only our part goes
        assert not ContactReply.objects.exists()


def test_7_9_the_public_has_a_receipt_and_is_told_no_outcome(cast):
    contact = told(cast, NIA, source="1B")
    decide(cast, contact, whole(child_of(contact), "advice", released=""))
    reply = ContactReply.objects.get()
    assert (reply.reasons, reply.told_on) == ("", None)
    assert "receipt" in reply.cannot_be_told


def test_somebody_who_can_be_reached_is_owed_what_was_decided_until_they_are_told(cast, contact):
    decide(cast, contact, whole(child_of(contact), "existing_work"), about=[cast.maya])
    reply = ContactReply.objects.get()
    assert (reply.told_on, reply.cannot_be_told) == (None, "")
    with acting_as(cast.theo):
        with pytest.raises(Refused) as refusal:
            tell_back(by=cast.theo, reply=reply, how=" ")
        assert refusal.value.field == "how"
        tell_back(by=cast.theo, reply=reply, how="Rung at four.")
        assert (reply.told_on, reply.told_how) == (TODAY, "Rung at four.")
        with pytest.raises(Refused, match="seen to already"):
            tell_back(by=cast.theo, reply=reply, how="Again.")
    with pytest.raises(NotYours), acting_as(cast.aisha):
        tell_back(by=cast.aisha, reply=reply, how="Rung.")


def test_nobody_is_told_back_when_the_log_cannot_be_written(cast, contact):
    decide(cast, contact, whole(child_of(contact), "existing_work"), about=[cast.maya])
    with the_log_will_not_be_written("record_occasion"), acting_as(cast.theo):
        tell_back(by=cast.theo, reply=ContactReply.objects.get(), how="Rung at four.")
    assert ContactReply.objects.get().told_on is None


def test_somebody_who_left_no_way_to_be_reached_cannot_be_told(cast):
    contact = told(cast, NIA, teller={"name": "A teacher"})
    decide(cast, contact, whole(child_of(contact), "advice", released=""))
    assert "no way" in ContactReply.objects.get().cannot_be_told


def test_the_childs_own_words_become_theirs_and_are_owed_an_answer_and_name_nobody_who_told_us(cast, contact):
    decide(cast, contact, whole(child_of(contact), "existing_work"), about=[cast.maya])
    words = Words.objects.get(text="I hide the bread.")
    assert (words.person, words.heard_by) == (cast.maya, "Somebody who told us")
    assert Wish.objects.get(words=words).owed_by_name == "Aisha Khan"


def test_s2_24_an_old_decision_keeps_the_text_of_the_document_it_was_made_under():
    old = PACK.threshold_document(TODAY)
    given = old.model_dump(by_alias=True)
    given["levels"][2]["label"] = "Level 3: many needs"
    new = ThresholdDocument(**{**given, "version": "england-2027-1", "from": TODAY + timedelta(days=1)})
    ends = old.model_copy(update={"until": TODAY})
    pack = replace(PACK, thresholds=(ends, new))
    assert pack.threshold_document(TODAY).version == "england-2026-1"
    assert pack.threshold_document(TODAY + timedelta(days=1)).level("3").label == "Level 3: many needs"
    assert pack.threshold_document(version="england-2026-1").level("3").label == "Level 3: family help"
    with pytest.raises(packs.NotInPack, match="threshold document england-1999"):
        pack.threshold_document(version="england-1999")


def test_s2_24_jersey_has_four_levels_and_three_kinds_of_need_and_asks_for_one(cast):
    document = JERSEY.threshold_document(TODAY)
    assert (len(document.levels), len(JERSEY.choices(document.needs))) == (4, 3)
    child = child_of(told(cast, NIA))
    decided = whole(child, "advice", level="2", indicators=("2-strain",))
    assert lacking(decided, JERSEY, document, tells_back=True) == [("Nia Bello: Choose the kind of need.", "1-need")]
    assert lacking(replace(decided, need="wellbeing"), JERSEY, document, tells_back=True) == []


def test_leo_is_decided_about_later_with_reasons_of_his_own(cast):
    contact = told(cast, MAYA, LEO)
    for place, child in ((1, cast.maya), (2, cast.leo)):
        found(cast, contact, place, child)
    decide(cast, contact, whole(child_of(contact), "existing_work"), about=[cast.maya, cast.leo])
    assert Contact.objects.get().decided_at is None
    decide(cast, contact, whole(child_of(contact, 2), "advice"), about=[cast.maya, cast.leo], by="grace")
    assert Contact.objects.get().decided_at == NOW
    assert {line.decided_by_name for line in ContactLine.objects.all()} == {"Theo Rowe", "Grace Adeyemi"}
