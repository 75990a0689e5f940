"""What happened, for a person and as data."""

from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from tests.chaos.jobs import Jobs
from tests.chaos.ledger import Ledger
from tests.chaos.site import KINDS
from tests.chaos.writers import VISIT


@dataclass
class Report:
    seed: int
    ledger: Ledger
    jobs: Jobs
    healed: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    wrong: Counter[str] = field(default_factory=Counter)
    verified: int = 0
    rows: int = 0
    over: bool = False  # what was killed never came back
    looked_at: int = 0  # acknowledged acts already found in order

    @property
    def kills(self) -> int:
        return sum(map(len, self.healed.values()))

    def as_data(self) -> dict[str, Any]:
        ledger, times = self.ledger, [seconds for each in self.healed.values() for seconds in each]
        visits = sum(each.act == VISIT for each in ledger.promised)
        return {
            "seed": self.seed,
            "kills": {kind: len(each) for kind, each in self.healed.items()},
            "requests": ledger.answers.total(),
            "answers": dict(sorted(ledger.answers.items())),
            "acknowledged": {"visits": visits, "words": len(ledger.promised) - visits, "drafts": ledger.drafts},
            "sent_again": ledger.again,
            "lost": self._counted("lost"),
            "doubled": self._counted("doubled"),
            "half_saved": self._counted("half-saved"),
            "jobs": {"asked": len(self.jobs.asked), "caught": len(self.jobs.caught), "next_turn": self.jobs.failed},
            "verified": {"times": self.verified, "rows": self.rows},
            "healed": {kind: _spread(each) for kind, each in self.healed.items() if each},
            "healed_all": _spread(times),
            "longest_wait": round(max(ledger.waits, default=0.0), 2),
            "wrong": [*self.wrong, *ledger.faults],
        }

    def _counted(self, kind: str) -> int:
        return sum(number for what, number in self.wrong.items() if what.startswith(kind))

    def in_words(self) -> str:
        told = self.as_data()
        log = told["verified"]
        kinds = " · ".join(f"{kind} {number}" for kind, number in told["kills"].items())
        acks, jobs, healed = told["acknowledged"], told["jobs"], told["healed_all"]
        answers = " · ".join(f"{status} {number}" for status, number in told["answers"].items())
        each = " · ".join(f"{kind} {t['median']:.1f} / {t['max']:.1f}" for kind, t in told["healed"].items())
        return "\n".join(
            [
                f"seed          {told['seed']}",
                f"kills         {self.kills}: {kinds}",
                f"requests      {told['requests']}: {answers}",
                f"acknowledged  {acks['visits']} visits · {acks['words']} words · {acks['drafts']} drafts; "
                f"{told['sent_again']} sent again with the same key",
                f"lost          {told['lost']}",
                f"doubled       {told['doubled']}",
                f"half-saved    {told['half_saved']}",
                f"jobs          {jobs['asked']} asked for · {jobs['caught']} in hand when killed, all done since · "
                f"{jobs['next_turn']} left to their next turn",
                f"log           verified {log['times']} times, {log['rows']:,} rows at the end",
                f"whole again   median {healed['median']:.1f} s, at most {healed['max']:.1f} s ({each})",
                f"an answer     waited for {told['longest_wait']:.1f} s at most, retries included",
                *[f"WRONG         {what}" for what in told["wrong"][:20]],
            ]
        )


def _spread(seconds: list[float]) -> dict[str, float]:
    return {"median": round(median(seconds), 2), "max": round(max(seconds), 2)} if seconds else {}
