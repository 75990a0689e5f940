"""Each day's figures, counted by the system; and figures given to somebody."""

from datetime import date

from kith.access import Actor, Right
from kith.directory.models import Team
from kith.record import Refused
from kith.record.acting import act
from kith.record.jobs import enqueue
from kith.standards.acts.explaining import promise_of
from kith.standards.counting import counted
from kith.standards.gathering import moment_of
from kith.standards.models import FiguresCopy, Snapshot
from kith.standards.register import STANDARDS
from kith.standards.versions import version
from kith.words import needs_words


@act("{by} counted how the promises stand.", makes="standards.Snapshot")
def count_promises(*, by: Actor, about: None, on: date) -> Snapshot:
    """The system alone: the day's figures of each team and of everyone, with the version of each promise and the pack.
    Counted again the same day, the later figures stand, and the earlier ones stay in their history.

    Raises Refused for another day than today: the record as it stood then cannot be read again.
    """
    if on != by.today:
        raise Refused("Only today can be counted.", field="on")
    pack, versions = moment_of(on).pack.version, {each.id: version(each) for each in STANDARDS}
    before = {one.team_id: one for one in Snapshot.objects.filter(on=on)}
    kept = {}
    for team_id, board in counted(on).items():
        one = kept[team_id] = before.get(team_id) or Snapshot(on=on, team_id=team_id)
        one.counts, one.definitions, one.pack, one.counted_at = board, versions, pack, by.now
        one.save()
    return kept[None]


@act("{by} asked for today’s figures to be counted again.", needs=Right.SEE_TEAM, tie=False)
def ask_to_count_again(*, by: Actor, about: None, on: date) -> None:
    """The system does it within the minute: it alone may read every child who is counted."""
    enqueue("count_promises_again")


@act(
    "{by} gave figures of a promise to {recipient_name}.",
    needs=Right.SEE_TEAM,
    tie=False,
    makes="standards.FiguresCopy",
)
def release_figures(
    *, by: Actor, about: None, on: date, standard_id: str, team: Team | None, recipient_name: str, why: str, text: str
) -> FiguresCopy:
    """Figures for one named person, for a purpose (design 7.8): no child's name is among them, and no number under
    five, and they are kept as they left.

    Raises Refused: no such promise, no name, no purpose, nothing in it.
    """
    promise = promise_of(standard_id)
    if not recipient_name.strip():
        raise Refused("Say who these figures are for.", field="recipient_name")
    if needs_words(why):
        raise Refused("Say what they are needed for.", field="why")
    if not text.strip():
        raise Refused("There are no figures in this copy.")
    copy = FiguresCopy(
        standard=promise.id,
        team=team,
        recipient_name=recipient_name.strip(),
        why=why.strip(),
        text=text,
        released_on=on,
        released_by_name=by.name,
    )
    copy.save()
    return copy
