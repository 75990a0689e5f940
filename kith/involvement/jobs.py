"""What involvement does every minute, by itself."""

from django.db import connection

from kith.access import Actor
from kith.record.jobs import EVERY_MINUTE, job

LONGEST_UNTAKEN = 15  # minutes before someone worried now is passed to the next on the rota (design 7.2)


@job("pass_on_concerns", every=EVERY_MINUTE)
def pass_on_concerns(*, by: Actor, key: str) -> None:
    """Concerns nobody has taken are told to the next person on duty."""
    with connection.cursor() as cursor:
        cursor.execute("select kith_pass_on_concerns(%s)", [LONGEST_UNTAKEN])
