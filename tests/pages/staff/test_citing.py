"""What is written may rest on the child's own words: life today, what an event meant, why a visit moved (S3-02)."""

import pytest

from kith.access import acting_as
from kith.record.models import Act
from kith.visits.acts import plan_visit
from kith.voice.acts import write_down_words
from kith.voice.models import Citation
from tests.cast import NOW, TODAY
from tests.visits.going import page, text

HERS = "I want to sleep at Nan's on Fridays."


@pytest.fixture
def said(cast):
    with acting_as(cast.aisha):
        return write_down_words(by=cast.aisha, about=cast.maya, sort="wish", text=HERS)


def rests_on_it(shown, title):
    assert shown.count("kith-quote--small") == 1
    assert HERS.replace("'", "&#x27;") in shown.split("kith-quote--small")[1], title


def test_life_today_rests_on_what_she_said(cast, browse, said):
    aisha = browse("aisha")
    assert "own words does it rest on" in text(aisha.get(page("say-life-today", cast.maya)))
    given = {"text": "She sleeps badly in the week.", "quotes": [said.pk]}
    assert aisha.post(page("say-life-today", cast.maya), given).status_code == 303
    rests_on_it(text(aisha.get(page("child-whole", cast.maya))), "life today")


def test_a_telling_of_harm_does_not_stand_beside_life_today(cast, browse):
    with acting_as(cast.aisha):
        harm = write_down_words(by=cast.aisha, about=cast.maya, sort="harm", text="He locks the door.")
    aisha = browse("aisha")
    aisha.post(page("say-life-today", cast.maya), {"text": "She is afraid at night.", "quotes": [harm.pk]})
    assert "He locks the door." not in text(aisha.get(page("child-whole", cast.maya)))


def test_what_an_event_meant_rests_on_what_she_said(cast, browse, said):
    aisha = browse("aisha")
    with acting_as(cast.aisha):
        event = Act.objects.filter(person=cast.maya, in_story=True).exclude(name="write_down_words").last()
    given = {"significance": "2", "meant": "She lost her Fridays.", "quotes": [said.pk]}
    assert aisha.post(page("add-meaning", cast.maya, event.pk), given).status_code == 303
    rests_on_it(text(aisha.get(page("child-story", cast.maya))), "meaning")


def test_a_visit_moves_because_of_what_she_said(cast, browse, said):
    aisha = browse("aisha")
    with acting_as(cast.aisha):
        [planned] = plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW.replace(day=20))
    day = {f"on-{name}": getattr(TODAY, name) + (5 if name == "day" else 0) for name in ("day", "month", "year")}
    given = {**day, "at": "4pm", "told_before": "no", "because": "She asked.", "moved_by": "child", "quotes": [said.pk]}
    answer = aisha.post(page("move-visit", cast.maya, planned.pk), given)
    assert answer.status_code == 303, text(answer)
    with acting_as(cast.aisha):
        assert Citation.objects.get().words == said
    rests_on_it(text(aisha.get(page("child-contacts", cast.maya))), "a move")


def test_words_of_another_child_cannot_be_chosen(cast, browse):
    with acting_as(cast.aisha):
        his = write_down_words(by=cast.aisha, about=cast.leo, sort="wish", text="My bike back.")
        write_down_words(by=cast.aisha, about=cast.maya, sort="wish", text=HERS)
    given = {"text": "She sleeps badly in the week.", "quotes": [his.pk]}
    assert browse("aisha").post(page("say-life-today", cast.maya), given).status_code == 422
