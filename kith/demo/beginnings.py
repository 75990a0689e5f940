"""How the demo family is first written down, two years ago: who they are, who is who, where they live, who leads."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.access import SYSTEM, Actor, acting_as
from kith.calendar import PartDate
from kith.directory.acts import begin_tie
from kith.involvement.acts import allocate, begin_work
from kith.people import acts as people

if TYPE_CHECKING:
    from kith.demo.family import Telling


def begin(t: "Telling") -> None:
    """Who they are, where they lived, who is who: as it was first written down two years ago."""
    by = t.by("theo", 730)
    with acting_as(by):
        _persons(t, by)
        _belonging(t, by)
        _homes(t, by)
        for name in ("maya", "leo"):
            begin_work(by=by, about=t.people[name], level="family_help", source="2A", primary_need="N1")
    lead(t, ("maya", "leo"), 728)


def _persons(t: "Telling", by: Actor) -> None:
    year = t.today.year
    for name, given, family, born, sex in (
        ("maya", "Maya", "Okafor-Nowak", date(year - 9, 3, 4), "F"),
        ("leo", "Leo", "Okafor-Nowak", date(year - 6, 6, 11), "M"),
        ("kelly", "Kelly", "Okafor", date(year - 31, 5, 1), "F"),
        ("tomek", "Tomek", "Nowak", date(year - 34, 9, 9), "M"),
        ("rose", "Rose", "Okafor", date(year - 62, 2, 14), "F"),
        ("zofia", "Zofia", "Nowak", date(year - 58, 1, 1), "F"),
        ("gary", "Gary", "Stone", date(year - 36, 1, 20), "M"),
        ("dean", "Dean", "Marsh", date(year - 29, 8, 8), "M"),
    ):
        precision = "about" if name == "zofia" else "day"
        t.people[name] = people.begin_record(by=by, given=given, family=family, born=PartDate(born, precision), sex=sex)
    people.describe_person(
        by=by,
        about=t.people["maya"],
        pronouns="she",
        ethnicity="MWBA",
        communication="Maya draws while she talks. Ask one thing at a time.",
    )
    people.describe_person(by=by, about=t.people["leo"], pronouns="he", ethnicity="MWBA", disabilities=["COMM"])
    people.add_language(by=by, about=t.people["maya"], code="en", first=True)
    people.add_language(by=by, about=t.people["maya"], code="pl")
    people.add_language(by=by, about=t.people["tomek"], code="pl", first=True, interpreter_needed=True)
    people.give_identifier(by=by, about=t.people["maya"], kind="nhs", value="9990000018")
    people.give_identifier(by=by, about=t.people["leo"], kind="nhs", value="9990000026")
    people.give_name(by=by, about=t.people["maya"], kind="agency", given="Maja", family="Nowak", used_by="St Anne's")
    people.give_name(
        by=by,
        about=t.people["maya"],
        kind="birth",
        given="Maja",
        family="Nowak",
        from_on=PartDate(date(year - 9, 3, 4), "day"),
        until_on=date(year - 7, 6, 1),
    )
    people.give_name(by=by, about=t.people["gary"], kind="alias", given="Gaz", family="Stone")
    people.give_contact_point(
        by=by, about=t.people["kelly"], kind="phone", value="01632 960321", safe="yes", note="Text first, before 3pm."
    )
    people.give_contact_point(by=by, about=t.people["tomek"], kind="phone", value="01632 960322", safe="yes")


def _belonging(t: "Telling", by: Actor) -> None:
    for child in ("maya", "leo"):
        for parent, acquired in (("kelly", "mother"), ("tomek", "birth_registration")):
            people.add_relationship(
                by=by, about=t.people[child], other=t.people[parent], kind="parent", source="Kelly Okafor"
            )
            people.record_parental_responsibility(
                by=by,
                about=t.people[child],
                holder=t.people[parent],
                acquired=acquired,
                evidence_seen="birth certificate",
            )
        people.add_relationship(
            by=by, about=t.people[child], other=t.people["rose"], kind="grandparent", source="Kelly"
        )
        people.add_relationship(
            by=by, about=t.people[child], other=t.people["zofia"], kind="grandparent", source="Tomek"
        )
        people.add_relationship(
            by=by,
            about=t.people[child],
            other=t.people["dean"],
            kind="parents_partner",
            since=PartDate(date(t.today.year - 2, 1, 1), "year"),
            source="Kelly Okafor",
        )
    for other, since, until_on in (("gary", 2011, t.day(4000)), ("tomek", 2015, t.day(1250))):
        people.add_relationship(
            by=by,
            about=t.people["kelly"],
            other=t.people[other],
            kind="partner",
            since=PartDate(date(since, 1, 1), "year"),
            until_on=until_on,
            ended_as="separated",
        )


def _homes(t: "Telling", by: Actor) -> None:
    household = [t.people[name] for name in ("maya", "leo", "kelly")]
    moved = people.move_home(
        by=by, about=household, on=t.day(740), lines="27 Larkspur Court\nNorthcliff", postcode="NC4 7QX", called="Mum's"
    )
    people.move_home(
        by=by,
        about=[t.people["tomek"]],
        on=t.day(900),
        lines="3 Tanner Row\nNorthcliff",
        postcode="NC1 2AB",
        called="Dad's",
    )
    people.move_home(
        by=by,
        about=[t.people["rose"]],
        on=date(1998, 1, 1),
        precision="year",
        lines="2 Weir End\nNorthcliff",
        postcode="NC2 5TT",
        called="Nan's",
    )
    for kept_from, because in (
        ("gary", "A court order keeps him away from Kelly and the children."),
        ("tomek", "The court asked that he is not told the address until the review."),
    ):
        people.protect_address(
            by=by,
            about=household,
            address=moved[0].address,
            from_person=t.people[kept_from],
            because=because,
            review_on=t.today + timedelta(days=90),
        )


def lead(t: "Telling", names: tuple[str, ...], days_ago: int) -> None:
    by = t.by("grace", days_ago)
    with acting_as(by):
        for name in names:
            allocate(by=by, about=t.people[name], lead=t.services.staff["aisha"], family_told_on=by.today)
    with acting_as(SYSTEM(by.now)) as kith:
        for name in names:
            begin_tie(
                by=kith,
                about=t.people[name],
                account=t.services.accounts["grace"],
                because="team_manager",
                may_write=True,
            )
