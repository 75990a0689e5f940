"""What is made of it together: written, given to those who were asked, signed by them; silence is no yes (N40)."""

import pytest
from django.db import ProgrammingError, transaction

from kith.access import acting_as
from kith.directory.acts import add_agency, begin_tie, restrict, welcome_partner
from kith.directory.models import Account, Agency, Notice
from kith.directory.queries import actor_for
from kith.involvement.acts import answer_request, ask_agencies, give_picture, sign_picture, write_picture
from kith.involvement.models import ContactLine, JointPicture, PictureView
from kith.involvement.queries import picture_given_to, pictures_given_to, pictures_of, requests_of, signed_before
from kith.involvement.rules import not_signed, ours_alone, stand
from kith.record import NotYours, Refused
from tests.cast import NOW, TODAY
from tests.involvement.reaching import CALLER, LEO, MAYA, NIA, child_of, decide, found, told, whole
from tests.visits.going import seal, the_log_will_not_be_written

TEXT = {
    "adds_up": "Hungry four weeks running, and two appointments missed.",
    "not_known": "Whether there is money for food.",
    "means": "She cannot learn while she is hungry.",
}


def health():
    return Agency.objects.get(kind="health")


def asked(cast, contact, *others):
    with acting_as(cast.theo):
        return ask_agencies(by=cast.theo, contact=contact, agencies=[health(), *others], question="Is she growing?")


def answered(cast, contact, by="priya"):
    (request,) = asked(cast, contact)
    with acting_as(cast.actors[by]):
        return answer_request(by=cast.actors[by], request=request, answer="held", words="Two missed.")


def write(cast, contact, place=1, by="theo", about=None, **given):
    actor, child = cast.actors[by], child_of(contact, place)
    given = {**TEXT, "agencies": [health()], **given}
    with acting_as(actor):
        return write_picture(by=actor, about=about, child=child, **given)


def view_of(picture):
    return PictureView.objects.get(picture=picture, agency=health())


def sign(cast, picture, by="priya", **given):
    actor, given_to = cast.actors[by], view_of(picture)
    with acting_as(actor):
        return sign_picture(by=actor, given=given_to, **{"view": "same", **given})


def standing(cast, contact, place=1):
    with acting_as(cast.theo):
        return stand(requests_of(contact), pictures_of(contact).get(child_of(contact, place).pk, []))


def another_worker(cast, agency):
    """Somebody of the agency who neither answered nor works with the child."""
    account = Account.objects.create_user("odd@example.test", "a quiet harbour at dusk", name="Odd", audience="partner")
    with acting_as(cast.system):
        welcome_partner(by=cast.system, account=account, name="Odd", job_title="Clerk", agency=agency)
    return actor_for(account, NOW)


def school(cast):
    with acting_as(cast.system):
        return add_agency(by=cast.system, name="St Anne's", kind="school")


def test_it_is_written_given_and_signed_by_the_agencys_own_worker(cast):
    contact = told(cast, NIA)
    answered(cast, contact)
    picture = write(cast, contact)
    assert (picture.number, picture.written_by_name) == (1, "Theo Rowe")
    assert Notice.objects.filter(account_id=cast.priya.account_id, kind="picture_given").count() == 1
    signed = sign(cast, picture)
    assert (signed.view, signed.signed_by_name, signed.about) == ("same", "Priya Nair", "Nia Bello, born 5 May 2019")
    (stands,) = standing(cast, contact)
    assert (stands.replied, stands.given, stands.signed, stands.differs) == (True, True, True, False)
    (notice,) = Notice.objects.filter(account_id=cast.theo.account_id, kind="picture_signed")
    assert "Nia" not in notice.sentence


def test_seen_differently_is_kept_in_their_words_beside_ours(cast):
    contact = told(cast, NIA)
    answered(cast, contact)
    sign(cast, write(cast, contact), view="differently", words="She is growing: it is the housing.")
    (stands,) = standing(cast, contact)
    assert stands.differs
    assert stands.view.words == "She is growing: it is the housing."
    assert JointPicture.objects.get().adds_up == TEXT["adds_up"]


def test_silence_is_neither_agreement_nor_nothing_held(cast):
    contact = told(cast, NIA)
    asked(cast, contact, school(cast))
    write(cast, contact)
    unsigned, never_given = standing(cast, contact)
    assert (unsigned.replied, unsigned.given, unsigned.signed) == (False, True, False)
    assert (never_given.replied, never_given.given, never_given.signed) == (False, False, False)
    assert not_signed([unsigned, never_given]) == ["Northcliff 0-19 Health", "St Anne's"]
    assert ours_alone([unsigned, never_given])


def test_written_anew_the_older_text_is_kept_and_whoever_signed_it_is_asked_again(cast):
    contact = told(cast, NIA)
    answered(cast, contact)
    first = write(cast, contact)
    sign(cast, first)
    second = write(cast, contact, adds_up="Hungry, and now alone at night.")
    first.refresh_from_db()
    assert (second.number, first.adds_up) == (2, TEXT["adds_up"])
    assert first.superseded_at
    (stands,) = standing(cast, contact)
    assert (stands.given, stands.signed, [one.picture_id for one in stands.older]) == (True, False, [first.pk])
    with acting_as(cast.priya):
        assert signed_before(view_of(second)).view == "same"
        assert [one.picture_id for one in pictures_given_to(health().pk)] == [second.pk, first.pk]


def test_a_text_that_was_written_anew_is_signed_no_more(cast):
    contact = told(cast, NIA)
    answered(cast, contact)
    first = write(cast, contact)
    write(cast, contact, adds_up="Hungry, and now alone at night.")
    with pytest.raises(Refused, match="written anew since"):
        sign(cast, first)
    assert view_of(first).signed_at is None


@pytest.mark.parametrize(
    ("given", "field"),
    [({"view": ""}, "view"), ({"view": "perhaps"}, "view"), ({"view": "differently", "words": " . "}, "words")],
)
def test_a_signature_says_something_and_nothing_is_kept_of_one_that_does_not(cast, given, field):
    contact = told(cast, NIA)
    answered(cast, contact)
    picture = write(cast, contact)
    with pytest.raises(Refused) as refusal:
        sign(cast, picture, **given)
    assert refusal.value.field == field
    assert view_of(picture).signed_at is None


def test_an_agency_signs_once(cast):
    contact = told(cast, NIA)
    answered(cast, contact)
    picture = write(cast, contact)
    sign(cast, picture)
    with pytest.raises(Refused, match="Priya Nair has signed this already"):
        sign(cast, picture, view="differently", words="On second thoughts, no.")


def test_nothing_written_and_nothing_new_are_refused(cast):
    contact = told(cast, NIA)
    with pytest.raises(Refused) as refusal:
        write(cast, contact, adds_up=" . ", agencies=[])
    assert refusal.value.field == "adds_up"
    write(cast, contact, agencies=[])
    with pytest.raises(Refused, match="stands already"):
        write(cast, contact, agencies=[])
    assert JointPicture.objects.count() == 1


def test_an_agency_that_was_not_asked_is_given_nothing(cast):
    contact = told(cast, NIA)
    with pytest.raises(Refused, match="was not asked") as refusal:
        write(cast, contact)
    assert refusal.value.field == "agencies"
    assert write(cast, contact, agencies=[]).number == 1


def test_who_told_us_in_confidence_goes_to_no_agency_and_the_text_may_stay_among_us(cast):
    contact = told(cast, NIA)
    answered(cast, contact)
    naming = "Marsha Lind says she is hungry."
    with pytest.raises(Refused, match="in confidence") as refusal:
        write(cast, contact, not_known=naming)
    assert refusal.value.field == "not_known"
    assert not JointPicture.objects.exists()
    kept = write(cast, contact, not_known=naming, agencies=[])
    with pytest.raises(Refused, match="in confidence"), acting_as(cast.theo):
        give_picture(by=cast.theo, about=None, picture=kept, agencies=[health()])
    assert not PictureView.objects.exists()


def test_whoever_told_us_openly_may_be_named(cast):
    contact = told(cast, NIA, teller={**CALLER, "in_confidence": False})
    answered(cast, contact)
    assert write(cast, contact, not_known="Marsha Lind rings again on Friday.").views.count() == 1


def test_an_address_kept_from_anybody_goes_to_no_agency(cast):
    contact = told(cast, MAYA)
    found(cast, contact, 1, cast.maya)
    answered(cast, contact)
    with pytest.raises(Refused, match="must not learn") as refusal:
        write(cast, contact, about=cast.maya, means="She is safe at 14 Larkspur Court.")
    assert refusal.value.field == "means"
    assert write(cast, contact, about=cast.maya, means="She is safe where she is.").number == 1


def test_a_text_that_stands_is_given_to_an_agency_asked_since(cast):
    contact = told(cast, NIA)
    picture = write(cast, contact, agencies=[])
    answered(cast, contact)
    with acting_as(cast.theo):
        (view,) = give_picture(by=cast.theo, about=None, picture=picture, agencies=[health()])
    assert view.picture_id == picture.pk
    sign(cast, picture)


def give(cast, picture, *agencies):
    with acting_as(cast.theo):
        return give_picture(by=cast.theo, about=None, picture=picture, agencies=agencies)


def test_it_is_given_to_somebody_once_and_never_an_older_text(cast):
    contact = told(cast, NIA)
    answered(cast, contact)
    first = write(cast, contact)
    for agencies, words in (
        ((), "at least one"),
        ((health(),), "has this text already"),
        ((school(cast),), "not asked"),
    ):
        with pytest.raises(Refused, match=words) as refusal:
            give(cast, first, *agencies)
        assert refusal.value.field == "agencies"
    write(cast, contact, adds_up="Hungry, and now alone at night.", agencies=[])
    first.refresh_from_db()
    with pytest.raises(Refused, match="written anew since"):
        give(cast, first, health())


@pytest.mark.parametrize("name", ["aisha", "sol", "priya", "kelly"])
def test_only_the_front_door_writes_and_gives(cast, name):
    contact = told(cast, NIA)
    answered(cast, contact)
    with pytest.raises(NotYours):
        write(cast, contact, by=name)
    picture = write(cast, contact, agencies=[])
    actor, agencies = cast.actors[name], [health()]
    with pytest.raises(NotYours), acting_as(actor):
        give_picture(by=actor, about=None, picture=picture, agencies=agencies)


@pytest.mark.parametrize(("name", "refused"), [("theo", Refused), ("aisha", NotYours), ("kelly", NotYours)])
def test_nobody_signs_for_an_agency(cast, name, refused):
    contact = told(cast, NIA)
    answered(cast, contact)
    picture = write(cast, contact)
    with pytest.raises(refused):
        sign(cast, picture, by=name)
    assert view_of(picture).signed_at is None


def test_of_an_agency_only_whoever_answered_or_works_with_the_child_reads_it(cast):
    contact = told(cast, MAYA)
    found(cast, contact, 1, cast.maya)
    answered(cast, contact)
    picture = write(cast, contact, about=cast.maya)
    odd = another_worker(cast, health())
    with acting_as(cast.priya):
        assert picture_given_to(health().pk, view_of(picture).pk)
    with acting_as(odd):
        assert not PictureView.objects.exists()
        assert not JointPicture.objects.exists()
    with acting_as(cast.system):
        account = Account.objects.get(pk=odd.account_id)
        begin_tie(by=cast.system, about=cast.maya, account=account, because="invited", may_write=True)
    with acting_as(odd):
        assert JointPicture.objects.get() == picture


def test_an_agency_reads_of_no_child_it_was_not_given_and_no_other_agencys_view(cast):
    contact = told(cast, MAYA, LEO)
    health_asked, _ = asked(cast, contact, school(cast))
    with acting_as(cast.priya):
        answer_request(by=cast.priya, request=health_asked, answer="held", words="Two missed.")
    saint_anne = Agency.objects.get(kind="school")
    ours = write(cast, contact, 1, agencies=[health(), saint_anne])
    write(cast, contact, 2, agencies=[saint_anne])
    write(cast, contact, 1, adds_up="Known to us alone so far.", agencies=[])
    with acting_as(cast.priya):
        assert [one.pk for one in JointPicture.objects.all()] == [ours.pk]
        assert {one.agency_id for one in PictureView.objects.all()} == {health().pk}
        assert pictures_given_to(saint_anne.pk) == []


@pytest.mark.parametrize("name", ["kelly", "tomek", "gary"])
def test_a_family_and_a_stranger_read_nothing_of_it(cast, name):
    contact = told(cast, MAYA)
    found(cast, contact, 1, cast.maya)
    write(cast, contact, about=cast.maya, agencies=[])
    for model in (JointPicture, PictureView):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            acting_as(cast.actors[name]),
        ):
            model.objects.exists()


def test_of_a_sealed_child_it_is_gone_for_everyone_but_those_let_in(cast):
    contact = told(cast, MAYA)
    found(cast, contact, 1, cast.maya)
    answered(cast, contact)
    write(cast, contact, about=cast.maya)
    seal(cast, cast.maya)
    for name in ("theo", "priya"):
        with acting_as(cast.actors[name]):
            assert not JointPicture.objects.exists()
            assert not PictureView.objects.exists()


def test_of_a_restricted_child_it_is_closed_to_staff_who_do_not_work_with_them(cast):
    contact = told(cast, MAYA)
    found(cast, contact, 1, cast.maya)
    write(cast, contact, about=cast.maya, agencies=[])
    with acting_as(cast.system):
        guardian = Account.objects.get(pk=cast.rowan.account_id)
        why = {"because": "Known to colleagues.", "guardian": guardian, "review_on": TODAY}
        restrict(by=cast.system, about=cast.maya, level="restricted", **why)
    with acting_as(cast.theo):
        assert not JointPicture.objects.exists()
    with acting_as(cast.grace):
        assert JointPicture.objects.exists()


def test_deciding_waits_for_no_signature_and_says_who_had_not_signed(cast):
    contact = told(cast, MAYA)
    found(cast, contact, 1, cast.maya)
    asked(cast, contact)
    write(cast, contact, about=cast.maya)
    decide(cast, contact, whole(child_of(contact), "existing_work"), about=[cast.maya])
    decision = ContactLine.objects.get(person=cast.maya).decision
    assert "together, text 1: not signed by Northcliff 0-19 Health." in decision.rests_on


def test_a_decision_says_who_signed_and_who_saw_it_differently(cast):
    contact = told(cast, MAYA)
    found(cast, contact, 1, cast.maya)
    answered(cast, contact)
    sign(cast, write(cast, contact, about=cast.maya), view="differently", words="She is growing.")
    decide(cast, contact, whole(child_of(contact), "existing_work"), about=[cast.maya])
    assert "seen differently by Northcliff 0-19 Health." in ContactLine.objects.get(person=cast.maya).decision.rests_on


@pytest.mark.parametrize("what", ["write", "give", "sign"])
def test_nothing_is_kept_when_the_log_cannot_be_written(cast, what):
    contact = told(cast, NIA)
    answered(cast, contact)
    picture = None if what == "write" else write(cast, contact, agencies=[] if what == "give" else [health()])
    before = JointPicture.objects.count(), PictureView.objects.count()
    with the_log_will_not_be_written("record_occasion"):
        if what == "write":
            write(cast, contact)
        elif what == "give":
            give(cast, picture, health())
        else:
            sign(cast, picture)
    assert (JointPicture.objects.count(), PictureView.objects.count()) == before
    assert not PictureView.objects.exclude(signed_at=None).exists()
