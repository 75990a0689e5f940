"""A child nobody here had heard of: their record and the work with them begin together."""

from collections.abc import Collection
from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.calendar import PartDate
from kith.involvement.acts.working import open_work
from kith.people.acts.beginning import start
from kith.people.acts.situations import write_line
from kith.people.models import Person
from kith.people.queries import alike
from kith.record import Refused
from kith.record.acting import act

FIRST_LEVEL = "universal"  # until somebody decides: the work waits on the list of what nobody leads


@act(
    "{by} began a record for {about} after a first contact.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    significance=2,
    makes="people.Person",
)
def take_first_contact(
    *,
    by: Actor,
    about: None = None,
    on: date,
    given: str = "",
    family: str = "",
    born: PartDate | None = None,
    expected_on: date | None = None,
    unnamed_as: str = "",
    sex: str = "",
    because: str = "",
    source: str = "",
    level: str = "",
    looked_at: Collection[str] = (),
) -> Person:
    """The child's record, open work that nobody leads yet, and why they came as where things are now. Whoever may be
    the same child must have been looked at (`looked_at`, references) and found to be someone else: one child, one
    story. Raises Refused: someone alike not looked at; a source or level the pack does not have; and as `start`.
    """
    must_be_new(given, family, born, looked_at)
    _must_be_listed(on, level, source)
    child = start(
        by,
        given=given.strip(),
        family=family.strip(),
        born=born,
        expected_on=expected_on,
        unnamed_as=unnamed_as.strip(),
        sex=sex or "U",
    )
    open_work(by, child, on, level=level or FIRST_LEVEL, source=source)
    if because.strip():
        write_line(by, child, on, kind="now", text=because, source=_who_told(on, source))
    return child


def must_be_new(given: str, family: str, born: PartDate | None, looked_at: Collection[str]) -> None:
    """One child, one story: whoever may be the same was looked at first. Raises Refused."""
    if set(alike(given, family, born).refs) - set(looked_at):
        raise Refused("There is a record that may be this child’s. Look at it before you begin another.", field="none")


def _must_be_listed(on: date, level: str, source: str) -> None:
    pack = packs.pack_for(settings.PACK, on)
    if level and level not in {one.code for one in pack.levels}:
        raise Refused("Choose the level of help from the list.", field="level")
    if source and source not in dict(pack.choices("referral_source")):
        raise Refused("Choose who told us from the list.", field="source")


def _who_told(on: date, source: str) -> str:
    return packs.pack_for(settings.PACK, on).label("referral_source", source) if source else ""
