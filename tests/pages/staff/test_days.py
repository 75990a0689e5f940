"""A day in a child's life: asked when a visit is recorded, told with the visit and on the card of the whole child."""

import pytest

from kith.access import acting_as
from kith.people.acts import say_about_me
from kith.visits.acts import Learnt, Seen
from kith.visits.models import DayItem
from tests.visits.going import child_part, page, save, sheet, text, went_before

SUPPER = {"day_topic_1": "food", "day_text_1": "Soup at the table.", "day_known_1": "seen"}


def part(cast, **given):
    return child_part(cast.maya, "seen", alone="alone", saw="Drew.", **given)


def test_what_was_learnt_arrives_and_is_told_with_the_visit_and_on_the_childs_card(browse, cast):
    told = {"day_topic_2": "sleep", "day_text_2": "Asleep by ten.", "day_known_2": "told", "day_by_2": "Kelly"}
    client = browse("aisha")
    assert save(browse, cast, sheet(cast, **part(cast, **SUPPER, **told))).status_code == 303
    for where in (page("child-contacts", cast.maya), page("child-whole", cast.maya)):
        body = text(client.get(where))
        for said in ("Soup at the table.", "Asleep by ten.", "told by Kelly", "Food and meals"):
            assert said in body, (where, said)
    assert "1 of 2 seen by one of us." in text(client.get(page("child-whole", cast.maya)))


@pytest.mark.parametrize(
    ("left_out", "said"),
    [("day_topic_1", "Choose which part of the day this is about."), ("day_known_1", "Say how you know")],
)
def test_how_it_is_known_and_what_it_is_about_are_asked_for_and_the_words_stay(browse, cast, left_out, said):
    answer = save(browse, cast, sheet(cast, **part(cast, **{**SUPPER, left_out: ""})))
    assert answer.status_code == 422
    assert said in text(answer)
    assert "Soup at the table." in text(answer)
    with acting_as(cast.aisha):
        assert not DayItem.objects.exists()


def test_words_of_the_day_of_a_child_said_to_be_no_part_of_it_are_asked_about(browse, cast):
    answer = save(browse, cast, sheet(cast, **child_part(cast.leo, "absent", day_text_1="Soup.")))
    assert answer.status_code == 422
    assert "You have written about Leo." in text(answer)


def test_when_nobody_saw_any_of_it_three_times_running_somebody_is_asked_to_look(browse, cast):
    for days in (30, 20, 10):
        went_before(cast, days, [Seen(cast.maya, True, day=[Learnt("food", "told", f"Toast {days}.", "Kelly")])])
    body = text(browse("aisha").get(page("child-whole", cast.maya)))
    assert "Nobody saw any of it." in body
    assert "Before: Toast 20." in body


def test_before_anything_is_known_it_says_where_it_will_be_asked(browse, cast):
    assert "It is asked when a visit is recorded." in text(browse("aisha").get(page("child-whole", cast.maya)))


def test_what_suits_the_child_stands_where_a_visit_is_arranged(browse, cast):
    with acting_as(cast.aisha):
        say_about_me(by=cast.aisha, about=cast.maya, part="pace", text="After tea, for ten minutes.", said_by="child")
        say_about_me(by=cast.aisha, about=cast.maya, part="celebrates", text="Wigilia at Babcia’s.", said_by="family")
    shown = text(browse("aisha").get(page("plan-visit", cast.maya)))
    assert "After tea, for ten minutes." in shown
    assert "Days and things they celebrate: Wigilia at Babcia’s." in shown
