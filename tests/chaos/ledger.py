"""What the site has promised: every act it acknowledged, every draft it called saved, every answer it gave."""

import threading
from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Promised:
    """An act answered with 303: its key, its name, the words it held (one for each child) and how many are wishes."""

    key: str
    act: str
    words: tuple[str, ...]
    wishes: int


@dataclass(frozen=True)
class Held:
    """A draft answered "saved": whose, the form's key, the page's key, the words."""

    who: str
    form: str
    page: str
    words: str
    version: int


@dataclass
class Ledger:
    """Shared by every writer and the checker."""

    promised: list[Promised] = field(default_factory=list)
    drafts: int = 0
    again: int = 0  # sent again with the same key, after an answer
    answers: Counter[str] = field(default_factory=Counter)  # by status, or "none" when no answer came
    waits: list[float] = field(default_factory=list)  # seconds from first asking to the answer
    faults: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answered(self, what: str) -> None:
        with self.lock:
            self.answers[what] += 1

    def fault(self, what: str) -> None:
        with self.lock:
            self.faults.append(what)
