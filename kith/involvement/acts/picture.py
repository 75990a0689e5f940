"""What is made of it together: written here, given to the agencies that were asked, and signed by them (N40)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Audience, Right
from kith.decisions.acts import must_be_fit
from kith.directory.acts import notify
from kith.directory.models import Agency, PartnerWorker, Tie
from kith.involvement import rules
from kith.involvement.models import AgencyRequest, ContactChild, ContactLine, JointPicture, PictureView, Teller
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_GIVEN = "You are asked whether you see it as we do. Open it to read and sign."
_SIGNED = "An agency has said how it sees what was made of it together."
_TEXTS = ("adds_up", "not_known", "means")


def _written_about(person: Any, details: Any) -> str:
    return "{by} wrote what is made of it together" + (" about {about}." if person else ".")


def _given_about(person: Any, details: Any) -> str:
    return "{by} asked agencies to sign what is made of it together" + (" about {about}." if person else ".")


@act(_written_about, needs=Right.DECIDE_CONTACTS, staff_only=True, makes="involvement.JointPicture")
def write_picture(
    *,
    by: Actor,
    about: Person | None,
    on: date,
    child: ContactChild,
    adds_up: str,
    not_known: str = "",
    means: str = "",
    agencies: Sequence[Agency] = (),
) -> JointPicture:
    """What it adds up to, what we still do not know, what it means for the child; given to `agencies` to sign. A text
    that stands is kept as superseded, with whoever signed it. Kept with no agency chosen, whatever is in it.

    Raises Refused: nothing written, or nothing new; an agency that was not asked; words an agency must not read, in a
    text that is given to one.
    """
    said = {"adds_up": adds_up.strip(), "not_known": not_known.strip(), "means": means.strip()}
    if needs_words(adds_up):
        raise Refused("Write what it adds up to.", field="adds_up")
    before = JointPicture.objects.select_for_update().filter(child=child, superseded_at=None).first()
    if before and all(getattr(before, name) == words for name, words in said.items()):
        raise Refused("This is what stands already. Change it, or go back.", field="adds_up")
    asked = _asked(child, agencies)
    if asked:
        _must_be_fit(by, about, child, said)
    if before:
        before.superseded_at = by.now
        before.save()
    made = JointPicture(
        contact_id=child.contact_id,
        child=child,
        number=before.number + 1 if before else 1,
        written_by_id=by.account_id,
        written_by_name=by.name,
        written_at=by.now,
        **said,
    )
    made.save()
    _give(by, about, made, asked)
    return made


@act(_given_about, needs=Right.DECIDE_CONTACTS, staff_only=True, makes="involvement.PictureView")
def give_picture(
    *, by: Actor, about: Person | None, on: date, picture: JointPicture, agencies: Sequence[Agency]
) -> list[PictureView]:
    """To agencies that were asked since it was written. Raises Refused: none chosen, a text that was written anew, an
    agency that was not asked or has it already, words an agency must not read.
    """
    if not agencies:
        raise Refused("Choose at least one agency.", field="agencies")
    _must_stand(picture)
    has = picture.views.filter(agency__in=agencies).select_related("agency").first()
    if has:
        raise Refused(f"{has.agency.name} has this text already.", field="agencies")
    asked = _asked(picture.child, agencies)
    _must_be_fit(by, about, picture.child, {name: getattr(picture, name) for name in _TEXTS}, field="agencies")
    return _give(by, about, picture, asked)


@act(
    "{by} signed for an agency what is made of it together.",
    needs=Right.DECIDE_CONTACTS,
    tie=False,
    open_to=frozenset({Audience.PARTNER}),
    again=lambda given: given["given"],
)
def sign_picture(*, by: Actor, about: None, on: date, given: PictureView, view: str, words: str = "") -> PictureView:
    """By a worker of the agency itself, never for it: "this is how we see it too", or how else, kept in their words.

    Raises Refused: by one of us, no answer chosen, different without a word, signed already, a text written anew.
    """
    if by.audience != Audience.PARTNER:
        raise Refused("An agency signs for itself. Write what they told you into the text, and ask them to sign that.")
    pack = packs.pack_for(settings.PACK, on)
    if view not in dict(pack.choices("picture_view")):
        raise Refused("Choose how your agency sees it. Not to sign is never taken for a yes.", field="view")
    if view in pack.flagged("picture_view", "asks_why") and needs_words(words):
        raise Refused("Write what you see differently, and why.", field="words")
    _must_stand(JointPicture.objects.get(pk=given.picture_id))
    given = PictureView.objects.select_for_update().get(pk=given.pk)
    if given.signed_at:
        raise Refused(f"{given.signed_by_name} has signed this already. If it has changed, tell whoever wrote it.")
    given.view, given.words = view, words.strip()
    given.signed_by_id, given.signed_by_name, given.signed_at = by.account_id, by.name, by.now
    given.save()
    asker = AgencyRequest.objects.filter(pk=given.request_id).values_list("asked_by_id", flat=True)
    for account_id in {given.picture.written_by_id, *asker} - {None}:
        notify(account_id, "picture_signed", None, _SIGNED)
    return given


def _must_stand(picture: JointPicture) -> None:
    if picture.superseded_at:
        raise Refused("This text was written anew since. Read the newer one: it is the one to sign.")


def _asked(child: ContactChild, agencies: Sequence[Agency]) -> list[AgencyRequest]:
    """The question each of them was asked. Raises Refused for an agency that was not."""
    requests = AgencyRequest.objects.filter(contact=child.contact_id).select_related("agency")
    by_agency = {one.agency_id: one for one in rules.agencies_asked(requests)}
    if unasked := next((one for one in agencies if one.pk not in by_agency), None):
        raise Refused(f"{unasked.name} was not asked about this. Ask it first.", field="agencies")
    return [by_agency[one.pk] for one in agencies]


def _must_be_fit(by: Actor, about: Person | None, child: ContactChild, said: dict[str, str], field: str = "") -> None:
    """Agencies read it: who told us in confidence, and an address kept from anybody, are not in it (design 7.8, 7.9).
    Raises Refused.
    """
    lines = ContactLine.objects.filter(contact=child.contact_id).exclude(person=None).select_related("person")
    family = {one.person_id: one.person for one in lines if one.person} | ({about.pk: about} if about else {})
    teller = Teller.objects.filter(contact=child.contact_id, in_confidence=True).first()
    secret = [one for one in (teller.name, teller.reach) if len(one) > 2] if teller else []
    for name, words in said.items():
        for person in family.values():
            must_be_fit(words, person, None, by, field=field or name)
        if any(one.casefold() in words.casefold() for one in secret):
            raise Refused(
                "This names who told us, in confidence. Take it out, or keep the text among us: tick no agency.",
                field=field or name,
            )


def _give(by: Actor, about: Person | None, picture: JointPicture, asked: Iterable[AgencyRequest]) -> list[PictureView]:
    made = []
    child = picture.child
    for one in asked:
        view = PictureView(
            picture=picture,
            contact_id=picture.contact_id,
            child=child,
            agency_id=one.agency_id,
            request=one,
            about=f"{child.called}, born {child.born}" if child.born else child.called,
            given_at=by.now,
            given_by_name=by.name,
        )
        view.save()
        made.append(view)
        for account_id in _readers(by, about, one):
            notify(account_id, "picture_given", None, _GIVEN)
    return made


def _readers(by: Actor, about: Person | None, request: AgencyRequest) -> set[int]:
    """Whoever of the agency may read it: they answered, or they work with the child."""
    workers = set(PartnerWorker.objects.filter(agency=request.agency_id).values_list("account_id", flat=True))
    ties = Tie.objects.filter(person=about, account_id__in=workers, starts_at__lte=by.now)
    tied = {one.account_id for one in ties if one.ends_at is None or one.ends_at > by.now} if about else set()
    answered = AgencyRequest.objects.filter(contact=request.contact_id, agency=request.agency_id)
    return workers & (tied | set(answered.values_list("answered_by_id", flat=True)))
