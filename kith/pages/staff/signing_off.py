"""Everything that waits for this reader's signature or yes, the oldest first: why it waits, by when, and the page that
reads it whole with what changed since (users 5.6, J5). Nobody's own work is in it, and nothing is agreed in bulk.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import Actor, Right
from kith.decisions import queries as decisions
from kith.decisions import rules
from kith.involvement import queries as involvement
from kith.packs import Pack
from kith.pages.staff.front_door import pack_of
from kith.pages.staff.opening import staff_only
from kith.pages.staff.quoting import label
from kith.people import queries as people
from kith.standards import queries as standards
from kith.workforce import queries as workforce

SIGNS = (Right.ACCEPT_EXPLANATIONS, Right.AGREE_DECISIONS, Right.RESTRICT_RECORDS, Right.SIGN_ASSESSMENTS)
_READ = {"assessment": "sign-assessment", "plan": "read-plan"}
_WHAT = {"assessment": "An assessment to sign", "plan": "A plan to sign off"}


@dataclass(frozen=True)
class Waiting:
    """One thing to read: whose record, since when, what it is, what it says, who asks, and its last day if any."""

    person: Any
    since: date
    what: str
    why: str
    whose: str
    href: str
    by: date | None = None

    def late(self, today: date) -> bool:
        return self.by is not None and self.by < today


def may_sign(actor: Actor) -> bool:
    return any(actor.may(right) for right in SIGNS)


@staff_only
def sign_off(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if not may_sign(actor):
        raise Http404
    rows = [(one, one.late(actor.today)) for one in waiting(actor)]
    shown = {"actor": actor, "rows": rows, "late": sum(late for _, late in rows)}
    reads = actor.may(Right.AGREE_DECISIONS)
    return render(request, "pages/sign_off/queue.html", {**shown, "reads_decisions": reads})


def waiting(actor: Actor) -> list[Waiting]:
    """The longest waiting first. One query for each kind this reader may answer, however many there are."""
    pack, found = pack_of(actor), []
    if actor.may(Right.AGREE_DECISIONS):
        found += [*_decisions(actor, pack), *_challenges(actor), *_shares(actor)]
    if actor.may(Right.SIGN_ASSESSMENTS):
        found += _asked(actor)
    if actor.may(Right.ACCEPT_EXPLANATIONS):
        found += [*_reasons(actor), *_more_time(actor)]
    if actor.may(Right.RESTRICT_RECORDS):
        found += _protections(actor)
    found += _supervisions(actor)
    return sorted(found, key=lambda one: (one.since, one.person.sort_key, one.href))


def _decisions(actor: Actor, pack: Pack) -> Iterator[Waiting]:
    """A protective act goes ahead, and its second reader follows the next working day (design 7.12)."""
    for one in decisions.to_read(actor):
        since = one.finished_on or one.decided_on
        by = None if one.less_protection else pack.due("second-reader", since)
        what = label(pack, "decision_kind", one.kind)
        href = _to("decision", one)
        yield Waiting(one.person, since, what, one.question, one.decided_by_name, href, by)


def _challenges(actor: Actor) -> Iterator[Waiting]:
    for one in decisions.challenges_waiting():
        asked = one.asked_id in (None, actor.account_id)
        if asked and not rules.may_not_answer(one, one.decision, actor.account_id):
            href = _to("answer-challenge", one)
            yield Waiting(one.person, one.raised_on, "A challenge", one.concern, one.raised_by_name, href, one.due_on)


def _shares(actor: Actor) -> Iterator[Waiting]:
    for one in involvement.shares_to_authorise(actor):
        why, href = one.what or f"Shared with {one.called}", _to("authorise-share", one)
        what = "Shared without agreement: was it right?"
        yield Waiting(one.person, one.shared_on, what, why, one.by_name, href, one.authorise_by_on)


def _asked(actor: Actor) -> Iterator[Waiting]:
    for one in decisions.sign_offs_asked_of(actor):
        given = [one.person.ref] if one.of == "assessment" else [one.person.ref, one.row]
        href = reverse(_READ[one.of], args=given)
        yield Waiting(one.person, one.asked_on, _WHAT[one.of], one.words, one.asked_by_name, href, one.by_when)


def _reasons(actor: Actor) -> Iterator[Waiting]:
    for one in standards.explanations_waiting(actor):
        who, href = one.act.occasion.by_name, _to("accept-explanation", one)
        yield Waiting(one.person, one.given_on, "A reason for being late", one.reason, who, href)


def _more_time(actor: Actor) -> Iterator[Waiting]:
    for one in standards.more_time_waiting(actor):
        href = _to("answer-more-time", one)
        yield Waiting(
            one.person, one.asked_on, "More time asked for", one.reason, one.asked_by_name, href, one.until_on
        )


def _protections(actor: Actor) -> Iterator[Waiting]:
    for one in people.endings_to_answer(actor):
        what = f"To show an address kept from {one.from_name}"  # type: ignore[attr-defined]
        href = _to("answer-ending", one)
        yield Waiting(one.person, one.end_asked_on or actor.today, what, one.end_because, one.end_asked_by_name, href)


def _supervisions(actor: Actor) -> Iterator[Waiting]:
    for one in workforce.unsigned_by(actor):
        other = one.worker_name if one.supervisor_id == actor.account_id else one.supervisor_name
        href = _to("supervision-talk", one)
        yield Waiting(one.person, one.held_on, "Supervision, signed by the other", one.question, other, href)


def _to(name: str, row: Any) -> str:
    return reverse(name, args=[row.person.ref, row.pk])
