"""Acts: the one way anything is written. What is not allowed, not whole or not an act leaves nothing behind."""

import os
import threading
from contextlib import contextmanager

import psycopg
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from kith.access import SYSTEM, Actor, Audience, acting_as
from kith.access.policies import CHANGE
from kith.directory.acts import add_agency
from kith.people.acts import add_relationship, begin_record, confirm_situation, end_relationship
from kith.people.models import Person, Relationship
from kith.record import NotInAnAct, NotYours, Refused, attempts
from kith.record.acting import ACTS
from kith.record.models import Act, Attempt, Occasion, Recorded
from tests.cast import NOW, TODAY
from tests.committed import connected
from tests.databases import owner


def relate(cast, by, key="", **details):
    details = {"kind": "friend", "source": "Kelly", **details}
    return add_relationship(by=by, about=cast.maya, other=cast.people["gary"], key=key, **details)


def counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Occasion, Act, Person, Relationship))


def test_an_act_writes_who_did_what_about_whom_when_in_a_sentence(cast):
    with acting_as(cast.aisha) as aisha:
        made = relate(cast, aisha)

        line = Act.objects.filter(name="add_relationship").latest("id")
        assert (line.person, line.said) == (cast.maya, "Aisha Khan recorded who belongs to Maya Okafor-Nowak.")
        occasion = line.occasion
        assert (occasion.by_id, occasion.by_name, occasion.audience) == (aisha.account_id, "Aisha Khan", "staff")
        assert (occasion.recorded_at, occasion.happened_on, occasion.pack[:7]) == (NOW, TODAY, "england")
        assert made.act == made.latest_act == line
        assert occasion.xid > 0


@pytest.mark.parametrize("table", ["record_occasion", "record_act"])
def test_when_the_audit_cannot_be_written_nothing_is_saved(cast, table):
    with acting_as(cast.aisha):
        before = counts()
    with connection.cursor() as cursor:
        cursor.execute(
            "create function disk_full() returns trigger language plpgsql as"
            " $$ begin raise exception 'the audit cannot be written'; end $$"
        )
        cursor.execute(f"create trigger disk_full before insert on {table} for each row execute function disk_full()")
    with acting_as(cast.aisha) as aisha:
        with pytest.raises(DatabaseError, match="audit cannot be written"), transaction.atomic():
            relate(cast, aisha)
        assert counts() == before


def test_when_the_body_fails_its_audit_goes_with_it(cast):
    with acting_as(cast.aisha) as aisha:
        before = counts()
        with pytest.raises(Refused):
            relate(cast, aisha, kind="no such kind")
        assert counts() == before


# -- refused and forbidden


def test_a_refused_and_a_forbidden_try_are_written_down_after_the_transaction_they_were_undone_with(cast):
    with attempts.collected():
        with pytest.raises(Refused), transaction.atomic(), acting_as(cast.aisha):
            relate(cast, cast.aisha, kind="no such kind")
        with pytest.raises(NotYours), transaction.atomic(), acting_as(cast.sol):
            relate(cast, cast.sol)
        assert not Attempt.objects.exists()

    refused, forbidden = Attempt.objects.order_by("outcome").reverse()
    assert (refused.outcome, refused.account_ref, refused.person_refs) == (
        "refused",
        cast.aisha.account_id,
        [cast.maya.pk],
    )
    assert refused.reason
    assert (forbidden.outcome, forbidden.name, forbidden.reason) == ("forbidden", "add_relationship", "")


def test_the_serving_login_writes_attempts_down_and_cannot_read_them(own_database):
    stranger = Actor(5, Audience.STAFF, NOW)
    with as_login("web"), attempts.collected(), pytest.raises(NotYours), transaction.atomic(), acting_as(stranger):
        add_agency(by=stranger, name="Mine", kind="school")

    with owner(own_database) as reader:
        assert reader.execute("select account_ref, outcome from record_attempt").fetchall() == [(5, "forbidden")]
    with connected("web", own_database) as web, pytest.raises(psycopg.errors.InsufficientPrivilege):
        web.execute("select * from record_attempt")


@contextmanager
def as_login(login):
    """Django's own connection as one of the logins a real process has."""
    from django.conf import settings

    from kith.settings.databases import database

    before = {key: connection.settings_dict[key] for key in ("USER", "PASSWORD")}
    found = database(os.environ, settings.HOME, login)
    connection.close()
    connection.settings_dict.update({key: found[key] for key in before})
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)


# -- outside an act


@pytest.mark.parametrize("model", [m for m in apps.get_models() if issubclass(m, Recorded)], ids=lambda m: m.__name__)
def test_a_recorded_row_is_written_by_an_act_or_not_at_all(db, model):
    row = model()
    with acting_as(SYSTEM(NOW)):
        for write in (
            row.save,
            row.delete,
            lambda: model.objects.create(),
            lambda: model.objects.update(pk=1),
            lambda: model.objects.filter(pk=1).delete(),
            lambda: model.objects.bulk_create([row]),
            lambda: model.objects.bulk_update([row], ["pk"]),
            lambda: model.objects.get_or_create(pk=1),
            lambda: model.objects.update_or_create(pk=1),
        ):
            with pytest.raises(NotInAnAct):
                write()


def test_related_rows_are_behind_the_same_guard(cast):
    with acting_as(cast.system):
        for write in (
            lambda: cast.harbour.staff.update(phone=""),
            lambda: cast.harbour.staff.create(name="Nobody"),
            lambda: cast.people["health"].teams.all().delete(),
        ):
            with pytest.raises(NotInAnAct):
                write()


def test_nothing_is_deleted_even_in_an_act(cast):
    with acting_as(cast.aisha) as aisha:
        made = relate(cast, aisha)
        with pytest.raises(NotInAnAct, match="Nothing is deleted"):
            made.delete()


# -- the same form sent twice


def test_the_same_form_sent_twice_gives_the_first_result_and_one_record(cast):
    with acting_as(cast.aisha) as aisha:
        first = relate(cast, aisha, key="form-1")
        before = counts()
        assert relate(cast, aisha, key="form-1") == first
        assert counts() == before


def test_a_form_that_changes_a_row_sent_twice_gives_the_row(cast):
    with acting_as(cast.aisha) as aisha:
        made = relate(cast, aisha)
        for _ in range(2):
            ended = end_relationship(by=aisha, about=cast.maya, relationship=made, key="form-2")
        assert ended == made
        assert Occasion.objects.filter(name="end_relationship").count() == 1


def test_where_an_act_makes_nothing_the_occasion_answers_the_second_time(cast):
    with acting_as(cast.aisha) as aisha:
        for _ in range(2):
            answered = confirm_situation(by=aisha, about=cast.maya, key="form-3")
        assert answered.name == "confirm_situation"
        assert Occasion.objects.filter(name="confirm_situation").count() == 1


def test_another_persons_form_with_the_same_key_is_their_own(cast):
    with acting_as(cast.aisha) as aisha:
        relate(cast, aisha, key="form-4")
    with acting_as(cast.grace) as grace, pytest.raises(Refused):  # recorded already: their act was really tried
        relate(cast, grace, key="form-4")


def test_two_connections_racing_with_one_form_make_one_record_and_get_the_same_answer(own_database):
    begun, may_end = threading.Event(), threading.Event()
    answers: dict[str, object] = {}

    def send(name: str, *, first: bool) -> None:
        try:
            with transaction.atomic(), acting_as(SYSTEM(NOW)) as by:
                answers[name] = begin_record(by=by, given="Ada", family="Example", key="one form")
                if first:
                    begun.set()
                    assert may_end.wait(30)
        except Exception as trouble:
            answers[name] = trouble
        finally:
            connection.close()

    slow = threading.Thread(target=send, args=("slow",), kwargs={"first": True})
    quick = threading.Thread(target=send, args=("quick",), kwargs={"first": False})
    slow.start()
    assert begun.wait(30)
    quick.start()
    with owner(own_database) as looking:  # the second waits on the first one's key before the first may end
        while quick.is_alive() and not waiting(looking):
            pass
    may_end.set()
    slow.join(30)
    quick.join(30)

    assert answers["slow"] == answers["quick"] == Person.objects.get()
    assert Occasion.objects.filter(name="begin_record").count() == 1


def waiting(looking: psycopg.Connection) -> bool:
    query = "select 1 from pg_stat_activity where datname = current_database() and wait_event = 'transactionid'"
    return bool(looking.execute(query).fetchone())


# -- row versions


def test_every_state_of_a_row_is_kept_for_audiences_that_may_not_look_at_it(cast):
    with acting_as(cast.aisha) as aisha:
        made = relate(cast, aisha)
        end_relationship(by=aisha, about=cast.maya, relationship=made)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            list(made.events.all())
    versions = made.events.order_by("pgh_id")
    assert [(version.pgh_label, version.until_on) for version in versions] == [("insert", None), ("update", TODAY)]


def test_every_recorded_table_that_anyone_may_change_keeps_versions_of_its_rows():
    for model in apps.get_models():
        if issubclass(model, Recorded) and any(CHANGE in rule.may for rule in model.policy.rules.values()):
            assert hasattr(model, "pgh_event_models"), f"{model._meta.label} forgets what it said before"


def test_acts_have_names_and_sentences_and_say_what_they_need():
    assert len(ACTS) > 20
    for terms in ACTS.values():
        assert terms.says
        assert terms.tie or terms.needs, f"{terms.name} may be done by anyone"
