"""Writing on the map of the whole child: one part of a life, and what it does to another."""

from collections.abc import Sequence
from datetime import date

from kith.access import Actor, Right
from kith.assessment.acts.guarding import chosen, still_open
from kith.assessment.models import Assessment, DomainNote, Effect, SetAside
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_WHICH = "Choose a part of the child’s life."
_OUTCOME = "Choose from the five outcomes."


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
    outcomes: Sequence[str] = (),
) -> DomainNote:
    """What is strong and needed in one part of this child's life, as it is now (S0-04, S0-05). Kept however little is
    written: a high concern is kept before its effect is known. `outcomes`: of the five, those it bears on (N14). Raises
    Refused: nothing at all, a part, level or outcome there is none of, an assessment that is signed or another child's.
    """
    still_open(assessment, about)
    _must_be_of_the_pack(on, domain, concern, trend, outcomes)
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
    for name, value in {**texts, "concern": concern, "trend": trend, "outcomes": list(outcomes)}.items():
        setattr(note, name, value)
    note.noted_on, note.noted_by_id, note.noted_by_name = on, by.account_id, by.name
    note.save()
    return note


def _must_be_of_the_pack(on: date, domain: str, concern: str, trend: str, outcomes: Sequence[str]) -> None:
    chosen(on, "assessment_domain", domain, "domain", _WHICH)
    if concern:
        chosen(on, "concern_level", concern, "concern", "Choose how worried we are from the list.")
    if trend:
        chosen(on, "domain_trend", trend, "trend", "Choose which way it is going from the list.")
    for outcome in outcomes:
        chosen(on, "five_outcomes", outcome, "outcomes", _OUTCOME)


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


@act(
    "{by} wrote which outcome is of no matter in a part of {about}'s life.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="assessment.SetAside",
)
def set_outcome_aside(
    *, by: Actor, about: Person, on: date, assessment: Assessment, outcome: str, side: str, because: str = ""
) -> SetAside:
    """Not relevant here, because; or, once that was said, to be looked at again: with no reason (N14). What is looked
    at there later counts. Raises Refused: no reason where none stands, an outcome or side there is none of, an
    assessment that is signed or another child's.
    """
    still_open(assessment, about)
    chosen(on, "five_outcomes", outcome, "because", _OUTCOME)
    chosen(on, "assessment_side", side, "because", "Choose a side of the child’s life.")
    found = SetAside.objects.filter(assessment=assessment, outcome=outcome, side=side).first()
    if needs_words(because) and not (found and found.because and not because.strip()):
        raise Refused("Write why it is of no matter for this child.", field="because")
    found = found or SetAside(person=about, assessment=assessment, outcome=outcome, side=side)
    found.because, found.noted_on, found.noted_by_name = because.strip(), on, by.name
    found.save()
    return found
