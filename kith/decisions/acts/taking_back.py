"""A sign-off given by mistake is taken back: kept, with its reason; what was signed is open again. Late stays late."""

from datetime import date

from kith.access import Actor, Right
from kith.decisions import rules
from kith.decisions.acts import writing
from kith.decisions.models import Decision, SignOffTakenBack, as_written
from kith.directory.acts import notify
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_TOLD = "A sign-off of yours was taken back. Open the record to read why."


@act(
    "{by} took back that a decision about {about} was agreed.",
    needs=Right.AGREE_DECISIONS,
    tie=False,
    story=True,
    significance=2,
    makes="decisions.SignOffTakenBack",
)
def take_back_agreement(*, by: Actor, about: Person, on: date, decision: Decision, because: str) -> SignOffTakenBack:
    """It was agreed by mistake: it is proposed again and waits for its second reader, with its clocks where they were.
    The bottom lines it had put aside hold again. What was done on it, and what was told of it, stands as it is.

    Raises Refused: another child’s, or one that does not stand agreed; no reason; one’s own signature.
    """
    found = Decision.objects.select_for_update().filter(pk=decision.pk, person=about).first()
    if found is None or found.state != "agreed":
        raise Refused("This decision does not stand agreed.")
    signer = (found.agreed_by_id, found.agreed_by_name) if found.needs_reader else (found.decided_by_id, "")
    made = take_back_inside(
        by,
        about,
        of="decision",
        row=found.pk,
        signed_by=(signer[0], signer[1] or found.decided_by_name),
        signed_on=found.agreed_on or found.finished_on or found.decided_on,
        as_signed=rules.decision_in_lines(as_written(found)),
        because=because,
    )
    found.state, found.agreed_by, found.agreed_by_name, found.agreed_on = "proposed", None, "", None
    if not found.needs_reader:
        found.finished_on = None
    found.save()
    writing.lines_hold_again(found)
    if found.needs_reader:
        writing.tell_readers(found, by)
    return made


def take_back_inside(
    by: Actor,
    about: Person,
    *,
    of: str,
    row: int,
    signed_by: tuple[int | None, str],
    signed_on: date,
    as_signed: str,
    because: str,
    version: int = 1,
) -> SignOffTakenBack:
    """Kept inside the act at hand, and whoever signed is told. `signed_by`: account, where it is known, and name.

    Raises Refused: no reason; one’s own signature, for somebody who does not correct records.
    """
    if wrong := rules.may_not_take_back(by, *signed_by):
        raise Refused(wrong)
    if needs_words(because):
        raise Refused("Say how it came to be signed by mistake.", field="because")
    made = SignOffTakenBack(
        person=about,
        of=of,
        row=row,
        version=version,
        signed_by_name=signed_by[1],
        signed_on=signed_on,
        as_signed=as_signed,
        because=because.strip(),
        taken_back_by_id=by.account_id,
        taken_back_by_name=by.name,
        taken_back_on=by.today,
    )
    made.save()
    if signed_by[0] != by.account_id:
        notify(signed_by[0], "sign_off_taken_back", about, _TOLD)
    return made
