"""How a family reaches whoever leads, in the worker’s own words, and what they agreed on working together (S4-28)."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from kith.access import acting_as
from kith.demo.pictures import face
from kith.involvement import acts, queries, rules
from kith.involvement.models import HowToReach, LeadWorker, WorkerPhoto, WorkingTerms
from kith.people.acts import say_not_safe_to_tell
from kith.people.models import Person
from kith.record import NotYours, Refused
from kith.standards.queries import panel
from tests.cast import TODAY
from tests.handing import child_actor
from tests.visits.going import page, text, the_log_will_not_be_written

FACE = face("black", "red")
HOURS, OUTSIDE = "Monday to Thursday, 9 to 5", "Ring the night team: 01632 960101. If somebody is in danger: 999."
TO_CHILD = "I am there after school. At night you can ring 0800 1111."


def said(cast, by="aisha", **given):
    actor = cast.actors[by]
    with acting_as(actor):
        return acts.say_how_to_reach(by=actor, **{"hours": HOURS, "outside": OUTSIDE, "to_child": TO_CHILD, **given})


def photo(cast, by="aisha", image=FACE):
    actor = cast.actors[by]
    with acting_as(actor):
        return acts.put_own_photo(by=actor, image=image)


def agreed(cast, **given):
    told = {"with_person": cast.people["kelly"], "how_often": "Every second Tuesday.", **given}
    with acting_as(cast.aisha):
        return acts.agree_terms(by=cast.aisha, about=cast.maya, **told)


def seen_by(actor):
    with acting_as(actor):
        return list(HowToReach.objects.values_list("hours", flat=True)), WorkerPhoto.objects.count()


def test_s4_28_a_family_and_the_child_read_it_of_their_own_lead_worker_and_of_nobody_else(cast):
    said(cast)
    photo(cast)
    said(cast, by="sol", hours="Fridays")
    photo(cast, by="sol")
    for name in ("kelly", "tomek"):
        assert seen_by(cast.actors[name]) == ([HOURS], 1)
    assert seen_by(child_actor(cast)) == ([HOURS], 1)
    assert seen_by(cast.gary) == ([], 0)
    assert sorted(seen_by(cast.theo)[0]) == ["Fridays", HOURS]
    with acting_as(cast.priya), pytest.raises(Exception, match="permission denied"), transaction.atomic():
        HowToReach.objects.exists()


def test_s4_28_with_the_work_the_right_to_read_it_ends(cast):
    said(cast)
    photo(cast)
    with acting_as(cast.grace):
        for child in ("maya", "leo", "sam"):
            acts.allocate(by=cast.grace, about=cast.people[child], lead=cast.staff["sol"])
    assert seen_by(cast.kelly) == ([], 0)


def test_nobody_writes_for_another_and_the_database_says_so_too(cast):
    said(cast)
    assert said(cast, by="sol").account_id == cast.sol.account_id
    with acting_as(cast.aisha):
        assert HowToReach.objects.get(account_id=cast.aisha.account_id).hours == HOURS
    theirs = "update involvement_howtoreach set hours = 'never' where account_id <> kith_account()"
    refused = pytest.raises(Exception, match="row-level security")
    with acting_as(cast.sol), connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute(theirs)
    for other in ("kelly", "priya"):
        with pytest.raises(NotYours):
            said(cast, by=other)
        with pytest.raises(NotYours):
            photo(cast, by=other)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ring my mobile, 07700 900123.", ["07700 900123"]),
        ("+44 7700 900 123 at any time", ["+44 7700 900 123"]),
        ("07700.900.123", ["07700.900.123"]),
        ("At work: 01632 960110, or +44 1632 960110.", []),
        ("Childline 0800 1111, the police 101 or 999", []),
        ("The helpline is 0808 800 5000", []),
        ("09.00-12.30 13.00-17.00", []),
        ("From 24.11.2026 I am back", []),
    ],
)
def test_s4_28_a_private_number_is_found_in_any_spelling_and_hours_are_none(words, found):
    assert rules.private_numbers(words, ["01632 960110"]) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Mine is 07700 900123\n07700 900456", ["07700 900123", "07700 900456"]),
        ("01632 960110 07700 900123", ["07700 900123"]),
        ("0800 1111 07700 900123 999", ["07700 900123"]),
        ("020 7946 0018 +44 7700 900123", ["020 7946 0018", "+44 7700 900123"]),
        ("0800 1111 01632 960110", []),
    ],
)
def test_s4_28_a_private_number_is_found_beside_another(words, found):
    assert rules.private_numbers(words, ["01632 960110"]) == found


@pytest.mark.parametrize("field", ["hours", "how", "outside", "to_child"])
def test_s4_28_a_private_number_is_refused_wherever_it_stands_and_nothing_is_kept(cast, field):
    with pytest.raises(Refused, match="07700 900123 is not a work number") as refusal:
        said(cast, **{field: "Ring 07700 900123."})
    assert refusal.value.field == field
    with acting_as(cast.system):
        assert not HowToReach.objects.exists()


@pytest.mark.parametrize("image", [b"<svg/>", FACE + bytes(3_000_000), b""])
def test_a_photo_is_a_picture_and_nothing_else(cast, image):
    with pytest.raises(Refused, match="cannot be used") as refusal:
        photo(cast, image=image)
    assert refusal.value.field == "image"
    with acting_as(cast.system):
        assert not WorkerPhoto.objects.exists()


def test_a_photo_is_never_asked_for_one_at_a_time_and_taken_away_by_the_worker_alone(cast):
    photo(cast)
    second = photo(cast, image=face("red", "blue"))
    with acting_as(cast.aisha):
        assert WorkerPhoto.objects.get(ended_on=None).pk == second.pk
        acts.take_away_own_photo(by=cast.aisha)
        assert queries.photo_of_worker(cast.aisha.account_id) is None
        with pytest.raises(Refused, match="No photo of you"):
            acts.take_away_own_photo(by=cast.aisha)
    assert seen_by(cast.kelly) == ([""], 0)
    assert seen_by(cast.theo)[1] == 0
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update involvement_workerphoto set ended_on = null")


def test_s4_28_terms_are_kept_in_the_familys_words_and_what_they_take_the_place_of_is_kept_too(cast):
    first = agreed(cast, on=TODAY - timedelta(30), how_to_say_no="I text you “not today”.")
    second = agreed(cast, how_often="Every week.", we_promise="We ring before we come.")
    with acting_as(cast.kelly):
        now, before = queries.terms_of(cast.maya)
        assert (now.pk, before.pk, before.superseded_on) == (second.pk, first.pk, TODAY)
        assert before.how_to_say_no == "I text you “not today”."
        assert now.lead.name == "Aisha Khan"


def test_terms_told_late_leave_what_stands_now(cast):
    agreed(cast)
    late = agreed(cast, on=TODAY - timedelta(9), how_often="Mondays, at first.")
    assert late.superseded_on == TODAY
    with acting_as(cast.aisha):
        assert WorkingTerms.objects.get(superseded_on=None).how_often == "Every second Tuesday."


def test_terms_with_somebody_who_has_another_name_now_take_the_place_of_those_before(cast):
    first = agreed(cast)
    with acting_as(cast.aisha):
        renamed = Person.objects.get(pk=cast.people["kelly"].pk)
    renamed.called = "Kelly Rose"
    second = agreed(cast, with_person=renamed, how_often="Every week.")
    with acting_as(cast.aisha):
        assert [one.pk for one in queries.terms_of(cast.maya)] == [second.pk, first.pk]


@pytest.mark.parametrize(
    ("given", "words", "field"),
    [
        ({"how_often": " "}, "What you agreed|Write what you agreed", "how_often"),
        ({"on": TODAY + timedelta(1)}, "not come yet", "on"),
    ],
)
def test_terms_of_nothing_and_of_a_day_to_come_are_refused(cast, given, words, field):
    with pytest.raises(Refused, match=words) as refusal:
        agreed(cast, **given)
    assert refusal.value.field == field
    with acting_as(cast.system):
        assert not WorkingTerms.objects.exists()


def test_s4_28_each_of_a_family_reads_what_they_agreed_themselves_and_no_address_that_is_kept_from_them(cast):
    agreed(cast)
    agreed(cast, with_person=cast.people["tomek"], how_often="By letter, never by phone.")
    agreed(cast, with_person=None, with_whom="Nan", how_often="When she is in town.")
    for name, words in (("kelly", "Every second Tuesday."), ("tomek", "By letter, never by phone.")):
        with acting_as(cast.actors[name]):
            assert WorkingTerms.objects.get().how_often == words
    with acting_as(cast.gary):
        assert not WorkingTerms.objects.exists()
    for nobody in (cast.priya, child_actor(cast)):
        with acting_as(nobody), pytest.raises(Exception, match="permission denied"), transaction.atomic():
            WorkingTerms.objects.exists()
    kept = agreed(cast, with_person=cast.people["gary"], how_often="Never at 14 Larkspur Court.")
    assert kept.kept_back
    with acting_as(cast.system):
        assert not WorkingTerms.objects.get(with_person=cast.people["kelly"]).kept_back


def test_whoever_it_is_not_safe_to_tell_reads_none_of_it(cast):
    agreed(cast)
    with acting_as(cast.aisha):
        say_not_safe_to_tell(
            by=cast.aisha,
            about=cast.maya,
            person=cast.people["kelly"],
            reason="risk_to_other",
            because="Her post is read by somebody who hurt her.",
            decided_by="Grace Adeyemi",
        )
    with acting_as(cast.kelly):
        assert not WorkingTerms.objects.exists()


@pytest.mark.parametrize(
    "do",
    [said, photo, agreed, lambda cast: take_away(cast)],
    ids=["said", "photo", "agreed", "taken away"],
)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, do):
    photo(cast)
    with acting_as(cast.system):
        was = [list(model.objects.order_by("pk").values()) for model in (HowToReach, WorkerPhoto, WorkingTerms)]
    with the_log_will_not_be_written("record_occasion"):
        do(cast)
    with acting_as(cast.system):
        now = [list(model.objects.order_by("pk").values()) for model in (HowToReach, WorkerPhoto, WorkingTerms)]
        assert now == was


def take_away(cast):
    with acting_as(cast.aisha):
        acts.take_away_own_photo(by=cast.aisha)


def handed(cast, **steps):
    with acting_as(cast.grace):
        lead = acts.allocate(by=cast.grace, about=cast.maya, on=TODAY - timedelta(2), lead=cast.staff["sol"])
        return acts.note_handover(by=cast.grace, about=cast.maya, lead=lead, **steps)


def test_s4_28_a_handover_says_whether_the_terms_were_gone_through_again_and_the_letter_has_left(cast, browse):
    agreed(cast)
    handed(cast)
    sol, pack = browse("sol"), page("handover-pack", cast.maya)
    shown = text(sol.get(pack))
    for words in ("Every second Tuesday.", "Not gone through again yet", "has not left yet"):
        assert words in shown
    path = page("child-print", cast.maya, "lead")
    letter = sol.get(path).context["form"].initial["text"]
    sent = {"text": letter, "recipient": cast.people["kelly"].ref, "who_else_sees": "Nobody but the children."}
    assert sol.post(path, sent).status_code == 303
    with acting_as(cast.grace):
        lead = LeadWorker.objects.get(person=cast.maya, until_on=None)
        with pytest.raises(Refused, match="not come yet") as refusal:
            acts.note_handover(by=cast.grace, about=cast.maya, lead=lead, terms_again_on=TODAY + timedelta(1))
        assert refusal.value.field == "terms_again_on"
        acts.note_handover(by=cast.grace, about=cast.maya, lead=lead, terms_again_on=TODAY)
    shown = text(sol.get(pack))
    assert "Gone through again on" in shown
    assert "who leads left on" in shown


def test_s4_28_the_change_letter_says_when_the_new_worker_is_there_and_what_to_do_at_other_times(cast, browse):
    said(cast, by="sol", how="A text is best.")
    handed(cast)
    letter = browse("sol").get(page("child-print", cast.maya, "lead")).context["form"].initial["text"]
    for words in (f"When Sol Marsh is there: {HOURS}", "A text is best.", f"At other times: {OUTSIDE}"):
        assert words in letter


def test_s4_28_what_a_worker_says_of_themselves_stands_on_the_familys_pages_with_their_face(cast, browse):
    aisha, mine = browse("aisha"), reverse("reach-me")
    assert mine in text(aisha.get(reverse("today")))
    assert "01632 960110" in text(aisha.get(mine))
    bad = aisha.post(mine, {"hours": HOURS, "outside": "07700 900123"})
    assert bad.status_code == 422
    assert HOURS in text(bad)
    assert aisha.post(mine, {"hours": HOURS, "outside": OUTSIDE, "to_child": TO_CHILD}).status_code == 303
    assert browse("kelly").get(page("lead-photo", cast.maya)).status_code == 404
    sent = {"image": SimpleUploadedFile("me.png", FACE, "image/png")}
    assert aisha.post(reverse("put-own-photo"), sent).status_code == 303
    for path in (reverse("my-page"), page("my-told", cast.maya)):
        shown = text(browse("kelly").get(path))
        for words in (HOURS, OUTSIDE, 'alt="Aisha Khan"'):
            assert shown.count(words) == 1, (path, words)  # of three children the same worker leads, too
    picture = browse("kelly").get(page("lead-photo", cast.maya))
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")
    assert aisha.get(reverse("own-photo")).status_code == 200
    assert browse("sol").get(reverse("own-photo")).status_code == 404
    assert browse("gary").get(page("lead-photo", cast.maya)).status_code == 404
    assert aisha.post(reverse("take-away-photo")).status_code == 303
    assert browse("kelly").get(page("lead-photo", cast.maya)).status_code == 404
    assert aisha.post(reverse("take-away-photo")).status_code == 404


def test_s4_28_terms_are_agreed_on_a_page_and_read_on_the_familys_own(cast, browse):
    aisha, path = browse("aisha"), page("agree-terms", cast.maya)
    assert aisha.post(path, {"how_often": ""}).status_code == 422
    day = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
    sent = {**day, "with_person": cast.people["kelly"].ref, "how_to_say_no": "I say it on the phone."}
    assert aisha.post(path, sent).status_code == 303
    assert "I say it on the phone." in text(aisha.get(path))
    assert "I say it on the phone." in text(browse("kelly").get(page("my-told", cast.maya)))
    assert "I say it on the phone." not in text(browse("tomek").get(page("my-told", cast.maya)))
    assert browse("sol").get(path).status_code == 302


def nobody_leads(cast, since):
    with connection.cursor() as cursor:
        cursor.execute("update involvement_leadworker set until_on = %s where person_id = %s", [since, cast.sam.pk])


def stands(cast):
    with acting_as(cast.aisha):
        return next(row for row in panel(cast.sam, cast.aisha) if row.id == "lead-worker").state


@pytest.mark.parametrize(("days", "state"), [(1, "due"), (4, "due"), (5, "missed")])
def test_s4_28_two_agencies_work_and_nobody_leads_is_late_on_the_list_after_two_working_days(cast, browse, days, state):
    """17 November 2026 is a Tuesday: four days back is Friday, two working days ago; five is Thursday."""
    with acting_as(cast.grace):
        assert queries.unallocated().count() == 0  # the report of gaps is empty
    nobody_leads(cast, TODAY - timedelta(days))
    assert stands(cast) == state  # Priya of another agency works with Sam, too
    with acting_as(cast.grace):
        assert [spell.person for spell in queries.unallocated()] == [cast.sam]
    assert cast.sam.called in text(browse("grace").get(reverse("team")))
    with acting_as(cast.grace):
        acts.allocate(by=cast.grace, about=cast.sam, lead=cast.staff["sol"])
        assert queries.unallocated().count() == 0
    assert stands(cast) == "met"


def test_s4_28_two_lead_workers_at_once_are_impossible(cast):
    with (
        pytest.raises(IntegrityError, match="two lead workers at once"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "insert into involvement_leadworker (person_id, act_id, latest_act_id, spell_id, account_id, name, phone,"
            " from_on, reason_ended, over_cap_because, carried_on, takes_over) select person_id, act_id, latest_act_id,"
            " spell_id, %s, 'Sol', '', from_on, '', '', '', false from involvement_leadworker where person_id = %s",
            [cast.sol.account_id, cast.maya.pk],
        )
