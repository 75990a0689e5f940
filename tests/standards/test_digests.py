"""E-mails about what is owed: numbers alone, at the hour somebody chose, once, and never in quiet hours."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.db import connection
from django.urls import reverse

from kith import packs
from kith.access import acting_as
from kith.access.actor import HOME_TIME
from kith.directory.acts import end_tie, plan_absence, restrict
from kith.directory.models import Account, Staff, Tie
from kith.involvement.queries import led_by_team
from kith.record import NotYours, Refused
from kith.standards import queries
from kith.standards.jobs import send_digest, send_digests
from kith.workforce import rules
from kith.workforce.acts import choose_digest
from kith.workforce.models import Digest, DigestWish
from kith.workforce.queries import digest_wish, digests_wanted
from tests.cast import NOW, TODAY
from tests.standards.postbox import postbox
from tests.visits.going import text, the_log_will_not_be_written

ENGLAND = packs.pack_for("england-2026", TODAY)
CHOOSE = reverse("choose-digest")


def sent(cast, name="aisha", weekly=False):
    with acting_as(cast.system):
        send_digest(by=cast.system, key="", account=cast.actors[name].account_id, weekly=int(weekly))


def wanted(cast, at=NOW):
    with acting_as(cast.system):
        return set(digests_wanted(at.astimezone(HOME_TIME), ENGLAND))


def chosen(by, daily=True, weekly=True, hour=9):
    return choose_digest(by=by, daily=daily, weekly=weekly, hour=hour)


def test_it_says_how_much_is_owed_as_many_as_the_list_and_names_nobody(cast, settings):
    with acting_as(cast.aisha):
        owed = queries.owed_today(cast.aisha, [cast.maya.pk, cast.leo.pk, cast.sam.pk])
    late, due = (sum(row.state == state for row in owed) for state in ("missed", "due"))
    with postbox(settings) as letters:
        sent(cast)
    (letter,) = letters
    said = letter.get_payload(decode=True).decode()
    assert f"{late} promises late, {due} due soon" in said
    assert "/today/" in said
    assert letter["Subject"] == "Kith: your day"
    for name in ("Maya", "Leo", "Sam", "Okafor", "Nowak", "Kelly", cast.maya.ref):
        assert name not in letter.as_string()


def test_a_manager_is_told_of_the_team_and_a_worker_who_manages_nobody_is_not(cast, settings):
    with postbox(settings) as letters:
        sent(cast, "grace", weekly=True)
        sent(cast, "aisha", weekly=True)
    (letter,) = letters
    assert letter["Subject"] == "Kith: your team this week"
    assert "/team/" in letter.get_payload(decode=True).decode()


@pytest.mark.parametrize("level", ["restricted", "sealed"])
def test_a_child_whose_record_is_closed_to_the_manager_is_in_no_number_of_their_e_mail(cast, settings, level):
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.leo,
            level=level,
            because="A colleague's own family.",
            guardian=Account.objects.get(pk=cast.actors["rowan"].account_id),
            review_on=TODAY + timedelta(days=30),
        )
        for tie in Tie.objects.filter(person=cast.leo, account_id=cast.grace.account_id, ends_at=None):
            end_tie(by=cast.system, about=cast.leo, tie=tie)
    with acting_as(cast.grace):
        led = [lead.person_id for lead in led_by_team(cast.grace.team_id)]
        assert cast.leo.pk not in led
        states = [row.state for row in queries.owed_today(cast.grace, led)]
    with postbox(settings):
        sent(cast, "grace", weekly=True)
    made = Digest.objects.get(account_id=cast.grace.account_id, weekly=True)
    assert (made.late, made.due) == (states.count("missed"), states.count("due"))


def test_asked_for_twice_it_is_sent_once(cast, settings):
    with postbox(settings) as letters:
        sent(cast)
        sent(cast)
    assert len(letters) == 1
    assert (cast.aisha.account_id, False) not in wanted(cast)


def test_when_nothing_is_owed_nothing_is_sent_and_it_is_not_looked_up_again_that_day(cast, settings):
    with postbox(settings) as letters:
        sent(cast, "sol")
    assert letters == []
    made = Digest.objects.get(account_id=cast.sol.account_id)
    assert (made.on, made.late, made.due, made.sent_at) == (TODAY, 0, 0, None)
    assert (cast.sol.account_id, False) not in wanted(cast)


def test_what_the_mail_server_refuses_fails_loudly_so_that_the_job_is_tried_again(cast, settings):
    with postbox(settings, refuses=True), pytest.raises(SMTPRecipientsRefused):
        sent(cast)


def test_without_a_mail_server_nothing_is_asked_for(cast, settings):
    settings.EMAIL_HOST = ""
    assert _asked(cast) == []
    settings.EMAIL_HOST = "mail.example.test"
    assert {"account": cast.aisha.account_id, "weekly": 0} in _asked(cast)


def _asked(cast):
    with acting_as(cast.system):
        send_digests(by=cast.system, key="")
    with connection.cursor() as cursor:
        cursor.execute("select args from procrastinate_jobs where task_name = 'send_digest'")
        return [json.loads(row[0]) for row in cursor.fetchall()]


@pytest.mark.parametrize(
    ("at", "hour", "weekly", "is_time"),
    [
        ("2026-11-17 08:00", 8, False, True),
        ("2026-11-17 07:50", 8, False, False),  # not yet
        ("2026-11-17 13:00", 8, False, True),  # the worker slept: still today
        ("2026-11-17 18:00", 8, False, False),  # the evening is quiet
        ("2026-11-17 06:50", 5, False, False),  # whatever hour a row holds
        ("2026-11-21 09:00", 8, False, False),  # Saturday
        ("2026-12-25 09:00", 8, False, False),
        ("2026-11-16 09:00", 8, True, True),  # Monday
        ("2026-11-17 09:00", 8, True, False),
        ("2026-04-06 09:00", 8, True, False),  # Easter Monday
        ("2026-04-07 09:00", 8, True, True),  # the week begins on Tuesday
    ],
)
def test_when_it_may_come(at, hour, weekly, is_time):
    there = datetime.fromisoformat(at).replace(tzinfo=HOME_TIME)
    assert rules.is_time(hour, weekly, there, ENGLAND) is is_time


def test_the_hour_is_that_of_the_clock_on_the_wall(cast):
    summer = datetime(2026, 6, 16, 7, 5, tzinfo=UTC)  # five past eight here
    cast.system = replace(cast.system, now=summer)
    assert (cast.aisha.account_id, False) in wanted(cast, summer)
    assert (cast.aisha.account_id, False) not in wanted(cast, summer - timedelta(minutes=10))


def test_whoever_is_away_or_wants_none_is_left_in_peace(cast):
    both = {(cast.aisha.account_id, False), (cast.grace.account_id, False)}
    assert both <= wanted(cast)
    with acting_as(cast.grace):
        chosen(cast.grace, daily=False)
        away = {"from_on": TODAY, "until_on": TODAY + timedelta(days=3)}
        plan_absence(by=cast.grace, worker=Staff.objects.get(account_id=cast.aisha.account_id), **away)
    assert not both & wanted(cast)


def test_somebody_chooses_when_on_a_page_and_what_was_chosen_stands(cast, browse):
    aisha = browse("aisha")
    assert "E-mails about my work" in text(aisha.get("/today/"))
    shown = text(aisha.get(CHOOSE))
    assert "8:00" in shown
    assert "my team" not in shown
    assert "my team" in text(browse("grace").get(CHOOSE))
    assert aisha.post(CHOOSE, {"hour": "10"}).status_code == 303
    wish = DigestWish.objects.get()
    assert (wish.account_id, wish.daily, wish.weekly, wish.hour) == (cast.aisha.account_id, False, True, 10)
    assert aisha.post(CHOOSE, {"hour": "22"}).status_code == 422


def test_an_hour_at_night_is_refused_and_families_choose_none(cast):
    with acting_as(cast.aisha), pytest.raises(Refused, match="hour of the working day"):
        chosen(cast.aisha, hour=22)
    with acting_as(cast.kelly), pytest.raises(NotYours):
        chosen(cast.kelly)


def test_nobody_reads_when_another_wants_theirs(cast):
    with acting_as(cast.aisha):
        chosen(cast.aisha)
        assert digest_wish(cast.aisha.account_id).hour == 9
    with acting_as(cast.grace):
        assert DigestWish.objects.count() == Digest.objects.count() == 0


def test_nothing_is_saved_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written("record_occasion"), acting_as(cast.aisha):
        chosen(cast.aisha)
    assert not DigestWish.objects.exists()
