"""A journey: Ivo, whose help began with a school nurse and no social worker; and Wren, whose work ended, and about whom
somebody has rung again this morning.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.access import acting_as
from kith.calendar import PartDate
from kith.decisions.acts import agree_decision, decide, tell_decision
from kith.decisions.rules import OptionGiven
from kith.involvement import acts
from kith.involvement.models import ServiceAsked
from kith.involvement.rules import ToldOf
from kith.people import acts as people
from kith.plans.acts import OutcomeSaid, StepSaid, ViewSaid, agree_plan, make_family_plan

if TYPE_CHECKING:
    from kith.demo.family import Telling

_ROOM = {
    "because": "Nobody sleeps, and Ivo comes to nursery too tired to play.",
    "ends_when": "Ten mornings running without a fight, and Ivo plays at nursery.",
    "if_worse": "Beth rings Nell the same day, or the number for nights.",
    "going_well": "Ivo laughs with his grandmother, and Beth asked for help herself.",
    "worries": "He is tired, and has begun to lose weight.",
    "no_words": "too_young",
    "seen": "He hides under the table when the telephone comes out, and laughs when it is put away.",
    "outcomes": [
        OutcomeSaid(
            "Ivo sleeps until six.",
            "Beth’s chart.",
            "Awake at four.",
            "Six nights of seven.",
            "parent",
            6,
        )
    ],
    "steps": [
        StepSaid("Screens off at seven.", "Beth Marlin", "family", 1, "It worked with his cousin."),
        StepSaid("Somebody weighs Ivo each month.", "Nell Rawson", "service", 4),
    ],
    "people": [
        ViewSaid("Beth Marlin", "parent", 4, "I switch it off at seven. I want my evenings back."),
        ViewSaid("Ivo", "child", None, "He showed it: he hides under the table when the phone comes out."),
        ViewSaid("Nell Rawson", "professional", 5, "I weigh him on the first Monday, at home."),
    ],
}


def tell_journey(t: "Telling") -> None:
    _ivo(t)
    _wren(t)


def _ivo(t: "Telling") -> None:
    """Begun three weeks ago; the health visitor has joined in; the plan was made and agreed in the room."""
    began, planned = t.by("nell", 21, 10), t.by("nell", 14, 16)
    with acting_as(began):
        ivo = acts.begin_early_help_with(
            by=began,
            given="Ivo",
            family="Marlin",
            born=PartDate(date(t.today.year - 3, 2, 11), "day"),
            sex="M",
            wants="Mornings are a fight, and nobody sleeps.",
            agreed="Beth, his mother: nursery and the health visitor may know.",
            needed_on=t.day(30),
        )
        t.people["ivo"] = ivo
        agreed = {"who": "Beth Marlin", "said": "yes", "basis": "responsible", "how": "Signed at the table."}
        told = {"called": "Nursery", "what": "Mornings, sleep and who picks up.", "why": "The plan for mornings."}
        acts.note_share_agreed(by=began, about=ivo, until_on=t.today + timedelta(days=60), **agreed, **told)
        centre = {"called": "Family centre", "what": "That he comes.", "why": "A place in the group."}
        row = acts.note_share_agreed(by=began, about=ivo, **agreed, **centre)
        acts.withdraw_share(by=began, about=ivo, agreed=row, words="“Not the centre: my sister works there.”")
        asked = {one.service: one for one in ServiceAsked.objects.filter(person=ivo)}
        acts.answer_service(by=began, about=ivo, service=asked["health_visitor"], ask=True)
        acts.answer_service(
            by=began, about=ivo, service=asked["doctor"], ask=False, because="She was there on Monday; he is well."
        )
    with acting_as(planned):
        acts.note_joined(by=planned, about=ivo, service=asked["health_visitor"], who="Jo Pemberton")
        plan = make_family_plan(by=planned, about=ivo, **_ROOM)  # type: ignore[arg-type]
        agree_plan(by=planned, about=ivo, plan=plan)


def _wren(t: "Telling") -> None:
    """A year’s work that ended in the summer; this morning the school rang again."""
    by = t.by("theo", 300)
    with acting_as(by):
        wren = people.begin_record(
            by=by, given="Wren", family="Castell", born=PartDate(date(t.today.year - 8, 9, 3), "day"), sex="F"
        )
        acts.begin_work(by=by, about=wren, level="child_in_need", source="2A", primary_need="N5")
        t.people["wren"] = wren
    allocating = t.by("grace", 298)
    with acting_as(allocating):
        acts.allocate(by=allocating, about=wren, lead=t.services.staff["tom"], family_told_on=allocating.today)
    _wrens_work_ended(t)
    _rung_again(t)


def _wrens_work_ended(t: "Telling") -> None:
    wren, tom, grace = t.people["wren"], t.by("tom", 110, 11), t.by("grace", 108, 10)
    with acting_as(tom):
        ending = decide(
            by=tom,
            about=wren,
            kind="closure",
            finish=True,
            question="Should our work with Wren end?",
            chosen="Yes, at the end of term.",
            reasons="Wren has slept in her own bed since May, and her aunt has her when her mother is unwell.",
            options=[
                OptionGiven("End at the end of term", "Her aunt and school go on", chosen=True),
                OptionGiven("Go on until Christmas", "One visit a month", why_not="Nobody could say what we would do."),
            ],
            rests_on="The last three reviews, and what Wren and her aunt each said.",
            child_view="You can stop. I have got Aunty Pen’s number.",
            child_view_weight="It decided it.",
            no_bottom_lines_because="Nobody is known to be a danger to her.",
            what_would_change_it="If Wren is looking after her mother at night again, or Aunt Pen moves away.",
        )
    with acting_as(grace):
        agree_decision(by=grace, about=wren, decision=ending)
        acts.close_work(
            by=grace,
            about=wren,
            reason="RC7",
            decision=ending,
            outcomes="Wren sleeps and is at school. Her mother is still unwell some weeks.",
            child_told_on=grace.today,
            family_told_on=grace.today,
            offered_after="The young carers’ club on Thursdays, which Wren wants.",
            together="together",
            difference_child="“I do not have to stay awake.”",
            difference_family="Aunt Pen: she is a child again.",
            difference_others="School: in on time since May.",
            difference_said={"child": "helped", "family": "helped", "others": "helped"},
        )
    with acting_as(tom):
        for audience, words in (
            ("partner", "We have stopped working with Wren. Her aunt helps when her mother is unwell."),
            ("family", "We have stopped coming. Ring us if Wren looks after her mother at night again."),
        ):
            tell_decision(by=tom, about=wren, decision=ending, audience=audience, words=words)


def _rung_again(t: "Telling") -> None:
    by = t.by("theo", 0, 9) if t.now.hour > 9 else t.by("theo", 1, 15)
    with acting_as(by):
        made = acts.take_contact(
            by=by,
            words="Wren fell asleep in class and said she had been up with her mum three nights running.",
            why_today="She did not want to go home.",
            children=[
                ToldOf("Wren", "Castell", PartDate(date(t.today.year - 8, 9, 3), "day"), own_words="Mum needs me.")
            ],
            how="phone",
            source="2A",
            teller={"name": "Idris Moon", "agency_name": "Castle Street School", "reach": "01632 960333"},
        )
        acts.match_child(by=by, about=t.people["wren"], child=made.children.get())
