"""The same file again changes nothing; a newer one changes what the census changed, and nothing people did."""

from datetime import date, timedelta

import pytest
from django.db import connection

from kith.access import acting_as
from kith.assessment.models import Assessment
from kith.calendar import PartDate
from kith.involvement.acts import allocate, begin_work
from kith.involvement.models import ProtectionPlan, Spell
from kith.people.acts import begin_record, describe_person, give_identifier, give_name
from kith.people.models import Identifier, Person
from kith.plans.models import Plan
from kith.record.acting import ACTS, act
from kith.record.models import Act, Withdrawal
from kith.returns.models import CensusEntry, CensusImport
from tests.cast import NOW, TODAY
from tests.returns.cin.papers import CHARACTERISTICS, FILES, SHARED, census, child, needs_samples
from tests.returns.papers import OTHER_UPN, UPN, identified, person, referred

NEXT_YEAR = NOW + timedelta(days=200)
ROWS = (Person, Identifier, Spell, Assessment, Plan, ProtectionPlan, CensusEntry)
OPEN_PLAN = "<ChildProtectionPlans><CPPstartDate>2025-10-01</CPPstartDate>{}</ChildProtectionPlans>"
ASSESSED = "<Assessments><AssessmentActualStartDate>2025-09-02</AssessmentActualStartDate>{}</Assessments>"


def one(*, on: str = "2025-09-01", more: str = "", numbers: str = "", year: int = 2026) -> str:
    return census(child(identified("A1", numbers), referral=referred(on, more)), year=year)


def closed(on: str, reason: str = "RC7") -> str:
    return f"<CINclosureDate>{on}</CINclosureDate><ReasonForClosure>{reason}</ReasonForClosure>"


def everything() -> dict:
    return {model: list(model.objects.order_by("pk").values()) for model in ROWS}


@act("{by} changed a row of {about} for a test.")
def change_row(*, by, about, on, row, **columns):
    for column, value in columns.items():
        setattr(row, column, value)
    row.save()


@act("{by} took a row off {about} for a test.")
def withdraw_row(*, by, about, on, row):
    Withdrawal(person=about, row_table=row._meta.db_table, row_id=row.pk, because="Another child's.").save()


for made_for_tests in ("change_row", "withdraw_row"):
    ACTS.pop(made_for_tests)  # those who walk all of Kith's acts should not meet them


# -- the same file again


@pytest.mark.parametrize("name", ["tidy_2026.xml", "imperfect.xml", "layout_2021.xml"])
def test_the_same_file_again_changes_nothing(by, take, name):
    first = take(FILES / name)
    before = everything()
    again = take(FILES / name)
    assert again.counts == (0, 0, first.made.added)
    assert everything() == before
    assert not Act.objects.filter(occasion=again.made.occasion).exists()
    assert [f.reason for f in again.findings] == [f.reason for f in first.findings]


@needs_samples
@pytest.mark.parametrize("name", ["BAR_cin_2022.xml", "CIN2rows.xml", "CIN_Census_2024.xml"])
def test_the_same_sample_again_changes_nothing(by, take, name):
    first = take(SHARED / name)
    before = everything()
    assert take(SHARED / name).counts == (0, 0, first.made.added)
    assert everything() == before


def test_the_same_file_again_leaves_what_people_did_since(by, take):
    take(one())
    give_name(by=by, about=person("A1"), kind="known_as", given="Ada", family="Example")
    change_row(by=by, about=person("A1"), row=Spell.objects.get(), primary_need="N4")
    before = everything()
    again = take(one())
    assert again.counts == (0, 0, 1)
    assert again.about("A1") == take(one()).about("A1")
    assert everything() == before
    assert person("A1").called == "Ada Example"


# -- a newer file


def test_a_closed_referral_and_a_new_one_in_next_years_file(by, take):
    take(one())
    done = child(identified("A1"), referral=referred(more=closed("2026-06-30"), on="2025-09-01"))
    new = f"<CINdetails>{referred('2026-11-02')}</CINdetails></Child>"
    taken = take(census(done.replace("</Child>", new), year=2027), at=NEXT_YEAR)
    assert taken.counts == (0, 1, 0)
    first, second = Spell.objects.order_by("place_in_file")
    assert (first.closed_on, first.closure_reason, first.came_from) == (
        date(2026, 6, 30),
        "RC7",
        "the census of 2026",
    )
    assert (second.started_on, second.place_in_file, second.came_from) == (
        date(2026, 11, 2),
        2,
        "the census of 2027",
    )
    assert second.known_from == NEXT_YEAR.date()
    assert sorted(CensusEntry.objects.values_list("year", flat=True)) == [2026, 2027]


def test_a_change_is_a_line_of_the_import_and_the_row_before_it_is_kept(by, take):
    take(one())
    first = Spell.objects.get()
    taken = take(one(more=closed("2026-03-02")))
    changed = Spell.objects.get()
    assert changed.act == first.act
    assert changed.latest_act.occasion == taken.made.occasion
    assert changed.latest_act.said == "Kith recorded what the census of 2026 says about Name not held (A1)."
    with connection.cursor() as cursor:
        cursor.execute("select closed_on from involvement_spellevent where pgh_obj_id = %s order by pgh_id", [first.pk])
        assert cursor.fetchall() == [(None,), (date(2026, 3, 2),)]
    assert Act.objects.filter(occasion=taken.made.occasion).count() == 1


def test_an_unchanged_part_of_a_changed_child_keeps_its_latest_act(by, take):
    take(one(more=ASSESSED.format("")))
    before = Assessment.objects.get().latest_act
    take(one(more=closed("2026-03-02") + ASSESSED.format("")))
    assert Assessment.objects.get().latest_act == before


def test_a_stage_that_goes_on_is_changed_and_a_new_one_added_beside_it(by, take):
    take(one(more=ASSESSED.format("")))
    more = ASSESSED.format("<AssessmentAuthorisationDate>2025-11-03</AssessmentAuthorisationDate>")
    taken = take(one(more=more + "<CINPlanDates><CINPlanStartDate>2025-11-04</CINPlanStartDate></CINPlanDates>"))
    assert taken.counts == (0, 1, 0)
    assert Assessment.objects.get().authorised_on == date(2025, 11, 3)
    assert Plan.objects.get().started_on == date(2025, 11, 4)


def test_reviews_add_up_from_year_to_year_and_a_correction_within_the_year_replaces_them(by, take):
    def reviewed(*days):
        dates = "".join(f"<CPPreviewDate>{day}</CPPreviewDate>" for day in days)
        return OPEN_PLAN.format(f"<Reviews>{dates}</Reviews>")

    take(one(more=reviewed("2025-12-01", "2026-02-02")))
    take(one(more=reviewed("2025-12-02")))
    assert ProtectionPlan.objects.get().reviewed_on == [date(2025, 12, 2)]
    take(one(more=reviewed("2026-06-01"), year=2027), at=NEXT_YEAR)
    assert ProtectionPlan.objects.get().reviewed_on == [date(2025, 12, 2), date(2026, 6, 1)]


def test_the_level_of_help_follows_the_file(by, take):
    take(one(more=OPEN_PLAN.format("")))
    assert Spell.objects.get().level == "child_protection"
    take(one(more=OPEN_PLAN.format("<CPPendDate>2026-02-02</CPPendDate>")))
    assert Spell.objects.get().level == "child_in_need"


def test_a_new_upn_ends_the_old_one_and_why_there_was_none(by, take):
    take(one(numbers="<UPNunknown>UN1</UPNunknown>"))
    take(one(numbers=f"<UPN>{UPN}</UPN>"))
    take(one(numbers=f"<UPN>{OTHER_UPN}</UPN>"))
    held = Identifier.objects.filter(person=person("A1")).exclude(kind="la_child_id").order_by("pk")
    assert [(i.kind, i.value, i.until_on) for i in held] == [
        ("upn_unknown", "UN1", TODAY),
        ("upn", UPN, TODAY),
        ("upn", OTHER_UPN, None),
    ]


def test_a_birth_takes_the_place_of_an_expected_one(by, take):
    unborn = "<LAchildID>A1</LAchildID><ExpectedPersonBirthDate>2026-05-01</ExpectedPersonBirthDate><Sex>U</Sex>"
    take(census(child(unborn)))
    take(one())
    born = person("A1")
    assert (born.born_on, born.expected_on, born.sex) == (date(2023, 5, 1), None, "F")


def test_a_referral_missing_from_a_file_that_should_have_it_is_kept_and_said(by, take):
    two = child(identified("A1"), referral=referred("2025-06-02")).replace(
        "</Child>", f"<CINdetails>{referred('2026-01-05')}</CINdetails></Child>"
    )
    take(census(two))
    taken = take(one(on="2026-01-05"))
    said = "The referral of 2 June 2025 that came with the census of 2026 is not in this file. It was kept."
    assert said in taken.about("A1")
    assert taken.counts == (0, 0, 1)
    assert Spell.objects.count() == 2


def test_one_that_closed_before_the_year_is_not_missed(by, take):
    take(one(on="2024-06-03", more=closed("2024-12-02"), year=2025))
    taken = take(one(on="2025-09-01"))
    assert not any("is not in this file" in reason for reason in taken.about("A1"))
    assert Spell.objects.count() == 2


def test_a_child_missing_from_a_newer_file_stays_as_they_were(by, take):
    take(census(child(identified("A1")), child(identified("B1"))))
    assert take(one()).made.children == 1
    assert Spell.objects.filter(closed_on=None).count() == 2


# -- what people did


def test_what_a_person_changed_is_kept_and_the_difference_said(by, take):
    take(one())
    describe_person(by=by, about=person("A1"), ethnicity="MWBC")
    change_row(by=by, about=person("A1"), row=Spell.objects.get(), closed_on=TODAY, closure_reason="RC3")
    newer = child(identified("A1"), CHARACTERISTICS.replace("WBRI", "WIRT"), referred(more=closed("2026-10-01")))
    taken = take(census(newer, year=2027))
    assert taken.counts == (0, 0, 1)
    assert person("A1").ethnicity == "MWBC"
    assert (Spell.objects.get().closed_on, Spell.objects.get().closure_reason) == (TODAY, "RC3")
    said = taken.about("A1")
    assert "Ethnicity is WIRT in this file and MWBC here. What is here was kept." in said
    assert "CINclosureDate is 1 October 2026 in this file and 17 November 2026 here. What is here was kept." in said
    (lost,) = [finding for finding in taken.findings if finding.field == "Ethnicity" and not finding.value_kept]
    assert (lost.value, lost.line) == ("WIRT", 1)


def test_what_a_person_changed_and_the_census_did_not_is_left_in_peace(by, take):
    take(one())
    describe_person(by=by, about=person("A1"), ethnicity="MWBC")
    taken = take(one(more=closed("2026-03-02")))
    assert taken.counts == (0, 1, 0)
    assert person("A1").ethnicity == "MWBC"
    assert not any("MWBC" in reason for reason in taken.about("A1"))


def test_a_referral_a_person_gave_another_day_is_known_again(by, take):
    take(one())
    change_row(by=by, about=person("A1"), row=Spell.objects.get(), started_on=date(2025, 9, 3))
    taken = take(one(more=closed("2026-03-02")))
    assert taken.counts == (0, 1, 0)
    spell = Spell.objects.get()
    assert (spell.started_on, spell.closed_on) == (date(2025, 9, 3), date(2026, 3, 2))


def test_a_number_a_person_gave_is_kept_and_said(by, take):
    take(one())
    give_identifier(by=by, about=person("A1"), kind="upn", value=OTHER_UPN)
    taken = take(one(numbers=f"<UPN>{UPN}</UPN>"))
    assert Identifier.objects.get(kind="upn").value == OTHER_UPN
    assert f"UPN is {UPN} in this file and {OTHER_UPN} here. What is here was kept." in taken.about("A1")


def test_work_someone_leads_is_not_closed_by_a_file(cast, take):
    take(one())
    with acting_as(cast.system):
        allocate(by=cast.system, about=person("A1"), lead=cast.staff["aisha"])
        taken = take(one(more=closed("2026-10-01") + ASSESSED.format(""), year=2027))
        assert Spell.objects.get(person=person("A1")).closed_on is None
    said = "CINclosureDate is 1 October 2026, but someone leads this work here. It was left open: close it here."
    assert said in taken.about("A1")
    assert taken.counts == (0, 1, 0)


def test_a_row_taken_off_the_record_is_not_put_back(by, take):
    take(one(more=ASSESSED.format("")))
    withdraw_row(by=by, about=person("A1"), row=Assessment.objects.get())
    for more in (closed("2026-03-02"), closed("2026-03-03")):
        taken = take(one(more=more + ASSESSED.format("")))
        assert "This assessment was taken off the child's record here, so it was not put back." in taken.about("A1")
        assert Assessment.objects.count() == 1


def test_a_referral_taken_off_the_record_is_not_put_back_nor_anything_in_it(by, take):
    take(one(more=ASSESSED.format("")))
    withdraw_row(by=by, about=person("A1"), row=Spell.objects.get())
    for more in (closed("2026-03-02"), closed("2026-03-03") + OPEN_PLAN.format("")):
        assert take(one(more=more)).counts == (0, 0, 1)
    assert (Spell.objects.count(), Assessment.objects.count(), ProtectionPlan.objects.count()) == (1, 1, 0)


def test_a_child_whose_record_was_begun_here_is_known_by_the_id_someone_gave(cast, take):
    with acting_as(cast.system):
        give_identifier(by=cast.system, about=cast.maya, kind="la_child_id", value="A1")
    taken = take(one(on="2026-09-01", year=2027))
    with acting_as(cast.system):
        assert taken.counts == (0, 1, 0)
        maya = Person.objects.get(pk=cast.maya.pk)
        assert (maya.called, maya.born_on, maya.ethnicity) == ("Maya Okafor-Nowak", date(2017, 3, 4), "WBRI")
        spell = Spell.objects.get(person=maya)
        assert (spell.source, spell.no_further_action, spell.came_from) == ("2A", False, "")
    said = "PersonBirthDate is 1 May 2023 in this file and 4 March 2017 here. What is here was kept."
    assert said in taken.about("A1")


def test_and_by_the_reference_a_return_gave_out(by, take):
    begun = begin_record(by=by, given="Ada", family="Example", born=PartDate(date(2023, 5, 1), "day"))
    begin_work(by=by, about=begun, on=date(2026, 2, 2), level="child_in_need")
    ours = begun.ref.replace("-", "")
    taken = take(census(child(identified(ours), referral=referred("2026-03-02"))))
    assert taken.counts == (0, 1, 0)
    assert not Identifier.objects.exists()
    said = "This referral was added beside work begun here on 2 February 2026: see whether the two are one."
    assert said in taken.about(ours)


def test_two_ids_of_one_child_in_a_file_are_not_run_together(by, take):
    take(one())
    give_identifier(by=by, about=person("A1"), kind="la_child_id", value="A2")
    both = census(child(identified("A1")), child(identified("A2"), referral=referred("2026-01-05")))
    taken = take(both)
    assert taken.made.not_taken == 1
    assert any("another id of a child who was in the file already" in reason for reason in taken.about("A2"))
    assert Spell.objects.count() == 1


# -- an older file


def test_a_census_of_an_earlier_year_adds_its_work_and_turns_nothing_back(by, take):
    late = child(identified("A1"), referral=referred("2024-09-02", more=closed("2025-05-01")))
    take(census(late))
    older = child(identified("A1"), CHARACTERISTICS.replace("WBRI", "WIRT"), referred("2024-09-02")).replace(
        "</Child>", f"<CINdetails>{referred('2023-06-05', closed('2024-05-01'))}</CINdetails></Child>"
    )
    taken = take(census(older, year=2025))
    assert taken.counts == (0, 1, 0)
    assert person("A1").ethnicity == "WBRI"
    assert Spell.objects.get(started_on=date(2024, 9, 2)).closed_on == date(2025, 5, 1)
    assert Spell.objects.get(started_on=date(2023, 6, 5)).closed_on == date(2024, 5, 1)
    assert not any("kept" in reason for reason in taken.about("A1"))


def test_every_import_is_remembered(by, take):
    take(one())
    take(one())
    assert CensusImport.objects.count() == 2
