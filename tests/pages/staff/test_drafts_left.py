"""Drafts older than two days on a manager’s Monday: whose, about what kind of work, since when; never a word (J5)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from kith.access import acting_as
from kith.record.drafts import keep_draft
from kith.record.models import Draft
from kith.record.queries import drafts_left
from tests.cast import NOW
from tests.visits.going import text

SECRET = "The grey heron stood on the roof"


def left(cast, key="record-visit:K7M-4QX", name="aisha", days=3):
    by = replace(cast.actors[name], now=NOW - timedelta(days=days))
    with acting_as(by):
        return keep_draft(by=by, key=key, title=f"Visit to {SECRET}", fields={"saw": SECRET}, version=0)


def told(actor):
    with acting_as(actor):
        return [(one.account_id, one.work, one.count) for one in drafts_left()]


def test_j5_a_manager_reads_whose_drafts_lie_about_what_work_and_since_when_and_not_a_word(cast, browse):
    left(cast)
    left(cast, "record-visit:B2C-3DE")
    left(cast, "review-plan:7", days=5)
    left(cast, "answer-wish:9", days=1)
    page = browse("grace").get("/team/")
    assert (page.context["drafts_count"], len(page.context["drafts"])) == (3, 2)
    shown = text(page)
    for words in ("Drafts older than two days", "about a plan", "about a visit", "Aisha Khan", "and 3 drafts older"):
        assert words in shown
    for words in (SECRET, "K7M-4QX", "B2C-3DE"):
        assert words not in page.content.decode()


def test_j5_nobody_but_the_manager_of_their_writer_reads_it_and_the_drafts_stay_their_writers(cast, browse):
    left(cast)
    assert told(cast.grace) == [(cast.aisha.account_id, "visit", 1)]
    for name in ("aisha", "theo", "sol", "rowan", "dara"):
        assert told(cast.actors[name]) == [], name
    for name in ("priya", "kelly"):
        refused = pytest.raises(ProgrammingError, match="permission denied")
        with acting_as(cast.actors[name]), refused, transaction.atomic():
            drafts_left()
    with acting_as(cast.grace):
        assert not Draft.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute("select * from kith_drafts_left()")
            assert [column.name for column in cursor.description] == ["account_id", "work", "since", "drafts"]


def test_what_is_nobodys_to_know_of_is_only_something_else(cast):
    for key in ("challenge-decision:4", "write-supervision:4", "personal-note:4", "a-form-nobody-knows"):
        left(cast, key)
    assert told(cast.grace) == [(cast.aisha.account_id, "other", 4)]


def test_a_managers_own_drafts_are_on_no_list_of_theirs_and_none_is_no_section(cast, browse):
    left(cast, name="grace")
    assert told(cast.grace) == []
    assert "Drafts older than two days" not in text(browse("grace").get("/team/"))
