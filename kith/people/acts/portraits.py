"""A photograph put into a record, and taken out of sight again."""

from datetime import date

from kith.access import Actor, Right
from kith.people.models import Person, Portrait
from kith.record import Refused
from kith.record.acting import act
from kith.web.images import sound_picture


@act("{by} put in a photo of {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.Portrait")
def keep_portrait(*, by: Actor, about: Person, on: date, image: bytes, agreed_by: str, agreed_on: date) -> Portrait:
    """A PNG or JPEG, of which the picture alone is kept; the one before ends (J15). It is nobody's safety: so nothing
    is kept that nobody agreed to. Raises Refused: no such picture, too large, nobody agreed, a day still to come.
    """
    if not agreed_by.strip():
        raise Refused("Say who agreed to it. Without that there is no photo.", field="agreed_by")
    if agreed_on > by.today:
        raise Refused("That day has not come yet.", field="agreed_on")
    try:
        kept, form, wide, high = sound_picture(image)
    except ValueError:
        raise Refused(
            "This cannot be used. Choose a JPEG or PNG of at most 2 MB, and at most 2,000 dots a side.", field="image"
        ) from None
    for before in Portrait.objects.filter(person=about, ended_on=None):
        _end(before, on, "Another photo took its place.")
    portrait = Portrait(
        person=about,
        image=kept,
        form=form,
        wide=wide,
        high=high,
        agreed_by=agreed_by.strip(),
        agreed_on=agreed_on,
        from_on=on,
    )
    portrait.save()
    return portrait


# No `makes`: it changes a row and makes none.
@act("{by} took a photo of {about} out of sight.", needs=Right.RECORD_ON_ANY_CHILD)
def end_portrait(*, by: Actor, about: Person, on: date, portrait: Portrait, because: str) -> Portrait:
    """Shown to nobody from now on. Raises Refused: out of sight already, no reason."""
    if portrait.ended_on:
        raise Refused("This photo is out of sight already.")
    if not because.strip():
        raise Refused("Say why, in a few words.", field="because")
    return _end(portrait, on, because.strip())


def _end(portrait: Portrait, on: date, because: str) -> Portrait:
    portrait.ended_on, portrait.ended_because = max(on, portrait.from_on), because
    portrait.save()
    return portrait
