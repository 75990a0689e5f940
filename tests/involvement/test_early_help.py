"""Early help begun by whoever is close to the family; the services of the child's age asked in; more help, on one
screen, with nothing told again (S2-15, S1-29, S2-03, J13).
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith import packs
from kith.access import Right, acting_as
from kith.calendar import PartDate
from kith.directory.acts import give_role
from kith.directory.models import Account, Notice, Role
from kith.involvement import queries, rules
from kith.involvement.acts import (
    answer_service,
    ask_for_level,
    begin_early_help,
    begin_early_help_with,
    change_level,
    close_work,
    note_joined,
    note_share_agreed,
)
from kith.involvement.models import EarlyHelp, LeadWorker, ServiceAsked, Spell
from kith.people.models import Person
from kith.plans.acts import agree_plan, make_family_plan
from kith.plans.models import Plan
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.plans.in_the_room import WHOLE
from tests.visits.going import the_log_will_not_be_written

SAID = {"wants": "Mornings are a fight, and nobody sleeps.", "agreed": "Kelly, and Leo nodded: the school may know."}
BABY = {"given": "Ivo", "family": "Marsh", "born": PartDate(TODAY - timedelta(days=300), "day"), "sex": "M"}


@pytest.fixture
def sol(cast):
    """Of another team, with no tie to anybody: leads early help."""
    with acting_as(cast.system):
        account = Account.objects.get(pk=cast.sol.account_id)
        give_role(by=cast.system, account=account, role=Role.objects.get(code="early_help_lead"))
    return replace(cast.sol, rights=cast.sol.rights | {Right.LEAD_EARLY_HELP})


def begun(sol, **changed):
    with acting_as(sol):
        return begin_early_help_with(by=sol, about=None, **{**SAID, **BABY, **changed})


def services(child):
    return {one.service: one for one in ServiceAsked.objects.filter(person=child)}


def test_s2_15_a_service_the_family_said_no_to_is_not_asked_in_and_why_not_is_kept(cast, sol):
    child = begun(sol)
    with acting_as(sol):
        service = ServiceAsked.objects.filter(person=child).order_by("pk").first()
        label = packs.pack_for("england", TODAY).label("universal_service", service.service)
        told = {"by": sol, "about": child}
        note_share_agreed(**told, who="Kelly Marsh", said="no", called=label)
        with pytest.raises(Refused, match="Kelly Marsh does not agree") as refusal:
            answer_service(**told, service=service, ask=True)
        assert refusal.value.field == "ask"
        assert answer_service(**told, service=service, ask=False, because="Kelly does not want them in it.").answered


def test_s2_15_it_is_begun_without_a_social_worker_and_led_from_that_moment(cast, sol):
    child = begun(sol)
    with acting_as(sol):
        lead = LeadWorker.objects.get(person=child)
        assert (lead.name, lead.family_told_on, lead.spell.level) == ("Sol Marsh", TODAY, "early_help")
        assert queries.early_help_of(child).wants == SAID["wants"]


def test_s2_15_with_a_child_who_is_known_already(cast, sol):
    with acting_as(cast.grace):
        close_work(by=cast.grace, about=cast.leo, reason="RC3")
    with acting_as(sol):
        made = begin_early_help(by=sol, about=cast.leo, **SAID)
        assert made.spell.follows == Spell.objects.filter(person=cast.leo).order_by("pk").first()


def test_s1_29_the_services_of_the_childs_age_are_proposed(cast, sol):
    assert set(services(begun(sol))) == {"doctor", "health_visitor", "nursery"}
    older = begun(sol, given="Una", born=PartDate(date(2017, 1, 2), "day"))
    assert set(services(older)) == {"doctor", "school", "school_nurse"}
    unknown = begun(sol, given="Abe", born=None)
    assert len(services(unknown)) == 5


def test_s1_29_each_is_asked_or_there_is_a_reason_and_the_days_are_counted(cast, sol):
    child = begun(sol, needed_on=TODAY - timedelta(days=10))
    proposed = services(child)
    with acting_as(sol):
        with pytest.raises(Refused) as refusal:
            answer_service(by=sol, about=child, service=proposed["nursery"], ask=False, because="n/a")
        assert refusal.value.field == "because"
        answer_service(by=sol, about=child, service=proposed["nursery"], ask=False, because="He has no nursery yet.")
        asked = answer_service(by=sol, about=child, service=proposed["health_visitor"], ask=True)
        with pytest.raises(Refused, match="already"):
            answer_service(by=sol, about=child, service=asked, ask=True)
        assert rules.days_to_joint_work(TODAY - timedelta(days=10), services(child).values()) is None
        note_joined(by=sol, about=child, service=asked, who="Priya Nair")
        assert rules.days_to_joint_work(TODAY - timedelta(days=10), services(child).values()) == 10
        with pytest.raises(Refused, match="already"):
            note_joined(by=sol, about=child, service=asked, who="Priya Nair")


def test_who_joins_in_is_named_and_not_before_the_need(cast, sol):
    child = begun(sol)
    doctor = services(child)["doctor"]
    with acting_as(sol):
        with pytest.raises(Refused, match="who it was"):
            note_joined(by=sol, about=child, service=doctor, who=" ")
        with pytest.raises(Refused, match="before more help"):
            note_joined(by=sol, about=child, on=TODAY - timedelta(days=1), service=doctor, who="Dr Moss")
    assert not ServiceAsked.objects.exclude(joined_on=None).exists()


def test_twin_a_service_nobody_asked_and_that_came_all_the_same_counts(cast, sol):
    child = begun(sol)
    with acting_as(sol):
        note_joined(by=sol, about=child, service=services(child)["doctor"], who="Dr Moss")
    assert services(child)["doctor"].asked_on == TODAY


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"wants": "."}, "wants"), ({"agreed": " "}, "agreed"), ({"needed_on": date(2027, 1, 1)}, "needed_on")],
)
def test_s2_15_it_is_the_familys_own_and_theirs_to_agree_to(cast, sol, changed, field):
    with pytest.raises(Refused) as refusal:
        begun(sol, **changed)
    assert refusal.value.field == field
    assert not EarlyHelp.objects.exists()


def test_twin_neither_birthday_nor_since_when_is_needed_to_begin(cast, sol):
    assert begun(sol, born=None).called == "Ivo Marsh"


def test_one_thread_while_work_is_open(cast, sol):
    with acting_as(sol), pytest.raises(Refused, match="already open"):
        begin_early_help(by=sol, about=cast.maya, **SAID)


def test_somebody_alike_is_looked_at_first(cast, sol):
    with pytest.raises(Refused, match="may be this child"):
        begun(sol, given="Maya", family="Okafor-Nowak", born=PartDate(date(2017, 3, 4), "day"))


@pytest.mark.parametrize("name", ["aisha", "priya", "kelly", "theo"])
def test_for_others_it_is_not_theirs_to_begin(cast, name):
    actor = cast.actors[name]
    with acting_as(actor), pytest.raises(NotYours):
        begin_early_help(by=actor, about=cast.maya, **SAID)


def test_j13_from_the_plan_in_the_room_to_more_help_with_one_answer(cast, sol):
    child = begun(sol)
    with acting_as(sol):
        plan = make_family_plan(by=sol, about=child, **WHOLE)
        agree_plan(by=sol, about=child, plan=plan, no_parents_change_because="")
        before = Person.objects.count()
        change = ask_for_level(by=sol, about=child, level="child_in_need", what_changed="He lost weight again.")
    with acting_as(cast.system):
        told = set(Notice.objects.filter(kind="level_asked").values_list("account_id", flat=True))
    assert cast.theo.account_id in told
    with acting_as(cast.grace):
        change_level(by=cast.grace, about=child, change=change, family_told_on=TODAY)
    with acting_as(sol):
        spell = Spell.objects.get(person=child, closed_on=None)
        assert (spell.level, spell.follows.level) == ("child_in_need", "early_help")
        assert LeadWorker.objects.get(spell=spell, until_on=None).name == "Sol Marsh"
        assert Plan.objects.get(person=child, ended_on=None).agreed
        assert Person.objects.count() == before


def test_s2_15_a_plan_nobody_leads_is_kept_and_not_agreed(cast, sol):
    child = begun(sol)
    with acting_as(sol):
        plan = make_family_plan(by=sol, about=child, **WHOLE)
        lead = LeadWorker.objects.get(person=child)
    with acting_as(cast.system):
        LeadWorker.objects.filter(pk=lead.pk)._raw_delete("default")
    with acting_as(sol):
        with pytest.raises(Refused, match="Nobody leads the work"):
            agree_plan(by=sol, about=child, plan=plan)
        assert Plan.objects.get(person=child).because == WHOLE["because"]


DOING = {
    "begin_early_help_with": lambda sol, child, one: begin_early_help_with(
        by=sol, about=None, **{**SAID, **BABY, "given": "Otto", "family": "Quell", "born": None}
    ),
    "answer_service": lambda sol, child, one: answer_service(by=sol, about=child, service=one, ask=True),
    "note_joined": lambda sol, child, one: note_joined(by=sol, about=child, service=one, who="Dr Moss"),
    "make_family_plan": lambda sol, child, one: make_family_plan(by=sol, about=child, **WHOLE),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, sol, name):
    child = begun(sol)
    models = (Person, Spell, LeadWorker, EarlyHelp, ServiceAsked, Plan)
    with acting_as(cast.system):
        before = [list(model.objects.order_by("pk").values()) for model in models]
    with the_log_will_not_be_written(), acting_as(sol):
        DOING[name](sol, child, services(child)["doctor"])
    with acting_as(cast.system):
        assert before == [list(model.objects.order_by("pk").values()) for model in models]


def test_begin_early_help_saves_nothing_either(cast, sol):
    with acting_as(cast.grace):
        close_work(by=cast.grace, about=cast.leo, reason="RC3")
    with the_log_will_not_be_written(), acting_as(sol):
        begin_early_help(by=sol, about=cast.leo, **SAID)
    assert not EarlyHelp.objects.exists()
