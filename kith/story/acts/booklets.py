"""“My story so far”, made for a child and released to them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.calendar import in_full
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.sharing.acts import keep_paper, release_copy
from kith.sharing.models import Release
from kith.story import papers
from kith.story.models import Booklet
from kith.story.rules import booklet as rules
from kith.story.rules.booklet import Piece


@act("{by} made a booklet of {about}'s story for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="story.Booklet")
def make_booklet(
    *,
    by: Actor,
    about: Person,
    on: date,
    band: str,
    first: str,
    facts: Sequence[str],
    pieces: Sequence[Piece],
    left_out: Sequence[Piece] = (),
    left_out_because: str = "",
    who_else_sees: str = "",
    sent_hard_because: str = "",
) -> Booklet:
    """The child's own copy, checked like every other that leaves, set in type at once. What was left out is kept as the
    choice it was, and so is sending words that are hard to read.

    Raises Refused: an age band there is none of; nothing in it; something left out without saying why; our words read
    at above nine, without saying why they go all the same; whatever `release_copy` refuses.
    """
    _check(band, pieces)
    if left_out and not left_out_because.strip():
        raise Refused("Say why you leave things out: it is kept with your name.", field="left_out_because")
    content: dict[str, Any] = rules.content(first, facts, band, pieces)
    _check_reads_plainly(content, sent_hard_because)
    release = release_copy(
        by=by,
        about=about,
        on=on,
        recipient=about,
        recipient_name=about.called,
        kind="booklet",
        text=rules.as_text(content),
        who_else_sees=who_else_sees,
        travels=True,
    )
    content |= {"made_by": by.name, "released_on": in_full(on)}
    made = Booklet(
        person=about,
        band=band,
        left_out=[piece.key for piece in left_out],
        left_out_because=left_out_because.strip() if left_out else "",
        reading_age=rules.reading_age(content),
        sent_hard_because=sent_hard_because.strip(),
        frozen=content,
        release=release,
    )
    made.save()
    _set_in_type(release, content)
    return made


def _set_in_type(release: Release, content: dict[str, Any]) -> None:
    pdf = papers.booklet_pdf(content)
    keep_paper(release, "pdf", pdf.data, pdf.pages)


def _check(band: str, pieces: Sequence[Piece]) -> None:
    if band not in dict(rules.BANDS):
        raise Refused("Choose which kind of booklet it is.", field="band")
    if not pieces:
        raise Refused("Leave at least one thing in.", field="pieces")


def _check_reads_plainly(content: dict[str, Any], sent_hard_because: str) -> None:
    if rules.too_hard(content) and not sent_hard_because.strip():
        age = rules.reading_age(content)
        raise Refused(
            f"Our words in it read at about age {age:.0f}. Make them plainer, or say why they go as they are.",
            field="sent_hard_because",
        )
