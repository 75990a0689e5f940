"""What decisions do every minute, by themselves."""

from kith.access import Actor
from kith.decisions import acts, queries, rules
from kith.record.jobs import EVERY_MINUTE, job


@job("raise_late_challenges", every=EVERY_MINUTE)
def raise_late_challenges(*, by: Actor, key: str) -> None:
    """A challenge nobody answered by its day goes up one level (S3-20); at the highest it stays, marked late."""
    for found in queries.challenges_late(by.today):
        if found.level < rules.HIGHEST or found.level not in found.late_at:
            acts.raise_level(by=by, about=found.person, challenge=found, ask=queries.next_to_answer(found))


@job("pass_on_revisits", every=EVERY_MINUTE)
def pass_on_revisits(*, by: Actor, key: str) -> None:
    """Whoever decided has not said whether something changes it: a manager is asked, once (S1-35)."""
    for found in queries.revisits_late(by.today):
        if not found.asked_before and (manager := queries.manager_for(found)):
            acts.pass_on_revisit(by=by, about=found.person, revisit=found, ask=manager)
