"""An interpreter is never a child, a relative or a person of risk (design 7.4)."""

import pytest

from kith.access import acting_as
from kith.people.queries import close_to
from kith.people.rules import Close, never_interprets
from kith.visits.models import PlannedVisit
from tests.cast import TODAY
from tests.rows.test_who_they_are import posted, told_languages
from tests.visits.going import page, text

CLOSE = [
    Close(("Maya Okafor-Nowak",), "the child"),
    Close(("Gary Stone",), "somebody who may be a danger"),
    Close(("Rose Okafor", "Nan Rose"), "of the family"),
]


@pytest.mark.parametrize(
    ("who", "tie"),
    [
        ("Maya", "the child"),
        ("maya okafor nowak", "the child"),
        ("Gary Stone, a friend", "somebody who may be a danger"),
        ("Nan Rose", "of the family"),
        ("her older sister", "a relative"),
        ("Mum", "a relative"),
        ("", ""),
        ("Ewa Lis, of the language service", ""),
        ("Rose Adeyemi, booked", ""),
        ("Mother Tongue, by telephone", ""),
    ],
)
def test_a_name_is_met_whole_and_a_stranger_with_the_same_first_name_is_nobody_close(who, tie):
    assert never_interprets(who, CLOSE) == tie


def test_the_family_whoever_lives_there_and_whoever_may_be_a_danger_are_close(cast):
    with acting_as(cast.aisha):
        ties = {name: one.tie for one in close_to(cast.maya, TODAY) for name in one.names}
    assert ties[cast.maya.called] == "the child"
    assert ties[cast.people["kelly"].called] == "of the family"


def test_a_relative_who_was_to_interpret_is_refused_and_what_was_typed_is_kept(cast, browse):
    told_languages(cast, "pl", interpreter_needed=True)
    aisha = browse("aisha")
    who = cast.people["kelly"].called
    refused = aisha.post(page("plan-visit", cast.maya), posted(cast, interpreter=who))
    assert refused.status_code == 422
    assert f"{who} is of the family" in text(refused)
    assert not PlannedVisit.objects.filter(person=cast.maya).exists()


def test_twin_that_nobody_needs_to_interpret_is_kept_with_its_reason_and_so_is_a_visit_with_neither(cast, browse):
    told_languages(cast, "pl", first=True)
    aisha = browse("aisha")
    why = "Kelly and Maya both speak English with us."
    shown = text(aisha.post(page("plan-visit", cast.maya), posted(cast, no_interpreter_because=why), follow=True))
    assert f"No interpreter: {why}" in shown
    assert "is not written" not in shown
