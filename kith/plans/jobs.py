"""What plans do every minute, by themselves."""

from django.conf import settings

from kith import packs
from kith.access import Actor
from kith.directory.models import Staff
from kith.directory.queries import managers_of
from kith.involvement.queries import ladder
from kith.plans import acts, queries
from kith.plans.models import Step
from kith.record.jobs import EVERY_MINUTE, job
from kith.words import joined


@job("chase_steps", every=EVERY_MINUTE)
def chase_steps(*, by: Actor, key: str) -> None:
    """A protective step nobody has said yes to within the limit goes to its owner's manager and our lead (S2-08)."""
    for step in queries.steps_unaccepted(by.today, packs.pack_for(settings.PACK, by.today)):
        told, theirs = _to_tell(step, by), queries.colleagues_asked(step)
        names = joined([name for _, name in [*told, *theirs.told]]) or "nobody: nobody answers for this child"
        accounts = [account for account, _ in theirs.told]
        acts.chase_step(
            by=by, about=step.person, step=step, ladder=told, told=f"{names}{theirs.ring}", colleagues=accounts
        )


def _to_tell(step: Step, by: Actor) -> list[tuple[int, str]]:
    """Accounts and names: whoever manages the owner, when they are one of us; then who answers for the child first."""
    team = Staff.objects.filter(account_id=step.owner_id).values_list("team_id", flat=True).first()
    managers = managers_of(team) if team else []
    named = list(Staff.objects.filter(account_id__in=managers).values_list("account_id", "name"))
    return list(dict.fromkeys([*named, *ladder(step.person, by)[:1]]))
