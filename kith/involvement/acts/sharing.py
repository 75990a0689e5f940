"""Agreement to share, taken back, and sharing without it (S0-13, S2-30). None of it holds up what keeps a child safe.

Every line of it is for staff alone: whose yes was taken back is nobody else's to read.
"""

from collections.abc import Collection
from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.directory.acts import notify
from kith.directory.models import Agency, PartnerWorker, Tie
from kith.directory.queries import managers_of, team_of
from kith.involvement import rules
from kith.involvement.models import LeadWorker, ShareAgreed, SharedAnyway, Spell
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_SHARED = "Something was shared without agreement. Open it, and say whether it was right."
_LATE = "Something was shared without agreement, and nobody has said in time whether it was right."
_BY_CHOICE = ("universal", "early_help")  # help that is the family's to choose, and so is who hears of it
_LET_IN = ("invited", "shared", "working_with")


@act(
    "{by} wrote down what may be shared about {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="involvement.ShareAgreed",
)
def note_share_agreed(
    *,
    by: Actor,
    about: Person,
    on: date,
    who: str,
    said: str,
    agency: Agency | None = None,
    called: str = "",
    person_who: Person | None = None,
    basis: str = "",
    items: Collection[str] = (),
    what: str = "",
    why: str = "",
    how: str = "",
    until_on: date | None = None,
) -> ShareAgreed:
    """Kept whoever said it and however little of it is known; what is missing stands as owed. `items`: the things they
    said yes to and no others, by the pack's share_item. Raises Refused: nobody named, no agency, neither yes nor no, an
    answer or a thing the pack has not, an end before it began.
    """
    pack = packs.pack_for(settings.PACK, on)
    if not who.strip():
        raise Refused("Say who said it.", field="who")
    _must_be_of_the_pack(pack, said, basis, items)
    if until_on and until_on < on:
        raise Refused("It cannot end before it began.", field="until_on")
    row = ShareAgreed(
        person=about,
        agency=agency,
        called=_name(agency, called),
        who=who.strip(),
        person_who=person_who,
        basis=basis,
        said=said,
        items=sorted(set(items)),
        what=what.strip(),
        why=why.strip(),
        how=how.strip(),
        from_on=on,
        until_on=until_on,
    )
    row.save()
    if row.is_no:
        _let_nobody_in(by, about, row)
    return row


@act("{by} wrote down that less may be shared about {about}.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def withdraw_share(*, by: Actor, about: Person, on: date, agreed: ShareAgreed, words: str = "") -> ShareAgreed:
    """From this moment nothing new is shared with that agency; where the help is the family's to choose, its workers no
    longer read the record. What was shared stays shared, and what keeps a child safe goes on.

    Raises Refused: another child's; taken back already, or never given; before it was given.
    """
    if agreed.person_id != about.pk:
        raise Refused("This is another child’s.")
    if agreed.is_no:
        raise Refused("They have taken this back already, or said no.")
    if on < agreed.from_on:
        raise Refused("That is before they agreed.", field="on")
    agreed.withdrawn_on, agreed.withdrawn_words = on, words.strip()
    agreed.save()
    _let_nobody_in(by, about, agreed)
    return agreed


@act(
    "{by} shared something about {about} without agreement.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="involvement.SharedAnyway",
)
def share_anyway(
    *,
    by: Actor,
    about: Person,
    on: date,
    agency: Agency | None = None,
    called: str = "",
    reason: str = "",
    what: str = "",
    harm: str = "",
    tried: str = "",
    told_family: str = "",
    shared_already: bool = False,
) -> SharedAnyway:
    """To keep somebody safe, on one worker's word: a manager says by the pack's day whether it was right. What has been
    shared already is a fact, and kept whatever is missing (design 7.1).

    Raises Refused, unless it is shared already: no lawful reason, and convenience is none; nothing said of what might
    happen otherwise. And always: no agency, a reason the pack has not.
    """
    pack = packs.pack_for(settings.PACK, on)
    lawful = dict(pack.choices("share_reason"))
    if reason not in lawful and not (shared_already and not reason):
        raise Refused("Choose a reason the law knows. That it is easier is none.", field="reason")
    if needs_words(harm) and not shared_already:
        raise Refused("Say what might happen if it is not shared.", field="harm")
    row = SharedAnyway(
        person=about,
        agency=agency,
        called=_name(agency, called),
        reason=reason,
        what=what.strip(),
        harm=harm.strip(),
        tried=tried.strip(),
        told_family=told_family.strip(),
        shared_on=on,
        by_account_id=by.account_id,
        by_name=by.name,
        authorise_by_on=pack.due("share-authorised", on),
    )
    row.save()
    for account in managers_of(_team_about(by, about)):
        if account != by.account_id:
            notify(account, "shared_anyway", about, _SHARED)
    return row


@act(
    "{by} said whether sharing about {about} without agreement was right.",
    needs=Right.AGREE_DECISIONS,
    tie=False,
    staff_only=True,
)
def authorise_share(
    *, by: Actor, about: Person, on: date, shared: SharedAnyway, right: bool, words: str = ""
) -> SharedAnyway:
    """By somebody who did not share it. Raises Refused: another child's; said already; one's own; something missing
    before it is called right; no reasons when it was wrong.
    """
    if shared.person_id != about.pk:
        raise Refused("This is another child’s.")
    if shared.authorised is not None:
        raise Refused(f"{shared.authorised_by_name} has said this already.")
    if shared.by_account_id == by.account_id:
        raise Refused("You shared it. Somebody else says whether it was right.")
    if right and (missing := rules.anyway_lacks(shared)):
        raise Refused(f"Before it is called right, write down {', '.join(missing)}.")
    if not right and needs_words(words):
        raise Refused("Say why it was not right.", field="words")
    shared.authorised, shared.authorised_words, shared.authorised_on = right, words.strip(), on
    shared.authorised_by_id, shared.authorised_by_name = by.account_id, by.name
    shared.save()
    return shared


@act("{by} added to what was shared about {about} without agreement.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def add_to_anyway(
    *,
    by: Actor,
    about: Person,
    on: date,
    shared: SharedAnyway,
    reason: str = "",
    what: str = "",
    harm: str = "",
    tried: str = "",
    told_family: str = "",
) -> SharedAnyway:
    """What was missing when it was kept. Raises Refused: another child's; a manager has answered; an unknown reason."""
    if shared.person_id != about.pk:
        raise Refused("This is another child’s.")
    if shared.authorised is not None:
        raise Refused(f"{shared.authorised_by_name} has said this already.")
    if reason and reason not in dict(packs.pack_for(settings.PACK, on).choices("share_reason")):
        raise Refused("Choose a reason the law knows. That it is easier is none.", field="reason")
    for name, given in (
        ("reason", reason),
        ("what", what),
        ("harm", harm),
        ("tried", tried),
        ("told_family", told_family),
    ):
        if given.strip():
            setattr(shared, name, given.strip())
    shared.save()
    return shared


@act("The managers were told that nobody has said in time whether sharing about {about} was right.", staff_only=True)
def tell_of_late_share(*, by: Actor, about: Person, on: date, shared: SharedAnyway) -> SharedAnyway:
    """Once, when its day has gone by (S2-30). Raises Refused: another child's; answered, told already, or not late."""
    if shared.person_id != about.pk or shared.authorised is not None or shared.late_told_on:
        raise Refused("There is nothing to tell here.")
    if shared.authorise_by_on >= on:
        raise Refused("This is not late yet.")
    shared.late_told_on = on
    shared.save()
    lead = LeadWorker.objects.filter(person=about, until_on=None).first()
    team = team_of(lead.account_id if lead else shared.by_account_id)
    for account in managers_of(team):
        if account != shared.by_account_id:
            notify(account, "shared_anyway", about, _LATE)
    return shared


def must_be_shareable(
    about: Person,
    on: date,
    *,
    agency_id: int | None = None,
    called: str = "",
    items: Collection[str] | None = None,
    field: str = "",
) -> None:
    """Inside an act that shares something new with an agency. `items`: what it is about, where that is asked. Raises
    Refused when whoever was asked said no, took their yes back, or said yes to other things only. Two queries.
    """
    said, anyway = ShareAgreed.objects.filter(person=about), SharedAnyway.objects.filter(person=about)
    if why := rules.share_stopped(said, anyway, on, agency_id=agency_id, called=called):
        raise Refused(why, field=field)
    if items is None:
        return
    labels = dict(packs.pack_for(settings.PACK, on).choices("share_item"))
    if why := rules.beyond_agreed(said, anyway, on, items, labels, agency_id=agency_id, called=called):
        raise Refused(why, field="items")


def _must_be_of_the_pack(pack: packs.Pack, said: str, basis: str, items: Collection[str]) -> None:
    if said not in dict(pack.choices("consent_said")):
        raise Refused("Choose yes or no.", field="said")
    if basis and basis not in dict(pack.choices("share_basis")):
        raise Refused("Choose as whom they said it.", field="basis")
    if set(items) - set(dict(pack.choices("share_item"))):
        raise Refused("Choose what may be shared.", field="items")


def _name(agency: Agency | None, called: str) -> str:
    if agency is None and not called.strip():
        raise Refused("Say with whom.", field="called")
    return agency.name if agency else called.strip()


def _let_nobody_in(by: Actor, about: Person, row: ShareAgreed) -> None:
    """Where the help is the family's to choose: the workers of that agency no longer read this record."""
    spell = Spell.objects.filter(person=about, closed_on=None).first()
    if row.agency_id is None or (spell and spell.level not in _BY_CHOICE):
        return
    theirs = PartnerWorker.objects.filter(agency_id=row.agency_id).values_list("account_id", flat=True)
    for tie in Tie.objects.filter(person=about, account_id__in=list(theirs), because__in=_LET_IN, ends_at=None):
        tie.ends_at = by.now
        tie.save()


def _team_about(by: Actor, about: Person) -> int | None:
    lead = LeadWorker.objects.filter(person=about, until_on=None).first()
    return team_of(lead.account_id if lead else by.account_id)
