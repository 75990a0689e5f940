"""Hearing everyone who matters: what they gave and what became of it, or why they were not heard (S3-05, S2-07)."""

from datetime import date

from kith.access import Actor, Right
from kith.assessment.acts.guarding import chosen, still_open
from kith.assessment.models import Assessment, Contribution, Contributor, whole_thread
from kith.directory.models import Agency
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act


@act(
    "{by} wrote down what someone gave to the assessment of {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="assessment.Contribution",
)
def contribute(
    *,
    by: Actor,
    about: Person,
    on: date,
    assessment: Assessment,
    called: str,
    kind: str,
    text: str,
    domain: str = "",
    said_by: str = "",
    who: Person | None = None,
    agency: Agency | None = None,
) -> Contribution:
    """What a person or an agency says: fact, opinion or analysis, about a part of the child's life where they name one.
    Raises Refused: nothing said, nobody named, a kind or part there is none of, an assessment that is signed or another
    child's.
    """
    still_open(assessment, about)
    if not text.strip():
        raise Refused("Write what they said.", field="text")
    chosen(on, "contribution_kind", kind, "kind", "Say whether it is a fact, an opinion or an analysis.")
    if domain:
        chosen(on, "assessment_domain", domain, "domain", "Choose a part of the child’s life.")
    contributor = _row(about, on, assessment, called, who, agency, standing="contributed", because="")
    given = Contribution(
        person=about,
        assessment=assessment,
        contributor=contributor,
        kind=kind,
        domain=domain,
        text=text.strip(),
        said_by=said_by.strip(),
        given_on=on,
    )
    given.save()
    return given


@act(
    "{by} wrote that someone chose not to speak for the assessment of {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="assessment.Contributor",
)
def decline_to_contribute(
    *,
    by: Actor,
    about: Person,
    on: date,
    assessment: Assessment,
    called: str,
    because: str,
    who: Person | None = None,
    agency: Agency | None = None,
) -> Contributor:
    """They were asked and said no. Raises Refused: no reason, nobody named, someone who was heard, an assessment that
    is signed or another child's.
    """
    return _not_heard(about, on, assessment, called, who, agency, "declined", because)


@act(
    "{by} wrote why someone is left out of the assessment of {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="assessment.Contributor",
)
def leave_out_contributor(
    *,
    by: Actor,
    about: Person,
    on: date,
    assessment: Assessment,
    called: str,
    because: str,
    who: Person | None = None,
    agency: Agency | None = None,
) -> Contributor:
    """We do not ask them, and why. Raises Refused as above."""
    return _not_heard(about, on, assessment, called, who, agency, "left_out", because)


@act(
    "{by} wrote what became of what was given for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="assessment.Contribution",
    again=lambda details: details["contribution"],
)
def say_what_became(
    *, by: Actor, about: Person, on: date, contribution: Contribution, use: str, use_words: str = ""
) -> Contribution:
    """Used, in part, or not: whoever gave it is told (S2-07). Raises Refused: a use there is none of, not used without
    saying why, another child's.
    """
    if contribution.person_id != about.pk:
        raise Refused("This was given about another child.")
    chosen(on, "contribution_use", use, "use", "Say whether it was used.")
    if use != "used" and not use_words.strip():
        raise Refused("Say why: whoever gave it will ask.", field="use_words")
    contribution.use, contribution.use_words, contribution.used_on = use, use_words.strip(), on
    contribution.save()
    return contribution


def _not_heard(
    about: Person,
    on: date,
    assessment: Assessment,
    called: str,
    who: Person | None,
    agency: Agency | None,
    standing: str,
    because: str,
) -> Contributor:
    still_open(assessment, about)
    if not because.strip():
        raise Refused("Say why.", field="because")
    return _row(about, on, assessment, called, who, agency, standing=standing, because=because.strip())


def _row(
    about: Person,
    on: date,
    assessment: Assessment,
    called: str,
    who: Person | None,
    agency: Agency | None,
    *,
    standing: str,
    because: str,
) -> Contributor:
    """Their row in this assessment, whichever version it was made in; a new one where there is none."""
    if not called.strip():
        raise Refused("Say who it is.", field="called")
    thread = [version.pk for version in whole_thread(assessment)]
    them = {"who": who} if who else {"agency": agency} if agency else {"who": None, "agency": None, "called": called}
    row = Contributor.objects.filter(assessment__in=thread, **them).first()
    if row and row.standing == "contributed":
        if standing != "contributed":
            raise Refused(f"{row.called} was heard already: what they said stands.", field="because")
        return row
    row = row or Contributor(person=about, assessment=assessment, who=who, agency=agency, called=called.strip())
    row.standing, row.because, row.on = standing, because, on
    row.save()
    return row
