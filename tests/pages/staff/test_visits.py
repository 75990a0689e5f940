"""Recording a visit, completing it, moving it: the pages (J1, items 7 and 14 of the foundation)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.directory.acts import restrict
from kith.directory.models import Account, Notice
from kith.record.drafts import keep_draft
from kith.record.models import Draft
from kith.visits.acts import Seen, plan_visit, promise
from kith.visits.models import ChildLine, PlannedVisit, Promise, ToComplete, Visit
from kith.voice.models import Wish, Words
from tests.cast import NOW, TODAY
from tests.visits.going import not_seen, visit, went_before


def page(name, child, *pk, **asked):
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    return reverse(name, args=[child.ref, *pk]) + (f"?{query}" if query else "")


def text(answer):
    return answer.content.decode()


def shared(**given):
    day = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
    return {**day, "at": "9:30am", "mode": "home", "for_everyone": "Warm, soup on the stove.", **given}


def child_part(child, seen, **given):
    return {f"{child.ref}-{name}": value for name, value in {"seen": seen, **given}.items()}


def sheet(cast, **given):
    """Maya seen alone, Leo and Sam not part of it."""
    others = {**child_part(cast.leo, "absent"), **child_part(cast.sam, "absent")}
    return {**shared(), **child_part(cast.maya, "seen", alone="alone", saw="Drew."), **others, **given}


def save(browse, cast, data, who="aisha", child=None):
    return browse(who).post(page("record-visit", child or cast.maya), data)


# --- The page ---


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


# --- Saving ---


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


# --- Refusing, with every word kept ---


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"at": "half past"}, "Write the time like 3:30pm or 15:30."),
        ({"at": "3:30"}, "Is that in the night or the afternoon?"),
        ({"at": "11:59pm"}, "That time has not come yet."),
        ({"at": "", "on-day": 16}, "Give the time the visit began."),
        ({"on-day": 31}, "There is no 31 November in 2026"),
        ({"on-day": 18}, "That day has not come yet."),
        ({"on-year": ""}, "Add the year"),
        ({"mode": "moon"}, "Choose one of the answers"),
        ({"there_too": "x" * 201}, "Keep it to 200"),
    ],
)
def test_what_cannot_be_so_is_said_and_every_word_is_still_there(browse, cast, change, said):
    words = child_part(cast.maya, "seen", said_1="I want <b>my</b> own bed & a door")
    answer = save(browse, cast, sheet(cast, **words, **change))
    assert answer.status_code == 422
    assert said in text(answer)
    assert "I want &lt;b&gt;my&lt;/b&gt; own bed &amp; a door</textarea>" in text(answer)
    with acting_as(cast.aisha):
        assert not Visit.objects.exists()


def test_a_visit_to_no_child_at_all_is_refused(browse, cast):
    answer = save(browse, cast, sheet(cast, **child_part(cast.maya, "absent", saw="")))
    assert (answer.status_code, "Say which children this visit was to." in text(answer)) == (422, True)


@pytest.mark.parametrize(
    ("seen", "typed", "said"),
    [
        ("absent", {"saw": "Built a tower"}, "You have written about Leo."),
        ("absent", {"promise_1": "A football"}, "You have written about Leo."),
        ("seen", {"plan_to_see": "Tomorrow"}, "You also wrote why Leo was not seen."),
        ("seen", {"question_2": "What happened?"}, "Write what Leo said, or clear the question."),
        (
            "seen",
            {"promise_1": "Ring", "due_1-day": 1, "due_1-month": 11, "due_1-year": 2026},
            "A promise cannot be due before it was made.",
        ),
        ("perhaps", {}, "Choose one of the answers to “Did you see Leo?”"),
    ],
)
def test_words_under_an_answer_that_was_changed_are_asked_about_never_dropped(browse, cast, seen, typed, said):
    answer = save(browse, cast, sheet(cast, **child_part(cast.leo, seen, **typed)))
    assert answer.status_code == 422
    assert said in text(answer)
    assert all(str(value) in text(answer) for value in typed.values())


def test_what_the_page_did_not_ask_is_ignored(browse, cast):
    from kith.people.acts import begin_record

    with acting_as(cast.system):
        stranger = begin_record(by=cast.system, given="Noor", family="Ali")
    extra = {**child_part(stranger, "seen", saw="Planted"), f"{cast.maya.ref}-by_lead": "", "by": "1", "about": "1"}
    assert save(browse, cast, sheet(cast, **extra)).status_code == 303
    with acting_as(cast.system):
        assert list(ChildLine.objects.values_list("person_id", "by_lead")) == [(cast.maya.pk, True)]


# --- Nothing typed is lost ---


def test_what_was_typed_is_there_again_on_another_device_and_gone_once_saved(browse, cast):
    key, words = f"record-visit:{cast.maya.ref}", child_part(cast.leo, "not_seen", not_seen_words="Curtains drawn")
    typed = sheet(cast, **words, there=["Kelly Okafor", "Tomek Nowak"], key="page one")
    with acting_as(cast.aisha):
        fields = {name: value if isinstance(value, list) else str(value) for name, value in typed.items()}
        keep_draft(by=cast.aisha, key=key, title="A visit", fields=fields, version=0)
    body = text(browse("aisha").get(page("record-visit", cast.maya)))
    assert "Curtains drawn</textarea>" in body
    assert "Soup on the stove" in body or "soup on the stove" in body
    assert f'name="{cast.leo.ref}-seen" type="radio" value="not_seen" checked' in body
    assert body.count('name="there" type="checkbox"') == 2
    assert body.count(" checked") >= 4
    assert 'name="draft_version" value="1"' in body
    assert "Carry on." in body
    assert save(browse, cast, typed).status_code == 303
    with acting_as(cast.aisha):
        assert not Draft.objects.exists()


def test_words_kept_as_they_were_typed_survive_a_session_that_ends(browse, cast):
    browser = browse("aisha")
    where = page("record-visit", cast.maya)
    kept = browser.post(reverse("draft", args=[f"record-visit:{cast.maya.ref}"]), {**sheet(cast), "key": "one"})
    assert kept.status_code == 200
    browser.logout()
    assert browser.post(where, sheet(cast)).status_code == 302  # to sign in
    with acting_as(cast.system):
        assert not Visit.objects.exists()
    assert "Drew.</textarea>" in text(browse("aisha").get(where))


def test_a_draft_is_its_writers_alone(browse, cast):
    with acting_as(cast.aisha):
        fields = {"for_everyone": "Only for Aisha"}
        keep_draft(by=cast.aisha, key=f"record-visit:{cast.maya.ref}", title="A visit", fields=fields, version=0)
    assert "Only for Aisha" not in text(browse("grace").get(page("record-visit", cast.maya)))


# --- Who may ---


def give_because(browser, child):
    browser.post(reverse("give-because", args=[child.ref]), {"because": "Covering this week."})


def test_another_team_meets_the_minimum_view_and_having_given_a_reason_still_cannot_write(browse, cast):
    with acting_as(cast.aisha):
        made = visit(cast.aisha, [Seen(cast.maya, True)])
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=1))
        promise(by=cast.aisha, about=cast.maya, text="Ring")
    writing = [
        ("record-visit",),
        ("plan-visit",),
        ("move-visit", PlannedVisit.objects.get().pk),
        ("complete-gap", ToComplete.objects.first().pk),
        ("end-promise", Promise.objects.get().pk),
    ]
    browser = browse("sol")
    for name, *pk in [*writing, ("child-contacts",)]:
        assert browser.get(page(name, cast.maya, *pk)).status_code == 302, name
    give_because(browser, cast.maya)
    for name, *pk in writing:
        assert browser.get(page(name, cast.maya, *pk)).status_code == 404, name
        assert browser.post(page(name, cast.maya, *pk), sheet(cast)).status_code == 404, name
    body = text(browser.get(page("child-contacts", cast.maya, saved=made.pk)))
    assert "Saved. " not in body
    for address in ("record-visit", "plan-visit"):
        assert page(address, cast.maya) not in body
    with acting_as(cast.system):
        assert Visit.objects.count() == 1


@pytest.mark.parametrize("who", ["priya", "kelly", "tomek", "gary"])
def test_for_anyone_but_staff_the_pages_are_not_there(browse, cast, who):
    for name in ("record-visit", "plan-visit", "child-contacts"):
        assert browse(who).get(page(name, cast.maya)).status_code == 404


def test_duty_with_a_reason_may_record_a_visit_to_any_child(browse, cast):
    browser = browse("theo")
    give_because(browser, cast.maya)
    answer = browser.post(page("record-visit", cast.maya), sheet(cast))
    assert answer.status_code == 303
    assert "Saved. Nothing is missing." in text(browser.get(answer["Location"]))


def test_a_sealed_brother_is_on_no_page_and_cannot_be_written_about(browse, cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone"), Seen(cast.leo, True)])
        plan_visit(by=cast.aisha, about=[cast.maya, cast.leo], planned_for=NOW + timedelta(days=1))
        planned = PlannedVisit.objects.get(person=cast.maya)
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.leo,
            level="sealed",
            because="A colleague's family.",
            guardian=Account.objects.get(pk=cast.rowan.account_id),
            review_on=TODAY + timedelta(days=90),
        )
    browser = browse("aisha")
    for address in (
        page("record-visit", cast.maya),
        page("plan-visit", cast.maya),
        page("move-visit", cast.maya, planned.pk),
        page("child-contacts", cast.maya),
        page("child-contacts", cast.maya, saved=Visit.objects.get().pk),
    ):
        answer = browser.get(address)
        assert (answer.status_code, "Leo" in text(answer), cast.leo.ref in text(answer)) == (200, False, False), address
    with acting_as(cast.system):
        before = ChildLine.objects.count()
    assert browser.post(page("record-visit", cast.maya), sheet(cast)).status_code == 303
    with acting_as(cast.system):
        assert ChildLine.objects.filter(person=cast.leo).count() == 1
        assert ChildLine.objects.count() == before + 1
    assert browser.get(page("record-visit", cast.leo)).status_code == 404


def test_what_is_one_childs_is_not_found_under_anothers_address(browse, cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.leo, True)])
        plan_visit(by=cast.aisha, about=cast.leo, planned_for=NOW + timedelta(days=1))
        promise(by=cast.aisha, about=cast.leo, text="Ring")
    browser = browse("aisha")
    for name, row in (
        ("complete-gap", ToComplete.objects.first()),
        ("move-visit", PlannedVisit.objects.get()),
        ("end-promise", Promise.objects.get()),
    ):
        assert browser.get(page(name, cast.leo, row.pk)).status_code == 200
        assert browser.get(page(name, cast.maya, row.pk)).status_code == 404
        assert browser.post(page(name, cast.maya, row.pk), {}).status_code == 404
        assert browser.get(page(name, cast.leo, row.pk + 10_000)).status_code == 404


# --- Contacts ---


def test_contacts_tell_visits_by_month_with_both_days_and_the_minutes(browse, cast):
    went_before(cast, 40, [Seen(cast.maya, True, alone="alone", saw="Sang.")])
    with acting_as(cast.aisha):
        visit(
            cast.aisha,
            [Seen(cast.maya, True, alone="not_tried", saw="Drew <i>a star</i>."), not_seen(cast.leo)],
            on=TODAY - timedelta(days=7),
            happened_at=NOW - timedelta(days=7),
            opened_at=NOW - timedelta(minutes=8),
        )
    body = text(browse("aisha").get(page("child-contacts", cast.maya)))
    assert body.index("November 2026") < body.index("October 2026")
    assert "Happened on Tue 10 Nov, written on Tue 17 Nov: late." in body
    assert "8 minutes to record." in body
    assert "With Leo Okafor-Nowak." in body
    assert "Drew &lt;i&gt;a star&lt;/i&gt;." in body
    assert "why Maya was not seen alone" in body.lower()


def test_a_doorstep_visit_says_that_it_does_not_count(browse, cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone")], mode="doorstep")
    assert "It does not count as seeing Maya" in text(browse("aisha").get(page("child-contacts", cast.maya)))


def test_an_empty_page_says_so_kindly(browse, cast):
    body = text(browse("aisha").get(page("child-contacts", cast.maya)))
    assert "No visit is written down yet." in body
    assert "No visit is arranged." in body


def test_a_visit_whose_time_has_passed_asks_whether_it_was_made(browse, cast):
    with acting_as(cast.system):
        from dataclasses import replace

        system = replace(cast.system, now=NOW - timedelta(days=2))
        plan_visit(by=system, about=cast.maya, planned_for=NOW - timedelta(days=1))
    body = text(browse("aisha").get(page("child-contacts", cast.maya)))
    assert "That time has passed. Was it made?" in body


@pytest.mark.parametrize("saved", ["x", "-1", "99999999999999999999", "0"])
def test_a_saved_visit_that_is_none_says_nothing(browse, cast, saved):
    answer = browse("aisha").get(page("child-contacts", cast.maya, saved=saved))
    assert (answer.status_code, "Saved. " in text(answer)) == (200, False)


def test_contacts_cost_the_same_however_many_visits_there_are(browse, cast, django_assert_max_num_queries):
    browser = browse("aisha")
    for days in (30, 20, 10, 5):
        went_before(cast, days, [Seen(cast.maya, True), not_seen(cast.leo)])
    with django_assert_max_num_queries(30) as few:
        browser.get(page("child-contacts", cast.maya))
    for days in (29, 19, 9, 4):
        went_before(cast, days, [Seen(cast.maya, True), not_seen(cast.leo)])
    with django_assert_max_num_queries(len(few.captured_queries)):
        browser.get(page("child-contacts", cast.maya))


def test_the_page_to_record_on_costs_the_same_however_often_it_was_used(browse, cast, django_assert_max_num_queries):
    browser = browse("aisha")
    with django_assert_max_num_queries(40) as few:
        browser.get(page("record-visit", cast.maya))
    for days in (30, 20, 10):
        went_before(cast, days, [Seen(cast.maya, True), not_seen(cast.leo)])
    with django_assert_max_num_queries(len(few.captured_queries)):
        browser.get(page("record-visit", cast.maya))


# --- Arranging, moving, completing, promises ---


def friday(**given):
    return {"on-day": 20, "on-month": 11, "on-year": 2026, "at": "3:30pm", **given}


def test_a_visit_is_arranged_with_the_children_ticked(browse, cast):
    data = friday(mode="school", who=[cast.maya.ref, cast.leo.ref], unannounced="on")
    answer = browse("aisha").post(page("plan-visit", cast.maya), data)
    assert (answer.status_code, answer["Location"]) == (303, page("child-contacts", cast.maya))
    with acting_as(cast.aisha):
        assert PlannedVisit.objects.filter(mode="school", unannounced=True).count() == 2
        assert f"{PlannedVisit.objects.first().planned_for:%H:%M}" == "15:30"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"who": []}, "Choose at least one child."),
        ({"who": ["KX7D-2RWH"]}, "KX7D-2RWH"),
        ({"at": ""}, "Give the time."),
        ({"on-day": 16}, "That time has passed."),
    ],
)
def test_an_arrangement_that_cannot_be_is_said_so(browse, cast, change, said):
    data = {**friday(mode="home", who=[cast.maya.ref]), **change}
    answer = browse("aisha").post(page("plan-visit", cast.maya), data)
    assert answer.status_code == 422
    assert said in text(answer)
    with acting_as(cast.aisha):
        assert not PlannedVisit.objects.exists()


def test_visits_always_at_the_same_hour_suggest_another(browse, cast):
    for days in (14, 7, 5):
        went_before(cast, days, [Seen(cast.maya, True)])
    body = text(browse("aisha").get(page("plan-visit", cast.maya)))
    assert "The last three visits all began at about 9am on weekdays." in body


def arranged_with_both(cast):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=[cast.maya, cast.leo], planned_for=NOW + timedelta(days=1))
        return PlannedVisit.objects.get(person=cast.maya)


def moving(**given):
    told = {"told_who": "Kelly", "told_clock": "9am", "told_how": "phone"}
    day = {"told_on-day": 17, "told_on-month": 11, "told_on-year": 2026}
    return friday(moved_by="us", because="I am in court.", told_before="yes", **told, **day) | given


def test_a_visit_is_moved_with_the_one_arranged_beside_it(browse, cast):
    planned = arranged_with_both(cast)
    where = page("move-visit", cast.maya, planned.pk)
    assert "It was also arranged with" in text(browse("aisha").get(where))
    assert browse("aisha").post(where, moving(too=[cast.leo.ref])).status_code == 303
    with acting_as(cast.aisha):
        planned.refresh_from_db()
        assert (planned.told_who, planned.told_how, planned.moved_by) == ("Kelly", "phone", "us")
        assert f"{planned.told_at:%d %H:%M}" == "17 09:00"
        assert {p.planned_for.day for p in PlannedVisit.objects.filter(replaced_by=None)} == {20}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"told_before": ""}, "Say whether the family was told before."),
        ({"told_who": ""}, "Say who was told."),
        ({"told_clock": ""}, "Give the time they were told."),
        ({"told_on-day": 18}, "That time has not come yet."),
        ({"told_before": "not_safe"}, "Say why it was not safe to tell."),
        ({"because": ""}, "Say why the visit had to move."),
        ({"moved_by": ""}, "Say who needed to change it."),
        ({"on-day": 16}, "Give a time still to come."),
    ],
)
def test_a_move_that_leaves_something_out_keeps_what_was_typed(browse, cast, change, said):
    planned = arranged_with_both(cast)
    answer = browse("aisha").post(page("move-visit", cast.maya, planned.pk), moving(**change))
    assert answer.status_code == 422
    assert said in text(answer)
    assert change.get("because", "I am in court.") in text(answer)
    with acting_as(cast.aisha):
        assert PlannedVisit.objects.filter(replaced_by=None).count() == 2


def test_not_told_and_not_safe_to_tell_are_answers_too(browse, cast):
    planned = arranged_with_both(cast)
    nothing = {"told_who": "", "told_clock": "", "told_how": "", "told_on-day": "", "told_on-month": ""}
    not_safe = moving(told_before="not_safe", not_safe_because="court", **nothing, **{"told_on-year": ""})
    assert browse("aisha").post(page("move-visit", cast.maya, planned.pk), not_safe).status_code == 303
    with acting_as(cast.aisha):
        planned.refresh_from_db()
        assert (planned.told_before, planned.not_safe_because) == ("not_safe", "court")
        other = PlannedVisit.objects.get(person=cast.leo)
    no = moving(told_before="no", **nothing, **{"told_on-year": ""})
    assert browse("aisha").post(page("move-visit", cast.leo, other.pk), no).status_code == 303


def test_a_gap_is_completed_on_a_page_that_asks_only_for_it(browse, cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.leo, True, alone="prevented")])
        gap = ToComplete.objects.get()
    where = page("complete-gap", cast.leo, gap.pk)
    assert "Why was Leo not seen alone?" in text(browse("aisha").get(where))
    refused = browse("aisha").post(where, {"text": "n/a"})
    assert (refused.status_code, "n/a</textarea>" in text(refused)) == (422, True)
    assert browse("aisha").post(where, {"text": "His uncle would not leave."}).status_code == 303
    assert "His uncle would not leave." in text(browse("aisha").get(page("child-contacts", cast.leo)))


@pytest.mark.parametrize(
    ("line", "what", "answer"),
    [
        ({"seen": True}, "alone", {"choice": "alone"}),
        ({"seen": False}, "not_seen_reason", {"choice": "no_answer"}),
        ({"seen": False}, "plan_to_see", {"text": "At school on Thursday."}),
        ({"seen": True}, "daily_life", {"text": "A cold flat and a warm welcome."}),
    ],
)
def test_every_kind_of_gap_has_its_page(browse, cast, line, what, answer):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.leo, **line)], for_everyone="")
        gap = ToComplete.objects.get(what=what)
    where = page("complete-gap", cast.leo, gap.pk)
    assert browse("aisha").get(where).status_code == 200
    assert browse("aisha").post(where, {}).status_code == 422
    assert browse("aisha").post(where, answer).status_code == 303


def test_a_promise_is_ended_with_what_happened_instead(browse, cast):
    with acting_as(cast.aisha):
        made = promise(by=cast.aisha, about=cast.maya, text="Ring on Friday")
    where = page("end-promise", cast.maya, made.pk)
    day = {"on-day": 17, "on-month": 11, "on-year": 2026}
    assert "Ring on Friday" in text(browse("aisha").get(where))
    refused = browse("aisha").post(where, {"outcome": "missed", **day})
    assert (refused.status_code, "Say what happened instead." in text(refused)) == (422, True)
    assert browse("aisha").post(where, {"outcome": "kept", **day}).status_code == 303
    with acting_as(cast.aisha):
        assert Promise.objects.get().outcome == "kept"
    assert "No promise is open." in text(browse("aisha").get(page("child-contacts", cast.maya)))
