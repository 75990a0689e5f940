"""What was decided about the demo family: one decision that stands, one a school may challenge, one half written."""

from typing import TYPE_CHECKING, Any

from kith.access import Actor, acting_as
from kith.decisions.acts import agree_decision, decide, tell_decision
from kith.decisions.rules import AgreementGiven, LineGiven, OptionGiven
from kith.involvement.acts import keep_level
from kith.people.models import ParentalResponsibility, Person

if TYPE_CHECKING:
    from kith.demo.family import Telling


def decide_things(t: "Telling") -> None:
    _saturdays(t)
    _breakfast(t)
    _half_written(t)
    _weighed_again(t)


def _saturdays(t: "Telling") -> None:
    """Maya and her father: agreed two months ago, with a bottom line Babcia watches."""
    maya, aisha = t.people["maya"], t.by("aisha", 60, 15)
    with acting_as(aisha):
        made = decide(
            by=aisha,
            about=maya,
            kind="arrangement",
            finish=True,
            question="Should Maya go on seeing her dad on Saturdays?",
            chosen="Every other Saturday at Babcia Zofia’s, with Babcia there.",
            reasons="Maya asks for it. Three Saturdays with Babcia there went well, and Tomek came on time to each.",
            options=[
                OptionGiven("Every other Saturday with Babcia there", "Babcia stays all day", chosen=True),
                OptionGiven("At his flat", "Nobody else is there", why_not="Maya says she would not like that yet."),
                OptionGiven(
                    "No visits for now", "Maya would not see him", why_not="She misses him; she is safe there."
                ),
            ],
            rests_on="What Babcia Zofia and Maya each told us after the third Saturday.",
            child_view="I want to see my dad. Babcia makes pierogi.",
            child_view_weight="It decided it: what she wants can be done safely.",
            family_view="Kelly agrees as long as Babcia is there the whole time.",
            agreements=_all_agree(maya),
            bottom_lines=[_watched(t, "Babcia Zofia", "Babcia Zofia is there the whole time", "Babcia is out or ill")],
            what_would_change_it="If Tomek asks the children where they live, or Maya no longer wants to go.",
            review_by_on=t.day(-30),
        )
    _agreed(t, made, 59)
    with acting_as(aisha):
        words = "Maya sees her dad every other Saturday at Babcia Zofia’s. Babcia is there all day."
        tell_decision(by=aisha, about=maya, decision=made, audience="family", words=words)


def _breakfast(t: "Telling") -> None:
    """Less help for Maya in the mornings, which her school has been told of and may think too soon."""
    maya, aisha = t.people["maya"], t.by("aisha", 4, 15)
    with acting_as(aisha):
        made = decide(
            by=aisha,
            about=maya,
            kind="step_down",
            finish=True,
            question="Should Maya’s mornings at breakfast club end?",
            chosen="Yes, after half-term.",
            reasons="Maya has been on time for five weeks, and Nan now brings her on three mornings.",
            options=[
                OptionGiven("End after half-term", "Nan brings her three days, Kelly two", chosen=True),
                OptionGiven(
                    "Go on until Easter", "Club pays nothing more", why_not="Another child waits for the place."
                ),
            ],
            rests_on="The attendance list St Anne’s sent us.",
            child_view="I like breakfast club. I like toast with Nan too.",
            child_view_weight="Some: she likes both, and may go back if mornings get hard.",
            agreements=_all_agree(maya),
            bottom_lines=[
                _watched(t, "Marsha Lind", "Maya has eaten before lessons", "School sees that she is hungry")
            ],
            what_would_change_it="If Maya is late or hungry twice in a week.",
            review_by_on=t.day(-40),
        )
    _agreed(t, made, 3)
    with acting_as(aisha):
        words = "Maya’s place at breakfast club ends after half-term. Nan and Kelly bring her."
        tell_decision(by=aisha, about=maya, decision=made, audience="partner", words=words)


def _half_written(t: "Telling") -> None:
    """Kept with its gaps, and owed."""
    aisha = t.by("aisha", 1, 17)
    with acting_as(aisha):
        decide(
            by=aisha,
            about=t.people["leo"],
            kind="plan",
            question="Who helps Leo with his speech until the clinic has a place?",
            chosen="Nursery does ten minutes a day with him.",
        )


def _agreed(t: "Telling", made: Any, days_ago: int) -> None:
    grace: Actor = t.by("grace", days_ago, 10)
    with acting_as(grace):
        agree_decision(by=grace, about=made.person, decision=made)


def _all_agree(child: Person) -> list[AgreementGiven]:
    held = ParentalResponsibility.objects.filter(person=child, until_on=None).select_related("holder").order_by("pk")
    return [AgreementGiven(one.holder, "agreed") for one in held]


def _watched(t: "Telling", watcher: str, statement: str, broken_when: str) -> LineGiven:
    account = t.services.accounts["aisha"]
    return LineGiven(statement, broken_when, watcher_name=watcher, alerted_id=account.pk, alerted_name=account.name)


def _weighed_again(t: "Telling") -> None:
    """Every eleven weeks: more help, less or the same? It has stayed, and why is said."""
    for days_ago in range(655, 0, -77):
        for name in ("maya", "leo", "sam"):
            by = t.by("aisha", days_ago, 13)
            if (t.people[name].born_on or by.today) > by.today:
                continue
            with acting_as(by):
                keep_level(
                    by=by,
                    about=t.people[name],
                    what_changed="Nan’s nights and the breakfast club hold. The nights at home are not quiet yet.",
                    why_still="Less would take away what holds; more would bring in people they do not know.",
                    finish=True,
                )
