"""Jobs asked for while workers are killed: each is done in the end, and its effect is there once."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.chaos.site import until
from tests.databases import owner

_ASK = "select kith_enqueue(%s, '{}')"
_RAISE = """insert into involvement_immediateconcern (key, what, who, "where", ring_back, raised_by_name, raised_at,
    told_id, told_at, taken_by_name)
  select %s, 'Chaos: nobody answers the door.', '', '', '', 'Chaos', now() - interval '20 minutes', a.id,
    now() - interval '20 minutes', '' from directory_account a where a.email = 'theo@demo.test' returning id"""
_LOCKED = """select count(*) from pg_stat_activity
  where datname = current_database() and usename = 'kith_worker' and wait_event_type = 'Lock'"""
_TAKE = """update involvement_immediateconcern set taken_at = now() where key like 'chaos-%' and taken_at is null
  and told_id <> (select id from directory_account where email = 'theo@demo.test')"""
_PASSED = (
    "select count(*) from directory_notice where kind = 'worried_now' and sentence like '%nobody has taken it yet%'"
)
_LEFT = "select status::text, count(*) from procrastinate_jobs where id = any(%s) group by status"


class Jobs:
    """Seals, and concerns nobody has taken: each of those must be passed on to the next on duty, once."""

    def __init__(self, database: str) -> None:
        self.database = database
        self.asked: list[int] = []
        self.caught: set[int] = set()
        self.concerns = 0
        self.failed = 0

    def ask(self) -> None:
        with owner(self.database) as asking:
            self.asked += [asking.execute(_ASK, ["seal"]).fetchone()[0] for _ in range(3)]

    @contextmanager
    def one_in_hand(self) -> Iterator[None]:
        """A worker is in the middle of a job as long as the block runs (unless none takes it up in ten seconds)."""
        with owner(self.database) as gate:
            self.concerns += 1
            concern = gate.execute(_RAISE, [f"chaos-{self.concerns}"]).fetchone()[0]
            with gate.transaction():
                gate.execute("select 1 from involvement_immediateconcern where id = %s for update", [concern])
                with owner(self.database) as asking, suppress(TimeoutError):
                    self.asked.append(asking.execute(_ASK, ["pass_on_concerns"]).fetchone()[0])
                    until(lambda: asking.execute(_LOCKED).fetchone()[0], 10, "a worker is at the gate")
                yield

    def ask_again(self) -> None:
        """The next turn of what comes round each minute, for what the last one could not do."""
        with owner(self.database) as asking:
            self.asked.append(asking.execute(_ASK, ["pass_on_concerns"]).fetchone()[0])

    def note_caught(self, in_hand: set[int]) -> None:
        """These were being done when their worker was killed."""
        self.caught |= in_hand

    def take_what_was_passed(self) -> None:
        """Somebody has it now: after another quarter of an hour it would rightly be passed on again."""
        with owner(self.database) as duty:
            duty.execute(_TAKE)

    def wrong(self) -> "Counter[str]":
        """Ask when every worker has finished."""
        with owner(self.database) as looking:
            left = dict(looking.execute(_LEFT, [[*self.asked, *self.caught]]).fetchall())
            passed = looking.execute(_PASSED).fetchone()[0]
        # One that comes round by itself and failed is not tried again: its next turn does what it would have done.
        self.failed = left.pop("failed", 0)
        wrong = Counter({f"jobs left {status}: {number}": 1 for status, number in left.items()})
        if passed != self.concerns:
            wrong[f"{self.concerns} concerns waited to be passed on, and were {passed} times"] += 1
        return wrong
