"""What a family tells of racism or discrimination is for those who work with the child; and it changes how we work."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from kith.access import acting_as
from kith.directory.acts import begin_tie, break_glass
from kith.people import acts, queries
from kith.people.models import Adaptation, LivedThrough
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import NOW, TODAY
from tests.visits.going import the_log_will_not_be_written

TOLD = {"answer": "yes", "whose": "family", "words": "Called names at the school gate.", "told_by": "Kelly"}


def told(by, child, **given):
    return acts.note_lived_through(by=by, about=child, **{**TOLD, **given})


def adapted(by, child, row, **given):
    return acts.note_adaptation(by=by, about=child, told=row, **{"what": "We meet at Nan's, not at school.", **given})


def once_told(cast):
    with acting_as(cast.aisha):
        return told(cast.aisha, cast.maya)


@pytest.mark.parametrize("name", ["aisha", "theo"])
def test_whoever_works_with_the_child_may_write_it_and_so_may_duty(cast, name):
    by = cast.actors[name]
    with acting_as(by):
        row = told(by, cast.maya)
        assert adapted(by, cast.maya, row).told_id == row.pk
        assert LivedThrough.objects.get().words == TOLD["words"]


def test_a_stranger_may_not(cast):
    row = once_told(cast)
    for by in (cast.sol, cast.priya, cast.actors["kelly"]):
        with acting_as(by):
            with pytest.raises(NotYours):
                told(by, cast.maya)
            with pytest.raises(NotYours):
                adapted(by, cast.maya, row)


@pytest.mark.parametrize("model", [LivedThrough, Adaptation])
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, model):
    row = once_told(cast) if model is Adaptation else None
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        adapted(cast.aisha, cast.maya, row) if row else told(cast.aisha, cast.maya)
    with acting_as(cast.system):
        assert not model.objects.exists()


@pytest.mark.parametrize(("given", "field"), [({"answer": ""}, "answer"), ({"answer": "often"}, "answer")])
def test_an_answer_is_one_of_the_packs(cast, acting, given, field):
    with acting("aisha") as aisha, pytest.raises(Refused) as refused:
        told(aisha, cast.maya, **given)
    assert refused.value.field == field


def test_who_lived_through_it_is_one_of_the_packs(cast, acting):
    with acting("aisha") as aisha, pytest.raises(Refused, match="who lived"):
        told(aisha, cast.maya, whose="the dog")


def test_s2_22_twin_a_bare_yes_is_kept_and_so_is_what_we_do_with_nobody_named(cast, acting):
    with acting("aisha") as aisha:
        row = acts.note_lived_through(by=aisha, about=cast.maya, answer="yes")
        assert (row.words, row.told_by, row.told_on) == ("", "", TODAY)
        assert adapted(aisha, cast.maya, row).who == ""


def test_what_we_do_differently_says_something_and_answers_what_was_told_of_this_child(cast, acting):
    with acting("aisha") as aisha:
        row = told(aisha, cast.maya)
        for said in ({"what": ""}, {"what": "n/a", "why_not": "."}):
            with pytest.raises(Refused) as refused:
                adapted(aisha, cast.maya, row, **said)
            assert refused.value.field == "what"
        with pytest.raises(Refused, match="another child"):
            adapted(aisha, cast.leo, row)
        with pytest.raises(Refused, match="Nothing was told"):
            adapted(aisha, cast.maya, told(aisha, cast.maya, answer="no"))
        assert adapted(aisha, cast.maya, row, what="", why_not="We ask Rose on Friday.").why_not


def test_the_newest_answer_stands_and_a_reason_alone_leaves_it_owed(cast, acting):
    from django.conf import settings

    from kith import packs

    pack = packs.pack_for(settings.PACK, TODAY)
    with acting("aisha") as aisha:
        assert queries.fitting_of(cast.maya, pack).now is None
        row = told(aisha, cast.maya)
        assert queries.fitting_of(cast.maya, pack).owed
        adapted(aisha, cast.maya, row, what="", why_not="We ask Rose on Friday.")
        assert queries.fitting_of(cast.maya, pack).owed
        adapted(aisha, cast.maya, row)
        assert not queries.fitting_of(cast.maya, pack).owed
        told(aisha, cast.maya, answer="not_said")
        found = queries.fitting_of(cast.maya, pack)
        assert (found.now.answer, found.asks, len(found.before)) == ("not_said", False, 1)


# -- who may read it


def rows():
    with transaction.atomic():
        return LivedThrough.objects.count(), Adaptation.objects.count()


def test_s2_22_those_who_work_with_the_child_read_it_and_other_staff_do_not(cast):
    adaptation_of(cast)
    for name, found in (("aisha", (1, 1)), ("grace", (1, 1)), ("theo", (0, 0)), ("sol", (0, 0)), ("rowan", (0, 0))):
        with acting_as(cast.actors[name]):
            assert rows() == found, name


@pytest.mark.parametrize("because", ["invited", "shared"])
def test_a_tie_that_is_no_work_with_the_child_opens_nothing(cast, because):
    adaptation_of(cast)
    with acting_as(cast.system):
        begin_tie(by=cast.system, about=cast.maya, account=account(cast, "sol"), because=because)
    with acting_as(cast.sol):
        assert rows() == (0, 0)


@pytest.mark.parametrize(("days", "found"), [(0, 1), (3, 0)])
def test_who_wrote_it_and_works_with_the_child_no_more_reads_it_no_more(cast, days, found):
    with acting_as(cast.theo):
        told(cast.theo, cast.maya)
    with acting_as(cast.at("theo", NOW + timedelta(days=days))):
        assert rows() == (found, 0)


def test_a_broken_glass_opens_nothing_of_it(cast):
    adaptation_of(cast)
    guardian = account(cast, "rowan").pk
    with acting_as(cast.sol):
        because = "The school rang and nobody answers."
        break_glass(
            by=cast.sol, about=None, person=cast.maya, because=because, hours=1, guardian_id=guardian, lead_id=None
        )
        assert rows() == (0, 0)


@pytest.mark.parametrize("name", ["priya", "kelly", "tomek"])
def test_s2_22_a_partner_and_the_family_hold_no_grant_at_all(cast, name):
    adaptation_of(cast)
    if name == "priya":
        with acting_as(cast.system):
            begin_tie(by=cast.system, about=cast.maya, account=account(cast, "priya"), because="working_with")
    by = cast.actors[name]
    with acting_as(by), pytest.raises(DatabaseError), transaction.atomic():
        LivedThrough.objects.count()
    with acting_as(by), pytest.raises(DatabaseError), transaction.atomic():
        Adaptation.objects.count()


def test_s2_22_the_log_says_the_same_whatever_was_answered(cast):
    with acting_as(cast.aisha):
        for answer in ("no", "not_said", "yes"):
            row = told(cast.aisha, cast.maya, answer=answer)
        adapted(cast.aisha, cast.maya, row)
        lines = Act.objects.filter(name__in=["note_lived_through", "note_adaptation"])
        assert {line.said for line in lines} == {f"Aisha Khan wrote down how we fit our work to {cast.maya.called}."}
        assert all(line.staff_only and not line.in_story for line in lines)


def adaptation_of(cast):
    row = once_told(cast)
    with acting_as(cast.aisha):
        return adapted(cast.aisha, cast.maya, row)


def account(cast, name):
    from kith.directory.models import Account

    return Account.objects.get(pk=cast.actors[name].account_id)
