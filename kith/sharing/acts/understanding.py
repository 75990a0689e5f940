"""Whether a copy is clear to whoever has it, and going through it with them when it is not (S3-15, S3-21)."""

from datetime import date

from django.conf import settings
from django.db import connection

from kith import packs
from kith.access import Actor, Audience, Right
from kith.people.models import Person
from kith.record import NotYours, Refused
from kith.record.acting import act
from kith.sharing.models import Acknowledged, Release, WalkThrough
from kith.words import asks_for_words

# Whoever else reads the line learns neither who has a paper nor that it was hard for them.
_READ = "Somebody has read a paper about {about}."
_TO_EXPLAIN = "A paper about {about} is to be gone through with somebody."


@act(_READ, family=True, makes="sharing.Acknowledged")
def say_clear(*, by: Actor, about: Person, on: date, release: Release) -> Acknowledged:
    """A parent, or the child, has their copy and it is clear to them: one press. Raises NotYours for anyone else's."""
    _must_be_theirs(by, about, release)
    return _clear(about, release, on)


@act(_TO_EXPLAIN, family=True, makes="sharing.WalkThrough")
def say_unclear(*, by: Actor, about: Person, on: date, release: Release, words: str = "") -> WalkThrough:
    """ "I don’t understand", of one's own copy: one press, and words only if they wish. Whoever leads the work goes
    through it with them within the pack's days; said again while that waits, nothing new is owed. Raises NotYours for
    anyone else's.
    """
    _must_be_theirs(by, about, release)
    waiting = WalkThrough.objects.filter(release=release, unclear=True, walked_on=None).first()
    if waiting is not None and not words.strip():
        return waiting
    made = _unclear(about, release, on, words)
    if by.audience == Audience.FAMILY:
        _tell(about)
    return made


@act(
    "{by} wrote down what somebody thought of a paper about {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
)
def write_what_was_said(
    *, by: Actor, about: Person, on: date, release: Release, clear: bool, words: str = ""
) -> Acknowledged | WalkThrough:
    """The same, told to a worker by somebody who reads on paper. Raises Refused: another child's paper, or a day before
    it left.
    """
    _must_have_left(about, release, on)
    return _clear(about, release, on, by.name) if clear else _unclear(about, release, on, words, by.name)


@act(
    "{by} offered to go through a paper about {about} with somebody.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="sharing.WalkThrough",
)
def offer_walk_through(
    *, by: Actor, about: Person, on: date, release: Release, due_on: date, with_whom: str = ""
) -> WalkThrough:
    """Before anybody has to ask: by which day, and who helps (S3-15). Raises Refused: another child's paper, a day that
    has passed, one that waits already.
    """
    _must_have_left(about, release, on)
    if due_on < by.today:
        raise Refused("That day has passed. Give a day still to come.", field="due_on")
    if WalkThrough.objects.filter(release=release, walked_on=None).exists():
        raise Refused("Going through this paper waits already.")
    walk = _walk(about, release, on, due_on, unclear=False, with_whom=with_whom.strip(), written_by_name=by.name)
    walk.save()
    return walk


@act("{by} went through a paper about {about} with somebody.", needs=Right.RECORD_ON_ANY_CHILD)
def walk_through(
    *,
    by: Actor,
    about: Person,
    on: date,
    walk: WalkThrough,
    explained: str,
    clear_now: str,
    with_whom: str = "",
    questions: str = "",
) -> WalkThrough:
    """What was explained, who was there and helped, what they asked, and whether it is clear now: then they have
    acknowledged it. Not clear yet is kept as well, and may be gone through again. Raises Refused: gone through already,
    before it was asked, nothing said of what was explained, no answer of the pack's.
    """
    if walk.person_id != about.pk or walk.walked_on:
        raise Refused("This has been gone through already.")
    if on < walk.asked_on:
        raise Refused("It cannot have been gone through before it was asked.", field="on")
    if asked_for := asks_for_words(explained):
        raise Refused(asked_for, field="explained")
    if clear_now not in dict(packs.pack_for(settings.PACK, on).choices("clear_now")):
        raise Refused("Choose whether it is clear now.", field="clear_now")
    walk.walked_on, walk.walked_by_name, walk.clear_now = on, by.name, clear_now
    walk.explained, walk.questions = explained.strip(), questions.strip()
    walk.with_whom = with_whom.strip() or walk.with_whom
    walk.save()
    if clear_now == "yes":
        _clear(about, walk.release, on, by.name)
    return walk


def _must_be_theirs(by: Actor, about: Person, release: Release) -> None:
    theirs = by.audience in (Audience.FAMILY, Audience.CHILD) and release.recipient_id == by.person_id
    if not theirs or release.person_id != about.pk:
        raise NotYours("A copy is answered by whoever it was made for.")


def _must_have_left(about: Person, release: Release, on: date) -> None:
    if release.person_id != about.pk:
        raise Refused("This paper is not about this child.")
    if on < release.released_on:
        raise Refused("They did not have it yet on that day.", field="on")


def _clear(about: Person, release: Release, on: date, written_by: str = "") -> Acknowledged:
    said = Acknowledged(
        person=about, release=release, who=release.recipient_name, said_on=on, written_by_name=written_by
    )
    said.save()
    return said


def _unclear(about: Person, release: Release, on: date, words: str, written_by: str = "") -> WalkThrough:
    pack = packs.pack_for(settings.PACK, on)
    due = pack.timescale("not-understood-answer").limit.after(on, pack.calendar)
    walk = _walk(about, release, on, due, unclear=True, words=words.strip(), written_by_name=written_by)
    walk.save()
    return walk


def _walk(about: Person, release: Release, on: date, due_on: date, **told: object) -> WalkThrough:
    return WalkThrough(person=about, release=release, who=release.recipient_name, asked_on=on, due_on=due_on, **told)


def _tell(child: Person) -> None:
    """Whoever leads the work has a line about it on Today."""
    with connection.cursor() as cursor:
        cursor.execute("select kith_family_said(%s)", [child.pk])
