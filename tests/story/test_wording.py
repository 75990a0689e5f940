"""What another room decided stands in the story as what was decided, and in a court copy as what was answered."""

from kith.access import acting_as
from kith.plans.acts import celebrate
from kith.story.acts import review_story
from kith.story.queries import answers_told, court_lines, freshness, heading_for, read, story_of
from kith.story.rules import Asked, court
from tests.cast import TODAY
from tests.decisions.making import decided, standing
from tests.plans.making import begun
from tests.voice.hearing import answered, heard

DECIDED = "Should Maya go on seeing her dad at his flat? Decided: Yes, on Saturdays, with Nan there."


def events(cast, lens="all"):
    return {e.event.name: e.event for e in story_of(cast.maya, TODAY, Asked(lens=lens)).entries}


def test_a_decision_suggests_itself_once_when_it_stands_and_says_what_was_decided(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, kind="closure")
        assert made.needs_reader
        proposed = events(cast)["decide"]
        assert proposed.title == DECIDED.replace("Decided", "Proposed")
        assert not proposed.waits
    standing(cast)
    with acting_as(cast.aisha):
        waiting = [e.event for e in story_of(cast.maya, TODAY).waiting if "decision" in e.event.lenses]
        assert [(e.name, e.suggested.line, e.title) for e in waiting] == [("agree_decision", DECIDED, DECIDED)]
        assert "agree_decision" in events(cast, "decision")
        review_story(by=cast.aisha, about=cast.maya)
        assert f"Waits: {DECIDED}" in freshness(cast.maya, TODAY)[0].because


def test_something_to_be_glad_of_is_told_as_what_it_is_among_good_things(cast):
    with acting_as(cast.aisha):
        celebrate(by=cast.aisha, about=cast.maya, plan=begun(cast.aisha, cast.maya), what="A night of sleep at Bea’s")
        event = events(cast)["celebrate"]
        assert (event.title, event.suggested.lens) == ("A night of sleep at Bea’s.", "life")
        assert "life" in event.lenses


def test_a_court_reads_what_was_answered_and_to_which_words(cast):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, "I want my own bed")
        answer = answered(
            cast, cast.aisha, words, outcome="not_agreed", reason="There is no room for it yet.", what_we_did=""
        )
        reading = read(cast.maya)
        said = "To “I want my own bed”: No. Because: There is no room for it yet."
        assert answers_told(reading) == {answer.act_id: said}
        heading = heading_for(cast.maya, cast.aisha, TODAY, TODAY)
        [entry] = court.every_entry(court.content(heading, court_lines(reading, [answer.act_id])))
        assert entry["what"] == f"Aisha Khan answered Maya. {said}"
        assert said in court.entry_as_text(entry), "and so it is searched for what must not leave"
