"""Enquiries: kept as they grow, concluded when nothing is missing, and who is told."""

import pytest

from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import Enquiry
from kith.record import Refused
from kith.voice.queries import may_be_guided
from tests.cast import TODAY
from tests.involvement.caring import days_ago
from tests.involvement.protecting import agreed, concluded, discussed, found_out
from tests.standards.clockwork import by_limit


def test_e5_an_enquiry_is_concluded_with_what_was_found_and_somebody_else_reads_why(cast):
    enquiry = found_out(cast, discussed(cast).enquiry)
    done = concluded(cast, enquiry)
    assert (done.concluded_on, done.decision.kind, done.decision.state) == (TODAY, "enquiry", "proposed")
    with acting_as(cast.aisha):
        assert may_be_guided(cast.maya)
    assert by_limit(cast, cast.maya)["enquiry-outcome"].state == "met"
    with pytest.raises(Refused, match="concluded"):
        found_out(cast, done)


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"seen_on": None}, "when the child was seen"),
        ({"alone": ""}, "seen alone"),
        ({"alone": "prevented"}, "why the child was not seen alone"),
        ({"child_said": ""}, "what the child said"),
        ({"how": ""}, "who makes"),
        ({"checks": "."}, "who was asked"),
        ({"findings": ""}, "what was found"),
    ],
)
def test_s1_02_an_enquiry_is_not_concluded_while_something_is_missing_and_is_kept_as_it_is(cast, missing, words):
    enquiry = found_out(cast, discussed(cast).enquiry, **missing)
    with pytest.raises(Refused, match=words):
        concluded(cast, enquiry)
    assert Enquiry.objects.get().concluded_on is None
    assert Enquiry.objects.get().checks or Enquiry.objects.get().findings


def test_an_enquiry_is_concluded_with_an_outcome_and_reasons(cast):
    enquiry = found_out(cast, discussed(cast).enquiry)
    for given, field in (({"outcome": ""}, "outcome"), ({"reasons": "n/a"}, "reasons")):
        with pytest.raises(Refused) as refusal:
            concluded(cast, enquiry, **given)
        assert refusal.value.field == field


def test_a_child_who_could_not_be_seen_has_why_and_how_they_will_be(cast):
    why = "She is in hospital until Friday: Aisha sees her there on Friday at 10."
    enquiry = found_out(cast, discussed(cast).enquiry, seen_on=None, alone="", not_seen_because=why)
    assert concluded(cast, enquiry).concluded_on == TODAY


def test_without_a_conference_its_clock_runs_until_somebody_else_has_agreed(cast):
    enquiry = concluded(cast, found_out(cast, discussed(cast, on=days_ago(3)).enquiry), outcome="services")
    assert by_limit(cast, cast.maya)["strategy-to-conference"].state == "running"
    agreed(cast, enquiry.decision)
    assert "strategy-to-conference" not in by_limit(cast, cast.maya)


def test_telling_the_family_later_has_its_reason(cast):
    enquiry = discussed(cast).enquiry
    doing = {"by": cast.aisha, "about": cast.maya, "enquiry": enquiry}
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            acts.hold_back_enquiry(**doing, because="tbc")
        assert refusal.value.field == "because"
        with pytest.raises(Refused) as refusal:
            acts.tell_of_enquiry(**doing, who=" ")
        assert refusal.value.field == "who"
        assert acts.hold_back_enquiry(**doing, because="Police speak to him first, tomorrow at 8.")
        acts.tell_of_enquiry(**doing, who="Kelly")
        with pytest.raises(Refused, match="has been told"):
            acts.hold_back_enquiry(**doing, because="Police speak to him first, tomorrow at 8.")
