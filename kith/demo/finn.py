"""A second small family: Finn is five and says things without spoken words. Told through the same acts as the first."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.access import SYSTEM, acting_as
from kith.assessment.acts import say_life_today
from kith.calendar import PartDate
from kith.demo import pictures
from kith.demo.services import account
from kith.directory.acts import begin_tie
from kith.directory.handing import choose_pin
from kith.involvement.acts import allocate, begin_work
from kith.pages.home import DEMO_PIN
from kith.people import acts as people
from kith.visits.acts import Seen, record_visit

if TYPE_CHECKING:
    from kith.demo.family import Telling


def tell_finn(t: "Telling") -> None:
    """Who he is and who leads; how he sees his father, as the family agreed it; one visit, and what a day is like."""
    by = t.by("theo", 120)
    with acting_as(by):
        _known(t)
        begin_work(by=by, about=t.people["finn"], level="family_help", source="2A", primary_need="N2")
        people.arrange_contact(
            by=by,
            about=t.people["finn"],
            other=t.people["adam"],
            way="together",
            how_often="Saturdays at his father’s flat",
            basis="family",
            source="Ceri Marlow",
        )
    _led_by_tom(t)
    _seen(t)


def _known(t: "Telling") -> None:
    by, year = t.by("theo", 120), t.today.year
    for name, given, family, born, sex in (
        ("finn", "Finn", "Marlow", date(year - 5, 2, 8), "M"),
        ("ceri", "Ceri", "Marlow", date(year - 27, 7, 3), "F"),
        ("adam", "Adam", "Vance", date(year - 29, 11, 30), "M"),
    ):
        t.people[name] = people.begin_record(by=by, given=given, family=family, born=PartDate(born, "day"), sex=sex)
    finn, ceri, adam = (t.people[name] for name in ("finn", "ceri", "adam"))
    people.describe_person(
        by=by,
        about=finn,
        pronouns="he",
        disabilities=["COMM"],
        communication="Finn does not use spoken words. He signs more, yes and finished, gives you photos and leads you "
        "by the hand. Show him two photos, and wait.",
    )
    for parent, acquired in ((ceri, "mother"), (adam, "birth_registration")):
        people.add_relationship(by=by, about=finn, other=parent, kind="parent", source="Ceri Marlow")
        people.record_parental_responsibility(by=by, about=finn, holder=parent, acquired=acquired)
    people.move_home(by=by, about=[finn, ceri], on=t.day(800), lines="14 Rope Walk\nNorthcliff", postcode="NC3 4AL")
    people.move_home(by=by, about=[adam], on=t.day(300), lines="9 Cooper Street\nNorthcliff", postcode="NC1 8RD")


def _led_by_tom(t: "Telling") -> None:
    finn, grace = t.people["finn"], t.by("grace", 118)
    with acting_as(grace):
        allocate(by=grace, about=finn, lead=t.services.staff["tom"], family_told_on=grace.today)
    with acting_as(SYSTEM(grace.now)) as kith:
        manager = t.services.accounts["grace"]
        begin_tie(by=kith, about=finn, account=manager, because="team_manager", may_write=True)
        choose_pin(t.services.accounts["tom"], DEMO_PIN, kith.now)
        parent = account(t.services, "ceri", "Ceri Marlow", "family", t.people["ceri"])
        begin_tie(by=kith, about=t.people["ceri"], account=parent, because="self")
        begin_tie(by=kith, about=finn, account=parent, because="parent")


def _seen(t: "Telling") -> None:
    finn, by = t.people["finn"], t.by("tom", 9, 16)
    line = Seen(
        finn,
        seen=True,
        alone="not_appropriate",
        saw="Gave me the photo of the swings, then his coat. Laughed at the puddles. Leant on Ceri when a door shut.",
        means="He tells us with photos what he wants next. We need to ask him more that way.",
    )
    with acting_as(by):
        record_visit(
            by=by,
            about=[finn],
            lines=[line],
            happened_at=by.now - timedelta(minutes=45),
            opened_at=by.now - timedelta(minutes=5),
            mode="home",
            for_everyone="Toys in labelled boxes with photos on them. Ceri and Finn had made porridge.",
        )
        people.say_about_me(
            by=by,
            about=finn,
            part="tell_me",
            text="Two photos, one at a time. Then count to ten in your head.",
            said_by="family",
            said_by_name="Ceri Marlow",
        )
        people.keep_portrait(
            by=by, about=finn, image=pictures.face("brown", "blue"), agreed_by="Ceri Marlow", agreed_on=by.today
        )
        say_life_today(
            by=by, about=finn, text="Porridge, nursery in the taxi with Meg, swings if it is dry, bath, the boat book."
        )
