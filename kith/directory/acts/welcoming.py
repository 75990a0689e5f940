"""Agencies, teams, roles, and the people of ours and of others who are welcomed."""

from collections.abc import Callable
from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator

from kith.access import Actor, Right
from kith.directory.models import Account, Agency, PartnerWorker, Role, RoleHeld, Staff, Team
from kith.record.acting import act


def found(model: Any, *names: str) -> Callable[[dict[str, Any]], Any]:
    """How a row of the directory, which does not carry what made it, is found when the same form is sent twice."""
    return lambda given: model.objects.filter(**{name: given[name] for name in names}).order_by("pk").last()


@act("{by} added the agency {name}.", needs=Right.INVITE_PEOPLE, tie=False, again=found(Agency, "name"))
def add_agency(*, by: Actor, about: None, on: date, name: str, kind: str, phone: str = "") -> Agency:
    agency = Agency(name=name, kind=kind, phone=phone)
    agency.save()
    return agency


@act("{by} added the team {name}.", needs=Right.INVITE_PEOPLE, tie=False, again=found(Team, "name", "agency"))
def add_team(*, by: Actor, about: None, on: date, name: str, agency: Agency, phone: str = "") -> Team:
    team = Team(name=name, agency=agency, phone=phone)
    team.save()
    return team


@act("{by} defined the role {code}.", needs=Right.INVITE_PEOPLE, tie=False, again=found(Role, "code"))
def define_role(*, by: Actor, about: None, on: date, code: str, name: str, description: str, rights: list[str]) -> Role:
    role = Role.objects.filter(code=code).first() or Role(code=code)
    role.name, role.description, role.rights = name, description, rights
    role.save()
    return role


@act("{by} welcomed {name}.", needs=Right.INVITE_PEOPLE, tie=False, again=found(Staff, "account"))
def welcome_staff(
    *,
    by: Actor,
    about: None,
    on: date,
    account: Account,
    name: str,
    job_title: str,
    team: Team,
    roles: list[Role],
    phone: str = "",
    registered: bool = False,
) -> Staff:
    """Someone who works here, with the roles they hold from today."""
    staff = Staff(account=account, name=name, job_title=job_title, phone=phone, team=team, registered=registered)
    staff.save()
    for role in roles:
        RoleHeld(account=account, role=role, from_on=on).save()
    return staff


@act(
    "{by} welcomed {name} from another agency.",
    needs=Right.INVITE_PEOPLE,
    tie=False,
    again=found(PartnerWorker, "account"),
)
def welcome_partner(
    *,
    by: Actor,
    about: None,
    on: date,
    account: Account,
    name: str,
    job_title: str,
    agency: Agency,
    phone: str = "",
    answers_for_others: bool = False,
) -> PartnerWorker:
    """`answers_for_others`: told when a colleague of theirs has not said yes to a step (S2-08)."""
    known = {"name": name, "job_title": job_title, "phone": phone, "agency": agency}
    worker = PartnerWorker(account=account, answers_for_others=answers_for_others, **known)
    worker.save()
    return worker


@act(
    "{by} gave {account.name} a role.",
    needs=Right.INVITE_PEOPLE,
    tie=False,
    again=found(RoleHeld, "account", "role"),
)
def give_role(*, by: Actor, about: None, on: date, account: Account, role: Role) -> RoleHeld:
    held = RoleHeld(account=account, role=role, from_on=on)
    held.save()
    return held


@act(
    "{by} let {account.name} set up a new second step.",
    needs=Right.INVITE_PEOPLE,
    tie=False,
    again=lambda given: given["account"],
)
def forget_second_step(*, by: Actor, about: None, on: date, account: Account) -> Account:
    """For someone who has lost their phone and their recovery codes. They choose a password again too, which ends
    every session of theirs: whoever may hold the lost phone is signed out (S-31).
    """
    Authenticator.objects.filter(user_id=account.pk).delete()
    account.set_unusable_password()
    account.save(update_fields=["password"])
    return account
