"""What we write rests on what the child said: chosen as a line is written, and shown beside it (S3-02)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.db import transaction

from kith import words as spoken
from kith.pages.staff.opening import Opened
from kith.voice import acts, queries
from kith.voice.forms import quotes_field

FORM_FIELD = "quotes"


def with_quotes(
    form: forms.Form, opened: Opened, beside: Sequence[Any] = (), without: Sequence[Any] | None = None
) -> forms.Form:
    """The form, asking as well which of the child's newest words this rests on. `beside`: those it rests on so far.
    `without`: those not offered because it rests on them already; then nor is a telling of harm, for what rests on
    these words is read by the family.
    """
    quotable = list(dict.fromkeys([*queries.quotable(opened.child), *beside]))
    if without is not None:
        quotable = [each for each in quotable if each.sort != "harm" and each not in without]
    if quotable:
        name, today = opened.child.called.partition(" ")[0], opened.actor.today
        choices = [(each, f"“{each.told}” {spoken.short_day(each.said_on, today)}") for each in quotable]
        form.fields[FORM_FIELD] = quotes_field(name, choices)
        form.fields[FORM_FIELD].initial = [str(each.pk) for each in beside]
    return form


def said_beside(row: Any) -> list[Any]:
    """The child's words one row rests on, so that it rests on them still when it is written again. One query."""
    return queries.cited_in([row]).get(row.pk, []) if row else []


def citing(do: Callable[..., Any], opened: Opened) -> Callable[..., Any]:
    """Do it, and put the chosen words beside what came of it: both or neither."""

    def done(*, quotes: Iterable[Any] = (), **rest: Any) -> Any:
        with transaction.atomic():
            row = do(**rest)
            if quotes:
                acts.cite_words(by=opened.actor, about=opened.child, row=row, words=list(quotes))
        return row

    return done


def quotes_beside(rows: Iterable[Any], opened: Opened, *, quiet: bool = False) -> dict[int, list[dict[str, str]]]:
    """By row: each quote as it stands, with when it was said and to whom. `quiet`: without a telling of harm, for pages
    a child may look on. One query.
    """
    cited = queries.cited_in(rows)
    if quiet:
        cited = {row: [words for words in said if words.sort != "harm"] for row, said in cited.items()}
    return in_words(cited, opened)


def in_words(cited: Mapping[int, Iterable[Any]], opened: Opened) -> dict[int, list[dict[str, str]]]:
    return {row: [{"text": each.told, "from": _from(each, opened)} for each in said] for row, said in cited.items()}


def _from(said: Any, opened: Opened) -> str:
    day = spoken.short_day(said.said_on, opened.actor.today)
    return day if said.from_corner else f"told {said.heard_by}, {day}"
