"""Counting every promise for every team and for the whole partnership, in one reading of the record."""

from datetime import date

from kith.directory.models import Restriction, Staff, Team
from kith.standards.gathering import gather, moment_of
from kith.standards.register import STANDARDS
from kith.standards.tally import Tally
from kith.standards.trends import added_up

Board = dict[str, dict[str, int]]


def counted(today: date) -> dict[int | None, Board]:
    """Each team's board by its id, and everyone's under None; restricted and sealed records are left out. Three
    queries. A child is counted with the team of whoever leads the work, and in the whole whether anybody does or not.
    """
    teams = dict(Staff.objects.values_list("account_id", "team_id"))
    kept = set(Restriction.objects.filter(ended_at=None).values_list("person_id", flat=True))
    moment = moment_of(today)
    tallies = {team: Tally(STANDARDS, moment) for team in [None, *Team.objects.values_list("pk", flat=True)]}
    for facts in gather(today):
        if facts.person_id not in kept:
            tallies[teams.get(facts.lead_id) if facts.lead_id else None].add(facts)
    boards: dict[int | None, Board] = {team: tally.counts() for team, tally in tallies.items()}
    boards[None] = added_up(list(boards.values()))
    return boards
