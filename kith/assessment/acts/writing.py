"""Writing what it means: seen through the child's eyes, weighed, concluded, and resting on something (S4-20, S1-34)."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.assessment.acts.guarding import chosen, still_open
from kith.assessment.models import Assessment, Contribution, Evidence, Passage
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act

_WRITTEN = ("family", "analysis", "conclusion")


@act(
    "{by} saw things through the eyes of {about}'s family.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="assessment.Passage",
)
def write_perspective(
    *, by: Actor, about: Person, on: date, assessment: Assessment, text: str, whose: Person | None = None
) -> Passage:
    """If I were this child, I would…; or, with `whose`, if I were that parent (S4-20). Raises Refused: nothing written,
    an assessment that is signed or another child's.
    """
    return _written(by, about, on, assessment, "parent" if whose else "child", text, whose)


@act(
    "{by} wrote what is understood of {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="assessment.Passage",
)
def write_analysis(*, by: Actor, about: Person, on: date, assessment: Assessment, part: str, text: str) -> Passage:
    """What the family says, in their own words (S2-27); what it means (analysis); what is concluded and why
    (conclusion). What was written before is kept. Raises
    Refused: nothing written, another part, an assessment that is signed or another child's.
    """
    if part not in _WRITTEN:
        raise Refused("Choose what you are writing.", field="part")
    return _written(by, about, on, assessment, part, text, None)


def _written(
    by: Actor, about: Person, on: date, assessment: Assessment, part: str, text: str, whose: Person | None
) -> Passage:
    still_open(assessment, about)
    if not text.strip():
        raise Refused("Write it first.", field="text")
    passage = Passage(
        person=about,
        assessment=assessment,
        part=part,
        whose=whose,
        text=text.strip(),
        written_on=on,
        written_by_id=by.account_id,
        written_by_name=by.name,
    )
    passage.save()
    return passage


@act(
    "{by} wrote down something the assessment of {about} rests on.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="assessment.Evidence",
)
def add_evidence(
    *,
    by: Actor,
    about: Person,
    on: date,
    assessment: Assessment,
    source: str,
    claim: str,
    text: str,
    found_in: str = "",
    contribution: Contribution | None = None,
    speaks_against: bool = False,
) -> Evidence:
    """Research, a fact of this child's life, what the family know or a practitioner's experience; fact, opinion or
    hearsay (S1-34). `speaks_against`: it contradicts what we think (S4-19). Raises Refused: nothing said, a source or
    claim there is none of, another child's contribution, an assessment that is signed or another child's.
    """
    still_open(assessment, about)
    chosen(on, "evidence_source", source, "source", "Say what it rests on.")
    chosen(on, "evidence_claim", claim, "claim", "Say how sure it is.")
    if not text.strip():
        raise Refused("Write what it shows.", field="text")
    if contribution is not None and contribution.person_id != about.pk:
        raise Refused("This was given about another child.", field="contribution")
    evidence = Evidence(
        person=about,
        assessment=assessment,
        source=source,
        claim=claim,
        text=text.strip(),
        found_in=found_in.strip(),
        contribution=contribution,
        speaks_against=speaks_against,
        noted_on=on,
    )
    evidence.save()
    return evidence


@act(
    "{by} named the factors found for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="assessment.Assessment",
    again=lambda details: details["assessment"],
)
def name_factors(*, by: Actor, about: Person, on: date, assessment: Assessment, factors: Sequence[str]) -> Assessment:
    """They wait here until somebody signs: a census knows factors of finished assessments alone (8614). Raises Refused:
    none chosen, one there is none of, "no factors found" beside others (8869), an assessment that is signed.
    """
    still_open(assessment, about)
    pack = packs.pack_for(settings.PACK, on)
    offered = [code for code, _ in pack.choices("assessment_factor")]
    named = [code for code in offered if code in factors]
    if not named or set(factors) - set(offered):
        raise Refused("Choose at least one factor from the list.", field="factors")
    alone = pack.flagged("assessment_factor", "excludes_others") & set(named)
    if alone and len(named) > 1:
        raise Refused("“No factors found” cannot stand beside others.", field="factors")
    assessment.factors_named = named
    assessment.save()
    return assessment
