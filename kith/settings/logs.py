"""What a log may say: when, how grave, from which part; of an error its kind and its place, never its words.

An error quotes what somebody typed and what the record holds (two records that clash are both named), and a path leads
to a child. No policy guards a log file, so none of it may get there (S-75).
"""

import logging
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any

# Whose sentences are known to hold ids at most. Jobs are given ids and nothing else.
TRUSTED = ("kith", "procrastinate")
# Kinds of database error whose first sentence names tables, functions and limits, and never what a row holds.
ABOUT_THE_SERVER = ("08", "28", "3D", "42", "53", "55", "57", "58")


class WithoutValues(logging.Formatter):
    """A line for every record; under it, for an error, what kind it was and where, and what it came of."""

    def format(self, record: logging.LogRecord) -> str:
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {_sentence(record)}"
        error = record.exc_info[1] if record.exc_info else None
        # Never record.exc_text: another handler may have left the whole error there.
        return "\n".join([line, *_kinds_and_places(error)]) if error else line


def uncaught(kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
    """Stands in for `sys.excepthook`: a process that ends by an error says so in the same way."""
    _say("Ended by an error.", error)


def uncaught_in_thread(ended: threading.ExceptHookArgs) -> None:
    _say("A thread ended by an error.", ended.exc_value)


def _say(sentence: str, error: BaseException | None) -> None:
    """Past all loggers: they may not be set up yet."""
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutValues())
    found = (type(error), error, error.__traceback__) if error else None
    handler.handle(logging.LogRecord("kith", logging.CRITICAL, "", 0, sentence, None, found))


def _sentence(record: logging.LogRecord) -> str:
    if request := getattr(record, "request", None):
        match = getattr(request, "resolver_match", None)
        return f"{getattr(record, 'status_code', '')} at {match.view_name if match else 'no page of ours'}".strip()
    if record.name.partition(".")[0] in TRUSTED:
        return record.getMessage()
    return _beginning(record)


def _beginning(record: logging.LogRecord) -> str:
    """A stranger's sentence up to where it begins to quote, with the numbers it was given and nothing else."""
    if isinstance(record.msg, BaseException):
        return type(record.msg).__name__
    given = record.args if isinstance(record.args, tuple) else ()
    words = str(record.msg)
    with suppress(TypeError, ValueError):  # else the sentence as it was written, with nothing filled in
        words %= tuple(value if isinstance(value, int | float) else "…" for value in given)
    return words.partition("\n")[0].partition(": ")[0]


def _kinds_and_places(error: BaseException) -> Iterator[str]:
    for number, link in enumerate(_chain(error)):
        yield f"{'came of ' if number else ''}{type(link).__module__}.{type(link).__qualname__}{_marks(link)}"
        yield from (frame.rstrip("\n") for frame in traceback.format_tb(link.__traceback__))
        for inner in getattr(link, "exceptions", ()):
            yield from _kinds_and_places(inner)


def _chain(error: BaseException) -> Iterator[BaseException]:
    link: BaseException | None = error
    met: set[int] = set()
    while link is not None and id(link) not in met:
        met.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _marks(error: BaseException) -> str:
    """What the database says of an error beside its words: its number, and the table and rule by name."""
    diag: Any = getattr(error, "diag", None)
    state = str(getattr(diag, "sqlstate", None) or "")
    marks = [state, *(getattr(diag, name, None) for name in ("table_name", "constraint_name"))]
    if state.startswith(ABOUT_THE_SERVER):
        marks.append(diag.message_primary)
    return f" ({', '.join(mark for mark in marks if mark)})" if any(marks) else ""
