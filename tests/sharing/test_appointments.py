"""A visit told to one named person: a letter and a calendar entry, checked, and giving nothing away (design 7.8)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from icalendar import Calendar

from kith.access import acting_as
from kith.people.acts import say_about_me, say_not_safe_to_tell
from kith.record import NotYours, Refused
from kith.sharing import queries, rules
from kith.sharing.acts import give_appointment
from kith.sharing.models import Appointment, Paper, Release
from kith.visits.acts import call_off_visit, plan_visit, rearrange_visit
from kith.visits.models import PlannedVisit
from tests.cast import NOW, TODAY
from tests.visits.going import page, seal, text, the_log_will_not_be_written

FRIDAY = NOW + timedelta(days=3)


@pytest.fixture
def planned(cast):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=FRIDAY)
        return PlannedVisit.objects.get()


def give(cast, planned, **details):
    given = {
        "by": cast.aisha,
        "about": cast.maya,
        "planned": planned,
        "recipient": cast.people["kelly"],
        "title": "Appointment",
        "text": "I will see you on Friday at 10am.",
        "who_else_sees": "nobody else",
        **details,
    }
    return give_appointment(**given)


def not_safe(cast, name):
    with acting_as(cast.aisha):
        say_not_safe_to_tell(
            by=cast.aisha,
            about=cast.maya,
            person=cast.people[name],
            reason="risk_to_child",
            because="He waited outside after the last letter.",
            decided_by="Grace Adeyemi",
        )


def test_the_letter_is_released_to_one_named_person_and_the_visit_knows_of_it(cast, planned):
    with acting_as(cast.aisha):
        made = give(cast, planned)
        assert (made.release.kind, made.release.recipient) == ("appointment", cast.people["kelly"])
        assert made.release.text == "Appointment\n\nI will see you on Friday at 10am."
        assert queries.appointments_of(cast.maya) == {planned.pk: [made]}


def test_the_calendar_entry_says_when_and_nothing_of_who_where_or_why(cast, planned):
    with acting_as(cast.aisha):
        made = give(cast, planned)
        data = bytes(queries.paper(made.release, "ics").data)
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert (str(event["summary"]), event["dtstart"].dt, str(event["class"])) == ("Appointment", FRIDAY, "PRIVATE")
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=1)
    for kept_out in ("location", "description", "organizer", "attendee"):
        assert kept_out not in event
    for word in (b"Maya", b"Kelly", b"Aisha", b"Larkspur", b"VALARM"):
        assert word not in data


def test_a_visit_no_longer_to_come_is_in_no_list_of_letters(cast, planned):
    with acting_as(cast.aisha):
        give(cast, planned)
        call_off_visit(by=cast.aisha, about=cast.maya, planned=planned, told_before="no", because="I am ill today.")
        assert queries.appointments_of(cast.maya) == {}


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"title": "Social worker visit"}, "title", "social"),
        ({"title": "Child protection"}, "title", "child"),
        ({"text": "Come to 14 Larkspur Court."}, "text", "must not reach"),
        ({"title": "At NC4 7QX"}, "text", "must not reach"),
        ({"text": " "}, "text", "nothing in this copy"),
        ({"who_else_sees": " "}, "who_else_sees", "who else will see"),
    ],
)
def test_what_may_not_lie_on_a_kitchen_table_is_refused_and_nothing_has_left(cast, planned, change, field, said):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match=said) as refusal:
            give(cast, planned, **change)
        assert refusal.value.field == field
        assert not Release.objects.exists()
        assert not Appointment.objects.exists()


def test_whom_it_is_not_safe_to_tell_gets_none_and_it_is_said_who_decided_that(cast, planned):
    not_safe(cast, "tomek")
    with acting_as(cast.aisha):
        with pytest.raises(
            Refused, match="Grace Adeyemi decided this; it is looked at again on 15 December"
        ) as refusal:
            give(cast, planned, recipient=cast.people["tomek"])
        assert refusal.value.field == "recipient"
        assert not Release.objects.exists()
        give(cast, planned)  # and his mother's letter goes all the same


def test_of_a_visit_that_comes_unannounced_nobody_is_told(cast):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=FRIDAY, unannounced=True)
        with pytest.raises(Refused, match="unannounced"):
            give(cast, PlannedVisit.objects.get())
        assert not Release.objects.exists()


def test_of_a_visit_called_off_nobody_is_told(cast, planned):
    with acting_as(cast.aisha):
        call_off_visit(by=cast.aisha, about=cast.maya, planned=planned, told_before="no", because="I am ill today.")
        with pytest.raises(Refused, match="made, moved or called off already"):
            give(cast, planned)


def test_the_same_form_sent_twice_leaves_once(cast, planned):
    with acting_as(cast.aisha):
        assert give(cast, planned, key="once") == give(cast, planned, key="once")
        assert Release.objects.count() == 1


def test_someone_from_another_team_sends_nothing(cast, planned):
    with acting_as(cast.sol), pytest.raises(NotYours):
        give(cast, planned, by=cast.sol)


def test_nothing_leaves_when_the_log_cannot_be_written(cast, planned):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        give(cast, planned)
    assert not Appointment.objects.exists()
    assert not Release.objects.exists()


def test_a_partner_holds_no_grant_on_who_was_told_and_of_a_family_each_knows_of_their_own(cast, planned):
    with acting_as(cast.aisha):
        give(cast, planned)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), acting_as(cast.actors["priya"]):
        Appointment.objects.count()
    for who, knows_of in (("kelly", 1), ("tomek", 0), ("gary", 0)):
        with acting_as(cast.actors[who]):
            assert Appointment.objects.count() == Paper.objects.count() == knows_of, who


def test_of_a_sealed_child_there_is_no_appointment(cast, planned):
    with acting_as(cast.aisha):
        give(cast, planned)
    seal(cast, cast.maya)
    with acting_as(cast.aisha):
        assert not Appointment.objects.exists()


@pytest.mark.parametrize(("title", "word"), [("Appointment", ""), ("A cup of tea", ""), ("Court date", "court")])
def test_a_title_that_tells_is_found_by_its_word(title, word):
    assert rules.tells(title) == word


def test_the_page_offers_a_letter_with_what_suits_the_child_and_leaves_out_whom_it_is_not_safe_to_tell(
    browse, cast, planned
):
    not_safe(cast, "tomek")
    with acting_as(cast.aisha):
        say_about_me(by=cast.aisha, about=cast.maya, part="pace", text="After tea, for ten minutes.", said_by="child")
    body = text(browse("aisha").get(page("tell-of-visit", cast.maya, planned.pk)))
    for said in (
        "I will see you on Friday 20 November 2026 at 10am, at your home.",
        "After tea, for ten minutes.",
        "01632 960110",
        "Nothing goes to Tomek Nowak.",
        "Who else will see this at home?",
    ):
        assert said in body, said
    assert f'value="{cast.people["tomek"].ref}"' not in body
    assert f'value="{cast.people["kelly"].ref}"' in body


def sent(cast, **given):
    usual = {
        "recipient": cast.people["kelly"].ref,
        "title": "Appointment",
        "text": "I will see you on Friday.",
        "who_else_sees": "nobody else",
    }
    return {**usual, **given}


def test_a_letter_is_released_printed_and_its_entry_saved(browse, cast, planned):
    client = browse("aisha")
    answer = client.post(page("tell-of-visit", cast.maya, planned.pk), sent(cast))
    assert answer.status_code == 303
    body = text(client.get(answer["Location"]))
    assert "released-copy" in body
    assert "I will see you on Friday." in body
    file = client.get(f"{answer['Location']}file/")
    assert file["Content-Type"].startswith("text/calendar")
    assert "appointment-" in file["Content-Disposition"]
    assert b"BEGIN:VEVENT" in file.content
    assert "Letter for Kelly Okafor" in text(client.get(page("child-contacts", cast.maya)))
    assert browse("kelly").get(f"{answer['Location']}file/").status_code == 404


def test_what_must_not_leave_is_said_and_the_letter_is_still_there(browse, cast, planned):
    where = page("tell-of-visit", cast.maya, planned.pk)
    answer = browse("aisha").post(where, sent(cast, text="We meet at 14 Larkspur Court, as always."))
    assert answer.status_code == 422
    assert "as always" in text(answer)


def test_a_moved_visit_says_what_it_is_instead_of_and_that_we_are_sorry(browse, cast, planned):
    with acting_as(cast.aisha):
        new = rearrange_visit(
            by=cast.aisha,
            about=cast.maya,
            planned=planned,
            planned_for=FRIDAY + timedelta(days=3),
            told_before="no",
            because="Court.",
            moved_by="us",
        )
    body = text(browse("aisha").get(page("tell-of-visit", cast.maya, new.pk)))
    assert "This is instead of Friday 20 November 2026. I am sorry for the change." in body


def test_that_it_is_not_safe_to_tell_is_said_and_ended_on_pages(browse, cast, planned):
    client, review = browse("aisha"), TODAY + timedelta(days=14)
    given = {
        "person": cast.people["tomek"].ref,
        "reason": "risk_to_child",
        "because": "He waited outside after the last letter.",
        "decided_by": "Grace Adeyemi",
        "review_on-day": review.day,
        "review_on-month": review.month,
        "review_on-year": review.year,
    }
    where = page("not-safe-to-tell", cast.maya)
    missing = client.post(where, {**given, "because": ""})
    assert missing.status_code == 422
    assert "Grace Adeyemi" in text(missing)
    assert client.post(where, given).status_code == 303
    assert "It is safe again" in text(client.get(where))
    with acting_as(cast.aisha):
        from kith.people.models import NotSafeToTell

        said = NotSafeToTell.objects.get()
    ended = client.post(page("safe-to-tell", cast.maya, said.pk), {"because": "The court has heard him out."})
    assert ended.status_code == 303
    assert "It is safe again" not in text(client.get(where))
    assert client.get(page("safe-to-tell", cast.maya, said.pk)).status_code == 404


# -- on the family's own page


def letter(cast, planned, **details):
    with acting_as(cast.aisha):
        return give(cast, planned, **details).release


def test_a_mother_puts_a_letter_of_her_own_into_her_calendar(browse, cast, planned):
    release, kelly = letter(cast, planned), browse("kelly")
    path = f"/p/papers/{release.pk}/calendar/"
    assert path in kelly.get(f"/p/papers/{release.pk}/").content.decode()
    file = kelly.get(path)
    assert file["Content-Type"].startswith("text/calendar")
    assert Calendar.from_ical(file.content).walk("VEVENT")[0]["summary"] == "Appointment"
    assert "no-store" in file["Cache-Control"]
    for other in ("tomek", "gary", "priya", "aisha"):
        assert browse(other).get(path).status_code == 404, other


def test_a_calendar_entry_is_gone_once_its_time_no_longer_stands(browse, cast, planned):
    release, kelly = letter(cast, planned), browse("kelly")
    with acting_as(cast.aisha):
        rearrange_visit(
            by=cast.aisha,
            about=cast.maya,
            planned=planned,
            planned_for=FRIDAY + timedelta(days=4),
            told_before="no",
            because="A court date.",
            moved_by="us",
        )
    assert "This time has changed." in text(kelly.get(f"/p/papers/{release.pk}/"))
    assert kelly.get(f"/p/papers/{release.pk}/calendar/").status_code == 404


def test_whom_it_is_no_longer_safe_to_tell_finds_no_calendar_entry(browse, cast, planned):
    release, kelly = letter(cast, planned), browse("kelly")
    not_safe(cast, "kelly")
    assert kelly.get(f"/p/papers/{release.pk}/calendar/").status_code == 404
    assert "calendar" not in text(kelly.get(f"/p/papers/{release.pk}/"))
