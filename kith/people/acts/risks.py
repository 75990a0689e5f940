"""Writing down that someone may be a danger to children, looking at it again, and who a child meets."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.calendar import PartDate
from kith.packs import Pack
from kith.people.acts.rights import no_longer, restricted_by
from kith.people.models import ContactArrangement, Person, RightsCheck, RiskFlag
from kith.record import Refused
from kith.record.acting import act
from kith.record.guard import current_recording

AROUND = (
    "{by} looked at who is around {about}."  # says nothing to anyone who may be told of the act and not of the risk
)


@act(AROUND, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="people.RiskFlag")
def note_risk(
    *,
    by: Actor,
    about: Person,
    on: date,
    adult: Person,
    kind: str,
    needs_to_know: str,
    source: str,
    certainty: str = "alleged",
    evidence: str = "",
    since: PartDate | None = None,
    review_on: date | None = None,
    told_on: date | None = None,
    not_told_because: str = "",
) -> RiskFlag:
    """Learnt in work with `about`, a child; kept on the adult, and from there on wherever the adult goes (S2-06, N13).
    Saved with nothing but a sentence and who says so: the review day is set from the pack. Raises Refused: about the
    child themselves, no sentence, no source, a kind there is none of, noted already.
    """
    pack = packs.pack_for(settings.PACK, on)
    _check_risk(pack, about, adult, kind, needs_to_know, source)
    current_recording().add(adult)
    flag = RiskFlag(
        person=adult,
        kind=kind,
        certainty=certainty,
        needs_to_know=needs_to_know.strip(),
        source=source.strip(),
        evidence=evidence.strip(),
        from_on=since.on if since else on,
        from_precision=since.precision if since else "day",
        review_on=review_on or pack.due("review-person-risk", on),
        told_on=told_on,
        not_told_because="" if told_on else not_told_because.strip(),
    )
    flag.save()
    return flag


def _check_risk(pack: Pack, about: Person, adult: Person, kind: str, needs_to_know: str, source: str) -> None:
    if adult == about:
        raise Refused("Choose the person who may be a danger, not the child.", field="adult")
    if kind not in dict(pack.choices("person_risk")):
        raise Refused("Choose what kind of danger it is.", field="kind")
    if not needs_to_know.strip():
        raise Refused("Write what someone keeping a child safe must know.", field="needs_to_know")
    if not source.strip():
        raise Refused("Say who told us, or where it is written.", field="source")
    if RiskFlag.objects.filter(person=adult, kind=kind, ended_on=None).exists():
        raise Refused(f"This is noted about {adult.called} already. Look at it again instead.", field="kind")


@act(AROUND, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="people.RiskFlag")
def look_at_risk_again(
    *, by: Actor, about: Person, on: date, flag: RiskFlag, still: bool, because: str = "", review_on: date | None = None
) -> RiskFlag:
    """Reviewed in work with a child: still so until the next review day, or over, with the reason. Raises Refused:
    over already, over without a reason.
    """
    if flag.ended_on:
        raise Refused("This has been ended already.")
    if not still and not because.strip():
        raise Refused("Say what has changed: this note keeps children safe.", field="because")
    current_recording().add(flag.person)
    pack = packs.pack_for(settings.PACK, on)
    if still:
        flag.review_on = review_on or pack.due("review-person-risk", on)
    else:
        flag.ended_on, flag.ended_because = on, because.strip()
    flag.save()
    return flag


@act("{by} wrote down how {about} sees someone.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.ContactArrangement")
def arrange_contact(
    *,
    by: Actor,
    about: Person,
    on: date,
    other: Person,
    way: str,
    basis: str,
    how_often: str = "",
    supervised_by: str = "",
    source: str = "",
) -> ContactArrangement:
    """How the child sees one person from a day on; the arrangement before it ends the same day. Whoever it is, it is
    saved: a danger is told to the child's worker, it never stops a fact (design 7.1). One that keeps the child from
    somebody is owed a look at the child's rights (S4-01.2). Raises Refused: with oneself, or
    a way or basis there is none of.
    """
    pack = packs.pack_for(settings.PACK, on)
    if other == about:
        raise Refused("Choose who the child sees.", field="other")
    if way not in dict(pack.choices("contact_way")):
        raise Refused("Choose how they see each other.", field="way")
    if basis not in dict(pack.choices("contact_basis")):
        raise Refused("Choose who decided it.", field="basis")
    for before in ContactArrangement.objects.filter(person=about, other=other, until_on=None):
        before.until_on = max(on, before.from_on)
        before.save()
        no_longer(RightsCheck.objects.filter(arrangement=before, ended_on=None), on)
    arranged = ContactArrangement(
        person=about,
        other=other,
        way=way,
        basis=basis,
        how_often=how_often.strip(),
        supervised_by=supervised_by.strip(),
        source=source.strip(),
        from_on=on,
    )
    arranged.save()
    restricted_by(by, arranged, on)
    return arranged
