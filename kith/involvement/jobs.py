"""What involvement does every minute, by itself."""

from datetime import timedelta

from django.conf import settings
from django.db import connection

from kith import packs
from kith.access import Actor
from kith.involvement import acts, queries, rules
from kith.involvement.models import Exposure
from kith.record.jobs import EVERY_MINUTE, job
from kith.words import joined

NOW_LIMIT = "urgent-need-action"
LONGEST_UNTAKEN = 15  # minutes before someone worried now is passed to the next on the rota (design 7.2)


@job("pass_on_concerns", every=EVERY_MINUTE)
def pass_on_concerns(*, by: Actor, key: str) -> None:
    """Concerns nobody has taken are told to the next person on duty."""
    with connection.cursor() as cursor:
        cursor.execute("select kith_pass_on_concerns(%s)", [LONGEST_UNTAKEN])


@job("find_exposures", every=EVERY_MINUTE)
def find_exposures(*, by: Actor, key: str) -> None:
    """Who has come close to a child, and is no longer; and what nobody has taken up within the limit (S2-06, N13)."""
    close = queries.close_to_children(by.today)
    standing = {}
    for exposure in queries.exposures_open():
        pair = exposure.person_id, exposure.flag_id
        if rules.exposure_over(exposure.ways, close.get(pair, []), acted=exposure.taken_at is not None):
            acts.end_exposure(by=by, about=exposure.person, exposure=exposure)
        else:
            standing[pair] = exposure
    for pair, ways in close.items():
        if pair not in standing:
            child, flag = queries.exposed(*pair)
            acts.find_exposure(by=by, about=child, flag=flag, ways=ways, ladder=queries.ladder(child, by))
        elif standing[pair].ways != ways:
            acts.change_exposure(by=by, about=standing[pair].person, exposure=standing[pair], ways=ways)
    _pass_on(list(standing.values()), by)


def _pass_on(standing: list[Exposure], by: Actor) -> None:
    pack = packs.pack_for(settings.PACK, by.today)
    limit = pack.timescale("acknowledge-exposure").limit
    for exposure in standing:
        told = exposure.told_at or by.now - timedelta(days=1)
        if exposure.taken_at is None and limit.after(told, pack.calendar) <= by.now:
            ladder = queries.ladder(exposure.person, by)
            if rules.next_told(ladder, [*exposure.told_before, exposure.told_id]):
                acts.pass_on_exposure(by=by, about=exposure.person, exposure=exposure, ladder=ladder)


@job("chase_needs", every=EVERY_MINUTE)
def chase_needs(*, by: Actor, key: str) -> None:
    """A need of now that nobody met within the limit is told to the lead and whoever manages them, once (S1-32)."""
    pack = packs.pack_for(settings.PACK, by.today)
    limit = pack.timescale(NOW_LIMIT).limit
    for need in queries.needs_overdue(by.now):
        if limit.after(need.told_at, pack.calendar) <= by.now:
            told = queries.ladder(need.person, by)[:2]
            names = joined([name for _, name in told]) or "nobody: nobody answers for this child"
            acts.chase_need(by=by, about=need.person, need=need, ladder=told, told=names)


@job("tell_of_late_shares", every=EVERY_MINUTE)
def tell_of_late_shares(*, by: Actor, key: str) -> None:
    """What was shared without agreement and no manager answered for in time is told to the managers, once (S2-30)."""
    for shared in queries.shares_late_untold(by.today):
        acts.tell_of_late_share(by=by, about=shared.person, shared=shared)
