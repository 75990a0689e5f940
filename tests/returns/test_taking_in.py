"""An authority's census becomes a caseload: every fact where later work will use it, nothing invented."""

import io
from datetime import date

import pytest
from django.db import connection, transaction

from kith.access import SYSTEM, acting_as
from kith.assessment.models import Assessment
from kith.directory.acts import restrict
from kith.directory.models import Account
from kith.involvement.models import Enquiry, LeadWorker, ProtectionPlan, Spell
from kith.involvement.queries import unallocated
from kith.people.acts import give_identifier
from kith.people.models import Identifier, Person, PersonName
from kith.people.queries import find
from kith.plans.models import Plan
from kith.record import NotYours, Refused
from kith.record.models import Act, Occasion
from kith.returns.acts import import_census
from kith.returns.acts.census import MOST_KEPT
from kith.returns.acts.numbers import SHARED
from kith.returns.models import CensusEntry, CensusImport
from kith.returns.rules import WENT_NO_FURTHER
from kith.standards.queries import board
from kith.visits.queries import standing_of
from tests.cast import NOW, TODAY
from tests.databases import owner
from tests.returns.cin.papers import FILES, census, child
from tests.returns.papers import UPN, identified, person, referred

TIDY = FILES / "tidy_2026.xml"


def test_a_child_comes_in_as_the_file_has_them_and_without_a_name(by, take):
    take(TIDY)
    first = person("TIDY001")
    assert (first.called, first.name_held, first.came_from) == ("Name not held (TIDY001)", False, "the census of 2026")
    assert (first.born_on, first.expected_on, first.died_on) == (date(2014, 6, 2), None, None)
    assert (first.sex, first.ethnicity, first.disabilities) == ("F", "WOTH", ["HEAR", "COMM"])
    assert person("TIDY002").expected_on == date(2026, 7, 15)
    assert not PersonName.objects.exists()
    assert not LeadWorker.objects.exists()


def test_numbers_come_in_as_they_are_with_what_is_wrong_beside_them(by, take):
    take(census(child(identified("odd_1", "<UPN>A123456789123</UPN><UPNunknown>UN3</UPNunknown>"))))
    held = dict(Identifier.objects.values_list("kind", "fault"))
    assert set(held) == {"la_child_id", "upn", "upn_unknown"}
    assert held["la_child_id"] == "a local id is letters and digits only"
    assert held["upn"] == "the check letter should be P, not A"
    assert held["upn_unknown"] == ""


def test_the_work_comes_in_with_everything_inside_it(by, take):
    take(TIDY)
    spell = Spell.objects.get(person=person("TIDY001"))
    assert (spell.started_on, spell.source, spell.primary_need) == (date(2025, 4, 8), "2A", "N1")
    assert (spell.no_further_action, spell.closed_on, spell.closure_reason) == (False, None, "")
    assert (spell.known_from, spell.came_from, spell.place_in_file) == (TODAY, "the census of 2026", 1)
    assessment = Assessment.objects.get(spell=spell)
    assert (assessment.started_on, assessment.internal_review_on) == (date(2025, 4, 9), date(2025, 4, 30))
    assert (assessment.authorised_on, assessment.factors) == (date(2025, 6, 4), ["3B", "17A"])
    assert Plan.objects.get(spell=spell).started_on == date(2026, 2, 12)
    enquiry = Enquiry.objects.get(spell=spell)
    assert (enquiry.started_on, enquiry.conference_target_on) == (date(2025, 4, 10), date(2025, 5, 6))
    assert (enquiry.conference_on, enquiry.conference_not_needed) == (date(2025, 5, 1), False)
    plan = ProtectionPlan.objects.get(spell=spell)
    assert (plan.started_on, plan.ended_on) == (date(2025, 5, 1), date(2026, 2, 11))
    assert (plan.first_category, plan.latest_category, plan.earlier_plans) == ("NEG", "EMO", 1)
    assert plan.reviewed_on == [date(2025, 7, 21), date(2026, 1, 14)]


def test_two_referrals_keep_the_order_of_the_file(by, take):
    take(TIDY)
    spells = Spell.objects.filter(person=person("TIDY003")).order_by("place_in_file")
    assert [(s.place_in_file, s.started_on) for s in spells] == [(1, date(2025, 5, 12)), (2, date(2026, 1, 19))]


@pytest.mark.parametrize(
    ("inside", "level"),
    [
        ("<ChildProtectionPlans><CPPstartDate>2025-10-01</CPPstartDate></ChildProtectionPlans>", "child_protection"),
        (
            "<ChildProtectionPlans><CPPstartDate>2025-10-01</CPPstartDate><CPPendDate>2026-01-05</CPPendDate>"
            "</ChildProtectionPlans>",
            "child_in_need",
        ),
        ("<CINPlanDates><CINPlanStartDate>2025-10-01</CINPlanStartDate></CINPlanDates>", "child_in_need"),
        ("", "child_in_need"),
    ],
)
def test_the_level_of_help_is_what_the_file_shows(by, take, inside, level):
    take(census(child(identified("A1"), referral=referred(more=inside))))
    assert Spell.objects.get().level == level


def test_a_referral_that_went_no_further_is_over_and_waits_for_nobody(by, take):
    take(census(child(identified("A1"), referral=referred(nfa="1"))))
    spell = Spell.objects.get()
    assert (spell.closed_on, spell.closure_reason) == (date(2025, 9, 1), WENT_NO_FURTHER)
    assert not unallocated().exists()


def test_one_marked_no_further_action_with_work_under_it_stays_open(by, take):
    inside = "<Assessments><AssessmentActualStartDate>2025-09-02</AssessmentActualStartDate></Assessments>"
    take(census(child(identified("A1"), referral=referred(more=inside, nfa="1"))))
    assert Spell.objects.get().closed_on is None


def test_what_the_file_does_not_say_is_not_made_up(by, take):
    take(census("<Child><ChildIdentifiers><LAchildID>BARE1</LAchildID></ChildIdentifiers><CINdetails/></Child>"))
    bare, spell = person("BARE1"), Spell.objects.get()
    assert (bare.sex, bare.ethnicity, bare.disabilities, bare.born_on) == ("", "", [], None)
    assert (spell.started_on, spell.source, spell.no_further_action, spell.closed_on) == (None, "", None, None)


def test_one_occasion_stands_for_the_import_and_each_child_has_a_line_of_it(by, take):
    made = take(TIDY).made
    occasion = Occasion.objects.get(name="take_in_census")
    assert (occasion, occasion.said) == (made.occasion, "Kith took in the census of 2026.")
    assert (occasion.happened_on, occasion.recorded_at) == (TODAY, NOW)
    lines = Act.objects.filter(occasion=occasion).order_by("pk")
    assert [line.said for line in lines] == [
        f"Kith recorded what the census of 2026 says about Name not held (TIDY00{n})." for n in (1, 2, 3)
    ]
    assert all(line.in_story for line in lines)
    for row in [*Person.objects.all(), *Spell.objects.all(), *Assessment.objects.all(), *Identifier.objects.all()]:
        assert row.act == row.latest_act == lines.get(person_id=row.person_id)


def test_the_import_says_what_the_file_was_and_what_came_of_it(by, take):
    made = take(TIDY).made
    kept = CensusImport.objects.get()
    assert kept == made
    assert (kept.year, kept.authority, kept.synthetic, kept.children) == (2026, "999", True, 3)
    assert (kept.added, kept.changed, kept.unchanged, kept.not_taken, kept.findings_in_all) == (3, 0, 0, 0, 0)
    assert kept.header["software_code"] == "Kith (synthetic)"
    assert kept.header["made_at"] == "2026-05-23T11:14:05"
    assert len(kept.digest) == 64
    assert CensusEntry.objects.filter(census_import=kept, year=2026).count() == 3


def test_children_are_found_by_each_number_and_the_day_they_were_born(cast, acting, take):
    take(TIDY)
    wanted = person("TIDY001")
    with acting("sol"):
        for text in ("TIDY001", "tidy001", UPN.lower(), "V00190011900A", "02/06/2014", wanted.ref):
            assert find(text).people == [wanted], text


def test_an_id_of_several_words_is_found_as_it_is_typed(cast, acting, take):
    take(census(child(identified("CH-12/7"))))
    with acting("sol"):
        assert [p.called for p in find("ch-12/7").people] == ["Name not held (CH-12/7)"]


def test_open_work_waits_on_the_managers_list_and_counts_against_nobody(cast, acting, take):
    take(TIDY)
    with acting("grace"):
        waiting = [spell.person.called for spell in unallocated()]
        counts = board(TODAY, [spell.person_id for spell in unallocated()])
    assert waiting == ["Name not held (TIDY001)", "Name not held (TIDY002)"]
    states = {state for per_state in counts.values() for state, n in per_state.items() if n}
    assert states <= {"not_yet", "not_applicable"}


def test_the_same_child_in_two_places_is_one_child_with_the_referrals_of_both(by, take):
    taken = take(
        census(
            child(identified("TWO1"), referral=referred("2025-05-01")),
            child(identified("ONE1")),
            child(identified("TWO1"), referral=referred("2025-11-03")),
        )
    )
    assert taken.counts == (2, 0, 0)
    spells = Spell.objects.filter(person=person("TWO1")).order_by("place_in_file")
    assert [spell.started_on for spell in spells] == [date(2025, 5, 1), date(2025, 11, 3)]
    assert any("the two are taken as one child" in reason for reason in taken.about("TWO1"))


def test_two_children_with_one_upn_both_come_in_and_the_second_is_marked(by, take):
    number = f"<UPN>{UPN}</UPN>"
    taken = take(census(child(identified("A1", number)), child(identified("B1", number))))
    assert taken.counts == (2, 0, 0)
    assert list(Identifier.objects.filter(kind="upn").order_by("pk").values_list("fault", flat=True)) == ["", SHARED]
    assert taken.about("B1") == [f"UPN {UPN}: {SHARED}. It was kept, and marked."]


def test_a_upn_somebody_here_has_already_is_kept_and_marked(cast, take):
    with acting_as(cast.system):
        give_identifier(by=cast.system, about=cast.maya, kind="upn", value=UPN)
    take(census(child(identified("A1", f"<UPN>{UPN}</UPN>"))))
    assert Identifier.objects.get(kind="upn", person=person("A1")).fault == SHARED


def test_a_child_without_an_id_is_not_taken_and_every_other_is(by, take):
    nameless = child("<PersonBirthDate>2023-05-01</PersonBirthDate><Sex>F</Sex>")
    taken = take(census(child(identified("A1")), nameless, child(identified("B1"))))
    assert taken.counts == (2, 0, 0)
    assert taken.made.not_taken == 1
    (lost,) = [finding for finding in taken.findings if not finding.value_kept]
    assert lost.field == "LAchildID"
    assert "2023-05-01" in lost.value


def test_what_is_wrong_is_said_with_its_line_child_and_field_and_kept_in_the_import(by, take):
    taken = take(FILES / "imperfect.xml")
    assert taken.made.findings_in_all == len(taken.findings) == len(taken.made.findings)
    said = {(finding.line, finding.child_id, finding.field) for finding in taken.findings}
    assert (8, "odd_1", "ICPCnotRequired") in said
    assert person("odd_1").born_on == date(2015, 5, 5)


def test_only_the_first_thousand_findings_are_kept_and_all_are_told(by, take):
    odd = "<Ethnicity>XXXX</Ethnicity>"
    taken = take(census(*(child(identified(f"N{n}"), odd) for n in range(MOST_KEPT + 20))))
    assert len(taken.made.findings) == MOST_KEPT
    assert taken.made.findings_in_all == len(taken.findings) > MOST_KEPT + 20


def test_a_sealed_child_is_known_again_and_stays_sealed(cast, acting, take):
    take(census(child(identified("SEAL1"))))
    sealed = person("SEAL1")
    with acting_as(cast.system):
        guardian = Account.objects.get(pk=cast.rowan.account_id)
        restrict(by=cast.system, about=sealed, level="sealed", because="An order.", guardian=guardian, review_on=TODAY)
    taken = take(census(child(identified("SEAL1"), referral=referred("2025-12-01"))))
    assert taken.counts == (0, 1, 0)
    with acting("sol"):
        assert not Person.objects.filter(pk=sealed.pk).exists()


def _may_read(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select has_table_privilege(current_user, %s, 'select')", [table])
        return cursor.fetchone()[0]


@pytest.mark.parametrize("name", ["sol", "grace", "priya", "kelly"])
def test_what_files_said_is_for_the_system_alone(cast, acting, name):
    with acting(name):
        tables = ("returns_censusentry", "returns_censusimport", "returns_censusreturn")
        assert not any(_may_read(table) for table in tables)


def test_nobody_without_the_right_takes_a_census_in(cast, acting):
    with acting("aisha") as aisha, pytest.raises(NotYours):
        import_census(by=aisha, file=io.BytesIO(TIDY.read_bytes()))


def test_each_batch_is_reported_as_it_is_done(by, take, monkeypatch):
    monkeypatch.setattr("kith.returns.acts.taking_in.AT_ONCE", 2)
    done = []
    take(TIDY, each=done.append)
    assert done == [2, 3]
    assert Spell.objects.count() == 4


def test_a_file_that_does_not_say_its_year_is_taken_when_someone_says_it(by, take):
    bare = f"<Message><Children>{child(identified('A1'))}</Children></Message>"
    with pytest.raises(Refused, match="does not say which year"):
        take(bare)
    assert take(bare, year=2025).made.year == 2025


@pytest.mark.parametrize("year", [1, 1999, 3026])
def test_a_year_there_was_no_census_of_is_refused(by, take, year):
    with pytest.raises(Refused, match="no such census"):
        take(census(child(), year=f"{year:04d}"))


def test_open_work_of_a_child_is_the_latest_referral(by, take):
    take(TIDY)
    assert standing_of(person("TIDY001")).spell.started_on == date(2025, 4, 8)


# -- all of it or nothing


def test_nothing_of_a_file_that_breaks_off_is_kept(by, take):
    whole = census(*(child(identified(f"N{n}")) for n in range(300)))
    with pytest.raises(Refused, match="not well-formed"):
        take(whole[: whole.index("N299")])
    assert not Person.objects.exists()
    assert not CensusImport.objects.exists()
    assert not Occasion.objects.filter(name="take_in_census").exists()


def test_nothing_is_kept_when_the_last_batch_cannot_be_written(by, take, monkeypatch):
    monkeypatch.setattr("kith.returns.acts.taking_in.AT_ONCE", 2)

    def cut_off(done: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take(TIDY, each=cut_off)
    assert not Person.objects.exists()
    assert not CensusImport.objects.exists()


@pytest.mark.parametrize("name", ["laughs.xml", "outside_definitions.xml", "outside_file.xml"])
def test_a_file_made_to_do_harm_is_refused_in_words(by, take, name):
    with pytest.raises(Refused, match="DOCTYPE"):
        take(FILES / name)
    assert not CensusImport.objects.exists()


# -- made-up and real people


def test_a_demo_takes_in_no_census_that_could_be_real(by, take, settings):
    settings.DEMO = True
    with pytest.raises(Refused, match="This is a demo"):
        take(census(child()))
    assert take(TIDY).made.synthetic


def test_a_database_with_the_demos_people_takes_in_no_real_census(by, take):
    Account.objects.create_user("aisha@demo.test", name="Aisha Khan", audience="staff")
    with pytest.raises(Refused, match="made-up people"):
        take(census(child()))
    assert not Person.objects.exists()


def test_a_database_with_a_synthetic_census_takes_in_no_real_one(by, take):
    take(TIDY)
    with pytest.raises(Refused, match="made-up people"):
        take(census(child()))


def test_a_database_with_real_children_takes_in_no_synthetic_census(by, take):
    take(census(child()))
    with pytest.raises(Refused, match="holds real children"):
        take(TIDY)


def test_another_authoritys_ids_are_not_taken_for_the_same_children(by, take):
    take(census(child(), source="<LEA>998</LEA>"))
    with pytest.raises(Refused, match="from authority 997, and those taken in before are from 998"):
        take(census(child(), source="<LEA>997</LEA>"))
    assert take(census(child(), source="<LEA>99</LEA>")).counts == (0, 0, 1)
    with pytest.raises(Refused, match="from authority 997"):
        take(census(child(), source="<LEA>997</LEA>"))
    assert take(census(child(), source="<LEA>997</LEA>"), another_authority=True).counts == (0, 0, 1)


def test_only_one_census_is_taken_in_at_a_time(own_database):
    with owner(own_database) as other, transaction.atomic(), acting_as(SYSTEM(NOW)) as system:
        other.execute("select pg_advisory_lock(7151006)")
        with pytest.raises(Refused, match="Another census"):
            import_census(by=system, file=io.BytesIO(TIDY.read_bytes()))
