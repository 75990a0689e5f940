"""S2-20: who the family say they are is asked in time, and nobody is visited without a word on who interprets."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.people.acts import add_language, describe_person
from kith.people.rules import questions
from kith.visits.acts import rearrange_visit
from kith.visits.models import PlannedVisit
from tests.cast import NOW, TODAY
from tests.visits.going import page, text

ASKS = "Religion or belief: not asked yet."
IN_TWO_DAYS = NOW + timedelta(days=2)


def told_languages(cast, code, **details):
    with acting_as(cast.aisha):
        add_language(by=cast.aisha, about=cast.maya, code=code, **details)


def posted(cast, **given):
    on = IN_TWO_DAYS.date()
    day = {"on-day": on.day, "on-month": on.month, "on-year": on.year, "at": "4pm", "mode": "home"}
    return {**day, "who": [cast.maya.ref], **given}


def question(shown, words):
    """What the page says of one question: up to the next one."""
    return shown.text.split(words, 1)[1].split("</li>", 1)[0] if words in shown.text else None


def test_s2_20_religion_nobody_asked_about_is_late_after_twenty_working_days(cast, browse):
    assert "Late" in question(browse("aisha").get(page("child-family", cast.maya)), ASKS)
    with acting_as(cast.aisha):
        describe_person(by=cast.aisha, about=cast.maya, would_not_say=["religion"])
    assert question(browse("aisha").get(page("child-family", cast.maya)), ASKS) is None, "a no is an answer"


@pytest.mark.parametrize(("by", "late"), [(TODAY, False), (TODAY - timedelta(days=1), True)])
def test_s2_20_twin_it_is_only_a_question_on_its_last_day(cast, by, late):
    known = {"today": TODAY, "responsible": True, "home": True, "language": True}
    with acting_as(cast.aisha):
        asked = {one.words: one.late for one in questions(cast.maya, [], identity_by=by, **known)}
    assert asked[ASKS] is late


@pytest.mark.parametrize(("code", "asked"), [("pl", True), ("en", False)])
def test_s2_20_a_visit_without_a_word_on_who_interprets_is_kept_and_warned_of(cast, browse, code, asked):
    told_languages(cast, code, first=True)
    aisha = browse("aisha")
    assert ("Who interprets" in text(aisha.get(page("plan-visit", cast.maya)))) is asked
    shown = text(aisha.post(page("plan-visit", cast.maya), posted(cast), follow=True))
    assert PlannedVisit.objects.filter(person=cast.maya).count() == 1
    assert ("Who interprets, or why nobody needs to, is not written." in shown) is asked
    assert ("Spoken at home: Polish" in shown) is asked


def test_s2_20_who_interprets_stands_with_the_visit_and_goes_with_it_when_it_moves(cast, browse):
    told_languages(cast, "pl", interpreter_needed=True)
    aisha = browse("aisha")
    given = posted(cast, interpreter="Ewa Lis, of the language service")
    shown = text(aisha.post(page("plan-visit", cast.maya), given, follow=True))
    assert "Interpreter: Ewa Lis, of the language service" in shown
    assert "Who interprets" not in shown
    told = {"told_before": "yes", "told_who": "Kelly", "told_at": NOW, "because": "Court.", "moved_by": "us"}
    with acting_as(cast.aisha):
        [planned] = PlannedVisit.objects.filter(person=cast.maya)
        later = planned.planned_for + timedelta(days=1)
        moved = rearrange_visit(by=cast.aisha, about=cast.maya, planned=planned, planned_for=later, **told)
        assert moved.interpreter == "Ewa Lis, of the language service"
