"""Kill Kith again and again while people write in it, and look each time whether anything was lost.

    python -m tests.chaos --kills 500 [--seed N]

A real `kith serve` (web server, worker, embedded database) runs in a home of its own; several people record visits and
words through its forms and keep drafts; each round one of its processes is killed with -9, and once it is whole again
the database is asked whether every acknowledged act is there exactly once, every draft with its words, nothing by half,
and the log whole. Exit code 1 when anything was wrong. The seed decides who is killed and who writes what; when, the
machine does.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random, SystemRandom

from kith.embedded.locks import only_one
from kith.running import Say, say, say_nothing
from tests.chaos import checks
from tests.chaos.jobs import Jobs
from tests.chaos.ledger import Ledger
from tests.chaos.report import Report
from tests.chaos.site import JOB_WORKER, KINDS, PATIENCE, Site, told_database, until
from tests.chaos.writers import VISIT, WORDS, Writer

MOST_WRONG = 20  # then it is clear enough
_OUTSIDE = ("DATABASE_URL", "KITH_OWNER_URL", "KITH_WORKER_URL", "KITH_NOW")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    parser.add_argument("--home", type=Path, default=Path(".build/chaos"), help="where it all lives")
    parser.add_argument("--json", action="store_true", help="the report as data")
    options = parser.parse_args(arguments)
    home = _own_surroundings(options.home)
    with only_one(home / "chaos.lock", say, "Another chaos is going on here."):
        report = _rounds(options, say_nothing if options.json else say)
    say(json.dumps(report.as_data(), indent=2) if options.json else report.in_words())
    return int(bool(report.wrong or report.ledger.faults or report.kills < options.kills))


def _own_surroundings(home: Path) -> Path:
    """Always the embedded database, in a home nobody else uses: its server will be killed."""
    home = home.absolute()
    home.mkdir(parents=True, exist_ok=True, mode=0o711)
    for name in _OUTSIDE:
        os.environ.pop(name, None)
    os.environ |= {"KITH_HOME": str(home), "KITH_MODE": "demo", "KITH_SEALS": str(home / "seals.log")}
    return home


def _rounds(options: argparse.Namespace, tell: Say) -> Report:
    tell(f"seed {options.seed}: making a family to write about ...")
    home, dice, ledger = Path(os.environ["KITH_HOME"]), Random(options.seed), Ledger()
    Path(os.environ["KITH_SEALS"]).unlink(missing_ok=True)
    with told_database() as database:
        site, jobs = Site(database, home / "serve.log"), Jobs(database)
        report = Report(options.seed, ledger, jobs)
        with _writing(site, ledger, options.seed) as writers:
            for number in range(1, options.kills + 1):
                _one_round(site, report, writers, dice)
                if number % 10 == 0:
                    tell(f"{number} kills, {len(ledger.promised)} acts acknowledged, {len(report.wrong)} wrong")
                if report.over or len(report.wrong) + len(ledger.faults) >= MOST_WRONG:
                    break
        _last_look(site, report, writers)
    return report


@contextmanager
def _writing(site: Site, ledger: Ledger, seed: int) -> Iterator[list[Writer]]:
    """Everyone at work; at the end they finish what they are doing, and the site is stopped in good order."""
    writers: list[Writer] = []
    try:
        site.start()
        writers += _writers(site, ledger, seed)
        for writer in writers:
            writer.start()
        until(lambda: len(ledger.promised) >= len(writers) or ledger.faults, PATIENCE, "everyone is writing")
        yield writers
    finally:
        for writer in writers:
            writer.enough.set()
        for writer in writers:
            writer.join(PATIENCE)
        if (code := site.stop()) != 0:
            ledger.fault(f"kith serve ended with {code}:\n{site.last_words()}")


def _writers(site: Site, ledger: Ledger, seed: int) -> list[Writer]:
    """Aisha at two machines at once with her own three; three others with children of the census."""
    family, others = checks.children(site.database)
    shares = [
        ("Aisha Khan", family, [VISIT]),
        ("Aisha Khan", family, [WORDS]),
        *[(name, others[n::3], [VISIT, WORDS]) for n, name in enumerate(("Tom Ellery", "T. Rowe", "Grace Adeyemi"))],
    ]
    return [
        Writer(site.port, ledger, name, refs, acts, f"{seed}-{number}")
        for number, (name, refs, acts) in enumerate(shares, 1)
    ]


def _one_round(site: Site, report: Report, writers: list[Writer], dice: Random) -> None:
    kind = dice.choice(KINDS)
    report.jobs.ask()
    time.sleep(dice.uniform(0.1, 1.0))
    try:
        killed = _kill(site, report.jobs, kind, dice)
        if killed is not None:
            report.healed[kind].append(site.wait_until_whole(kind, killed))
    except (TimeoutError, RuntimeError) as never:
        report.wrong[f"never whole again: {never}"] += 1
        report.over = True
        return
    _look(site, report, writers)


def _kill(site: Site, jobs: Jobs, kind: str, dice: Random) -> int | None:
    until(lambda: site.running(kind), PATIENCE, f"there is a {kind}")
    if kind != JOB_WORKER:
        return site.kill(kind, dice)
    with jobs.one_in_hand():
        jobs.note_caught(site.jobs_in_hand())
        return site.kill(kind, dice)


def _look(site: Site, report: Report, writers: list[Writer]) -> None:
    with report.ledger.lock:
        new = report.ledger.promised[report.looked_at :]
    with checks.asking(site.database) as rows:
        report.wrong += checks.kept_once(rows, new) + checks.halves(rows) + checks.drafts_kept(rows, writers)
    report.looked_at += len(new)
    report.jobs.take_what_was_passed()
    _verify(site, report)


def _last_look(site: Site, report: Report, writers: list[Writer]) -> None:
    """Everything once more, when the last job is done: also what was in order before."""
    report.jobs.ask_again()
    site.work_off()
    report.looked_at = 0
    _look(site, report, writers)
    report.wrong += report.jobs.wrong()


def _verify(site: Site, report: Report) -> None:
    found = checks.verified(site.database)
    report.verified += 1
    report.rows = found.rows + found.waiting
    for finding in found.findings:
        report.wrong[f"the log: {finding.sentence}"] += 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
