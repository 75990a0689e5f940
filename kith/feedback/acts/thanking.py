"""Somebody says thank you: who it is for is told, and nothing of it is shown without a yes (S4-26)."""

import re
from datetime import date

from django.conf import settings
from django.db import connection

from kith import packs
from kith.access import Actor, Audience, Right
from kith.directory.models import Staff, Team
from kith.feedback.models import Thanks, ThanksShown
from kith.record import Refused
from kith.record.acting import act

_SHORTEST_NAME = 3
_STAFF = frozenset({Audience.STAFF})


@act(
    "{by} wrote down that somebody said thank you.",
    needs=Right.SEE_TEAM,
    tie=False,
    open_to=frozenset({Audience.STAFF, Audience.FAMILY}),
    makes="feedback.Thanks",
)
def say_thanks(
    *,
    by: Actor,
    about: None = None,
    on: date,
    words: str,
    who: str = "",
    how: str = "own_page",
    staff: Staff | None = None,
    team: Team | None = None,
    may_show: str = "",
) -> Thanks:
    """In their own words, for somebody or for a team. Written by a family on its own page, or by whoever heard it; the
    one it is for is told. Raises Refused: no words, nobody who said it, an answer the pack has not.
    """
    pack, own = packs.pack_for(settings.PACK, by.today), by.audience != Audience.STAFF
    if not words.strip():
        raise Refused("Write what was said, in their own words.", field="words")
    if not own and not who.strip():
        raise Refused("Write who said it.", field="who")
    if may_show and may_show not in dict(pack.choices("thanks_publish")):
        raise Refused("Choose one of the answers.", field="may_show")
    if how not in {code.code for code in pack.codes("complaint_how").codes}:
        raise Refused("Choose one of the answers.", field="how")
    team = staff.team if staff else team
    row = Thanks(
        said_on=on,
        how=how,
        words=words.strip(),
        who=by.name if own else who.strip(),
        told_by_id=by.account_id if own else None,
        taken_by_id=None if own else by.account_id,
        about_id=staff.account_id if staff else None,
        about_name=staff.name if staff else "",
        team=team,
        team_name=team.name if team else "",
        may_show=may_show,
        asked_on=on if may_show else None,
    )
    row.save()
    with connection.cursor() as cursor:
        cursor.execute("select kith_thanks_came(%s)", [row.pk])
    return row


@act("{by} wrote down whether thanks may be shown.", needs=Right.SEE_TEAM, tie=False, open_to=_STAFF)
def note_may_show(*, by: Actor, about: None = None, on: date, thanks: Thanks, may_show: str) -> Thanks:
    """What they said when they were asked. A yes is theirs to take back, or to give without their name: what was shown
    with more than that is shown no more. Raises Refused: an answer the pack has not.
    """
    if may_show not in dict(packs.pack_for(settings.PACK, by.today).choices("thanks_publish")):
        raise Refused("Choose one of the answers.", field="may_show")
    shown = ThanksShown.objects.filter(thanks=thanks, taken_back_on=None).first()
    if shown and may_show != "named" and (may_show == "no" or shown.who):
        shown.taken_back_on = on
        shown.save()
    thanks.may_show, thanks.asked_on = may_show, thanks.asked_on or on
    thanks.save()
    return thanks


@act("{by} showed thanks to everybody who works here.", needs=Right.SEE_TEAM, tie=False, makes="feedback.ThanksShown")
def show_thanks(*, by: Actor, about: None = None, on: date, thanks: Thanks, words: str) -> ThanksShown:
    """The words as they are to be shown: whoever shows them leaves out what tells who a child is. Raises Refused:
    nobody asked, a no, no words, a name they did not want there, shown already.
    """
    if thanks.may_show not in ("named", "unnamed"):
        asked = "said no" if thanks.may_show == "no" else "have not been asked"
        raise Refused(f"They {asked}: these words are not shown.")
    if not words.strip():
        raise Refused("Write the words that are shown.", field="words")
    if thanks.may_show == "unnamed" and _names(thanks.who) & _names(words):
        raise Refused("They do not want their name there. Take it out.", field="words")
    row = ThanksShown.objects.filter(thanks=thanks).first() or ThanksShown(thanks=thanks)
    if row.pk and row.taken_back_on is None:
        raise Refused("These words are shown already.")
    row.words, row.who = words.strip(), thanks.who if thanks.may_show == "named" else ""
    row.about_name = thanks.about_name or thanks.team_name or "everybody here"
    row.shown_on, row.taken_back_on = on, None
    row.save()
    return row


def _names(text: str) -> set[str]:
    """The words of a text that may be somebody's name."""
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _SHORTEST_NAME}
