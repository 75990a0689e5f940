"""Supervision about one child at a time: begun, written, signed by both; and notes kept apart (S3-31, S3-32)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Audience, Right
from kith.directory.models import Staff
from kith.directory.queries import managers_of
from kith.involvement.queries import open_spell
from kith.people.models import Person
from kith.record import NotYours, Refused
from kith.record.acting import act
from kith.workforce import rules
from kith.workforce.models import DigestWish, Hypothesis, PersonalNote, Supervision, SupervisionAction

_MADE = "workforce.Supervision"
_TEXTS = ("question", "like_now", "not_known", "next_test", "assumptions", "would_change", "changed_mind")


@dataclass(frozen=True)
class Thought:
    """One explanation, at its place on the sheet."""

    what: str
    speaks_for: str = ""
    speaks_against: str = ""


@dataclass(frozen=True)
class ToDo:
    """Something the two agreed, at its place on the sheet."""

    what: str
    because: str = ""
    who: str = ""
    by_when: date | None = None


@act("{by} began a supervision about {about}.", needs=Right.ALLOCATE_WORK, staff_only=True, makes=_MADE)
def begin_supervision(
    *,
    by: Actor,
    about: Person,
    on: date,
    worker_id: int,
    supervisor_id: int,
    question: str = "",
    agenda: Sequence[str] = (),
) -> Supervision:
    """The two, the day, the worker's question, and what the record asks them to speak of (S3-32).

    Raises Refused: a supervisor who does not manage the worker's team, or is the worker; one about this child that the
    two have not finished. NotYours: by anybody but the two.
    """
    both = {staff.account_id: staff for staff in Staff.objects.filter(account_id__in=(worker_id, supervisor_id))}
    if worker_id == supervisor_id:
        raise Refused("Nobody supervises themselves.")
    if worker_id not in both or supervisor_id not in managers_of(both[worker_id].team_id):
        raise Refused("Supervision is with whoever manages the worker’s team.")
    if by.audience != Audience.SYSTEM and by.account_id not in both:
        raise NotYours("begin_supervision: neither of the two.")
    unfinished = Supervision.objects.filter(person=about, worker_id=worker_id, finished_on=None)
    if unfinished.exists():
        raise Refused("A supervision about this child is not finished yet: go on with that one.")
    began = both[worker_id].practising_from
    talk = Supervision(
        person=about,
        first_year=rules.in_first_year(began, on, packs.pack_for(settings.PACK, on)),
        worker_id=worker_id,
        worker_name=both[worker_id].name,
        supervisor_id=supervisor_id,
        supervisor_name=both[supervisor_id].name,
        held_on=on,
        question=question.strip(),
        agenda=list(agenda),
    )
    talk.save()
    return talk


@act("{by} noted when {worker.name} began to practise.", needs=Right.ALLOCATE_WORK, tie=False)
def note_practising_from(*, by: Actor, about: None, on: date, worker: Staff, practising_from: date | None) -> Staff:
    """The day somebody began to practise: in their first year supervision is due sooner (S3-32). None takes it off.

    Raises Refused: a day to come. NotYours: by anybody who does not manage the worker’s team.
    """
    if by.audience != Audience.SYSTEM and by.account_id not in managers_of(worker.team_id):
        raise NotYours("note_practising_from: another team’s.")
    if practising_from and practising_from > by.today:
        raise Refused("That day has not come yet. Note it when they have begun.", field="practising_from")
    found = Staff.objects.select_for_update().get(pk=worker.pk)
    found.practising_from = practising_from
    found.save()
    return found


@act("{by} wrote in a supervision about {about}.", needs=Right.ALLOCATE_WORK, staff_only=True, makes=_MADE)
def write_supervision(
    *,
    by: Actor,
    about: Person,
    on: date,
    supervision: Supervision,
    thoughts: Sequence[Thought] = (),
    to_do: Sequence[ToDo] = (),
    worker_view: str | None = None,
    **texts: str,
) -> Supervision:
    """As much as has been thought, whatever is missing. What one has signed and the other changes is signed again.

    Raises Refused: both have signed. NotYours: by anybody but the two; the worker's own view, by anybody else.
    """
    talk, who = _open(by, about, supervision)
    for name in _TEXTS:
        setattr(talk, name, texts.get(name, getattr(talk, name)).strip())
    if worker_view is not None and worker_view.strip() != talk.worker_view:
        if who == "supervisor":
            raise NotYours("write_supervision: the worker’s own view.")
        talk.worker_view = worker_view.strip()
    talk.worker_signed_on = talk.supervisor_signed_on = None
    talk.save()
    for place, thought in enumerate(thoughts):
        _put(Hypothesis, talk, place, vars(thought))
    for place, action in enumerate(to_do):
        _put(SupervisionAction, talk, place, vars(action))
    return talk


@act("{by} signed a supervision about {about}.", needs=Right.ALLOCATE_WORK, staff_only=True, makes=_MADE)
def sign_supervision(
    *, by: Actor, about: Person, on: date, supervision: Supervision, next_on: date | None, clear_cut_because: str = ""
) -> Supervision:
    """Each signs for themselves; it stands when both have. `clear_cut_because` counts in the supervisor's hand alone.

    Raises Refused with everything that is missing: a second explanation, what speaks for and against, what is not
    known, how to find out, what is assumed, the next day (S3-31, S4-19); signed by this one already. NotYours: by
    anybody but the two.
    """
    talk, who = _open(by, about, supervision)
    if not who:
        raise NotYours("sign_supervision: neither of the two.")
    if getattr(talk, f"{who}_signed_on"):
        raise Refused("You have signed it. The other one signs next.")
    talk.next_on = next_on or talk.next_on
    if who == "supervisor":
        talk.clear_cut_because = clear_cut_because.strip() or talk.clear_cut_because
    spell = open_spell(about)
    pack, level = packs.pack_for(settings.PACK, on), spell.level if spell else ""
    latest = rules.next_by(talk.held_on, level, pack, first_year=talk.first_year)
    found = rules.lacks(talk, talk.hypotheses.order_by("place"), talk.actions.order_by("place"), latest)
    if found:
        raise Refused(rules.said(found), field=next((lack.field for lack in found if lack.field), ""))
    setattr(talk, f"{who}_signed_on", on)
    if talk.worker_signed_on and talk.supervisor_signed_on:
        talk.finished_on = on
    talk.save()
    return talk


@act("{by} did something agreed in supervision about {about}.", needs=Right.ALLOCATE_WORK, staff_only=True)
def do_supervision_action(*, by: Actor, about: Person, on: date, action: SupervisionAction) -> SupervisionAction:
    """Raises Refused: another child's, or done already."""
    found = SupervisionAction.objects.filter(pk=action.pk, person=about, done_on=None).first()
    if found is None:
        raise Refused("This has been done already.")
    found.done_on = on
    found.save()
    return found


@act(
    "{by} kept a note between two people.",
    needs=Right.ALLOCATE_WORK,
    open_to=frozenset({Audience.STAFF}),
    tie=False,
    makes="workforce.PersonalNote",
)
def keep_personal_note(
    *, by: Actor, about: None = None, on: date, worker_id: int, supervisor_id: int, words: str
) -> PersonalNote:
    """How the worker is, what they need: about no child, read by the two and nobody else (S3-32).

    Raises Refused: no words; not between a worker and whoever manages their team. NotYours: by anybody else.
    """
    if by.account_id not in (worker_id, supervisor_id):
        raise NotYours("keep_personal_note: neither of the two.")
    team = Staff.objects.filter(account_id=worker_id).values_list("team_id", flat=True).first()
    if worker_id == supervisor_id or supervisor_id not in managers_of(team):
        raise Refused("Such a note is between a worker and whoever manages their team.")
    if not words.strip():
        raise Refused("Write the note.", field="words")
    note = PersonalNote(
        worker_id=worker_id,
        supervisor_id=supervisor_id,
        written_by_id=by.account_id,
        words=words.strip(),
        written_on=on,
    )
    note.save()
    return note


def _open(by: Actor, about: Person, supervision: Supervision) -> tuple[Supervision, str]:
    """The talk as it stands, and which of the two is writing; Kith itself is neither."""
    talk = Supervision.objects.select_for_update().filter(pk=supervision.pk, person=about).first()
    if talk is None:
        raise NotYours("supervision: another child’s.")
    who = talk.of(by.account_id)
    if not who and by.audience != Audience.SYSTEM:
        raise NotYours("supervision: neither of the two.")
    if talk.finished_on:
        raise Refused("Both have signed it. Begin another.")
    return talk, who


def _put(
    model: type[Hypothesis] | type[SupervisionAction], talk: Supervision, place: int, given: dict[str, object]
) -> None:
    """The row at this place, as it is now; nothing is made of an empty one."""
    row = model.objects.filter(supervision=talk, place=place).first()
    told = {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}
    if row is None and not any(told.values()):
        return
    row = row or model(person=talk.person, supervision=talk, place=place)
    for name, value in told.items():
        setattr(row, name, value)
    row.save()


@act(
    "{by} chose when to have an e-mail about what is owed.",
    open_to=frozenset({Audience.STAFF}),
    makes="workforce.DigestWish",
)
def choose_digest(*, by: Actor, about: None, on: date, daily: bool, weekly: bool, hour: int) -> DigestWish:
    """Raises Refused: an hour that is nobody's working time."""
    if hour not in rules.digest_hours(packs.pack_for(settings.PACK, on)):
        raise Refused("Choose an hour of the working day.", field="hour")
    wish = DigestWish.objects.filter(account_id=by.account_id).first() or DigestWish(account_id=by.account_id)
    wish.daily, wish.weekly, wish.hour = daily, weekly, hour
    wish.save()
    return wish
