"""Writing on the map of the whole child: one part of a life, and what it does to another."""

from datetime import date

from kith.access import Actor, Right
from kith.assessment.acts.guarding import chosen, still_open
from kith.assessment.models import Assessment, DomainNote, Effect
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_WHICH = "Choose a part of the child’s life."


@act(
    "{by} wrote about a part of {about}'s life.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="assessment.DomainNote",
)
def note_domain(
    *,
    by: Actor,
    about: Person,
    on: date,
    assessment: Assessment,
    domain: str,
    strengths: str = "",
    none_found_how: str = "",
    needs: str = "",
    shown_by: str = "",
    care_bears: str = "",
    world_bears: str = "",
    concern: str = "",
    trend: str = "",
    not_looked_because: str = "",
) -> DomainNote:
    """What is strong and needed in one part of this child's life, as it is now (S0-04, S0-05). Kept however little is
    written: a high concern is kept before its effect is known. Raises Refused: nothing at all, a part or level there is
    none of, an assessment that is signed or another child's.
    """
    still_open(assessment, about)
    chosen(on, "assessment_domain", domain, "domain", _WHICH)
    if concern:
        chosen(on, "concern_level", concern, "concern", "Choose how worried we are from the list.")
    if trend:
        chosen(on, "domain_trend", trend, "trend", "Choose which way it is going from the list.")
    texts = {
        "strengths": strengths.strip(),
        "none_found_how": none_found_how.strip(),
        "needs": needs.strip(),
        "shown_by": shown_by.strip(),
        "care_bears": care_bears.strip(),
        "world_bears": world_bears.strip(),
        "not_looked_because": not_looked_because.strip(),
    }
    if not (concern or any(texts.values())):
        raise Refused("Write what you know of this part, or why it was not looked at.", field="strengths")
    note = DomainNote.objects.filter(assessment=assessment, domain=domain).first()
    note = note or DomainNote(person=about, assessment=assessment, domain=domain)
    for name, value in {**texts, "concern": concern, "trend": trend}.items():
        setattr(note, name, value)
    note.noted_on, note.noted_by_id, note.noted_by_name = on, by.account_id, by.name
    note.save()
    return note


@act(
    "{by} wrote how one part of {about}'s life affects another.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="assessment.Effect",
)
def note_effect(
    *, by: Actor, about: Person, on: date, assessment: Assessment, because_of: str, on_domain: str, how: str
) -> Effect:
    """Because of this, that (S0-04, N14). Raises Refused: no sentence, a part there is none of, a part on itself, an
    assessment that is signed or another child's.
    """
    still_open(assessment, about)
    chosen(on, "assessment_domain", because_of, "because_of", _WHICH)
    chosen(on, "assessment_domain", on_domain, "on_domain", _WHICH)
    if because_of == on_domain:
        raise Refused("Choose another part that it affects.", field="on_domain")
    if needs_words(how):
        raise Refused("Say in a sentence what it does.", field="how")
    effect = Effect(
        person=about, assessment=assessment, because_of=because_of, on_domain=on_domain, how=how.strip(), noted_on=on
    )
    effect.save()
    return effect
