"""Signs as they are ticked, asked about and looked at together in the browser's own requests (S2-05)."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.assessment import acts
from kith.assessment.models import IndicatorSeen, PatternLook
from kith.calendar import PartDate
from kith.involvement.acts import begin_work
from kith.people.acts import begin_record
from kith.record.models import Act
from kith.voice.acts import write_down_words
from tests.cast import TODAY


def at(cast, name="child-signs", *args, child=None):
    return reverse(name, args=[(child or cast.maya).ref, *args])


def page(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


@pytest.fixture
def records(cast):
    with acting_as(cast.aisha):
        for days, text in ((40, "No tea again."), (20, "I slept in my coat."), (3, "I waited at the gate.")):
            on = TODAY - timedelta(days=days)
            write_down_words(by=cast.aisha, about=cast.maya, on=on, sort="worry", text=text)
        return list(Act.objects.filter(person=cast.maya, name="write_down_words").order_by("happened_on"))


def three(cast, records):
    with acting_as(cast.aisha):
        for event in records:
            acts.tick_signs(by=cast.aisha, about=cast.maya, event=event, signs=["neglect-hungry"])


def test_s2_05_a_sign_is_ticked_on_a_record_from_the_page_of_signs(cast, browse, records):
    aisha = browse("aisha")
    shown = page(aisha, at(cast))
    assert "Nothing has been ticked. That says nothing of what there is." in shown
    path = at(cast, "tick-signs", records[0].pk)
    assert path in shown
    form = page(aisha, path)
    assert "Hungry, looks for food, or hides it" in form
    assert "Sore from nappies left on" not in form, "Maya is nine"
    given = {"signs-neglect": ["neglect-hungry"], "signs-hurt": ["hurt-story"], "words": "No tea", "key": "k"}
    assert aisha.post(path, given).status_code == 303
    shown = page(aisha, at(cast))
    assert "No tea" in shown
    assert "ticked Tue 17 Nov" in shown, "the day of the record and the day it was ticked both show"
    assert IndicatorSeen.objects.count() == 2


def test_nothing_ticked_is_said_on_the_page_and_the_words_are_kept(cast, browse, records):
    answer = browse("aisha").post(at(cast, "tick-signs", records[0].pk), {"words": "Very thin", "key": "k"})
    assert answer.status_code == 422
    assert "Tick at least one sign." in answer.content.decode()
    assert "Very thin" in answer.content.decode()


def test_s2_05_the_prompt_is_on_today_the_team_and_the_childs_page_with_every_source_linked(cast, browse, records):
    aisha, grace = browse("aisha"), browse("grace")
    for path in ("/today/", at(cast, "child")):
        assert "signs on 3 records" not in page(aisha, path)
    three(cast, records)
    assert page(aisha, "/today/").count("signs on 3 records") == 1
    assert page(grace, "/team/").count("signs on 3 records") == 1
    assert "signs on 3 records" in page(aisha, at(cast, "child"))
    shown = page(aisha, at(cast))
    assert "signs on 3 records within 90 days" in shown
    assert shown.count(f'<span class="kith-source"><a href="{at(cast, "child-voice")}">') == 6, (
        "three sources in the card, three below"
    )
    quoted = re.findall(r'<span class="kith-source"><a href="[^"]*voice/">([^<]*)', shown)
    assert quoted[:3] == ["“No tea again.”", "“I slept in my coat.”", "“I waited at the gate.”"]
    assert "no concern" not in shown.lower()
    assert "signs on" not in page(browse("theo"), "/today/")


def test_s2_05_what_is_made_of_it_is_kept_in_part_and_closes_it_only_whole(cast, browse, records):
    three(cast, records)
    aisha = browse("aisha")
    path = at(cast, "look-at-pattern", IndicatorSeen.objects.first().pk)
    assert path in page(aisha, at(cast))
    assert aisha.post(path, {"made_of_it": "Food runs out.", "next_step": "", "key": "k1"}).status_code == 303
    shown = page(aisha, at(cast))
    assert "are both still asked for" in shown
    assert "signs on 3 records within 90 days" in shown
    assert "Food runs out." in page(aisha, path), "there to go on with"
    whole = {"made_of_it": "Food runs out.", "next_step": "The food bank on Friday.", "key": "k2"}
    assert aisha.post(path, whole).status_code == 303
    shown = page(aisha, at(cast))
    assert "signs on 3 records within" not in shown
    assert "The food bank on Friday." in shown
    assert "looked at Tue 17 Nov" in shown
    assert "signs on" not in page(aisha, "/today/")
    assert page(aisha, path, 404)


def test_an_empty_answer_closes_nothing(cast, browse, records):
    three(cast, records)
    answer = browse("aisha").post(at(cast, "look-at-pattern", IndicatorSeen.objects.first().pk), {"key": "k"})
    assert answer.status_code == 422
    assert not PatternLook.objects.exists()


def test_another_childs_record_and_sign_are_not_there(cast, browse, records):
    three(cast, records)
    aisha = browse("aisha")
    for name, pk in (("tick-signs", records[0].pk), ("look-at-pattern", IndicatorSeen.objects.first().pk)):
        page(aisha, at(cast, name, pk, child=cast.leo), 404)


def test_s2_05_signs_about_a_child_nobody_leads_stand_with_every_manager(cast, browse):
    with acting_as(cast.theo):
        by = {"by": cast.theo}
        child = begin_record(**by, given="Ivy", family="Marlow", born=PartDate(date(2019, 5, 1), "day"))
        begin_work(**by, about=child, level="child_in_need", source="2A", primary_need="N1")
        for day in (1, 2, 3):
            on = TODAY - timedelta(days=day)
            words = write_down_words(**by, about=child, on=on, sort="worry", text=f"Cold again, {day}.")
            acts.tick_signs(**by, about=child, event=words.act, signs=["neglect-home"])
    shown = page(browse("grace"), "/team/")
    assert "Ivy Marlow" in shown
    assert "signs on 3 records" in shown


def test_the_story_offers_to_tick_what_an_entry_shows(cast, browse, records):
    assert at(cast, "tick-signs", records[0].pk) in page(browse("aisha"), at(cast, "child-story"))
