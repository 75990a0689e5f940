"""What a family tells of racism or discrimination, and what we do differently since (S2-22).

Everything here writes the same sentence, whatever was answered: the log is read by more than those who may know.
"""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.people.models import Adaptation, LivedThrough, Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_SAYS = "{by} wrote down how we fit our work to {about}."


@act(_SAYS, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="people.LivedThrough")
def note_lived_through(
    *,
    by: Actor,
    about: Person,
    on: date,
    answer: str,
    whose: str = "",
    words: str = "",
    told_by: str = "",
) -> LivedThrough:
    """Asked and answered, or told unasked, on that day; how it was and who told are theirs to say or not. Raises
    Refused: an answer there is none of.
    """
    pack = packs.pack_for(settings.PACK, on)
    if answer not in dict(pack.choices("lived_through")):
        raise Refused("Choose what they answered.", field="answer")
    if whose and whose not in dict(pack.choices("lived_whose")):
        raise Refused("Choose who lived through it.", field="whose")
    made = LivedThrough(
        person=about,
        answer=answer,
        whose=whose,
        words=words.strip(),
        told_by=told_by.strip(),
        told_on=on,
        noted_on=by.today,
        noted_by_id=by.account_id,
    )
    made.save()
    return made


@act(_SAYS, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="people.Adaptation")
def note_adaptation(
    *, by: Actor, about: Person, on: date, told: LivedThrough, what: str = "", who: str = "", why_not: str = ""
) -> Adaptation:
    """What we do differently from that day, and who does; or why nothing is different yet. Who may be said later.
    Raises Refused: neither, or words that say nothing; another child's; nothing was told that asks for it.
    """
    if told.person_id != about.pk:
        raise Refused("This is another child’s.")
    asking = packs.pack_for(settings.PACK, on).flagged("lived_through", "asks_adapting")
    if told.answer not in asking:
        raise Refused("Nothing was told that asks us to work differently.")
    if needs_words(what) and needs_words(why_not):
        raise Refused("Say what we do differently, or why nothing is different yet.", field="what")
    made = Adaptation(person=about, told=told, what=what.strip(), who=who.strip(), why_not=why_not.strip(), from_on=on)
    made.save()
    return made
