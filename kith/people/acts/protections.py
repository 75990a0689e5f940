"""Ending the protection of an address: one person asks, another answers, and until then it stays hidden.

Keeping an address from someone is done on one worker's word (design 7.12); undoing it never is. An address once shown
cannot be hidden again.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q

from kith.access import Actor, Right
from kith.directory.acts import notify
from kith.directory.models import Restriction, Tie
from kith.people.acts.rights import no_longer
from kith.people.models import AddressProtection, Person, RightsCheck
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_TO_DECIDE = "A colleague asks for an address to be protected no longer. Look at why, and answer."
_ANSWERED = "Somebody has answered what you asked about a protected address."


@act(
    "{by} asked for an address of {about} to be protected no longer.",
    needs=Right.RECORD_ON_ANY_CHILD,
    around=True,
    makes="people.AddressProtection",
)
def ask_to_end_protection(
    *, by: Actor, about: Iterable[Person], on: date, protections: Sequence[AddressProtection], because: str
) -> list[AddressProtection]:
    """What has changed, for a second person to look at. Nothing is shown to anybody yet. Raises Refused: no words that
    say why, nothing chosen, ended or asked already.
    """
    if needs_words(because):
        raise Refused("Say what has changed, and how you know it.", field="because")
    if not protections:
        raise Refused("Choose for whom it should end.", field="people")
    for protection in protections:
        _must_stand(protection)
        if protection.end_asked_on:
            raise Refused(f"{protection.end_asked_by_name} has asked for this already. It waits for a second person.")
        protection.end_because, protection.end_answer = because.strip(), ""
        protection.end_asked_on, protection.end_asked_by_id, protection.end_asked_by_name = on, by.account_id, by.name
        protection.save()
    _tell_who_decides(by, [protection.person for protection in protections])
    return list(protections)


@act(
    "{by} agreed that an address of {about} is protected no longer.",
    needs=Right.RESTRICT_RECORDS,
    tie=False,
    story=True,
    significance=2,
    makes="people.AddressProtection",
)
def agree_to_end_protection(
    *, by: Actor, about: Iterable[Person], on: date, protections: Sequence[AddressProtection], answer: str
) -> list[AddressProtection]:
    """From now on the address is hidden no longer, unless it is still kept for somebody else who lives there. Raises
    Refused: nobody has asked, one's own asking, no words that say what makes it safe.
    """
    if needs_words(answer):
        raise Refused("Say what you looked at, and what makes it safe now.", field="answer")
    for protection in protections:
        _must_be_asked(protection)
        if protection.end_asked_by_id == by.account_id:
            raise Refused("You asked for this yourself. A second person looks at it.")
        protection.end_answer, protection.ended_on = answer.strip(), on
        protection.ended_by_id, protection.ended_by_name = by.account_id, by.name
        protection.save()
        no_longer(RightsCheck.objects.filter(protection=protection, ended_on=None), on)
    _tell_who_asked(by, protections)
    return list(protections)


@act(
    "{by} kept an address of {about} protected.",
    needs=Right.RESTRICT_RECORDS,
    around=True,
    makes="people.AddressProtection",
)
def keep_protection(
    *, by: Actor, about: Iterable[Person], on: date, protections: Sequence[AddressProtection], answer: str
) -> list[AddressProtection]:
    """Somebody asked for it to end, and it does not: on one person's word, the asker's own included. The asking stays
    in the versions of the row. Raises Refused: nobody has asked, no words that say why.
    """
    if needs_words(answer):
        raise Refused("Say why it stays protected.", field="answer")
    for protection in protections:
        _must_be_asked(protection)
    _tell_who_asked(by, protections)
    for protection in protections:
        protection.end_answer = answer.strip()
        protection.end_because = protection.end_asked_by_name = ""
        protection.end_asked_on = protection.end_asked_by = None
        protection.save()
    return list(protections)


def _must_stand(protection: AddressProtection) -> None:
    if protection.ended_on:
        raise Refused("This protection has ended already.")


def _must_be_asked(protection: AddressProtection) -> None:
    _must_stand(protection)
    if not protection.end_asked_on:
        raise Refused("Nobody asks for this to end, or somebody has answered already. It stands.")


def _tell_who_decides(by: Actor, people: Sequence[Person]) -> None:
    """Who manages the work, and who guards a record few may open."""
    open_now = Q(starts_at__lte=by.now) & (Q(ends_at=None) | Q(ends_at__gt=by.now))
    told = {None, by.account_id}
    for person in people:
        managers = Tie.objects.filter(open_now, person=person, because="team_manager").values_list(
            "account_id", flat=True
        )
        guardians = Restriction.objects.filter(person=person, ended_at=None).values_list("guardian_id", flat=True)
        for account_id in {*managers, *guardians} - told:
            notify(account_id, "protection", person, _TO_DECIDE)
            told.add(account_id)


def _tell_who_asked(by: Actor, protections: Sequence[AddressProtection]) -> None:
    asked = {protection.end_asked_by_id: protection.person for protection in protections}
    for account_id in asked.keys() - {None, by.account_id}:
        notify(account_id, "protection", asked[account_id], _ANSWERED)
