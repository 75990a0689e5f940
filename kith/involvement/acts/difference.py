"""What difference people say we make, what we did about it, and asking again after the work has ended (S3-16).

Every line of it is for staff alone: that one parent answered is not told the other.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial

from django.conf import settings

from kith import packs
from kith.access import Actor, Right, start_of
from kith.decisions.acts import must_be_fit
from kith.directory.models import Tie
from kith.involvement.models import Closure, DifferenceSaid, LeadWorker
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

AGAIN, ANSWER = "difference-after-closing", "you-said-we-did"
WHOSE = ("child", "family", "others")
_ASKS = "asks_again"


@act(
    "{by} wrote down what somebody says of our work with {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="involvement.DifferenceSaid",
)
def say_difference(
    *,
    by: Actor,
    about: Person,
    on: date,
    whose: str,
    words: str,
    asked_in: str = "other",
    said: str = "",
    who: str = "",
    person_who: Person | None = None,
) -> DifferenceSaid:
    """Kept as it was said, whoever said it; who, and what kind of answer it is, may follow. Raises Refused: nothing was
    said; a code the pack has not.
    """
    if not _has_letters(words):  # “Nothing” is an answer to what was asked
        raise Refused("Write what they said.", field="words")
    pack = packs.pack_for(settings.PACK, on)
    for codes, name, given in (("difference_whose", "whose", whose), ("difference_asked_in", "asked_in", asked_in)):
        if given not in dict(pack.choices(codes)):
            raise Refused("Choose one of these.", field=name)
    row = DifferenceSaid(person=about, asked_in=asked_in, asked_on=on, whose=whose, words=words.strip())
    _sort(by, row, said, who, person_who)
    row.save()
    return row


def differences_inside(
    by: Actor,
    about: Person,
    on: date,
    asked_in: str,
    words: Mapping[str, str],
    said: Mapping[str, str],
    person_who: Person | None,
) -> None:
    """Inside whatever ends a review or the work: each answer as a line of its own. `words` and `said` by whose;
    `person_who`: whose words the family's are, where it was said.
    """
    for whose in _answered(words, said):
        row = DifferenceSaid(person=about, asked_in=asked_in, asked_on=on, whose=whose, words=words[whose].strip())
        _sort(by, row, said.get(whose, ""), "", person_who)
        row.save()


@act("{by} sorted what somebody says of our work with {about}.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def sort_difference(
    *,
    by: Actor,
    about: Person,
    on: date,
    row: DifferenceSaid,
    said: str,
    who: str = "",
    person_who: Person | None = None,
) -> DifferenceSaid:
    """Whose words they are and what kind of answer. Raises Refused: another child's; we answered it already; no kind
    of answer, or one the pack has not.
    """
    _open(row, about)
    if not said:
        raise Refused("Say what kind of answer this is.", field="said")
    _sort(by, row, said, who, person_who)
    row.save()
    return row


@act(
    "{by} wrote down what we did about what somebody says of our work with {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
)
def say_what_we_did(
    *,
    by: Actor,
    about: Person,
    on: date,
    row: DifferenceSaid,
    outcome: str,
    we_did: str,
    told_on: date | None = None,
    told_by: str = "",
) -> DifferenceSaid:
    """In words for whoever said it: it stands on their own page at once, beside theirs. Raises Refused: another
    child's; answered already; before it was said; no such outcome; nothing said of what we did, or why not; an address
    they must not learn (design 7.8); told by nobody, or before it was said.
    """
    _open(row, about)
    if on < row.asked_on:
        raise Refused("That is before they said it.", field="on")
    if outcome not in dict(packs.pack_for(settings.PACK, on).choices("difference_outcome")):
        raise Refused("Say whether it was done.", field="outcome")
    if needs_words(we_did):
        raise Refused("Write what we did, or why not, as you would say it to them.", field="we_did")
    must_be_fit(we_did, about, row.person_who, by, field="we_did")
    if told_on and (told_on < row.asked_on or told_on > by.today):
        raise Refused("Give a day after they said it, up to today.", field="told_on")
    if told_on and not told_by.strip():
        raise Refused("Say who told them.", field="told_by")
    row.outcome, row.we_did, row.done_on = outcome, we_did.strip(), on
    row.done_by_id, row.done_by_name = by.account_id, by.name
    row.told_on, row.told_by = told_on, told_by.strip() if told_on else ""
    row.save()
    return row


@act(
    "{by} asked again what difference our work with {about} made.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="involvement.Closure",
)
def ask_difference_again(
    *,
    by: Actor,
    about: Person,
    on: date,
    closure: Closure,
    words: Mapping[str, str],
    said: Mapping[str, str],
    person_who: Person | None = None,
    not_asked_because: str = "",
) -> Closure:
    """Some time after our work ended: whoever answers, in their words; or why nobody is asked. What is said without
    being asked is kept at any time by `say_difference`.

    Raises Refused: another child's; not owed, or done already; before the work ended; nobody's answer and no reason.
    """
    if closure.person_id != about.pk:
        raise Refused("This is another child’s.")
    if closure.ask_again_on is None or closure.asked_again_on:
        raise Refused("Nothing is to be asked again here.")
    if closure.spell.closed_on and on < closure.spell.closed_on:
        raise Refused("That is before our work ended.", field="on")
    if not _answered(words, said) and needs_words(not_asked_because):
        raise Refused("Write what somebody answered, or say why nobody is asked.", field="not_asked_because")
    differences_inside(by, about, on, "after", words, said, person_who)
    closure.asked_again_on, closure.not_asked_again_because = on, not_asked_because.strip()
    closure.save()
    _let_go_soon(closure, on, by)
    return closure


def let_ask_again(account_id: int, about: Person, on: date, ask_on: date, by: Actor) -> None:
    """Whoever led the work says what we did about what they were told as it ended, for the pack's days; and opens the
    record again when it is time to ask. In between it is closed to them, as to anybody whose work has ended.
    """
    tie = partial(Tie, account_id=account_id, person=about, because=_ASKS, may_write=True)
    tie(starts_at=by.now, ends_at=max(_answered_by(on), by.now)).save()
    tie(starts_at=start_of(ask_on)).save()


def _answered_by(on: date) -> datetime:
    """The end of the day by which what was said on this one is answered."""
    return start_of(packs.pack_for(settings.PACK, on).due(ANSWER, on) + timedelta(days=1))


def _let_go_soon(closure: Closure, on: date, by: Actor) -> None:
    """What they were told now is answered within the pack's days; after that whoever manages the work does it."""
    until = _answered_by(on)
    leads = LeadWorker.objects.filter(spell=closure.spell_id).values_list("account_id", flat=True)
    for tie in Tie.objects.filter(person=closure.person_id, account_id__in=list(leads), because=_ASKS, ends_at=None):
        tie.ends_at = max(until, by.now, tie.starts_at)
        tie.save()


def _answered(words: Mapping[str, str], said: Mapping[str, str]) -> list[str]:
    """Whose answers there are. “No change” is one where somebody has said what kind of answer it is."""
    return [
        whose
        for whose in WHOSE
        if not needs_words(words.get(whose, "")) or (said.get(whose) and _has_letters(words.get(whose, "")))
    ]


def _has_letters(words: str) -> bool:
    return any(char.isalnum() for char in words)


def _open(row: DifferenceSaid, about: Person) -> None:
    if row.person_id != about.pk:
        raise Refused("This is another child’s.")
    if row.done_on:
        raise Refused(f"{row.done_by_name} has written what we did already.")


def _sort(by: Actor, row: DifferenceSaid, said: str, who: str, person_who: Person | None) -> None:
    """Who said it, what kind of answer it is, and by when we say what we did where it asks for something."""
    pack = packs.pack_for(settings.PACK, row.asked_on)
    if said and said not in dict(pack.choices("difference_said")):
        raise Refused("Choose one of these.", field="said")
    row.said = said
    if row.whose == "child":
        row.person_who, row.who = row.person, row.person.called
    elif row.whose == "family" and person_who is not None:
        row.person_who, row.who = person_who, person_who.called
    else:  # put to the wrong person before: these words are on their page no longer, nor is their name beside them
        wrong, row.person_who = row.person_who.called if row.person_who else "", None
        row.who = next((name for name in (who.strip(), row.who) if name not in ("", wrong)), "")
    nobodys = said in pack.flagged("difference_said", "says_nothing")
    if nobodys:
        row.person_who = None  # a reason why nobody was asked is for us, and on nobody’s page
    row.due_on = pack.due(ANSWER, row.asked_on) if said in pack.flagged("difference_said", "still_owed") else None
    row.kept_back = holds_what_is_kept(by, row.person, row.person_who, row.words)


def holds_what_is_kept(by: Actor, about: Person, reader: Person | None, words: str) -> bool:
    """Whether an address that must not be learnt by whoever reads these words stands in them; nobody, nothing."""
    if reader is None:
        return False
    try:
        must_be_fit(words, about, reader, by, field="words")
    except Refused:
        return True
    return False
