"""The made-up partnership: six agencies, their teams, forty people who work in them, and who is on duty."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from kith.access import SYSTEM, Actor, acting_as
from kith.directory import acts
from kith.directory.models import Account, Agency, Role, Staff, Team
from kith.directory.queries import actor_for

PASSWORD = None  # nobody in a demo has a password: they are chosen on the sign-in page

AGENCIES = [
    ("Northcliff Children's Services", "social_care", "01632 960100"),
    ("Northcliff 0-19 Health", "health", "01632 960200"),
    ("St Anne's Primary School", "school", "01632 960300"),
    ("Northcliff Police, public protection", "police", "01632 960400"),
    ("Harbourside Family Centre", "voluntary", "01632 960500"),
    ("Northcliff Homes", "housing", "01632 960600"),
]
TEAMS = ["Harbour", "Meadow", "Quay", "Front Door", "Permanence"]

# The people the demo's story names, in the order the sign-in page offers them.
PEOPLE = [
    ("aisha", "Aisha Khan", "Social worker", "Harbour", ["social_worker"]),
    ("grace", "Grace Adeyemi", "Team manager", "Harbour", ["team_manager"]),
    ("theo", "T. Rowe", "Duty worker", "Front Door", ["social_worker", "duty_worker"]),
    ("rowan", "Rowan Vale", "Information guardian", "Permanence", ["guardian"]),
    ("dara", "Dara Finch", "Data officer", "Permanence", ["data_officer"]),
    ("tom", "Tom Ellery", "Social worker", "Harbour", ["social_worker"]),
    ("ines", "Ines Okoye", "Practice auditor", "Quay", ["auditor"]),
    ("imani", "Imani Brook", "Service manager", "Quay", ["service_manager", "complaints_manager"]),
]
# A school nurse who leads early help: of the health service, and no social worker.
EARLY_HELP = ("nell", "Nell Rawson", "School nurse", "School nurses", ["early_help_lead"])
# The rest of the forty: first names and family names dealt out in order, so that the list never changes.
_FIRST = ("Priti Marek Bronwen Idris Hollie Kwame Saoirse Femi Lowri Anton Zara Hugo Nadia Ewan Mina Rafe Tessa").split(
    " "
)
_LAST = (
    "Osei Larkin Havel Quinn Brough Tandy Mistry Askew Doyle Farrow Gill Hopper Innes Jarvis Keane Lunt Moss"
).split(" ")


@dataclass
class Services:
    """Who works where, for the rest of the demo to call on."""

    accounts: dict[str, Account] = field(default_factory=dict)
    staff: dict[str, Staff] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    caseholders: list[Staff] = field(default_factory=list)

    def actor(self, name: str, now: datetime) -> Actor:
        return replace(actor_for(self.accounts[name], now), now=now)


def open_services(began_at: datetime) -> Services:
    """Everything above, as it stood when the demo's story begins."""
    made = Services()
    by = SYSTEM(began_at)
    with acting_as(by):
        _agencies(made, by)
        _people(made, by)
        _more_people(made, by)
        made.teams["School nurses"] = acts.add_team(
            by=by, name="School nurses", agency=made.agencies["health"], phone="01632 960210"
        )
        key, name, title, team, roles = EARLY_HELP
        made.staff[key] = _welcome(made, by, key, name, title, team, roles, 0)
        _partners(made, by)
    return made


def put_on_duty(made: Services, now: datetime) -> None:
    """A rota for the coming days, so that "worried now" always reaches someone."""
    with acting_as(SYSTEM(now)) as by:
        for place, name in enumerate(("theo", "grace"), 1):
            acts.take_duty(
                by=by,
                account=made.accounts[name],
                name=made.staff[name].name,
                phone="01632 960199",
                starts_at=now - timedelta(days=1),
                ends_at=now + timedelta(days=29),
                place=place,
            )


def account(made: Services, key: str, name: str, audience: str, person: Any = None) -> Account:
    found = Account.objects.create_user(f"{key}@demo.test", PASSWORD, name=name, audience=audience, person=person)
    made.accounts[key] = found
    return found


def _agencies(made: Services, by: Actor) -> None:
    for name, kind, phone in AGENCIES:
        made.agencies[kind] = acts.add_agency(by=by, name=name, kind=kind, phone=phone)
    for n, name in enumerate(TEAMS):
        made.teams[name] = acts.add_team(
            by=by, name=name, agency=made.agencies["social_care"], phone=f"01632 9601{n + 1:02d}"
        )


def _people(made: Services, by: Actor) -> None:
    for n, (key, name, title, team, roles) in enumerate(PEOPLE):
        made.staff[key] = _welcome(made, by, key, name, title, team, roles, n)


def _more_people(made: Services, by: Actor) -> None:
    for n, (first, last) in enumerate(zip(_FIRST * 2, [*_LAST, *_LAST[5:], *_LAST[:5]], strict=True)):
        team = TEAMS[n % 3]
        key = f"{first}.{last}".lower()
        made.caseholders.append(
            _welcome(made, by, key, f"{first} {last}", "Social worker", team, ["social_worker"], n + len(PEOPLE))
        )


def _welcome(made: Services, by: Actor, key: str, name: str, title: str, team: str, roles: list[str], n: int) -> Staff:
    return acts.welcome_staff(
        by=by,
        account=account(made, key, name, "staff"),
        name=name,
        job_title=title,
        team=made.teams[team],
        roles=list(Role.objects.filter(code__in=roles)),
        phone=f"01632 96{n + 10:04d}",
        registered=title in ("Social worker", "Team manager"),
    )


def _partners(made: Services, by: Actor) -> None:
    for key, name, title, kind, answers_for_others in (
        ("jo", "Jo Pemberton", "Health visitor", "health", False),
        ("marsha", "Marsha Lind", "Designated safeguarding lead", "school", False),
        ("ros", "Ros Hale", "School nurse, and leads the team", "health", True),
    ):
        acts.welcome_partner(
            by=by,
            account=account(made, key, name, "partner"),
            name=name,
            job_title=title,
            agency=made.agencies[kind],
            phone="01632 960210",
            answers_for_others=answers_for_others,
        )
