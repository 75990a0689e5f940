"""Making the directory: agencies, teams, people who work here, roles, ties, restrictions, duty."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import connection

from kith.access import Actor, Right, start_of
from kith.directory.models import (
    Absence,
    Account,
    Agency,
    DutyTurn,
    HandOver,
    Look,
    Notice,
    PartnerWorker,
    Restriction,
    Role,
    RoleHeld,
    Staff,
    Team,
    Tie,
)
from kith.record import Refused
from kith.record.acting import act
from kith.record.guard import current_recording

LONGEST_BROKEN_GLASS = 24


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


@act("{by} let {account.name} work with {about}.", needs=Right.ALLOCATE_WORK, makes="directory.Tie")
def begin_tie(
    *,
    by: Actor,
    about: Any,
    on: date,
    account: Account,
    because: str,
    may_write: bool = False,
    ends_at: datetime | None = None,
) -> Tie:
    """A reason to see this person, or, for `conflict`, a bar that nothing opens. Raises Refused for one's own tie."""
    if account.pk == by.account_id and because != "conflict":
        raise Refused("Ask a colleague: nobody lets themselves in.")
    tie = Tie(account=account, person=about, because=because, may_write=may_write, starts_at=by.now, ends_at=ends_at)
    tie.save()
    return tie


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


@act("{by} ended a tie to {about}.", needs=Right.ALLOCATE_WORK, again=lambda given: given["tie"])
def end_tie(*, by: Actor, about: Any, on: date, tie: Tie) -> Tie:
    tie.ends_at = by.now
    tie.save()
    return tie


@act(
    "{by} wrote down that {worker.name} will be away.", tie=False, needs=Right.ALLOCATE_WORK, makes="directory.Absence"
)
def plan_absence(
    *, by: Actor, about: None, on: date, worker: Staff, from_on: date, until_on: date, cover: Staff | None = None
) -> Absence:
    """Away from a day to a day, both included; whoever covers may see and write about the children led, for as long.
    Raises Refused: back before going, covering for oneself, away already.
    """
    if until_on < from_on:
        raise Refused("The last day away cannot come before the first.", field="until_on")
    if cover == worker:
        raise Refused("Choose someone else to cover.", field="cover")
    if Absence.objects.filter(account_id=worker.account_id, from_on__lte=until_on, until_on__gte=from_on).exists():
        raise Refused(f"{worker.name} is away at that time already.", field="from_on")
    absence = Absence(
        account_id=worker.account_id, cover_id=cover.account_id if cover else None, from_on=from_on, until_on=until_on
    )
    absence.save()
    if cover:
        for led in Tie.objects.filter(account_id=worker.account_id, because="lead_worker", ends_at=None):
            Tie(
                account_id=cover.account_id,
                person=led.person,
                because="covering",
                may_write=True,
                starts_at=start_of(from_on),
                ends_at=start_of(until_on + timedelta(days=1)),
            ).save()
    return absence


@act("{by} restricted {about}'s record.", needs=Right.RESTRICT_RECORDS, makes="directory.Restriction")
def restrict(
    *,
    by: Actor,
    about: Any,
    on: date,
    level: str,
    because: str,
    guardian: Account,
    review_on: date,
    named: list[Account] | None = None,
) -> Restriction:
    """Restrict or seal a record. A sealed record opens only to the people named. Raises Refused without a reason."""
    if not because.strip():
        raise Refused("Say why fewer people may open this record.", field="because")
    # Ties first: once the seal is set nobody unnamed sees the record, this act included.
    for account in {guardian, *(named or [])}:
        Tie(account=account, person=about, because="named", may_write=True, starts_at=by.now).save()
    restriction = Restriction(person=about, level=level, because=because, guardian=guardian, review_on=review_on)
    restriction.save()
    return restriction


@act(
    "{by} put {name} on the duty rota.",
    needs=Right.ALLOCATE_WORK,
    tie=False,
    again=found(DutyTurn, "account", "starts_at"),
)
def take_duty(
    *,
    by: Actor,
    about: None,
    on: date,
    account: Account,
    name: str,
    phone: str,
    starts_at: datetime,
    ends_at: datetime,
    place: int = 1,
) -> DutyTurn:
    if ends_at - starts_at > timedelta(days=31):
        raise Refused("A turn on duty is a month at most.", field="ends_at")
    turn = DutyTurn(account=account, name=name, phone=phone, starts_at=starts_at, ends_at=ends_at, place=place)
    turn.save()
    return turn


@act(
    "{by} opened {about}'s restricted record for a stated reason.",
    needs=Right.BREAK_GLASS,
    tie=False,
    makes="directory.Tie",
)
def break_glass(
    *, by: Actor, about: None, on: date, person: Any, because: str, hours: int, guardian_id: int, lead_id: int | None
) -> Tie:
    """One tap and a short reason (S0-14, S2-30): open a restricted record for 1 to 24 hours. Its owner and its
    guardian are told at once. Raises Refused: no reason, or a time outside 1-24 hours.
    """
    if not because.strip():
        raise Refused("Say in a few words why you need to open this record.", field="because")
    if not 1 <= hours <= LONGEST_BROKEN_GLASS:
        raise Refused("Choose between 1 and 24 hours.", field="hours")
    tie = Tie(
        account_id=by.account_id,
        person=person,
        because="break_glass",
        reason=because.strip(),
        may_write=True,
        starts_at=by.now,
        ends_at=by.now + timedelta(hours=hours),
    )
    tie.save()
    person.refresh_from_db()  # the tie has opened the record: now it has a name
    current_recording().add(person)
    for account_id in {guardian_id, lead_id} - {None, by.account_id}:
        notify(account_id, "glass_broken", person, "A restricted record you answer for has been opened. See why.")
    return tie


@act("{by} handed the device over to {about}.", needs=Right.RECORD_ON_ANY_CHILD)
def hand_over(
    *, by: Actor, about: Any, on: date, account: Account, device: str, signed_in_at: datetime, guided: bool
) -> HandOver:
    """Together mode (J3): from now on the device is the child's. The tie that lets the child's own account see what is
    the child's begins with the first time.
    """
    if not Tie.objects.filter(account=account, person=about, because="self", ends_at=None).exists():
        Tie(account=account, person=about, because="self", may_write=True, starts_at=by.now).save()
    held = HandOver(
        person=about,
        worker_id=by.account_id,
        worker_name=by.name,
        device=device,
        guided=guided,
        started_at=by.now,
        signed_in_at=signed_in_at,
    )
    held.save(force_insert=True)
    return held


def notify(account_id: int | None, kind: str, person: Any, sentence: str) -> None:
    """Tell one account something. The sentence names nobody: `person` leads to a page that checks again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select kith_notify(%s, %s, %s, %s)", [account_id, kind, person.pk if person else None, sentence]
        )


def keep_look(*, by: Actor, person: Any, because: str, whole_record: bool, page: str) -> None:
    """Someone opened this record: kept before the page is shown. Not an act: nothing in the world happened."""
    Look(
        person=person,
        account_id=by.account_id,
        name=by.name,
        because=because[:200],
        whole_record=whole_record,
        page=page,
        at=by.now,
    ).save(force_insert=True)


def see_notice(*, by: Actor, notice: Notice) -> None:
    notice.seen_at = by.now
    notice.save(update_fields=["seen_at"])
