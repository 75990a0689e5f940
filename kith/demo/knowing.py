"""Knowing the demo family's children, and keeping another child safe: told after the two years, through acts."""

from datetime import timedelta
from typing import TYPE_CHECKING

from kith.access import SYSTEM, acting_as
from kith.assessment.acts import mark_growing, rate_wellbeing, say_life_today
from kith.calendar import PartDate
from kith.demo import pictures
from kith.directory.acts import plan_absence
from kith.feedback.acts import follow_up_valued, say_valued
from kith.involvement.acts import allocate, answer_worker_asked, ask_for_another_worker, begin_work
from kith.involvement.jobs import find_exposures
from kith.people import acts as people
from kith.people import queries as known

if TYPE_CHECKING:
    from kith.demo.family import Telling

ABOUT_ME = [
    (300, "maya", "likes", "Drawing the sea, my friend Bea, anything with glitter.", "child", ""),
    (300, "maya", "good_at", "Looking after Leo when he is sad. Swimming a whole length.", "child", ""),
    (300, "maya", "afraid_of", "Men shouting on the stairs.", "child", ""),
    (
        299,
        "maya",
        "tell_me",
        "Tell me straight, and tell me before it happens. Sit next to me, not opposite.",
        "child",
        "",
    ),
    (280, "maya", "works", "Ten minutes of drawing first. Coming on the day you said.", "family", "Kelly"),
    (280, "maya", "less_helpful", "Asking about Dad as soon as you come in.", "child", ""),
    (260, "maya", "knows_me", "Miss Lind at school, and Nan Rose.", "child", ""),
    (
        250,
        "maya",
        "coping",
        "When we had no home we all slept at Nan’s and made a den. Singing helped.",
        "family",
        "Nan Rose",
    ),
    (240, "maya", "celebrates", "Wigilia at Babcia Zofia’s, and Bea’s birthday in May.", "child", ""),
    (240, "maya", "pace", "After school, not before. Half an hour, with a break to run about.", "child", ""),
    (200, "leo", "likes", "Cars. Under the table. Custard.", "family", "Kelly"),
    (200, "leo", "speaks", "He nods for yes. No is turning away. Stop is both hands flat.", "family", "Kelly"),
    (120, "sam", "likes", "The washing machine going round.", "family", "Kelly"),
]
LIFE = [
    (
        150,
        "maya",
        "Maya wakes before her mother and gives Leo his cereal. She likes school and stays late when she can.",
    ),
    (
        20,
        "maya",
        "Maya wakes when Kelly calls her now. Nan Rose takes the two of them to school on Mondays. She sleeps on"
        " the mattress by Sam’s cot with the small lamp on. She still listens for the door at night.",
    ),
    (
        18,
        "leo",
        "Leo goes to nursery five mornings. He eats lunch there and asks for more. Afternoons are long for him.",
    ),
]
GROWING = [
    (
        180,
        "leo",
        {"talking": ("concern", "Three words together at most; points and pulls."), "moving": ("expected", "")},
    ),
    (30, "leo", {"talking": ("emerging", "Told me about the red car in a whole sentence, twice.")}),
    (
        35,
        "sam",
        {
            "moving": ("expected", "Sits by himself and reaches for keys."),
            "feelings": ("expected", "Settles with Kelly."),
        },
    ),
]
VIEWS = [
    (200, "maya", "child", "Maya", {"safe": 3, "included": 7, "respected": 4}, "It is loud at night."),
    (200, "maya", "parent", "Kelly Okafor", {"safe": 5, "included": 8}, ""),
    (100, "maya", "child", "Maya", {"safe": 5, "included": 7, "respected": 6}, ""),
    (21, "maya", "child", "Maya", {"safe": 7, "included": 8, "respected": 8}, "You asked Leo too."),
    (21, "maya", "worker", "Aisha Khan", {"safe": 6, "achieving": 7}, ""),
]


def know(t: "Telling") -> None:
    """The cards, the paragraphs, the numbers; feeling valued, asked by someone else; and Gary, followed."""
    for days_ago, name, part, text, said_by, by_name in ABOUT_ME:
        with acting_as(t.by("aisha", days_ago, 16)) as by:
            people.say_about_me(
                by=by, about=t.people[name], part=part, text=text, said_by=said_by, said_by_name=by_name
            )
    for days_ago, name, text in LIFE:
        with acting_as(t.by("aisha", days_ago, 17)) as by:
            say_life_today(by=by, about=t.people[name], text=text)
    for days_ago, name, marks in GROWING:
        with acting_as(t.by("aisha", days_ago, 17)) as by:
            mark_growing(by=by, about=t.people[name], marks=marks)
    for days_ago, name, view, whose, scores, words in VIEWS:
        with acting_as(t.by("aisha", days_ago, 17)) as by:
            rate_wellbeing(by=by, about=t.people[name], view=view, view_of=whose, scores=scores, words=words)
    with acting_as(t.by("aisha", 90, 15)) as by:
        people.keep_portrait(
            by=by,
            about=t.people["maya"],
            image=pictures.face("black", "red"),
            agreed_by="Maya, and Kelly Okafor",
            agreed_on=by.today,
        )
    _valued(t)
    _gary(t)
    _another_worker(t)
    _support(t)
    _services(t)
    _rights(t)


def _valued(t: "Telling") -> None:
    maya = t.people["maya"]
    with acting_as(t.by("grace", 160, 15)) as by:
        low = say_valued(by=by, about=maya, score=2, words="People keep changing. I tell it again and again.")
    with acting_as(t.by("grace", 155, 15)) as by:
        follow_up_valued(
            by=by,
            about=maya,
            valued=low,
            what_was_done="We made a page of what Maya has told already, and Aisha read it.",
        )
    with acting_as(t.by("grace", 40, 15)) as by:
        say_valued(by=by, about=maya, score=4, words="Aisha remembers the names of my fish.")


def _another_worker(t: "Telling") -> None:
    """Maya asks for somebody else; Grace answers, and tells her herself."""
    maya = t.people["maya"]
    with acting_as(t.by("theo", 171, 12)) as by:
        asked = ask_for_another_worker(by=by, about=maya, text="I want someone who does not write while I talk.")
    with acting_as(t.by("grace", 168, 15)) as by:
        answer_worker_asked(
            by=by,
            about=maya,
            asked=asked,
            outcome="partly",
            answer="Aisha stays, because you asked for no more new people. She puts the laptop away while you talk.",
            told_on=by.today,
            told_by="Grace Adeyemi",
        )


def _support(t: "Telling") -> None:
    """Kelly's own needs are met elsewhere, so that the visits stay the children's."""
    maya, kelly = t.people["maya"], t.people["kelly"]
    with acting_as(t.by("aisha", 100)) as by:
        line = people.note_adult_support(
            by=by, about=maya, other=kelly, need="abuse", need_words="I still jump when the door goes."
        )
    with acting_as(t.by("aisha", 60)) as by:
        people.change_adult_support(
            by=by,
            about=maya,
            line=line,
            state="helping",
            asked_who="Harbour women’s centre",
            asked_on=t.day(92),
            next_step="Her Tuesday group, until the spring.",
            next_on=t.today + timedelta(days=120),
            on_child="On Tuesdays Maya and Leo are at Nan’s, and know why.",
            on_offer="We never come on a Tuesday, and we knock the way she asked.",
        )
    with acting_as(t.by("aisha", 6)) as by:
        people.note_adult_support(
            by=by,
            about=maya,
            other=kelly,
            need="money",
            on_child="Lunch is short by the 20th.",
            on_offer="We meet at the flat or at school: no fares.",
        )


def _services(t: "Telling") -> None:
    """School, doctor and dentist of the three are known; nobody has found Sam a dentist yet, and Kelly is asking."""
    by = t.by("aisha", 70)
    with acting_as(by):
        for name in ("maya", "leo", "sam"):
            told = {"by": by, "about": t.people[name], "said_by": "Kelly Okafor"}
            people.say_service(**told, service="gp", standing="registered", name="Harbour Surgery, Northcliff")
            if name == "sam":
                people.say_service(**told, service="dentist", standing="not_registered", asking="Kelly Okafor")
                people.say_service(
                    **told, service="health_visitor", standing="registered", name="Northcliff 0-19 Health"
                )
            else:
                people.say_service(**told, service="dentist", standing="registered", name="Quay Dental, Northcliff")
        maya = {"by": by, "about": t.people["maya"], "said_by": "Marsha Lind"}
        goes = "In on time since the spring. Swims on Thursdays."
        name = "St Anne’s Primary School"
        people.say_service(**maya, service="school", standing="registered", name=name, how_it_goes=goes)


def _rights(t: "Telling") -> None:
    """What limits the children was held against their rights; a new limit still owes it."""
    with acting_as(t.by("aisha", 80)) as by:
        for name in ("maya", "leo", "sam"):
            child = t.people[name]
            for owed in known.restrictions_on(child):
                people.check_rights(
                    by=by,
                    about=child,
                    restriction=owed,
                    articles=["3", "9", "19"],
                    weighed="It keeps them safe from a man who has hurt their mother. They lose nobody they ask for. "
                    "We looked at letters through us, and the court said no.",
                    told_on=by.today if name == "maya" else None,
                    not_told_because="" if name == "maya" else "Too young to be told in words; told in a picture book.",
                )
        people.give_rights_leaflet(by=by, about=t.people["maya"], how="Read together, with the pictures.")
    with acting_as(t.by("aisha", 2)) as by:
        people.record_restriction(
            by=by, about=t.people["maya"], kind="device", what="Her telephone stays downstairs after nine."
        )


def _gary(t: "Telling") -> None:
    """Noted in Maya's record; months later he moves in with another family, whose worker is away: Aisha covers."""
    gary = t.people["gary"]
    with acting_as(t.by("aisha", 600)) as by:
        people.note_risk(
            by=by,
            about=t.people["maya"],
            adult=gary,
            kind="violence_at_home",
            certainty="proved",
            needs_to_know="He has hurt two partners with children in the home. He is calm with workers.",
            source="Family court, findings",
            evidence="Findings of fact; non-molestation order.",
            not_told_because="Telling him again would put Kelly in danger.",
            since=PartDate(t.day(1200), "month"),
            review_on=t.today + timedelta(days=60),
        )
        for name in ("maya", "leo"):
            people.arrange_contact(
                by=by, about=t.people[name], other=gary, way="none", basis="order", source="Non-molestation order"
            )
    with acting_as(t.by("aisha", 90)) as by:
        for name in ("maya", "leo"):
            people.arrange_contact(
                by=by,
                about=t.people[name],
                other=t.people["tomek"],
                way="together",
                how_often="Every other Saturday at Babcia Zofia’s",
                basis="agreed",
            )
    _another_family(t, gary)


def _another_family(t: "Telling", gary: object) -> None:
    worker = next(one for one in t.services.caseholders if one.team == t.services.staff["aisha"].team)
    with acting_as(SYSTEM(t.by("theo", 195).now)) as kith:
        rosie = people.begin_record(
            by=kith, given="Rosie", family="Hale", born=PartDate(t.day(365 * 5 + 40), "day"), sex="F"
        )
        dawn = people.begin_record(by=kith, given="Dawn", family="Hale", born=PartDate(t.day(365 * 29), "day"), sex="F")
        people.add_relationship(by=kith, about=rosie, other=dawn, kind="parent", source="Dawn Hale")
        home = people.move_home(
            by=kith, about=[rosie, dawn], on=t.day(900), lines="5 Kiln Street\nNorthcliff", postcode="NC2 8HB"
        )
        begin_work(by=kith, about=rosie, on=t.day(200), level="child_in_need", source="2A")
        allocate(by=kith, about=rosie, on=t.day(195), lead=worker)
    with acting_as(t.by("grace", 3)) as by:
        plan_absence(
            by=by,
            worker=worker,
            from_on=t.day(2),
            until_on=t.today + timedelta(days=9),
            cover=t.services.staff["aisha"],
        )
    with acting_as(SYSTEM(t.now - timedelta(minutes=25))) as kith:
        people.move_home(by=kith, about=[gary], on=kith.today, address=home[0].address)
        find_exposures(by=kith, key="")
