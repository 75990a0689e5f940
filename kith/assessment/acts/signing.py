"""Beginning, signing, and beginning again with everything carried over (S3-08, N21)."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.assessment import rules
from kith.assessment.models import (
    Assessment,
    DomainNote,
    Effect,
    Evidence,
    Passage,
    SetAside,
    held,
    newest_of,
    writers_of,
)
from kith.decisions.acts import settle_inside, take_back_inside
from kith.decisions.models import SignOffTakenBack
from kith.involvement.models import AT_HAND, Spell
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.models import AboutPerson
from kith.voice.models import Citation

_KEPT = {"id", "pk", "assessment", "person", "act", "latest_act"}  # a carried row's own


@act(
    "{by} began an assessment of {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    makes="assessment.Assessment",
)
def begin_assessment(*, by: Actor, about: Person, on: date, why: str = "") -> Assessment:
    """The first version in this spell of work. Help never waits for it (S1-31). Raises Refused: no open work; one is
    open, or was signed: that one goes on in a new version.
    """
    spell = Spell.objects.select_for_update().filter(person=about, closed_on=None).order_by(*AT_HAND).first()
    if spell is None:
        raise Refused("Nobody works with this child at the moment. Begin the work first.")
    newest = newest_of(about, spell)
    if newest and newest.signed and newest.signed_by_name:
        raise Refused("An assessment was signed already. Begin a new version of it: nothing is typed twice.")
    if newest and not newest.signed:
        raise Refused("An assessment is open already. Carry on with that one.")
    begun = Assessment(
        person=about,
        spell=spell,
        started_on=on,
        why=why.strip(),
        begun_by_id=by.account_id,
        begun_by_name=by.name,
    )
    begun.save()
    return begun


@act(
    "{by} began a new version of the assessment of {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    makes="assessment.Assessment",
)
def reopen_assessment(*, by: Actor, about: Person, on: date, assessment: Assessment, why: str) -> Assessment:
    """Something has changed: a new version, with every word carried over and nothing retyped (S3-08). Who was heard
    stays heard. Raises Refused: no reason, one not signed yet, an older version, work that is closed, another child's.
    """
    if assessment.person_id != about.pk:
        raise Refused("This assessment is another child’s.")
    if not why.strip():
        raise Refused("Say what has changed, or what is new.", field="why")
    spell = Spell.objects.select_for_update().get(pk=assessment.spell_id)
    if spell.closed_on is not None:
        raise Refused("That work is closed. Begin an assessment in the work that is open now.")
    if not assessment.signed or newest_of(about, spell) != assessment:
        raise Refused("There is a version that is still open: carry on with that one.")
    again = Assessment(
        person=about,
        spell=spell,
        started_on=on,
        version=assessment.version + 1,
        before=assessment,
        why=why.strip(),
        begun_by_id=by.account_id,
        begun_by_name=by.name,
        factors_named=list(assessment.factors_named or assessment.factors),
    )
    again.save()
    _carry_over(assessment, again)
    return again


def _carry_over(old: Assessment, new: Assessment) -> None:
    newest = {(p.part, p.whose_id): p for p in Passage.objects.filter(assessment=old).order_by("pk")}
    rows = [
        *DomainNote.objects.filter(assessment=old).order_by("pk"),
        *Effect.objects.filter(assessment=old).order_by("pk"),
        *SetAside.objects.filter(assessment=old).order_by("pk"),
        *Evidence.objects.filter(assessment=old).order_by("pk"),
        *newest.values(),
    ]
    for row in rows:
        values = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if f.name not in _KEPT}
        carried = type(row)(person_id=row.person_id, assessment=new, **values)
        carried.save()
        if isinstance(row, Passage):
            _still_cited(row, carried)


def _still_cited(old: AboutPerson, new: AboutPerson) -> None:
    """The child's words that stood beside it stand beside it still."""
    for cited in Citation.objects.filter(row_table=old._meta.db_table, row_id=old.pk).order_by("pk"):
        Citation(person_id=new.person_id, words_id=cited.words_id, row_table=cited.row_table, row_id=new.pk).save()


@act(
    "{by} read and signed the assessment of {about}.",
    needs=Right.SIGN_ASSESSMENTS,
    tie=False,
    story=True,
    makes="assessment.Assessment",
    again=lambda details: details["assessment"],
)
def sign_assessment(
    *, by: Actor, about: Person, on: date, assessment: Assessment, what_changed: str = ""
) -> Assessment:
    """Somebody else than whoever wrote it has read it whole and signs it, today (S1-34, S2-17, S3-04, S3-05, S4-20).

    Raises Refused: signed already, another child's, one's own, or every gap it still has, each named. What was written
    stays as it is, whatever is missing.
    """
    if assessment.person_id != about.pk:
        raise Refused("This assessment is another child’s.")
    assessment = Assessment.objects.select_for_update().get(pk=assessment.pk)
    if assessment.signed:
        raise Refused("It is signed already.")
    if by.account_id in writers_of(assessment):
        raise Refused("You wrote part of it. Somebody else reads it and signs.")
    found = rules.gaps(held(assessment, by.today), packs.pack_for(settings.PACK, by.today), what_changed)
    if found:
        raise Refused(rules.in_one_sentence(found), each=[("", words) for words in rules.one_by_one(found)])
    assessment.authorised_on, assessment.factors = on, assessment.factors_named
    assessment.what_changed = what_changed.strip()
    assessment.signed_by_id, assessment.signed_by_name = by.account_id, by.name
    assessment.save()
    as_signed = rules.in_lines(held(assessment, on), packs.pack_for(settings.PACK, on))
    settle_inside(by, about, on, of="assessment", row=assessment.pk, as_read=as_signed)
    return assessment


@act(
    "{by} took back that the assessment of {about} was signed.",
    needs=Right.SIGN_ASSESSMENTS,
    tie=False,
    story=True,
    makes="decisions.SignOffTakenBack",
)
def take_back_signature(
    *, by: Actor, about: Person, on: date, assessment: Assessment, because: str
) -> SignOffTakenBack:
    """It was signed by mistake: this version is open again, its clock runs on from where it began, and what was signed
    is kept as it read. Raises Refused: another child’s, not signed, a newer version goes on; no reason; one’s own
    signature.
    """
    found = Assessment.objects.select_for_update().filter(pk=assessment.pk, person=about).first()
    if found is None or not found.signed or not found.signed_by_name:
        raise Refused("This assessment does not stand signed here.")
    if Assessment.objects.filter(before=found).exists():
        raise Refused("A newer version goes on from this one. Write there what was wrong.")
    pack = packs.pack_for(settings.PACK, on)
    made = take_back_inside(
        by,
        about,
        of="assessment",
        row=found.pk,
        version=found.version,
        signed_by=(found.signed_by_id, found.signed_by_name),
        signed_on=found.authorised_on or on,
        as_signed=rules.in_lines(held(found, on), pack),
        because=because,
    )
    found.authorised_on, found.factors = None, []
    found.signed_by, found.signed_by_name, found.what_changed = None, "", ""
    found.save()
    return made
