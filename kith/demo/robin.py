"""Robin is fifteen and stays with a friend of their mother’s: what stands around a young person, piece by piece.

Told through the same acts as the others. Jody is linked to the same place, with a line that is his alone.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.access import SYSTEM, acting_as
from kith.calendar import PartDate
from kith.directory.acts import begin_tie
from kith.involvement import acts
from kith.involvement.models import PlaceLink
from kith.people import acts as people

if TYPE_CHECKING:
    from kith.demo.family import Telling


def tell_robin(t: "Telling") -> None:
    _known(t)
    _worked_with(t)
    _agreed(t)
    _needed(t)
    _privately_fostered(t)
    _their_own_meeting(t)
    _outside(t)
    _of_others(t)


def _known(t: "Telling") -> None:
    by, year = t.by("theo", 58), t.today.year
    with acting_as(by):
        for name, given, family, born, sex in (
            ("robin", "Robin", "Thornley", date(year - 15, 1, 22), "F"),
            ("jody", "Jody", "Pike", date(year - 14, 3, 9), "M"),
            ("lena", "Lena", "Thornley", date(year - 38, 8, 14), "F"),
            ("carol", "Carol", "Webb", date(year - 41, 5, 2), "F"),
        ):
            part = PartDate(born, "day")
            t.people[name] = people.begin_record(by=by, given=given, family=family, born=part, sex=sex)
        robin, lena = t.people["robin"], t.people["lena"]
        people.add_relationship(by=by, about=robin, other=lena, kind="parent", source="Lena Thornley")
        people.record_parental_responsibility(by=by, about=robin, holder=lena, acquired="mother")
        for child in ("robin", "jody"):
            acts.begin_work(by=by, about=t.people[child], level="child_in_need", source="2A", primary_need="N5")
        both = [robin, t.people["carol"]]
        people.move_home(by=by, about=both, on=t.day(60), lines="6 Chandlers Row\nNorthcliff", postcode="NC2 4WB")


def _worked_with(t: "Telling") -> None:
    grace = t.by("grace", 57)
    with acting_as(grace):
        for name in ("robin", "jody"):
            lead = t.services.staff["tom"]
            acts.allocate(by=grace, about=t.people[name], lead=lead, family_told_on=grace.today)
    with acting_as(SYSTEM(grace.now)) as kith:
        for name in ("robin", "jody"):
            manager = t.services.accounts["grace"]
            begin_tie(by=kith, about=t.people[name], account=manager, because="team_manager", may_write=True)


def _agreed(t: "Telling") -> None:
    """Lena lets Carol decide small things; Robin decides about their own jabs; school is known, a dentist is not."""
    tom = t.by("tom", 40)
    told = {"by": tom, "about": t.people["robin"]}
    with acting_as(tom):
        for topic in ("school-trip", "sleepover", "hair"):
            where = "A letter Lena signed at the office."
            people.delegate(**told, topic=topic, to_name="Carol Webb", given_by=t.people["lena"], written_where=where)
        how = "The nurse explained it; Robin said back what it is for, and what may hurt. Nobody else was in the room."
        people.judge_understanding(
            **told, topic="immunisation", answer="yes", how=how, judged_by="Jo Whitlock, school nurse"
        )
        people.note_agreed(
            **told, topic="immunisation", what="The boosters at school", who="Robin Thornley", said="yes"
        )
        people.note_agreed(**told, topic="medical", what="Two fillings", who="Carol Webb", said="yes")
        people.say_service(
            **told,
            service="school",
            standing="registered",
            name="Cliff Road High School, Northcliff",
            since_on=date(t.today.year - 4, 9, 3),
            how_it_goes="There three days of five since September. Likes workshop. No extra help yet.",
            said_by="Head of year",
        )
        people.say_service(**told, service="gp", standing="registered", name="Quay Surgery, Northcliff")
        people.say_service(**told, service="dentist", standing="not_registered", asking="Carol Webb")


def _needed(t: "Telling") -> None:
    robin, then, tom = t.people["robin"], t.by("tom", 48, 10), t.by("tom", 1, 15)
    with acting_as(then):
        food = acts.say_need(by=then, about=robin, kind="food", what="Food for the week at Carol’s")
    with acting_as(after := t.by("tom", 47, 16)):
        acts.meet_need(by=after, about=robin, need=food, how="Two bags from the larder at St Anne’s.")
    with acting_as(tom):
        acts.say_need(
            by=tom,
            about=robin,
            kind="bed",
            what="A bed: Robin sleeps on the sofa",
            brings="The furniture project",
            brings_what="A single bed and bedding",
            brings_by=t.today + timedelta(days=1),
        )
        acts.say_need(by=tom, about=robin, kind="clothes", what="A winter coat", lane="short")
        acts.say_need(by=tom, about=robin, kind="home", what="Somewhere that lasts until 18", lane="long")


def _privately_fostered(t: "Telling") -> None:
    tom, robin = t.by("tom", 46), t.people["robin"]
    with acting_as(tom):
        work = acts.begin_touchpoint(
            by=tom,
            about=robin,
            kind="private_fostering",
            planned_on=t.day(60),
            what="Lena works away. Carol, her friend, has had Robin for more than 28 days.",
        )
    with acting_as(by := t.by("tom", 38)):
        words = "Seen alone. “Carol’s is all right. I miss my own door.” The report is written."
        acts.note_touchpoint(by=by, about=robin, touchpoint=work, step="pf_visit", words=words)


def _their_own_meeting(t: "Telling") -> None:
    tom, robin = t.by("tom", 30), t.people["robin"]
    with acting_as(tom):
        meeting = acts.offer_family_meeting(
            by=tom, about=robin, offered_to="Lena, Carol, Robin, and Lena’s brother Ash"
        )
    with acting_as(by := t.by("tom", 9)):
        acts.note_family_meeting(
            by=by,
            about=robin,
            meeting=meeting,
            accepted_on=t.day(27),
            accepted_by="Lena and Robin",
            held_on=t.day(10),
            who_came="Lena, Carol, Robin, Ash; Gran on the telephone",
            family_plan="Robin stays at Carol’s till Lena is back. Ash picks Robin up from the station on Fridays, "
            "whatever the time. Gran rings on Sundays. If it goes wrong, Robin rings Ash first, then Tom.",
            our_answer="Agreed. We pay Ash’s fuel until Christmas.",
        )


def _outside(t: "Telling") -> None:
    tom = t.by("tom", 20)
    with acting_as(tom):
        link = acts.link_place(
            by=tom,
            about=t.people["robin"],
            name="The shelter on Station Approach",
            kind="transport",
            worry="Young people are met there after school and leave in cars. Two drivers, the same ones each week.",
            why="Seen there four Thursdays of five; came home with a second telephone.",
            push="Nowhere of her own to be between school and Carol’s shift ending.",
            pull="Rides, food, somebody who remembers her name.",
            with_whom="Two older boys she calls mates.",
        )
        acts.link_place(
            by=tom,
            about=t.people["jody"],
            place=link.place,
            why="His bus stop. He was asked to hold a bag, and told his mum.",
        )
        acts.note_place(
            by=tom,
            about=t.people["robin"],
            link=PlaceLink.objects.get(pk=link.pk),
            pattern="Thursdays and Fridays, four to six.",
            safer="The kiosk is staffed until seven in term time. Two lamps are out.",
            action="Ask the railway to mend the lamps, and the youth bus to stop there on Thursdays.",
            owner=t.services.staff["grace"],
            act_by=t.today + timedelta(days=5),
        )
    with acting_as(by := t.by("tom", 12)):
        look = acts.screen_outside(
            by=by,
            about=t.people["robin"],
            dangers=["criminal", "missing"],
            signs="A second telephone, taxi fares nobody gave her, home after midnight twice.",
            push="The wait until Carol is home.",
            pull="Rides and food; being chosen.",
            strengths="She has rung Ash from the station every Friday since the family met: three times of three.",
            child_words="I’m not daft. They’re nice to me, that’s all. I don’t carry anything.",
            what_it_means="She may be being drawn in. We meet with police and school on Monday; Ash goes on fetching.",
        )
        acts.finish_screening(by=by, about=t.people["robin"], screening=look)


def _of_others(t: "Telling") -> None:
    """A worry about an adult, kept close; and a plan asked for, for Finn."""
    tom = t.by("tom", 6)
    with acting_as(tom):
        work = acts.begin_touchpoint(
            by=tom,
            about=t.people["robin"],
            kind="allegation",
            what="A coach offered lifts home and sent messages late at night. Robin showed two of them.",
            about_name="A football coach at the leisure centre",
            owner=t.services.staff["grace"],
        )
        acts.note_touchpoint(
            by=tom, about=t.people["robin"], touchpoint=work, step="la_reported", words="Rung through at four."
        )
    with acting_as(then := t.by("tom", 58)):
        asked = acts.begin_touchpoint(
            by=then, about=t.people["finn"], kind="ehc", what="Nursery asked, with Ceri and Adam."
        )
    with acting_as(by := t.by("tom", 19)):
        words = "They will assess. Our advice is asked for."
        acts.note_touchpoint(by=by, about=t.people["finn"], touchpoint=asked, step="ehc_decided", words=words)
        acts.note_touchpoint(by=by, about=t.people["finn"], touchpoint=asked, step="ehc_advice_asked")
    with acting_as(by := t.by("tom", 9)):
        acts.begin_touchpoint(
            by=by, about=t.people["finn"], kind="records", what="Ceri wants to read what is held of Finn since nursery."
        )
