"""What the standards do by themselves: each day's figures are kept, so that a trend can be drawn; e-mails are sent."""

from django.conf import settings

from kith import packs
from kith.access import Actor
from kith.access.actor import HOME_TIME
from kith.directory.models import Account
from kith.record.jobs import enqueue, job
from kith.standards import acts, digests, expecting, kept
from kith.standards.trends import newest
from kith.workforce.models import Digest
from kith.workforce.queries import digests_wanted

EVERY_HOUR = "23 * * * *"
NOT_BEFORE = 4  # o'clock: whatever was written late in the evening is in
EVERY_TEN_MINUTES = "*/10 * * * *"


@job("count_promises", every=EVERY_HOUR)
def count_promises(*, by: Actor, key: str) -> None:
    """Once a day, in the night; a night the worker slept through is made up for in the hour it wakes."""
    if by.now.astimezone(HOME_TIME).hour >= NOT_BEFORE and newest() != by.today:
        acts.count_promises(by=by, key=f"night-{by.today}")


@job("keep_standings", every=EVERY_TEN_MINUTES)
def keep_standings(*, by: Actor, key: str) -> None:
    """So that the board of everyone has few children to judge."""
    kept.keep(by)


@job("count_promises_again")
def count_promises_again(*, by: Actor, key: str) -> None:
    """Somebody asked for it: the day's figures are written over with those of now, and families and children read the
    same.
    """
    acts.count_promises(by=by, key=key)
    expecting.tell(by.now, by.today)


@job("send_digests", every=EVERY_TEN_MINUTES)
def send_digests(*, by: Actor, key: str) -> None:
    """Asks for each e-mail whose hour has come: one job each, so that one address that fails keeps nobody waiting."""
    if digests.can_be_sent():
        for account, weekly in digests_wanted(by.now.astimezone(HOME_TIME), packs.pack_for(settings.PACK, by.today)):
            enqueue("send_digest", account=account, weekly=int(weekly))


@job("send_digest")
def send_digest(*, by: Actor, key: str, account: int, weekly: int) -> None:
    """Asked for twice, it is sent once."""
    if not Digest.objects.filter(account_id=account, weekly=bool(weekly), on=by.today).exists():
        digests.send(by, Account.objects.get(pk=account), bool(weekly))


@job("tell_what_to_expect", every=EVERY_HOUR)
def tell_what_to_expect(*, by: Actor, key: str) -> None:
    """Once a day, in the night: how promises stand, for families and children to read."""
    told = expecting.told_on()
    is_told = told is not None and told.astimezone(HOME_TIME).date() == by.today
    if by.now.astimezone(HOME_TIME).hour >= NOT_BEFORE and not is_told:
        expecting.tell(by.now, by.today)
