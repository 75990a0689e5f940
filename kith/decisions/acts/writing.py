"""The parts of a decision as they are written: inside the act at hand."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.decisions import rules
from kith.decisions.models import Agreement, BottomLine, Considered, Decision, Dissent, Evidence
from kith.decisions.rules import AgreementGiven, LineGiven, OptionGiven
from kith.directory import queries as directory
from kith.directory.acts import notify
from kith.record import Refused

_TEXTS = (
    "question",
    "chosen",
    "reasons",
    "only_one_because",
    "rests_on",
    "child_view",
    "child_view_weight",
    "child_view_not_known",
    "family_view",
    "thought_before",
    "thought_now",
    "no_bottom_lines_because",
    "what_would_change_it",
)
_PLAIN = (
    *("review_by_on", "less_protection", "decided_by_id", "decided_by_name", "instead_of"),
    *("shaped", "shaped_by", "changed_mind"),
)
_WAITING = "A decision is waiting for its second reader. Open your list."


def put(decision: Decision, given: Mapping[str, Any]) -> list[str]:
    """Write the texts and days that were given into the decision; returns the names of those that changed.

    Raises Refused: shaped by what is no supervision about this very child, or an answer that is none.
    """
    _must_be_a_supervision(decision, given.get("shaped_by"))
    if given.get("changed_mind", "") not in ("", *dict(Decision._meta.get_field("changed_mind").choices or ())):
        raise Refused("Say whether it changed your mind.", field="changed_mind")
    changed = []
    for name in (*_TEXTS, *_PLAIN):
        if name in given:
            value = given[name].strip() if name in _TEXTS else given[name]
            if getattr(decision, name) != value:
                setattr(decision, name, value)
                changed.append(name)
    return changed


def _must_be_a_supervision(decision: Decision, line: Any) -> None:
    if line is not None and (line.person_id != decision.person_id or line.name not in rules.THOUGHT_OVER):
        raise Refused("Choose a supervision about this child.", field="shaped_by")


def put_parts(decision: Decision, by: Actor, given: Mapping[str, Any]) -> list[str]:
    """Options, agreements, evidence, bottom lines and dissent, each as a whole; returns which of them changed."""
    changed = []
    for name, write in _PARTS.items():
        if name in given and write(decision, by, given[name]):
            changed.append(name)
    return changed


def _put_options(decision: Decision, by: Actor, options: Sequence[OptionGiven]) -> bool:
    kept = [option for option in options if option.what.strip()]
    wanted = [(o.what.strip(), o.involves.strip(), o.why_not.strip(), o.chosen) for o in kept]
    standing = list(decision.considered.filter(set_aside_on=None).order_by("pk"))
    if [(o.what, o.involves, o.why_not, o.chosen) for o in standing] == wanted:
        return False
    for option in standing:
        option.set_aside_on = by.today
        option.save()
    for what, involves, why_not, chosen in wanted:
        Considered(
            person=decision.person, decision=decision, what=what, involves=involves, why_not=why_not, chosen=chosen
        ).save()
    return True


def _put_lines(decision: Decision, by: Actor, lines: Sequence[LineGiven]) -> bool:
    """A line that is not given again ends today."""
    wanted = {line.statement.strip(): line for line in lines if line.statement.strip()}
    standing = {line.statement: line for line in decision.bottom_lines.filter(until_on=None)}
    changed = False
    for statement, line in standing.items():
        if statement not in wanted:
            line.until_on = by.today
            line.save()
            changed = True
    for statement, given in wanted.items():
        line = standing.get(statement) or BottomLine(person=decision.person, decision=decision, statement=statement)
        changed = _put_line(line, given) or changed
    return changed


def _put_line(line: BottomLine, given: LineGiven) -> bool:
    told = {
        "broken_when": given.broken_when.strip(),
        "watcher_id": given.watcher_id,
        "watcher_name": given.watcher_name.strip(),
        "alerted_id": given.alerted_id,
        "alerted_name": given.alerted_name.strip(),
    }
    if line.pk and all(getattr(line, name) == value for name, value in told.items()):
        return False
    for name, value in told.items():
        setattr(line, name, value)
    line.save()
    return True


def _put_agreements(decision: Decision, by: Actor, agreements: Sequence[AgreementGiven]) -> bool:
    pack = packs.pack_for(settings.PACK, decision.decided_on)
    answers, exceptions = dict(pack.choices("agreement_answer")), dict(pack.choices("agreement_exception"))
    standing = {row.holder_id: row for row in decision.agreements.all()}
    changed = False
    for given in agreements:
        if given.answer not in answers:
            raise Refused("Choose whether they agree.", field="agreements")
        if given.answer == "not_asked" and given.exception not in exceptions:
            raise Refused("Choose why they were not asked.", field="agreements")
        row = standing.get(given.holder.pk) or Agreement(person=decision.person, decision=decision, holder=given.holder)
        changed = _put_agreement(row, given) or changed
    return changed


def _put_agreement(row: Agreement, given: AgreementGiven) -> bool:
    told = {
        "answer": given.answer,
        "words": given.words.strip(),
        "exception": given.exception if given.answer == "not_asked" else "",
        "because": given.because.strip(),
        "try_again_on": given.try_again_on,
    }
    if row.pk and all(getattr(row, name) == value for name, value in told.items()):
        return False
    for name, value in told.items():
        setattr(row, name, value)
    row.save()
    return True


def _put_evidence(decision: Decision, by: Actor, lines: Sequence[Any]) -> bool:
    """Evidence is added to and never taken away: what a decision once rested on stays to be seen."""
    if any(line.person_id != decision.person_id for line in lines):
        raise Refused("That is in another child's record: it cannot carry this child's decision.", field="evidence")
    linked = set(decision.evidence.values_list("line_id", flat=True))
    new = [line for line in lines if line.pk not in linked]
    for line in new:
        Evidence(person=decision.person, decision=decision, line=line).save()
    return bool(new)


def _put_dissents(decision: Decision, by: Actor, dissents: Sequence[Any]) -> bool:
    said = set(decision.dissents.values_list("who", "why"))
    new = [(d.who.strip(), d.why.strip()) for d in dissents if d.who.strip() and d.why.strip()]
    for who, why in new:
        if (who, why) not in said:
            Dissent(person=decision.person, decision=decision, who=who, why=why).save()
    return any(each not in said for each in new)


_PARTS: dict[str, Callable[[Decision, Actor, Any], bool]] = {
    "options": _put_options,
    "bottom_lines": _put_lines,
    "agreements": _put_agreements,
    "evidence": _put_evidence,
    "dissents": _put_dissents,
}


def stand_aside(decision: Decision) -> None:
    """The decision this one stands instead of is changed by it; its bottom lines end, and this one's begin."""
    before = decision.instead_of
    if before is None:
        return
    if before.state != "changed":
        before.state = "changed"
        before.save()
    end_lines(before, decision.decided_on)


def lines_hold_again(decision: Decision) -> None:
    """The decision does not stand after all: what it had put aside on the day it stood is watched again."""
    before = decision.instead_of
    for line in before.bottom_lines.filter(until_on=decision.decided_on) if before else ():
        line.until_on = None
        line.save()


def end_lines(decision: Decision, day: Any) -> None:
    for line in decision.bottom_lines.filter(until_on=None):
        line.until_on = day
        line.save()


def tell_readers(decision: Decision, by: Actor) -> None:
    """Everyone in the writer's team who may agree decisions, but for the writer and whoever decided."""
    for reader in directory.holding(Right.AGREE_DECISIONS).filter(team_id=by.team_id):
        if reader.account_id not in (decision.written_by_id, decision.decided_by_id):
            notify(reader.account_id, "decision_to_read", decision.person, _WAITING)
