"""Worried now: one field, for anyone, about anyone; it reaches duty, and the next on the rota when nobody takes it."""

from datetime import timedelta

import pytest
from django.db import connection

from kith.access import SYSTEM, acting_as
from kith.directory.acts import take_duty
from kith.directory.models import Account, DutyTurn, Notice
from kith.involvement.models import ImmediateConcern
from tests.cast import NOW

WHAT = {"what": "He is sitting on the roof.", "key": "one-form"}


@pytest.mark.parametrize("reader", ["", "aisha", "sol", "priya", "kelly"])
def test_anyone_can_say_they_are_worried_with_one_field_and_duty_is_told_at_once(cast, browse, reader):
    page = browse(reader).post("/worried/", WHAT)
    assert page.status_code == 200
    assert "01632 960199" in page.content.decode()
    concern = ImmediateConcern.objects.get()
    assert concern.what == WHAT["what"]
    assert concern.told_id == cast.theo.account_id
    assert concern.told_at == concern.raised_at
    assert Notice.objects.filter(account_id=cast.theo.account_id, kind="worried_now").count() == 1


def test_pressing_twice_makes_one_concern(cast, browse):
    aisha = browse("aisha")
    aisha.post("/worried/", WHAT)
    aisha.post("/worried/", WHAT)
    assert ImmediateConcern.objects.count() == 1
    assert Notice.objects.filter(kind="worried_now").count() == 1


def test_an_empty_form_is_a_clear_error_and_the_other_words_stay(cast, browse):
    page = browse("").post("/worried/", {"what": "", "who": "A girl with a red bag", "key": "k"})
    assert page.status_code == 422
    assert "A few words are enough" in page.content.decode()
    assert "A girl with a red bag" in page.content.decode()


def test_when_nobody_is_on_the_rota_it_is_kept_and_the_page_says_whom_to_ring(cast, browse):
    DutyTurn.objects.all()._raw_delete("default")
    page = browse("").post("/worried/", WHAT).content.decode()
    assert "Nobody is on the rota" in page
    assert "999" in page
    assert ImmediateConcern.objects.get().told_id is None


def test_only_duty_reads_the_list_and_only_one_person_takes_a_concern(cast, browse):
    browse("").post("/worried/", WHAT)
    concern = ImmediateConcern.objects.get()
    for reader in ("aisha", "sol", "priya", "kelly"):
        assert browse(reader).get("/duty/").status_code == 404
        assert browse(reader).post(f"/duty/{concern.pk}/").status_code == 404
    theo = browse("theo")
    assert "He is sitting on the roof." in theo.get("/duty/").content.decode()
    assert theo.post(f"/duty/{concern.pk}/").status_code == 303
    again = theo.post(f"/duty/{concern.pk}/")
    assert again.status_code == 422
    assert "already has this" in again.content.decode()


def test_a_concern_nobody_takes_in_a_quarter_of_an_hour_goes_to_the_next_on_the_rota(cast, browse):
    with acting_as(cast.system):
        take_duty(
            by=cast.system,
            account=Account.objects.get(pk=cast.grace.account_id),
            name="Grace Adeyemi",
            phone="01632 960198",
            starts_at=NOW - timedelta(hours=2),
            ends_at=NOW + timedelta(hours=10),
            place=2,
        )
    browse("").post("/worried/", WHAT)
    assert passed_on(NOW + timedelta(minutes=14)) == 0
    assert passed_on(NOW + timedelta(minutes=15)) == 1
    assert ImmediateConcern.objects.get().told_id == cast.grace.account_id
    assert Notice.objects.filter(account_id=cast.grace.account_id, kind="worried_now").count() == 1


def passed_on(moment):
    with acting_as(SYSTEM(moment)), connection.cursor() as cursor:
        cursor.execute("select kith_pass_on_concerns(15)")
        return cursor.fetchone()[0]
