"""How families reach a worker, in their own words; their photo; and what was agreed on working together (S4-28)."""

from datetime import date

from kith.access import Actor, Audience, Right
from kith.directory.queries import work_numbers
from kith.involvement import rules
from kith.involvement.acts.difference import holds_what_is_kept
from kith.involvement.models import HowToReach, LeadWorker, WorkerPhoto, WorkingTerms
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.web.images import sound_picture
from kith.words import needs_words

_STAFF = frozenset({Audience.STAFF})
_TERMS = ("how_often", "how_to_say_no", "we_promise", "we_ask")


@act("{by} said how families reach them.", open_to=_STAFF, makes="involvement.HowToReach")
def say_how_to_reach(
    *, by: Actor, about: None = None, on: date, hours: str = "", how: str = "", outside: str = "", to_child: str = ""
) -> HowToReach:
    """A worker's own words, none of them asked for; families whose work they lead read them, and the child. Raises
    Refused: a telephone number that is not a work number stands in them.
    """
    said = {"hours": hours.strip(), "how": how.strip(), "outside": outside.strip(), "to_child": to_child.strip()}
    known = work_numbers()
    for name, words in said.items():
        if found := rules.private_numbers(words, known):
            raise Refused(
                f"{found[0]} is not a work number we know. Families are shown your work number; a private one is"
                " yours. Take it out.",
                field=name,
            )
    row = _own(by)
    for name, words in said.items():
        setattr(row, name, words)
    row.save()
    return row


@act("{by} put in their own photo.", open_to=_STAFF, makes="involvement.WorkerPhoto")
def put_own_photo(*, by: Actor, about: None = None, on: date, image: bytes) -> WorkerPhoto:
    """A PNG or JPEG, of which the picture alone is kept; the one before ends. Raises Refused: no such picture, too
    large.
    """
    try:
        kept, form, wide, high = sound_picture(image)
    except ValueError:
        raise Refused(
            "This cannot be used. Choose a JPEG or PNG of at most 2 MB, and at most 2,000 dots a side.", field="image"
        ) from None
    _end_photo(by, on)
    row = _own(by)
    if row.pk is None:
        row.save()
    photo = WorkerPhoto(account_id=by.account_id, image=kept, form=form, wide=wide, high=high, from_on=on)
    photo.save()
    return photo


@act("{by} took away their own photo.", open_to=_STAFF)
def take_away_own_photo(*, by: Actor, about: None = None, on: date) -> None:
    """Shown to nobody from now on. Raises Refused: there is none."""
    if not _end_photo(by, on):
        raise Refused("No photo of you is shown.")


def _own(by: Actor) -> HowToReach:
    return HowToReach.objects.filter(account_id=by.account_id).first() or HowToReach(account_id=by.account_id)


def _end_photo(by: Actor, on: date) -> bool:
    found = WorkerPhoto.objects.filter(account_id=by.account_id, ended_on=None).first()
    if found:
        found.ended_on = max(on, found.from_on)
        found.save()
    return found is not None


@act(
    "{by} wrote down what was agreed on working together with {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="involvement.WorkingTerms",
)
def agree_terms(
    *,
    by: Actor,
    about: Person,
    on: date,
    with_person: Person | None = None,
    with_whom: str = "",
    how_often: str = "",
    how_to_say_no: str = "",
    we_promise: str = "",
    we_ask: str = "",
) -> WorkingTerms:
    """How one of the family and whoever leads work together, in the family's words; what those two agreed before is
    kept as superseded. Raises Refused: nothing was agreed, a day to come.
    """
    said = dict(zip(_TERMS, (how_often, how_to_say_no, we_promise, we_ask), strict=True))
    if all(needs_words(words) for words in said.values()):
        raise Refused("Write what you agreed. One of the four is enough.", field="how_often")
    if on > by.today:
        raise Refused("That day has not come yet.", field="on")
    whom = with_person.called if with_person else with_whom.strip()
    # Told late, what was agreed before what stands now is kept as superseded already.
    # Whoever has a record is the same person under another name.
    theirs = {"with_person": with_person} if with_person else {"with_person": None, "with_whom": whom}
    others = WorkingTerms.objects.filter(person=about, superseded_on=None, **theirs)
    now = others.order_by("-agreed_on", "-pk").first()
    row = WorkingTerms(person=about, with_person=with_person, with_whom=whom, agreed_on=on)
    row.lead = LeadWorker.objects.filter(person=about, until_on=None).order_by("-from_on").first()
    row.kept_back = holds_what_is_kept(by, about, with_person, "\n".join(said.values()))
    for name, words in said.items():
        setattr(row, name, words.strip())
    if now and now.agreed_on > on:
        row.superseded_on = now.agreed_on
    elif now:
        now.superseded_on = on
        now.save()
    row.save()
    return row
