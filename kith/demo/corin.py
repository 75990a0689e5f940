"""A boy who is looked after: police protection at night, two homes, two reviews, one evening missing, a talk after it.

Told through the same acts as the others. What waits is on his page: the decision about the law, and what is not said.
"""

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from kith.access import SYSTEM, acting_as
from kith.access.actor import HOME_TIME
from kith.calendar import PartDate
from kith.decisions.acts import revise_decision
from kith.demo.protecting import agreed, working_day
from kith.directory.acts import begin_tie
from kith.involvement import acts
from kith.involvement.models import CareReviewLine, LegalStatus, Missing
from kith.people import acts as people
from kith.visits.acts import Seen, record_visit
from kith.voice.acts import answer_child
from kith.voice.models import Wish

if TYPE_CHECKING:
    from kith.demo.family import Telling

_VISITS = (
    (149, "He sat on the bed with his coat on and asked who feeds the cat.", "He does not believe yet that he stays."),
    (141, "He showed me the box with his things. It was still shut.", "He is waiting to be fetched."),
    (104, "He and Len were mending a bicycle and he talked the whole time.", "His hands make it easier to speak."),
    (66, "He was quiet. Len breathes badly and Corin carries his bag.", "He is afraid it will all end again."),
    (57, "His posters are up at Ruth’s, and the box is empty.", "This place may last."),
    (51, "He cooked for me. Ruth let him.", "He is trusted with something here."),
    (24, "He asked me to write to the hospital for him.", "He wants to be sure that his mother is looked after."),
    (10, "He slept at a friend’s on Saturday and told me about it.", "He can go and come back."),
)

# What must stay true, by whoever decided it, and what would break it.
_LINES = {
    "theo": ("He does not spend a night without somebody he knows", "A night at the police station or in an office."),
    "tom": ("He speaks with Petra every day", "A day on which nobody rang the ward with him."),
}


def tell_corin(t: "Telling") -> None:
    """From a night alone to his aunt’s home."""
    _known(t)
    _taken_in(t)
    _visited(t)
    _reviewed(t)
    _moved(t)
    _gone_one_evening(t)
    _looked_at(t)


def _known(t: "Telling") -> None:
    theo, grace, year = t.by("theo", 190), t.by("grace", 189), t.today.year
    with acting_as(theo):
        for name, given, born, sex in (
            ("corin", "Corin", date(year - 13, 3, 8), "M"),
            ("petra", "Petra", date(year - 38, 5, 21), "F"),
            ("ruth", "Ruth", date(year - 41, 10, 2), "F"),
        ):
            part = PartDate(born, "day")
            t.people[name] = people.begin_record(by=theo, given=given, family="Ashby", born=part, sex=sex)
        corin, petra = t.people["corin"], t.people["petra"]
        people.add_relationship(by=theo, about=corin, other=petra, kind="parent", source="Petra Ashby")
        people.add_relationship(by=theo, about=corin, other=t.people["ruth"], kind="aunt_uncle", source="Petra Ashby")
        people.record_parental_responsibility(by=theo, about=corin, holder=petra, acquired="mother")
        acts.begin_work(by=theo, about=corin, level="child_in_need", source="3B", primary_need="N3")
        home = {"lines": "3 Signal Cottages\nNorthcliff", "postcode": "NC4 1SG"}
        people.move_home(by=theo, about=[corin, petra], on=t.day(1200), **home)
    with acting_as(grace):
        acts.allocate(by=grace, about=corin, lead=t.services.staff["tom"], family_told_on=grace.today)
    with acting_as(SYSTEM(grace.now)) as kith:
        manager = t.services.accounts["grace"]
        begin_tie(by=kith, about=corin, account=manager, because="team_manager", may_write=True)


def _taken_in(t: "Telling") -> None:
    corin = t.people["corin"]
    theo, tom = t.by("theo", 149, 2), t.by("tom", 148, 15)
    with acting_as(theo):
        law: dict[str, Any] = {"status": "L1", "on": t.day(150), "at": time(23, 40)}
        why = "Petra was taken to hospital at night and nobody knew who would come for him."
        acts.record_legal_status(by=theo, about=corin, **law, because=why, note="PC Nerys Blake, Northcliff.")
        acts.begin_placement(
            by=theo,
            about=corin,
            on=t.day(149),
            kind="U6",
            provider="PR1",
            with_whom="Dot and Len Mallory",
            lines="4 Larch Walk\nNorthcliff",
            postcode="NC2 8LW",
        )
    with acting_as(tom):
        agreed_to = {"status": "V2", "on": t.day(148), "at": time(14)}
        note = "Petra signed it on the ward, with her sister beside her."
        made = acts.record_legal_status(by=tom, about=corin, **agreed_to, note=note)
        acts.note_care(
            by=tom,
            about=corin,
            care=made.care,
            reviewing_officer="Jonah Reed",
            contact="Petra on the ward, Wednesdays and Sundays, with Ruth. He rings her each evening.",
        )
    later = t.by("tom", working_day(t, 140), 16)
    with acting_as(later):
        acts.note_care(by=later, about=corin, care=made.care, care_plan_on=later.today, permanence="home")
    _decided(t)


def _decided(t: "Telling") -> None:
    corin = t.people["corin"]
    laws = LegalStatus.objects.filter(person=corin).order_by("began_on")
    for law, (who, line) in zip(laws, _LINES.items(), strict=True):
        by = t.by(who, 148, 16)
        with acting_as(by):
            decision = revise_decision(
                by=by,
                about=corin,
                decision=law.decision,
                chosen="He lives with foster carers until Petra is well.",
                reasons="Nobody of the family could have him that week, and Petra asked us to.",
                child_view="I want to go home when Mum is well.",
            )
        other = ("He stays at a friend’s for some nights", "Nobody there could say for how long.")
        agreed(t, decision, 147, other, line, who)


def _visited(t: "Telling") -> None:
    corin = t.people["corin"]
    for days_ago, saw, means in _VISITS:
        tom = t.by("tom", days_ago, 17)
        with acting_as(tom):
            line = Seen(corin, seen=True, alone="alone", saw=saw, means=means)
            record_visit(by=tom, about=[corin], lines=[line], happened_at=tom.now - timedelta(minutes=40), mode="home")


def _reviewed(t: "Telling") -> None:
    corin = t.people["corin"]
    for days_ago, of_child in (
        (
            working_day(t, 126),
            {
                "child_part": "PN6",
                "child_view": "I do not want everybody there. I wrote it down. I want to go home when Mum is well.",
                "looked_at": "School, sleep, the visits to the ward, and that his box is still shut.",
                "decided": "He stays with Dot and Len. Tom finds out what Petra needs to come home. Ruth is asked.",
            },
        ),
        (
            working_day(t, 45),
            {
                "child_part": "PN1",
                "child_view": "Ruth’s is all right. I want to see the flat once before it is given up.",
                "looked_at": "The move to Ruth, her approval, the flat, and the music lessons he asked for.",
                "decided": "He stays with Ruth. Tom and Corin go to the flat together this month.",
            },
        ),
    ):
        tom = t.by("tom", days_ago, 15)
        with acting_as(tom):
            told: dict[str, Any] = {"chaired_by": "Jonah Reed", "who_came": "Ruth Ashby, Head of Year, Tom Ellery"}
            line = acts.record_care_review(by=tom, about=[corin], **told, lines={corin.pk: of_child})  # type: ignore[dict-item]
            acts.finish_care_review(by=tom, about=corin, line=line)
        sent = t.by("tom", days_ago - 4, 10)
        with acting_as(sent):
            held = CareReviewLine.objects.get(pk=line.pk)
            days = {"decisions_sent_on": sent.today, "record_sent_on": sent.today}
            acts.add_to_care_review(by=sent, about=corin, line=held, **days)


def _moved(t: "Telling") -> None:
    tom = t.by("tom", 58, 12)
    with acting_as(tom):
        acts.begin_placement(
            by=tom,
            about=t.people["corin"],
            on=t.day(58),
            kind="U3",
            provider="PR1",
            with_whom="Ruth Ashby, his aunt",
            lines="11 Quarry Hill\nNorthcliff",
            postcode="NC3 5QH",
            for_now=True,
            why_ended="CREQO",
            what_ended="Len fell ill. Dot and Corin still write to each other.",
        )


def _gone_one_evening(t: "Telling") -> None:
    corin = t.people["corin"]
    evening, night = (_moment(t, 33, 21, 40), _moment(t, 32, 1, 20))
    tom = t.by("tom", 32, 9)
    with acting_as(tom):
        missing = acts.report_missing(
            by=tom,
            about=corin,
            on=evening.date(),
            at=evening,
            kind="M",
            from_where="Ruth’s, after supper",
            worry="He has no telephone, and it was near freezing.",
            police_told_at=evening + timedelta(minutes=50),
            police_reference="NC-2291",
            found_at=night,
        )
        offered = tom.now - timedelta(minutes=20)
        acts.note_missing(by=tom, about=corin, missing=missing, offered_at=offered, answer="yes")
    _came_back(t, missing.pk)


def _came_back(t: "Telling", missing: int) -> None:
    """He tells somebody from outside why he went, and is answered."""
    corin, talked = t.people["corin"], t.by("tom", 31, 18)
    with acting_as(talked):
        acts.record_return_talk(
            by=talked,
            about=corin,
            missing=Missing.objects.get(pk=missing),
            at=talked.now - timedelta(hours=2),
            talked_with="Bea Lund, Harbourside Family Centre",
            independent=True,
            said="I wanted to see if the light was on at ours. It was off.",
            sort="wish",
            away_from="Nothing at Ruth’s.",
            towards="The flat at Signal Cottages.",
            actions="Tom goes to the flat with him on Saturday. Ruth has the number of the night team.",
        )
    answering = t.by("tom", 30, 16)
    with acting_as(answering):
        answer_child(
            by=answering,
            about=corin,
            wish=Wish.objects.get(person=corin),
            outcome="agreed",
            what_we_did="We go to the flat together on Saturday, and you bring what you want from there.",
            told_by=answering.name,
            told_on=answering.today,
            reaction="ok",
        )


def _looked_at(t: "Telling") -> None:
    corin = t.people["corin"]
    for days_ago, kind, who, note, score in (
        (
            137,
            "education",
            "Head of Year, Meadow Academy",
            "He stays in the band. A quiet room at noon.",
            None,
        ),
        (131, "health", "Jo Whitlock", "Well. Sleeps badly; asked for a lamp, and has one.", None),
        (96, "dentist", "Quay Street dentists", "One filling.", None),
        (90, "immunisation", "Jo Whitlock", "", None),
        (84, "feelings", "Dot Mallory", "Higher for worry. Looked at again in spring.", 17),
    ):
        tom = t.by("tom", working_day(t, days_ago), 14)
        with acting_as(tom):
            acts.record_care_check(by=tom, about=corin, kind=kind, who=who, note=note, score=score)


def _moment(t: "Telling", days_ago: int, hour: int, minute: int) -> Any:
    return t.by("tom", days_ago).now.astimezone(HOME_TIME).replace(hour=hour, minute=minute)
