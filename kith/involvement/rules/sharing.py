"""Whether something new may be shared with an agency, by what was agreed and withdrawn (S0-13)."""

from collections.abc import Iterable
from datetime import date

from kith.involvement.models import ShareAgreed, SharedAnyway

ASK_FIRST = "Ask them again, or say why it is shared without their agreement. What keeps a child safe never waits."


def share_stopped(
    said: Iterable[ShareAgreed], anyway: Iterable[SharedAnyway], on: date, *, agency_id: int | None, called: str
) -> str:
    """Why nothing new is shared with this agency that day; empty when nothing stops it. A no, or a yes taken back, of
    anyone who was asked stops it, whoever else said yes; a lawful reason to share without agreement lifts that for its
    own day, unless a manager has said it was wrong. Nobody asked yet: nothing stops it, and the page says it is owed.
    """
    newest: dict[str, ShareAgreed] = {}
    for row in sorted(said, key=lambda one: (one.from_on, one.pk)):
        if row.is_with(agency_id, called):
            newest[row.who.casefold()] = row
    if not newest:
        return ""
    no = [row for row in newest.values() if row.is_no]
    if not no and any(row.stands_on(on) for row in newest.values()):
        return ""
    lawful = [one for one in anyway if one.is_with(agency_id, called) and one.reason and one.authorised is not False]
    if any(one.shared_on == on for one in lawful):
        return ""
    if not no:
        return f"What was agreed with {called} ran out. {ASK_FIRST}"
    names = " and ".join(sorted(row.who for row in no))
    return f"{names} does not agree, or no longer agrees, that anything is shared with {called}. {ASK_FIRST}"


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
