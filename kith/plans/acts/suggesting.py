"""What people suggest for a plan: kept as they said it, and answered."""

from datetime import date

from kith.access import Actor, Right
from kith.people.models import Person
from kith.plans.acts.written import chosen, pack_on, still_open
from kith.plans.models import Idea, Plan
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words


@act("{by} wrote down an idea for the plan for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.Idea")
def put_idea(*, by: Actor, about: Person, on: date, plan: Plan, text: str, who: str, whose: str) -> Idea:
    """Somebody's suggestion, as they put it (S4-21). Raises Refused: no words, nobody named, the child, whose ideas are
    wishes and are answered as such; a plan that has ended.
    """
    still_open(plan, about)
    if not text.strip():
        raise Refused("Write what they suggest.", field="text")
    if not who.strip():
        raise Refused("Say whose idea it is.", field="who")
    chosen(pack_on(on), "whose_view", whose, "whose")
    if whose in ("", "child"):
        raise Refused(
            "Say who they are. What the child wants is written among their words, and answered.", field="whose"
        )
    idea = Idea(person=about, plan=plan, text=text.strip(), who=who.strip(), whose=whose, put_on=on)
    idea.save()
    return idea


@act("{by} answered an idea for the plan for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.Idea")
def answer_idea(
    *, by: Actor, about: Person, on: date, idea: Idea, answer: str, because: str = "", told_on: date | None = None
) -> Idea:
    """Taken up, in part, or not: with the reason, which whoever had the idea is told (S4-21). Raises Refused: no
    answer, no reason where it is not taken up whole, another child's.
    """
    if idea.person_id != about.pk:
        raise Refused("Choose an idea of this child’s plan.")
    pack = pack_on(on)
    if answer not in dict(pack.choices("idea_answer")):
        raise Refused("Choose what we make of it.", field="answer")
    if answer in pack.flagged("idea_answer", "asks_why") and needs_words(because):
        raise Refused("Say why, as you would to whoever had the idea.", field="because")
    idea.answer, idea.because, idea.answered_on, idea.told_on = answer, because.strip(), on, told_on
    idea.save()
    return idea
