"""Whose promises a page of figures is about: my own children's, one team's, or everyone's whom the reader may see."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from kith.access import Actor, Right
from kith.directory import queries as directory
from kith.involvement import queries as involvement
from kith.people import queries as people

EVERYONE = "all"
# Who leads a team, who answers for it, and who looks from outside the work.
READ_FIGURES = (Right.SEE_TEAM, Right.NAME_WHO_ANSWERS, Right.JUDGE_PROMISES)


@dataclass(frozen=True)
class Scope:
    """`people`: of whom the figures are; None for everyone. `named`: those this reader works with or manages, who are
    told by name; everyone else is counted and not named.
    """

    title: str
    asked: str
    people: list[int] | None
    named: frozenset[int]
    team: Any = None
    teams: tuple[Any, ...] = ()

    def href(self, name: str, *args: Any, **also: str) -> str:
        query = "&".join(f"{key}={value}" for key, value in {"team": self.asked, **also}.items() if value)
        return reverse(name, args=args) + (f"?{query}" if query else "")

    @property
    def has_trend(self) -> bool:
        """A worker's own children are few, and no worker's figures are kept: nobody is ranked."""
        return self.team is not None or self.people is None


def scope_of(request: HttpRequest) -> Scope:
    """A manager chooses a team, or everyone; their own team unless they say. Whoever answers for teams or looks from
    outside has everyone unless they say. Anyone else: the children they lead work with. At most three queries. Raises
    Http404 for a team there is not, or none of the reader's business.
    """
    actor: Actor = request.actor  # type: ignore[attr-defined]
    asked, manages = request.GET.get("team", ""), actor.may(Right.SEE_TEAM)
    if not any(actor.may(right) for right in READ_FIGURES):
        if asked:
            raise Http404
        mine = [lead.person_id for lead in involvement.led_by(actor)]
        return Scope("The children you lead work with", "", mine, frozenset(mine))
    teams = tuple(directory.teams())
    own = _led_in(actor.team_id) if manages else [one.pk for one in people.people_i_am_tied_to()]
    if asked == EVERYONE or not (asked or manages):
        return Scope("Everyone’s children", EVERYONE, None, frozenset(own), None, teams)
    team = next((one for one in teams if str(one.pk) == (asked or str(actor.team_id))), None)
    if team is None:
        raise Http404
    others = own if manages and team.pk == actor.team_id else _led_in(team.pk)
    return Scope(f"{team.name}’s children", asked, others, frozenset(own), team, teams)


def _led_in(team_id: int | None) -> list[int]:
    return [lead.person_id for lead in involvement.led_by_team(team_id)]
