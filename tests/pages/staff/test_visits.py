"""Recording a visit on its page: one page, a part for each child, saved whatever is missing (J1)."""

from datetime import timedelta

from django.urls import reverse

from kith.access import acting_as
from kith.directory.models import Notice
from kith.visits.acts import plan_visit
from kith.visits.models import ChildLine, PlannedVisit, Promise, Visit
from kith.voice.models import Wish, Words
from tests.cast import NOW, TODAY
from tests.visits.going import child_part, not_seen, page, save, shared, sheet, text, went_before


def test_each_child_has_a_part_of_their_own_and_nothing_answers_for_two(browse, cast):
    body = text(browse("aisha").get(page("record-visit", cast.maya)))
    for child in (cast.maya, cast.leo, cast.sam):
        assert body.count(f'name="{child.ref}-seen"') == 3
        assert f'<fieldset class="govuk-fieldset kith-child" id="{child.ref}">' in body
    assert body.count('-seen" type="radio"') == 9


def test_the_child_of_the_page_must_be_answered_for_and_the_others_are_no_part_until_said_so(browse, cast):
    body = text(browse("aisha").get(page("record-visit", cast.maya)))
    assert f'name="{cast.maya.ref}-seen" type="radio" value="absent" checked' not in body
    assert f'name="{cast.leo.ref}-seen" type="radio" value="absent" checked' in body
    answer = save(browse, cast, {**shared(), **child_part(cast.leo, "absent"), **child_part(cast.sam, "absent")})
    assert answer.status_code == 422
    assert "Say whether you saw Maya." in text(answer)
    assert "<title>Error: " in text(answer)


def test_who_may_have_been_there_is_offered_and_need_not_be_typed(browse, cast):
    body = text(browse("aisha").get(page("record-visit", cast.maya)))
    assert "Kelly Okafor, parent" in body
    save(browse, cast, sheet(cast, there=["Kelly Okafor", "Tomek Nowak"], there_too="Nan Rose"))
    with acting_as(cast.aisha):
        assert Visit.objects.get().others_there == "Kelly Okafor, Tomek Nowak, Nan Rose"


def test_a_visit_arranged_for_today_fills_the_page_and_is_ended_by_it(browse, cast):
    with acting_as(cast.aisha):
        early, late = NOW - timedelta(hours=1), NOW + timedelta(hours=5)
        plan_visit(by=cast.aisha, about=[cast.maya, cast.leo], planned_for=NOW + timedelta(minutes=1), mode="school")
        plan_visit(by=cast.aisha, about=[cast.maya], planned_for=late)
    body = text(browse("aisha").get(page("record-visit", cast.maya)))
    assert 'value="10:01am"' in body
    assert '<option value="school" selected>' in body
    assert f'name="{cast.leo.ref}-seen" type="radio" value="absent" checked' not in body  # he was to be seen: was he?
    save(browse, cast, sheet(cast, at=f"{early:%H:%M}"))
    with acting_as(cast.aisha):
        made = PlannedVisit.objects.exclude(visited=None).get()
        assert (made.person, made.mode) == (cast.maya, "school")


def test_a_visit_is_saved_and_what_is_owed_is_said_calmly(browse, cast):
    data = sheet(cast, **child_part(cast.leo, "seen", alone="not_tried", saw="Ran."), **child_part(cast.sam, "seen"))
    browser = browse("aisha")
    answer = browser.post(page("record-visit", cast.maya), data)
    assert answer.status_code == 303
    body = text(browser.get(answer["Location"]))
    assert "Saved. Three things to complete by Thu 19 Nov." in body
    for owed in ("Why Leo was not seen alone", "Was Sam seen alone?", "What you saw of Sam"):
        assert owed in body
    # The next time the page is opened it says only what is still to complete.
    assert "Saved. " not in text(browser.get(page("child-contacts", cast.maya)))
    assert "Why Leo was not seen alone" in text(browser.get(page("child-contacts", cast.leo)))


def test_when_nothing_is_missing_it_says_so(browse, cast):
    browser = browse("aisha")
    answer = browser.post(page("record-visit", cast.maya), sheet(cast))
    assert "Saved. Nothing is missing." in text(browser.get(answer["Location"]))


def test_a_visit_written_after_the_limit_says_when_it_was_due(browse, cast):
    browser = browse("aisha")
    data = sheet(cast, **{"on-day": 5, "for_everyone": ""})
    answer = browser.post(page("record-visit", cast.maya), data)
    assert "Saved. One thing to complete. It was due by Mon 9 Nov." in text(browser.get(answer["Location"]))


def test_a_doorstep_visit_with_one_line_saves_and_the_manager_sees_it(browse, cast):
    data = {"on-day": 17, "on-month": 11, "on-year": 2026, "mode": "doorstep"}
    data |= child_part(cast.leo, "not_seen", not_seen_words="Leo not seen, door refused.")
    data |= child_part(cast.maya, "absent") | child_part(cast.sam, "absent")
    answer = save(browse, cast, data, child=cast.leo)
    assert answer.status_code == 303
    with acting_as(cast.aisha):
        assert ChildLine.objects.get().not_seen_words == "Leo not seen, door refused."
        assert Visit.objects.get().happened_at == NOW  # no time given, today: now
    assert "Seen: not recorded" in text(browse("aisha").get(page("child-contacts", cast.leo)))
    assert "Leo not seen, door refused." in text(browse("grace").get(reverse("team")))


def test_everything_typed_about_a_child_arrives(browse, cast):
    ref = cast.maya.ref
    words = {
        f"{ref}-said_1": "I want my own bed",
        f"{ref}-sort_1": "wish",
        f"{ref}-way_1": "drawn",
        f"{ref}-checked_1": "on",
        f"{ref}-said_2": "I swam",
        f"{ref}-sort_2": "good_thing",
        f"{ref}-said_3": "It is loud",
        f"{ref}-promise_1": "Ask about a bed",
        f"{ref}-due_1-day": 20,
        f"{ref}-due_1-month": "November",
        f"{ref}-due_1-year": 2026,
        f"{ref}-promise_2": "Bring paint",
        f"{ref}-bedroom": "seen",
        f"{ref}-means": "She has nowhere of her own.",
    }
    opened = (NOW - timedelta(minutes=4)).isoformat()
    assert save(browse, cast, sheet(cast, **words, opened_at=opened)).status_code == 303
    with acting_as(cast.aisha):
        assert list(Words.objects.order_by("pk").values_list("text", "sort", "way", "checked_back")) == [
            ("I want my own bed", "wish", "drawn", True),
            ("I swam", "good_thing", "spoken", None),
            ("It is loud", "worry", "spoken", None),
        ]
        assert Wish.objects.count() == 2
        due = [TODAY + timedelta(days=3), TODAY + timedelta(days=14)]
        assert list(Promise.objects.order_by("pk").values_list("due_on", flat=True)) == due
        line = ChildLine.objects.get()
        assert (line.bedroom, line.means, line.by_lead) == ("seen", "She has nowhere of her own.", True)
        assert Visit.objects.get().opened_at == NOW - timedelta(minutes=4)


def test_words_that_tell_of_harm_lead_to_worried_now_for_that_child_with_nothing_more_asked(browse, cast):
    harm = {"said_1": "He hits me", "sort_1": "harm", "question_1": "How was your weekend?"}
    data = sheet(cast, **child_part(cast.leo, "seen", alone="alone", saw="Quiet.", **harm))
    browser = browse("aisha")
    answer = browser.post(page("record-visit", cast.maya), data)
    assert answer["Location"] == f"{reverse('worried')}?child={cast.leo.ref}"
    arrived = browser.get(answer["Location"])
    assert arrived.status_code == 200
    assert "The visit is saved." in text(arrived)
    with acting_as(cast.aisha):
        assert Words.objects.get().question_asked == "How was your weekend?"
        assert not Wish.objects.exists()


def test_the_second_visit_running_without_seeing_leo_asks_the_strategy_question(browse, cast):
    went_before(cast, 5, [not_seen(cast.leo)])
    data = sheet(cast, **child_part(cast.leo, "not_seen", not_seen_because="refused", plan_to_see="At school."))
    browser = browse("aisha")
    answer = browser.post(page("record-visit", cast.maya), data)
    for where in (answer["Location"], page("child-contacts", cast.leo)):
        body = text(browser.get(where))
        assert "Nobody has seen Leo on two visits running" in body
        assert "Thu 12 Nov, 9am, at home: we were not let in" in body
        assert "Is a strategy discussion needed?" in body
        assert "01632 960199" in body  # Theo, on duty now
        assert f"{reverse('worried')}?child={cast.leo.ref}" in body
    with acting_as(cast.grace):
        assert Notice.objects.filter(account_id=cast.grace.account_id, kind="not_seen_twice").count() == 1


def test_the_same_form_sent_twice_is_one_visit(browse, cast):
    browser = browse("aisha")
    data = {**sheet(cast), "key": "the page's own"}
    first, second = (browser.post(page("record-visit", cast.maya), data) for _ in range(2))
    assert first["Location"] == second["Location"]
    with acting_as(cast.aisha):
        assert Visit.objects.count() == 1
