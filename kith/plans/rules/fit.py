"""Whether a help fits the child's age, how soon help begins once a need is known (S1-10), and whether two give the same
one, or somebody with a part in the plan was not asked (S0-18).
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kith.calendar import age
from kith.packs import Pack

BEGUN = ("happening", "done")


def age_misfit(pack: Pack, help_used: str, born_on: date | None, on: date) -> str:
    """What to warn of: the help is for another age. "" when it fits, or the age is not known. Never a refusal."""
    years = age(born_on, on) if born_on else None
    chosen = pack.helps.get(help_used)
    if chosen is None or years is None or chosen.fits(years):
        return ""
    return f"{chosen.title} is for {chosen.ages}; the child is {years}."


def mean_days_to_help(outcomes: Iterable[tuple[int, date]], steps: Iterable[Any]) -> tuple[float | None, int, int]:
    """Mean days from the day a need was written to its first step that began: (mean or None, how many began, how many
    needs there are). `outcomes`: (id, the day). One whose help had begun already counts as none.
    """
    first: dict[int, date] = {}
    for step in steps:
        if step.began_on and step.outcome_id:
            first[step.outcome_id] = min(step.began_on, first.get(step.outcome_id, step.began_on))
    needs = list(outcomes)
    waits = [max(0, (first[pk] - day).days) for pk, day in needs if pk in first]
    return (sum(waits) / len(waits) if waits else None, len(waits), len(needs))


def given_twice(steps: Iterable[Any]) -> dict[int, list[str]]:
    """Who else gives the same help, by the step: a prompt to speak with each other, never a refusal (S0-18). What is
    done is no longer given.
    """
    giving = [step for step in steps if step.help_used and step.state != "done"]
    found = {
        step.pk: list(dict.fromkeys(one.owner_name or "somebody" for one in giving if _the_same(one, step)))
        for step in giving
    }
    return {pk: names for pk, names in found.items() if names}


def _the_same(one: Any, step: Any) -> bool:
    return one.pk != step.pk and one.help_used == step.help_used and one.owner_name != step.owner_name


def left_off(steps: Iterable[Any], parts: Iterable[Any]) -> list[str]:
    """Who has something to do in the plan and has no line among those who took part, or could not (S0-18)."""
    there = {part.who.casefold() for part in parts}
    owners = dict.fromkeys(step.owner_name for step in steps if step.owner_name and step.state != "done")
    return [name for name in owners if name.casefold() not in there]
