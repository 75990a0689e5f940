"""People writing in Kith as fast as it lets them: forms filled, drafts kept, forms sent, sometimes twice."""

import json
import threading
import time
from collections.abc import Callable, Sequence
from random import Random

from tests.chaos.browser import TROUBLE, Answer, Browser, Form, complaint, main_form
from tests.chaos.ledger import Held, Ledger, Promised

GIVE_UP = 90.0  # seconds of asking again and again
VISIT, WORDS = "record_visit", "write_down_words"
_PAGES = {VISIT: "visits/record", WORDS: "voice/write"}
_DRAFTS = {VISIT: "record-visit", WORDS: "write-words"}


class Writer(threading.Thread):
    """One person at one machine. Between two requests `between` can be taken: then `held` is exactly what is kept."""

    def __init__(self, port: int, ledger: Ledger, name: str, refs: Sequence[str], acts: Sequence[str], seed: str):
        super().__init__(name=f"{name} {seed}", daemon=True)
        self.browser, self.ledger = Browser(port), ledger
        self.who, self.refs, self.acts = name, list(refs), list(acts)
        self.seed, self.dice = seed, Random(seed)
        self.held: dict[str, Held] = {}
        self.between, self.enough = threading.Lock(), threading.Event()
        self.number = 0

    def run(self) -> None:
        try:
            self._sign_in()
            while not self.enough.is_set():
                self._write_something()
        except Exception as trouble:
            self.ledger.fault(f"{self.name} had to stop: {type(trouble).__name__}: {trouble}")

    def _write_something(self) -> None:
        act, ref = self.dice.choice(self.acts), self.dice.choice(self.refs)
        form = self._open(act, ref)
        words = self._fill(act, form)
        kept = self.dice.random() < 0.6
        if kept:
            self._keep(act, ref, form, words[0])
        if kept and self.dice.random() < 0.3:
            return  # the tab is closed: next time the words must be there
        self._send(act, ref, form, words)
        if self.dice.random() < 0.2:
            self._send_again(form)

    def _open(self, act: str, ref: str) -> Form:
        path = f"/children/{ref}/{_PAGES[act]}/"
        page = self._insist(lambda: self.browser.get(path), 200)
        form = main_form(page, path)
        held = self.held.get(f"{_DRAFTS[act]}:{ref}")
        if held and not any(held.words in value for value in form.fields.values()):
            self.ledger.fault(f"A draft called saved was not in the form it was kept for: {held}")
        return form

    def _fill(self, act: str, form: Form) -> list[str]:
        """Words nobody has used before, for each child on the page."""
        self.number += 1
        token = f"Chaos {self.seed} {self.number}"
        sort = self.dice.choice(("wish", "good_thing"))
        if act == WORDS:
            form.fields |= {"text": f"{token} told", "sort": sort, "way": "spoken"}
            return [form.fields["text"]]
        form.fields |= {"at": "", "mode": "home", "for_everyone": f"{token} for everyone"}
        words = []
        for child in [name.removesuffix("-seen") for name in form.asks if name.endswith("-seen")]:
            words.append(f"{token} said by {child}")
            answers = {"seen": "seen", "alone": "alone", "said_1": words[-1], "sort_1": sort, "saw": f"{token} saw"}
            form.fields |= {f"{child}-{name}": answer for name, answer in answers.items()}
        return words

    def _keep(self, act: str, ref: str, form: Form, words: str) -> None:
        place = f"{_DRAFTS[act]}:{ref}"
        with self.between:
            sent = {**form.fields, "draft_title": "Chaos", "draft_back": form.path}
            kept = json.loads(self._insist(lambda: self.browser.post(form.draft, sent), 200).body)
            if "saved" not in kept:
                self.ledger.fault(f"A draft was not kept: {kept}")
                return
            form.fields["draft_version"] = str(kept["version"])
            self.held[place] = Held(self.who, place, form.key, words, kept["version"])
            with self.ledger.lock:
                self.ledger.drafts += 1

    def _send(self, act: str, ref: str, form: Form, words: list[str]) -> None:
        with self.between:
            self.held.pop(f"{_DRAFTS[act]}:{ref}", None)  # from here on it may go at any moment
            self._insist(lambda: self.browser.post(form.path, form.fields), 303)
            wishes = sum(answer == "wish" for name, answer in form.fields.items() if "sort" in name)
            with self.ledger.lock:
                self.ledger.promised.append(Promised(form.key, act, tuple(words), wishes))

    def _send_again(self, form: Form) -> None:
        """A double click, or going back and sending the same page once more."""
        self._insist(lambda: self.browser.post(form.path, form.fields), 303)
        with self.ledger.lock:
            self.ledger.again += 1

    def _sign_in(self) -> None:
        self._insist(lambda: self.browser.sign_in(self.who), 302, signing_in=True)

    def _insist(self, ask: Callable[[], Answer], wanted: int, *, signing_in: bool = False) -> Answer:
        """Ask again, with the same key, until it is answered. Raises RuntimeError for an answer nobody should get."""
        began = time.monotonic()
        while time.monotonic() < began + GIVE_UP:
            answer = self._try(ask)
            if answer and answer.status == wanted and (signing_in or not _to_sign_in(answer)):
                with self.ledger.lock:
                    self.ledger.waits.append(time.monotonic() - began)
                return answer
            if answer and answer.status < 500:
                raise RuntimeError(f"{answer.status} {answer.leads_to} instead of {wanted}: {complaint(answer)}")
            time.sleep(0.1)
        raise RuntimeError(f"no answer in {GIVE_UP:.0f} s")

    def _try(self, ask: Callable[[], Answer]) -> Answer | None:
        try:
            answer = ask()
        except TROUBLE:
            self.ledger.answered("none")
            return None
        self.ledger.answered(str(answer.status))
        return answer


def _to_sign_in(answer: Answer) -> bool:
    return "/login/" in answer.leads_to or "/demo/" in answer.leads_to
