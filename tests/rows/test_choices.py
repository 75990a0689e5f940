"""Which help there is, to choose from (S0-10); no is an answer too (S0-11); in a hard time, what helped (S4-17.2)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.assessment.acts import say_danger
from kith.decisions.acts import finish_decision
from kith.decisions.rules import AgreementGiven, OptionGiven
from kith.involvement.models import Closure, Spell
from kith.people.acts import say_about_me
from kith.record import Refused
from kith.sharing.models import Release
from kith.words import reading_age
from tests.assessment.making import PACK
from tests.cast import TODAY
from tests.decisions.making import decided, standing
from tests.involvement.levels import closed
from tests.plans.making import begun, outcome
from tests.visits.going import page, text

OPTIONS = [
    OptionGiven("Nothing more for now", "We ring in a month; she can ring us any day.", chosen=True),
    OptionGiven(
        "Somebody at home three evenings",
        "A worker comes at bedtime, six weeks.",
        why_not="Kelly: too many people in the house.",
    ),
    OptionGiven("A parents' group", "Tuesdays, free, at the library.", why_not="Kelly works on Tuesdays."),
]
CHOSEN = {
    "kind": "other",
    "question": "Which help does Kelly want with the nights?",
    "chosen": "Nothing more for now",
    "reasons": "Kelly was told what each of the three means and chose to wait.",
    "family_view": "Kelly: I want to try on my own first.",
    "what_would_change_it": "If Maya misses a week of school we ask again.",
}


def test_s0_11_a_no_is_kept_with_what_was_offered_what_each_means_and_why_and_ends_no_help(cast, browse):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, **CHOSEN, options=OPTIONS)
        assert made.finished_on == TODAY
        assert Spell.objects.get(person=cast.maya).closed_on is None
    shown = text(browse("aisha").get(page("decision", cast.maya, made.pk)))
    for words in ("A worker comes at bedtime, six weeks.", "too many people in the house", "try on my own first"):
        assert words in shown
    assert CHOSEN["what_would_change_it"] in shown


@pytest.mark.parametrize(("without", "field"), [({"options": OPTIONS[:1]}, "options"), ({"reasons": "n/a"}, "reasons")])
def test_s0_11_twin_a_choice_with_something_missing_is_kept_and_not_finished(cast, without, field):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, **{**CHOSEN, "options": OPTIONS, **without}, finish=False)
        with pytest.raises(Refused) as refusal:
            finish_decision(by=cast.aisha, about=cast.maya, decision=made)
        assert refusal.value.field == field
        made.refresh_from_db()
        assert made.chosen == "Nothing more for now"


def test_s0_11_a_parent_who_does_not_agree_says_so_in_their_words_and_is_asked_again(cast):
    no = AgreementGiven(cast.people["kelly"], "not_agreed", because="Maya was hurt twice.")
    yes = AgreementGiven(cast.people["tomek"], "agreed")
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        decided(cast, cast.aisha, agreements=[no, yes])
    assert refusal.value.field == "agreements"
    whole = AgreementGiven(
        cast.people["kelly"],
        "not_agreed",
        words="I can do this myself.",
        because="Maya was hurt twice.",
        try_again_on=TODAY + timedelta(days=14),
    )
    with acting_as(cast.aisha):
        assert decided(cast, cast.aisha, agreements=[whole, yes]).finished_on


def test_s0_11_that_they_stopped_is_no_reason_to_end_without_what_they_could_choose_from(cast):
    decision = standing(cast, "closure")
    with pytest.raises(Refused, match="what they could choose from") as refusal:
        closed(cast, decision, together="they_stopped")
    assert refusal.value.field == "reached_out"
    with pytest.raises(Refused):
        closed(cast, decision, together="they_stopped", reached_out="n/a")
    assert not Closure.objects.exists()
    chose = "Offered evenings at home, the group, or a call each month; she chose the call, then no more."
    assert closed(cast, decision, together="they_stopped", reached_out=chose).closed_on == TODAY


# --- S0-10 ---


def test_s0_10_two_or_more_kinds_of_help_with_what_each_is_the_wait_the_cost_and_where(cast, browse):
    aisha, path = browse("aisha"), page("child-print", cast.maya, "helps")
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
        outcome(cast.aisha, plan)  # a need
    assert path in text(aisha.get(page("child-plan", cast.maya)))
    words = aisha.get(path).context["form"].initial["text"]
    fit = [one for one in PACK.helps.values() if one.fits(9)]
    assert len(fit) >= 2
    for one in fit:
        for told in (one.title, one.what, one.wait, one.cost, one.where, one.ages):
            assert told
            assert told in words
    assert PACK.helps["youth-bus"].title not in words, "it is for older children"
    assert (reading_age(words) or 0) <= PACK.figure("reading-age")


def test_s0_10_the_copy_is_shared_and_its_day_kept_and_the_child_has_their_own(cast, browse):
    aisha = browse("aisha")
    for kind, whose in (("helps", cast.people["kelly"]), ("helps-child", cast.maya)):
        path = page("child-print", cast.maya, kind)
        words = aisha.get(path).context["form"].initial["text"]
        sent = {"recipient": whose.ref, "who_else_sees": "nobody else", "text": words}
        assert aisha.post(path, sent).status_code == 303
    with acting_as(cast.aisha):
        given = {one.kind: (one.recipient_id, one.released_on) for one in Release.objects.all()}
        theirs = Release.objects.get(kind="helps-child").text
    assert given == {"helps": (cast.people["kelly"].pk, TODAY), "helps-child": (cast.maya.pk, TODAY)}
    assert theirs.startswith("Maya, here are some things that could help.")
    assert "What it costs" not in theirs


# --- S4-17.2 ---


def test_s4_17_2_in_a_crisis_what_helped_before_is_on_the_page_or_asked_for(cast, browse):
    aisha, path = browse("aisha"), page("before-you-knock", cast.maya)
    assert "What helped in a hard time before" not in text(aisha.get(path))
    with acting_as(cast.aisha):
        say_danger(by=cast.aisha, about=cast.maya, what="Gary comes to the door at night.")
    shown = text(aisha.get(path))
    assert "Nobody has asked yet what helped them before." in shown
    assert f"{page('say-about-me', cast.maya)}?part=coping" in shown
    with acting_as(cast.aisha):
        told = {"part": "coping", "said_by": "family", "said_by_name": "Nan Rose"}
        say_about_me(by=cast.aisha, about=cast.maya, text="When Tomek left we all moved in with Nan.", **told)
    shown = text(aisha.get(path))
    assert "When Tomek left we all moved in with Nan." in shown
    assert "Nobody has asked yet what helped them before." not in shown
