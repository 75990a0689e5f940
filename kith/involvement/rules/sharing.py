"""Whether something new may be shared with an agency, by what was agreed and withdrawn (S0-13)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from kith.involvement.models import ShareAgreed, SharedAnyway
from kith.words import joined

ASK_FIRST = "Ask them again, or say why it is shared without their agreement. What keeps a child safe never waits."


def share_stopped(
    said: Iterable[ShareAgreed], anyway: Iterable[SharedAnyway], on: date, *, agency_id: int | None, called: str
) -> str:
    """Why nothing new is shared with this agency that day; empty when nothing stops it. A no, or a yes taken back, of
    anyone who was asked stops it, whoever else said yes; a lawful reason to share without agreement lifts that for its
    own day, unless a manager has said it was wrong. Nobody asked yet: nothing stops it, and the page says it is owed.
    """
    newest = _newest(said, agency_id, called)
    if not newest:
        return ""
    no = [row for row in newest if row.is_no]
    if not no and any(row.stands_on(on) for row in newest):
        return ""
    if _lawful_that_day(anyway, on, agency_id, called):
        return ""
    if not no:
        return f"What was agreed with {called} ran out. {ASK_FIRST}"
    names = " and ".join(sorted(row.who for row in no))
    return f"{names} does not agree, or no longer agrees, that anything is shared with {called}. {ASK_FIRST}"


def beyond_agreed(
    said: Iterable[ShareAgreed],
    anyway: Iterable[SharedAnyway],
    on: date,
    items: Collection[str],
    labels: Mapping[str, str],
    *,
    agency_id: int | None,
    called: str,
) -> str:
    """Why these things are not shared with this agency that day though something may be: somebody said yes to others
    only. Empty when nothing was left out, or a lawful reason to share without agreement was given for that day.
    """
    narrow = [row for row in _newest(said, agency_id, called) if row.stands_on(on) and row.items]
    if not narrow or _lawful_that_day(anyway, on, agency_id, called):
        return ""
    agreed = set.intersection(*(set(row.items) for row in narrow))
    names = joined(sorted(row.who for row in narrow))
    only = joined([label for code, label in labels.items() if code in agreed]).lower() or "nothing in common"
    if not items:
        return f"{names} agreed that this is shared with {called} and no more: {only}. Say what this is about."
    beyond = joined([label for code, label in labels.items() if code in items and code not in agreed]).lower()
    if not beyond:
        return ""
    return f"{names} agreed that this is shared with {called} and no more: {only}. Not agreed: {beyond}. {ASK_FIRST}"


def _newest(said: Iterable[ShareAgreed], agency_id: int | None, called: str) -> list[ShareAgreed]:
    """What counts of each person who was asked about this agency."""
    newest: dict[str, ShareAgreed] = {}
    for row in sorted(said, key=lambda one: (one.from_on, one.pk)):
        if row.is_with(agency_id, called):
            newest[row.who.casefold()] = row
    return list(newest.values())


def _lawful_that_day(anyway: Iterable[SharedAnyway], on: date, agency_id: int | None, called: str) -> bool:
    lawful = (one for one in anyway if one.reason and one.authorised is not False and one.shared_on == on)
    return any(one.is_with(agency_id, called) for one in lawful)


def agreement_lacks(row: ShareAgreed) -> list[str]:
    """What is still to be written down of an agreement that was kept as it was told."""
    if row.said != "yes":
        return []
    wanted = (("what", "what may be shared"), ("why", "what it is for"), ("basis", "as whom they said so"))
    return [words for name, words in wanted if not getattr(row, name)]


def anyway_lacks(row: SharedAnyway) -> list[str]:
    """What is still to be written down of something that was shared already."""
    wanted = (
        *(("reason", "a lawful reason"), ("what", "what was shared"), ("harm", "what might happen otherwise")),
        *(("tried", "what else was tried"), ("told_family", "what the family was told, or why not")),
    )
    return [words for name, words in wanted if not getattr(row, name)]
