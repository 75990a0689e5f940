"""Two complaints, one answered and one open, people who said thank you, and somebody from outside who read it all."""

from typing import TYPE_CHECKING

from kith.access import acting_as
from kith.feedback import acts
from kith.feedback.models import ComplaintStage
from kith.standards.acts import judge_promise

if TYPE_CHECKING:
    from kith.demo.family import Telling


def complain_and_thank(t: "Telling") -> None:
    _answered(t)
    _open(t)
    _thanked(t)
    _read_from_outside(t)


def _answered(t: "Telling") -> None:
    """Kelly was not rung back; Ines answered her, and something is different since."""
    told, named, answered = t.by("theo", 40, 10), t.by("imani", 39, 12), t.by("ines", 31, 15)
    with acting_as(told):
        row = acts.take_complaint(
            by=told,
            about=None,
            words="I rang three times about Sam’s cot and nobody rang me back. I felt like a nuisance.",
            who="Kelly Okafor",
            whose="family",
            how="phone",
            wanted="Somebody who rings when they say they will.",
            person_who=t.people["kelly"],
            children=[t.people["sam"]],
            staff=[t.services.staff["grace"]],
        )
    with acting_as(named):
        stage = ComplaintStage.objects.get(complaint=row)
        acts.name_answerer(by=named, about=None, stage=stage, answerer=t.services.staff["ines"])
    with acting_as(answered):
        stage = acts.answer_complaint(
            by=answered,
            about=None,
            stage=ComplaintStage.objects.get(complaint=row),
            outcome="upheld",
            reasons="You were right. Your calls were written down and nobody was asked to ring you. We are sorry.",
            lesson="Each call that asks for an answer has a name beside it before the telephone is put down.",
            lesson_who="Imani Brook",
            lesson_by_on=t.day(24),
        )
        acts.tell_answer(
            by=answered,
            about=None,
            stage=stage,
            told_by="Ines Okoye",
            in_person=True,
            thought="I did not think anybody would come and say it to me.",
        )


def _open(t: "Telling") -> None:
    """Tomek’s mother writes about a meeting; it is asked of somebody and not answered yet."""
    told, named = t.by("theo", 6, 11), t.by("imani", 5, 9)
    with acting_as(told):
        row = acts.take_complaint(
            by=told,
            about=None,
            words="The meeting was moved to a morning when I work, and nobody asked me.",
            who="Zofia Nowak",
            whose="family",
            how="paper",
        )
    with acting_as(named):
        stage = ComplaintStage.objects.get(complaint=row)
        acts.name_answerer(by=named, about=None, stage=stage, answerer=t.services.staff["grace"])


def _thanked(t: "Telling") -> None:
    heard, shown = t.by("theo", 12, 16), t.by("grace", 11, 9)
    with acting_as(heard):
        row = acts.say_thanks(
            by=heard,
            about=None,
            words="She came when she said she would, and she remembered the name of my cat.",
            who="Nan Rose",
            how="phone",
            staff=t.services.staff["aisha"],
            may_show="unnamed",
        )
        acts.say_thanks(
            by=heard,
            about=None,
            words="The family meeting felt like ours.",
            who="Kelly Okafor",
            how="in_person",
            team=t.services.teams["Harbour"],
        )
    with acting_as(shown):
        acts.show_thanks(by=shown, about=None, thanks=row, words=row.words)
    kelly = t.by("kelly", 5, 20)
    with acting_as(kelly):
        acts.say_thanks(
            by=kelly, about=None, words="You told me before you came. Every time.", staff=t.services.staff["aisha"]
        )


def _read_from_outside(t: "Telling") -> None:
    """Ines reads Maya's record for words that blame, and Leo's: one has some."""
    for name, days_ago, verdict, because in (
        ("maya", 30, "met", "Read from March on. Kelly is written of as somebody doing a hard thing."),
        ("leo", 29, "not_met", "The note of 4 May says that his mother failed to bring him. Say what got in the way."),
    ):
        with acting_as(t.by("ines", days_ago, 11)) as by:
            judge_promise(by=by, about=t.people[name], standard_id="no-blame", verdict=verdict, because=because)
