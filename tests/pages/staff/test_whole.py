"""All about me: the child before the worries, in the words of those who know them (S3-28, S0-12, S1-03)."""

from datetime import timedelta

from kith.access import acting_as
from kith.assessment.acts import say_life_today
from kith.assessment.models import StageMark, Wellbeing
from kith.feedback.acts import say_valued
from kith.people.models import AboutMe
from tests.cast import TODAY
from tests.visits.going import page, text


def day(name, on=TODAY):
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def test_an_empty_card_asks_for_the_first_things(cast, browse):
    shown = text(browse("aisha").get(page("child-whole", cast.maya)))
    assert "What I like" in shown
    assert "Not asked yet." in shown
    assert "Nobody has written what life is like" in shown
    assert "Nobody has filled in this card yet. It is owed to Maya by Tue 29 Sep." in shown


def test_a_line_is_said_said_again_and_both_are_kept(cast, browse):
    aisha = browse("aisha")
    given = {"part": "likes", "text": "Building dens.", "said_by": "child"}
    assert aisha.post(page("say-about-me", cast.maya), given).status_code == 303
    with acting_as(cast.aisha):
        first = AboutMe.objects.get()
    again = {**given, "text": "Building boats."}
    assert aisha.post(page("say-about-me-again", cast.maya, first.pk), again).status_code == 303
    shown = text(aisha.get(page("child-whole", cast.maya)))
    assert "Building boats." in shown
    assert "Building dens." not in shown
    assert "Nobody has filled in this card" not in shown
    with acting_as(cast.aisha):
        assert AboutMe.objects.get(text="Building dens.").said_again.text == "Building boats."


def test_a_line_is_taken_off_only_by_a_button(cast, browse):
    aisha = browse("aisha")
    aisha.post(page("say-about-me", cast.maya), {"part": "likes", "text": "Peas.", "said_by": "worker"})
    with acting_as(cast.aisha):
        path = page("end-about-me", cast.maya, AboutMe.objects.get().pk)
    assert aisha.get(path).status_code == 404
    assert aisha.post(path).status_code == 303
    assert "Peas." not in text(aisha.get(page("child-whole", cast.maya)))
    assert aisha.post(path).status_code == 404


def test_an_empty_line_is_asked_for_again_with_what_was_chosen(cast, browse):
    answer = browse("aisha").post(page("say-about-me", cast.maya), {"part": "likes", "said_by": "child"})
    assert answer.status_code == 422
    assert "Write it in a few words." in text(answer)


def test_life_today_older_than_it_may_be_says_so(cast, browse):
    with acting_as(cast.system):
        say_life_today(by=cast.system, about=cast.maya, text="She wakes at six.", on=TODAY - timedelta(days=61))
    assert "older than it may be" in text(browse("aisha").get(page("child-whole", cast.maya)))


def test_growing_wellbeing_and_feeling_valued_are_written_and_shown(cast, browse):
    aisha = browse("aisha")
    marks = {**day("on"), "talking": "concern", "talking_saw": "", "moving": "expected", "moving_saw": "Climbs."}
    assert aisha.post(page("mark-growing", cast.maya), marks).status_code == 303
    rates = {**day("on"), "view": "child", "view_of": "Maya", "safe": "4", "included": "9"}
    assert aisha.post(page("rate-wellbeing", cast.maya), rates).status_code == 303
    assert aisha.post(page("say-valued", cast.maya), {**day("on"), "score": "1"}).status_code == 303
    with acting_as(cast.aisha):
        assert (StageMark.objects.count(), Wellbeing.objects.count()) == (2, 2)
    shown = text(aisha.get(page("child-whole", cast.maya)))
    assert "What was seen is not written yet." in shown
    assert "someone else is still to ask" in shown
    assert "9 years" in shown or "7 to 10 years" in shown


def test_numbers_outside_the_scale_and_empty_forms_keep_what_was_typed(cast, browse):
    aisha = browse("aisha")
    answer = aisha.post(
        page("rate-wellbeing", cast.maya), {**day("on"), "view": "child", "view_of": "Maya", "safe": "14"}
    )
    assert answer.status_code == 422
    assert "Safe: give a number from 0 to 10." in text(answer)
    assert 'value="14"' in text(answer)
    assert aisha.post(page("mark-growing", cast.maya), day("on")).status_code == 422


def test_a_low_answer_is_followed_up_by_the_manager_not_the_lead(cast, browse):
    with acting_as(cast.grace):
        pk = say_valued(by=cast.grace, about=cast.maya, score=2).pk
    path, done = page("follow-up-valued", cast.maya, pk), {"what_was_done": "We walked the dog and talked."}
    assert browse("aisha").post(path, done).status_code == 422
    assert browse("grace").post(path, done).status_code == 303
    assert "We walked the dog" in text(browse("grace").get(page("child-whole", cast.maya)))
