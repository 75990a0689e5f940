"""Hearing everyone who matters: what they gave and what became of it, or why they were not heard (S3-05, S2-07)."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.assessment.acts.guarding import chosen, still_open
from kith.assessment.models import Assessment, Contribution, Contributor, whole_thread
from kith.directory.acts import notify
from kith.directory.models import Agency
from kith.directory.queries import partner_of
from kith.involvement.models import LeadWorker
from kith.people.models import Person
from kith.record import NotYours, Refused
from kith.record.acting import act
from kith.words import needs_words


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
        agency=agency,
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
    """Used, in part, not, or not yet: whoever gave it is told, and "not yet" is still owed (S2-07, S0-16). Raises
    Refused: a use there is none of, not used without saying why, another child's.
    """
    if contribution.person_id != about.pk:
        raise Refused("This was given about another child.")
    chosen(on, "contribution_use", use, "use", "Say whether it was used.")
    if use != "used" and needs_words(use_words):
        raise Refused("Say why: whoever gave it will ask.", field="use_words")
    still_owed = use in packs.pack_for(settings.PACK, on).flagged("contribution_use", "still_owed")
    contribution.use, contribution.use_words, contribution.used_on = use, use_words.strip(), None if still_owed else on
    contribution.save()
    if contribution.given_by_id:
        notify(contribution.given_by_id, "contribution", about, "You are told what became of what you gave.")
    return contribution


@act("{by} wrote down what their agency knows of {about}.", makes="assessment.Contribution")
def give_as_agency(*, by: Actor, about: Person, on: date, kind: str, text: str, domain: str = "") -> Contribution:
    """A worker of another agency says what it knows, thinks or makes of it: theirs, in their words, whether an
    assessment is open or not. Our lead worker is told, and tells them what became of it (S2-07, S0-16).

    Raises Refused as `contribute` does, and NotYours for anyone who works for no other agency.
    """
    worker = partner_of(by)
    if worker is None:
        raise NotYours("give_as_agency is for workers of other agencies.")
    if not text.strip():
        raise Refused("Write what you know.", field="text")
    chosen(on, "contribution_kind", kind, "kind", "Say whether it is a fact, an opinion or an analysis.")
    if domain:
        chosen(on, "assessment_domain", domain, "domain", "Choose a part of the child’s life.")
    given = Contribution(
        person=about,
        agency=worker.agency,
        given_by_id=by.account_id,
        kind=kind,
        domain=domain,
        text=text.strip(),
        said_by=by.name,
        given_on=on,
    )
    given.save()
    for lead in LeadWorker.objects.filter(person=about, until_on=None):
        notify(
            lead.account_id, "contribution", about, "Another agency has given what it knows. Say what becomes of it."
        )
    return given


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
