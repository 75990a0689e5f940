"""Names, numbers, languages and who someone is: what is kept, what is refused, and in which words."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.directory.acts import restrict
from kith.people import acts, queries, rules
from kith.people.models import Identifier, Language, PersonName
from kith.record import Refused
from kith.record.models import Act
from tests.cast import TODAY
from tests.people.doing import account_of, year


def seal(cast, person, *named):
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.people[person],
            level="sealed",
            because="Adopted.",
            guardian=account_of(cast, "rowan"),
            review_on=TODAY + timedelta(days=90),
            named=[account_of(cast, name) for name in named],
        )


# -- names


def test_a_new_known_as_name_ends_the_one_before_and_heads_the_record(cast):
    with acting_as(cast.aisha):
        acts.give_name(by=cast.aisha, about=cast.maya, kind="known_as", given="Mai", family="Nowak")
        cast.maya.refresh_from_db()
        assert (cast.maya.called, cast.maya.sort_key) == ("Mai Nowak", "nowak mai")
        assert PersonName.objects.get(person=cast.maya, given="Maya").until_on == TODAY
        assert queries.find("nowak mai").people == [cast.maya]
        assert queries.find("okafor-nowak maya").people == [cast.maya]


def test_a_name_another_agency_has_is_kept_beside_with_its_year(cast):
    with acting_as(cast.aisha):
        acts.give_name(
            by=cast.aisha, about=cast.maya, kind="agency", given="Maja", used_by="St Anne's", from_on=year(2021)
        )
        assert cast.maya.called == "Maya Okafor-Nowak"
        [name] = [n for n in queries.known_by(cast.maya).names if n["kind"] == "agency"]
        assert (name["words"], name["used_by"], str(name["since"])) == ("Maja", "St Anne's", "2021")


def test_a_name_they_had_keeps_both_its_days_and_the_record_its_heading(cast):
    with acting_as(cast.aisha):
        acts.give_name(
            by=cast.aisha,
            about=cast.maya,
            kind="birth",
            given="Maja",
            family="Nowak",
            from_on=year(2017),
            until_on=date(2019, 6, 1),
        )
        [name] = [n for n in queries.known_by(cast.maya).names if n["kind"] == "birth"]
        assert (str(name["since"]), name["until"], name["words"]) == ("2017", date(2019, 6, 1), "Maja Nowak")
        assert cast.maya.called == "Maya Okafor-Nowak"


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"kind": "alias"}, "given"),
        ({"kind": "alias", "given": " "}, "given"),
        ({"kind": "agency", "given": "Maja"}, "used_by"),
        ({"kind": "alias", "given": "Mai", "from_on": year(2030)}, "from_on"),
        ({"kind": "previous", "given": "Mai", "until_on": TODAY + timedelta(days=1)}, "until_on"),
        ({"kind": "previous", "given": "Mai", "from_on": year(2020), "until_on": date(2019, 1, 1)}, "until_on"),
        ({"kind": "known_as", "given": "Mai", "until_on": TODAY}, "until_on"),
    ],
)
def test_a_name_is_refused_empty_without_its_agency_or_from_a_day_to_come(cast, details, field):
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        acts.give_name(by=cast.aisha, about=cast.maya, **details)
    assert refusal.value.field == field


def test_a_family_name_alone_is_kept(cast):
    with acting_as(cast.aisha):
        assert acts.give_name(by=cast.aisha, about=cast.maya, kind="birth", family="Okafor").given == ""


# -- numbers


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("nhs", "999 000 0018", "9990000018"),
        ("nhs", "999-000-0018", "9990000018"),
        ("upn", "h801200001001", "H801200001001"),
        ("la_child_id", "DfEX 0000001", "DfEX0000001"),
        ("home_office", "A 12/345", "A12/345"),
    ],
)
def test_a_number_is_kept_as_it_is_written_once(cast, kind, typed, kept):
    with acting_as(cast.aisha):
        made = acts.give_identifier(by=cast.aisha, about=cast.maya, kind=kind, value=typed)
        assert (made.value, made.fault) == (kept, "")
        assert queries.find(kept).people == [cast.maya]


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("nhs", "9990000019", "The ten digits do not fit together: at least one is mistyped."),
        ("nhs", "999000001", "An NHS number has 10 digits; this has 9."),
        ("upn", "A801200001001", "The check letter should be H, not A."),
        ("former_upn", "A801200001001", "The check letter should be H, not A."),
        ("la_child_id", "child_1", "A local id is letters and digits only."),
        ("nhs", "  ", "Write the number."),
    ],
)
def test_a_wrong_digit_is_a_clear_sentence_and_nothing_is_kept(cast, kind, value, words):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match=words):
            acts.give_identifier(by=cast.aisha, about=cast.maya, kind=kind, value=value)
        assert not Identifier.objects.exists()


def test_the_same_wrong_number_is_kept_as_it_came_and_marked(cast):
    with acting_as(cast.aisha):
        made = acts.give_identifier(
            by=cast.aisha, about=cast.maya, kind="nhs", value="9990000019", keep_as_it_came=True
        )
        assert made.fault.startswith("the ten digits do not fit together")


def test_one_neutral_sentence_whoever_holds_the_number_and_however_closed_their_record(cast):
    with acting_as(cast.aisha):
        acts.give_identifier(by=cast.aisha, about=cast.sam, kind="nhs", value="9990000018")
        with pytest.raises(Refused) as open_record:
            acts.give_identifier(by=cast.aisha, about=cast.maya, kind="nhs", value="9990000018")
    seal(cast, "sam")
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as sealed_record:
            acts.give_identifier(by=cast.aisha, about=cast.maya, kind="nhs", value="9990000018")
        assert str(sealed_record.value) == str(open_record.value)
        assert "Sam" not in str(sealed_record.value)
        # The transaction goes on: what came before the clash can still be saved.
        acts.give_identifier(by=cast.aisha, about=cast.maya, kind="nhs", value="9990000026")


def test_a_number_this_very_child_has_is_said_to_be_recorded_already(cast):
    with acting_as(cast.aisha):
        acts.give_identifier(by=cast.aisha, about=cast.maya, kind="nhs", value="9990000018")
        with pytest.raises(Refused, match="recorded for Maya Okafor-Nowak already"):
            acts.give_identifier(by=cast.aisha, about=cast.maya, kind="nhs", value="999 000 0018")


# -- who someone is


def test_a_birth_replaces_the_expectation_and_can_be_found_by_its_day(cast):
    with acting_as(cast.theo):
        unborn = acts.begin_record(by=cast.theo, family="Okafor", expected_on=TODAY)
        acts.describe_person(by=cast.theo, about=unborn, born=year(2026, "day"))
        assert (str(unborn.born_on), unborn.expected_on) == ("2026-01-01", None)
        assert queries.find("01/01/2026").people == [unborn]


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"born_on": TODAY + timedelta(days=1)}, "born"),
        ({"died_on": TODAY + timedelta(days=1)}, "died_on"),
        ({"died_on": TODAY.replace(year=2001)}, "died_on"),
        ({"disabilities": ["NONE", "LD"]}, "disabilities"),
    ],
)
def test_what_cannot_be_true_of_a_person_is_refused(cast, details, field):
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        acts.describe_person(by=cast.aisha, about=cast.maya, **details)
    assert refusal.value.field == field


def test_only_what_describes_a_person_is_described(cast):
    with acting_as(cast.aisha), pytest.raises(TypeError, match="called"):
        acts.describe_person(by=cast.aisha, about=cast.maya, called="Somebody else")


def test_each_part_of_who_someone_is_is_told_declined_or_not_asked(cast):
    states = {item: rules.asked_state(cast.maya, item) for item in rules.IDENTITY}
    assert set(states.values()) == {"not_asked"}
    with acting_as(cast.aisha):
        acts.describe_person(
            by=cast.aisha,
            about=cast.maya,
            religion_described="We go to Mass with Babcia",
            ethnicity="NOBT",
            disabilities=["NONE"],
            would_not_say=["gender"],
        )
    states = {item: rules.asked_state(cast.maya, item) for item in rules.IDENTITY}
    assert states == {"religion": "told", "ethnicity": "not_asked", "disability": "told", "gender": "declined"}
    cast.maya.ethnicity = "REFU"
    assert rules.asked_state(cast.maya, "ethnicity") == "declined"


# -- languages and how to reach them


def test_there_is_one_first_language_and_saying_it_again_changes_it(cast):
    with acting_as(cast.aisha):
        acts.add_language(by=cast.aisha, about=cast.maya, code="en", first=True)
        acts.add_language(by=cast.aisha, about=cast.maya, code="pl", first=True, interpreter_needed=True)
        acts.add_language(by=cast.aisha, about=cast.maya, code="en", note="At school")
        held = {row.code: (row.first, row.interpreter_needed) for row in Language.objects.filter(person=cast.maya)}
    assert held == {"en": (False, False), "pl": (True, True)}


def test_a_contact_point_is_refused_empty_and_kept_before_anyone_asked_whether_it_is_safe(cast):
    with acting_as(cast.aisha):
        with pytest.raises(Refused):
            acts.give_contact_point(by=cast.aisha, about=cast.maya, kind="phone", value=" ")
        assert acts.give_contact_point(by=cast.aisha, about=cast.maya, kind="phone", value="01632 960555").safe == (
            "not_asked"
        )


def test_the_log_never_quotes_a_number_a_name_or_a_religion(cast):
    with acting_as(cast.aisha):
        acts.give_identifier(by=cast.aisha, about=cast.maya, kind="nhs", value="9990000018")
        acts.give_name(by=cast.aisha, about=cast.maya, kind="alias", given="Mai")
        acts.describe_person(by=cast.aisha, about=cast.maya, religion="christian")
        said = " ".join(Act.objects.filter(person=cast.maya).values_list("said", flat=True))
    assert not [word for word in ("9990000018", "Mai ", "christian") if word in said]
