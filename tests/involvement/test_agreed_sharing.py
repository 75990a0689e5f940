"""Agreement to share: by whom, with whom, until when, taken back; and sharing without it (S0-13, S2-15, S2-30)."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from kith.access import acting_as
from kith.directory.models import Agency, Notice, PartnerWorker, Tie
from kith.involvement import acts, queries
from kith.involvement.models import ShareAgreed, SharedAnyway
from kith.involvement.rules import agreement_lacks
from kith.people import queries as people
from kith.plans.models import Step
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.sharing.acts import release_copy
from tests.cast import TODAY
from tests.plans import making
from tests.visits.going import the_log_will_not_be_written

HARM = "He was seen waiting for Sam at the nursery gate."
COPY = {"recipient": None, "kind": "overview", "text": "Sam walks now.", "who_else_sees": "Nobody else."}


def health():
    return Agency.objects.get(kind="health")


def agreed(cast, by="aisha", about=None, **given):
    actor = cast.actors[by]
    with acting_as(actor):
        told = {"who": "Kelly Okafor", "said": "yes", "what": "How he grows.", "why": "His plan.", **given}
        if not {"agency", "called"} & told.keys():
            told["agency"] = health()
        return acts.note_share_agreed(by=actor, about=about or cast.sam, **{"basis": "responsible", **told})


def taken_back(cast, row, **given):
    with acting_as(cast.aisha):
        return acts.withdraw_share(by=cast.aisha, about=row.person, agreed=row, **given)


def anyway(cast, by="aisha", **given):
    actor = cast.actors[by]
    with acting_as(actor):
        told = {"agency": health(), "reason": "significant_harm", "harm": HARM, **given}
        return acts.share_anyway(by=actor, about=cast.sam, **told)


def copied(cast, name="Northcliff 0-19 Health"):
    with acting_as(cast.aisha):
        return release_copy(by=cast.aisha, about=cast.sam, recipient_name=name, **COPY)


def stopped(cast, called="Northcliff 0-19 Health"):
    with acting_as(cast.aisha):
        return queries.shareable_of(cast.sam, TODAY).with_whom.get(called, "")


def test_s0_13_who_agreed_to_what_with_whom_and_until_when_is_kept(cast):
    row = agreed(cast, until_on=TODAY + timedelta(days=90), how="Signed at home.", person_who=cast.people["kelly"])
    assert (row.called, row.who, row.what) == ("Northcliff 0-19 Health", "Kelly Okafor", "How he grows.")
    assert not stopped(cast)
    assert copied(cast).pk


def test_s0_13_it_is_kept_however_little_is_known_and_says_what_is_missing(cast):
    row = agreed(cast, what="", why="", basis="")
    assert agreement_lacks(row) == ["what may be shared", "what it is for", "as whom they said so"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"who": " "}, "who"),
        ({"called": " "}, "called"),
        ({"said": "maybe"}, "said"),
        ({"basis": "neighbour"}, "basis"),
        ({"until_on": TODAY - timedelta(days=1)}, "until_on"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
    ],
)
def test_s0_13_what_cannot_be_read_is_refused(cast, given, field):
    with pytest.raises(Refused) as refusal:
        agreed(cast, **given)
    assert refusal.value.field == field
    with acting_as(cast.aisha):
        assert not ShareAgreed.objects.exists()


def test_s0_13_a_withdrawn_agreement_stops_new_shares_the_same_moment(cast):
    row = agreed(cast)
    taken_back(cast, row, words="Not after what was said.")
    assert "Kelly Okafor does not agree" in stopped(cast)
    for name in ("Northcliff 0-19 Health", "northcliff 0-19 health, Clinic B", "Priya Nair, health visitor"):
        with pytest.raises(Refused) as refusal:
            copied(cast, name)
        assert refusal.value.field == "recipient_name"
    assert copied(cast, "Nan Rose").pk, "nobody else is stopped"
    priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.sam)
        with pytest.raises(Refused) as refusal:
            making.step(cast.aisha, plan, owner=priya, owner_name="")
        assert refusal.value.field == "owner"
        assert not Step.objects.filter(person=cast.sam).exists()


def test_s0_13_a_protective_step_is_never_held_up(cast):
    taken_back(cast, agreed(cast))
    priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.sam)
        assert making.step(cast.aisha, plan, owner=priya, owner_name="", protective=True).pk


def test_s0_13_one_no_stops_it_whoever_else_said_yes_and_their_own_later_yes_lets_it(cast):
    agreed(cast)
    assert not stopped(cast)
    agreed(cast, who="Tomek Nowak", said="no")
    assert "Tomek Nowak does not agree" in stopped(cast)
    agreed(cast, who="tomek nowak")
    assert not stopped(cast)


def test_s0_13_one_that_ran_out_covers_nothing_new(cast):
    agreed(cast, on=TODAY - timedelta(days=9), until_on=TODAY - timedelta(days=1))
    assert "ran out" in stopped(cast)
    with pytest.raises(Refused, match="ran out"):
        copied(cast)
    agreed(cast)
    assert not stopped(cast)


def test_s0_13_nobody_asked_yet_stops_nothing(cast):
    assert copied(cast).pk


@pytest.mark.parametrize("what", ["another", "again", "before"])
def test_what_cannot_be_taken_back_is_refused(cast, what):
    row = agreed(cast)
    if what == "again":
        taken_back(cast, row)
    about, on = (cast.maya if what == "another" else cast.sam), TODAY - timedelta(days=1 if what == "before" else 0)
    with acting_as(cast.aisha), pytest.raises(Refused):
        acts.withdraw_share(by=cast.aisha, about=about, agreed=row, on=on)


def at_level(cast, level):
    with connection.cursor() as cursor:
        cursor.execute("reset role")
        cursor.execute("update involvement_spell set level = %s where person_id = %s", [level, cast.sam.pk])


def reads_sam(cast):
    with acting_as(cast.priya):
        return people.person_by_ref(cast.sam.ref) is not None


def test_s2_15_where_help_is_the_familys_to_choose_its_workers_no_longer_read_the_record(cast):
    at_level(cast, "early_help")
    row = agreed(cast)
    assert reads_sam(cast)
    taken_back(cast, row)
    assert not reads_sam(cast)
    with acting_as(cast.system):
        assert Tie.objects.get(person=cast.sam, account_id=cast.priya.account_id).ends_at is not None


def test_s2_15_work_to_keep_a_child_safe_goes_on_with_those_who_do_it(cast):
    taken_back(cast, agreed(cast))
    assert reads_sam(cast), "a child in need: nobody is sent away by one word"


def test_s2_30_shared_to_keep_a_child_safe_on_one_workers_word_and_a_manager_is_told(cast):
    taken_back(cast, agreed(cast))
    row = anyway(cast, what="The day he comes home.", tried="Kelly was rung twice.", told_family="Told by phone.")
    assert (row.authorise_by_on, row.authorised) == (TODAY + timedelta(days=1), None)
    with acting_as(cast.system):
        assert Notice.objects.filter(kind="shared_anyway", account_id=cast.grace.account_id).count() == 1
    assert copied(cast).pk
    with acting_as(cast.grace):
        assert acts.authorise_share(by=cast.grace, about=cast.sam, shared=row, right=True).authorised is True


def test_s2_30_convenience_is_refused_and_so_is_nothing_said_of_the_harm(cast):
    for given, field in (({"reason": "convenience"}, "reason"), ({"reason": ""}, "reason"), ({"harm": "."}, "harm")):
        with pytest.raises(Refused) as refusal:
            anyway(cast, **given)
        assert refusal.value.field == field
    with acting_as(cast.aisha):
        assert not SharedAnyway.objects.exists()


def test_s2_30_the_twin_what_was_shared_already_is_kept_whatever_is_missing_and_covers_nothing_new(cast):
    taken_back(cast, agreed(cast))
    row = anyway(cast, reason="", harm="", shared_already=True)
    with acting_as(cast.grace), pytest.raises(Refused, match="write down a lawful reason"):
        acts.authorise_share(by=cast.grace, about=cast.sam, shared=row, right=True)
    with pytest.raises(Refused):
        copied(cast)
    with acting_as(cast.aisha):
        more = {"reason": "crime", "harm": HARM, "what": "His name.", "tried": "Nothing else.", "told_family": "Later."}
        acts.add_to_anyway(by=cast.aisha, about=cast.sam, shared=row, **more)
    with acting_as(cast.grace):
        row.refresh_from_db()
        assert acts.authorise_share(by=cast.grace, about=cast.sam, shared=row, right=True).authorised


def test_s2_30_it_holds_for_its_own_day_and_not_once_a_manager_says_it_was_wrong(cast):
    taken_back(cast, agreed(cast, on=TODAY - timedelta(days=9)), on=TODAY - timedelta(days=5))
    row = anyway(cast, on=TODAY - timedelta(days=1))
    assert stopped(cast), "yesterday’s"
    row = anyway(cast)
    assert not stopped(cast)
    with acting_as(cast.grace):
        told = {"by": cast.grace, "about": cast.sam, "shared": row}
        with pytest.raises(Refused) as refusal:
            acts.authorise_share(**told, right=False)
        assert refusal.value.field == "words"
        acts.authorise_share(**told, right=False, words="Kelly could have been asked that morning.")
        with pytest.raises(Refused, match="already"):
            acts.authorise_share(**told, right=True)
        with pytest.raises(Refused, match="already"):
            acts.add_to_anyway(**told, harm="More.")
    assert stopped(cast)


def test_s2_30_nobody_says_of_their_own_that_it_was_right(cast):
    row = anyway(cast, by="grace")
    with acting_as(cast.grace), pytest.raises(Refused, match="You shared it"):
        acts.authorise_share(by=cast.grace, about=cast.sam, shared=row, right=False, words="It was not needed.")
    with acting_as(cast.aisha), pytest.raises(NotYours):
        acts.authorise_share(by=cast.aisha, about=cast.sam, shared=row, right=False, words="It was not needed.")


DOING = {
    "note_share_agreed": lambda told, rows: acts.note_share_agreed(
        **told, who="Kelly", said="yes", called="Hill School"
    ),
    "withdraw_share": lambda told, rows: acts.withdraw_share(**told, agreed=rows[0]),
    "share_anyway": lambda told, rows: acts.share_anyway(**told, called="Police", reason="crime", harm=HARM),
    "add_to_anyway": lambda told, rows: acts.add_to_anyway(**told, shared=rows[1], tried="Nothing else."),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    rows = agreed(cast), anyway(cast)
    before = [list(model.objects.order_by("pk").values()) for model in (ShareAgreed, SharedAnyway)]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name]({"by": cast.aisha, "about": cast.sam}, rows)
    assert before == [list(model.objects.order_by("pk").values()) for model in (ShareAgreed, SharedAnyway)]


@pytest.mark.parametrize("name", DOING)
def test_somebody_of_another_team_and_a_partner_may_not(cast, name):
    rows = agreed(cast), anyway(cast)
    with acting_as(cast.sol), pytest.raises(NotYours):
        DOING[name]({"by": cast.sol, "about": cast.sam}, rows)


def test_a_managers_answer_is_not_saved_when_the_log_cannot_be_written(cast):
    row = anyway(cast)
    with the_log_will_not_be_written(), acting_as(cast.grace):
        acts.authorise_share(by=cast.grace, about=cast.sam, shared=row, right=False, words="Not needed at all.")
    with acting_as(cast.grace):
        assert SharedAnyway.objects.get().authorised is None


def test_no_family_and_no_agency_reads_any_of_it_and_its_lines_are_for_staff_alone(cast):
    taken_back(cast, agreed(cast))
    anyway(cast)
    for name in ("kelly", "priya", "gary"):
        with acting_as(cast.actors[name]):
            for table in (ShareAgreed, SharedAnyway):
                with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                    table.objects.exists()
            assert not Act.objects.filter(name__in=[*DOING, "authorise_share"]).exists()
