"""What is still to be asked about a family tree, and of the family's own people (S3-07, S0-05, N10)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kith.calendar import in_full
from kith.people.rules.families import missing_parents
from kith.words import possessive


class Changed(NamedTuple):
    """Something new in the family since its tree was confirmed, in a sentence, and its day."""

    on: date
    words: str


@dataclass(frozen=True)
class Asked:
    """One time somebody was asked: the topic, whom, when, what came of it."""

    topic: str
    who: str
    on: date
    outcome: str
    said: str
    by: str

    @property
    def in_words(self) -> str:
        return f"{self.who or 'Nobody'}, {in_full(self.on)}"


@dataclass(frozen=True)
class TreeQuestion:
    """Something nobody has written down; the topic it is asked under; whose parent, partner or side it would be."""

    words: str
    topic: str
    of: int = 0
    asked: tuple[Asked, ...] = ()


class Parent(NamedTuple):
    id: int
    called: str
    sex: str


_TOPIC = {"Mother": "mother", "Father": "father"}


def tree_questions(
    child_called: str,
    parents: Sequence[Parent],
    parents_of: Mapping[int, Sequence[Parent]],
    siblings: Iterable[tuple[int, str, Sequence[Parent]]],
    loose: Iterable[tuple[str, str]],
    asked: Iterable[Asked],
) -> list[TreeQuestion]:
    """Every hole in a tree as a question, nearest first, each with who was asked already.

    `siblings`: (id, name, their parents); `loose`: (name, relation) of people whose place nobody has written down.
    """
    first = child_called.partition(" ")[0]
    questions = [
        TreeQuestion(f"{who}: not known. Who has asked?", _TOPIC.get(who, "other_parent"))
        for who in missing_parents([parent.sex for parent in parents])
    ]
    for sibling, called, theirs in siblings:
        for who in missing_parents([parent.sex for parent in theirs]):
            words = f"{possessive(called.partition(' ')[0])} {who.lower()}: not known. Who has asked?"
            questions.append(TreeQuestion(words, _TOPIC.get(who, "other_parent"), sibling))
    for parent in parents:
        if not parents_of.get(parent.id):
            side = {"F": "mothers_side", "M": "fathers_side"}.get(parent.sex, "other")
            words = (
                f"{possessive(parent.called)} side: nobody recorded. Who are {possessive(first)} grandparents there?"
            )
            questions.append(TreeQuestion(words, side, parent.id))
    questions += [
        TreeQuestion(f"{name} is {possessive(first)} {relation}: through whom?", "other") for name, relation in loose
    ]
    told = list(asked)
    return [_with_asked(question, told) for question in questions]


def _with_asked(question: TreeQuestion, asked: Sequence[Asked]) -> TreeQuestion:
    mine = tuple(one for one in asked if one.topic == question.topic)
    return TreeQuestion(question.words, question.topic, question.of, mine)


class Helper(NamedTuple):
    """Somebody of the network: their name, how near, and how many things they do now."""

    called: str
    ring: int
    offers: int


_NEAR = 2


def network_questions(
    helpers: Sequence[Helper], kinds: Mapping[str, int], asked: Iterable[Asked], unexplained: Iterable[str]
) -> list[TreeQuestion]:
    """What nobody has asked of the family's own people: who near has no part yet, whether they were offered a meeting,
    and which service has no reason yet. `kinds`: how many of each kind stand on the map.
    """
    told = list(asked)
    spoken_to = {one.who.lower() for one in told if one.topic == "help"}
    questions = [
        TreeQuestion(f"{helper.called} has no part yet. What could they do?", "help")
        for helper in helpers
        if helper.ring <= _NEAR and not helper.offers and helper.called.lower() not in spoken_to
    ]
    if kinds and not kinds.get("friend"):
        questions.append(
            TreeQuestion("No friend is on the map. Who are the child’s friends, and the family’s?", "other")
        )
    if not any(one.topic == "family_meeting" for one in told):
        questions.append(
            TreeQuestion("A meeting of the family’s own people has not been offered yet.", "family_meeting")
        )
    questions += [TreeQuestion(f"{service}: why not the network?", "why") for service in unexplained]
    return questions
