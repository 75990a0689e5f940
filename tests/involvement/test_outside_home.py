"""Places somebody worries about, and looks outside the home."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.directory.acts import restrict
from kith.directory.models import Account
from kith.involvement import acts, queries
from kith.involvement.models import Screening, WorryPlace
from kith.record import Refused
from tests.cast import TODAY
from tests.involvement.around import SCREENED, TOMORROW, linked, screened
from tests.standards.clockwork import by_limit


def sealed(cast):
    guardian = Account.objects.get(pk=cast.rowan.account_id)
    return {"level": "sealed", "because": "A court said so.", "guardian": guardian, "review_on": TOMORROW}


def test_a_place_is_held_once_and_each_young_persons_line_is_their_own(cast):
    link = linked(cast)
    other = linked(cast, about=cast.leo, place=link.place, why="Seen there on a bicycle that is not his.")
    with acting_as(cast.aisha):
        assert WorryPlace.objects.count() == 1
        assert [one.person for one in queries.others_at(link, {cast.leo.pk})] == [cast.leo]
        assert other.why != link.why
        acts.note_place(
            by=cast.aisha,
            about=cast.maya,
            link=link,
            owner=cast.staff["grace"],
            safer="Lights, and the youth bus on Fridays.",
            action="Ask the council to mend the lights.",
            act_by=TOMORROW,
        )
        assert queries.place_link(other.pk).place.owner_name == "Grace Adeyemi"
        assert acts.unlink_place(by=cast.aisha, about=cast.maya, link=link).ended_on == TODAY
        with pytest.raises(Refused, match="over already"):
            acts.unlink_place(by=cast.aisha, about=cast.maya, link=link)


def test_a_sealed_young_person_is_not_met_at_the_place_and_the_place_stays(cast):
    hidden = linked(cast, about=cast.leo)
    link = linked(cast, place=hidden.place, why="She waits there after school.")
    with acting_as(cast.system):
        restrict(by=cast.system, about=cast.leo, **sealed(cast))
    with acting_as(cast.sol):
        assert queries.others_at(link, set()) == []
        assert queries.place_link(link.pk).place.name == "The underpass by the mill"
        assert queries.place_link(hidden.pk) is None


def test_a_place_all_of_whose_young_people_are_sealed_is_not_there(cast):
    linked(cast)
    with acting_as(cast.system):
        restrict(by=cast.system, about=cast.maya, **sealed(cast))
    with acting_as(cast.sol):
        assert not queries.known_places().exists()


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"why": ""}, "why"),
        ({"name": ""}, "name"),
        ({"kind": ""}, "kind"),
        ({"kind": "moon"}, "kind"),
        ({"on": TOMORROW}, "on"),
    ],
)
def test_a_place_nobody_could_find_is_refused(cast, told, field):
    with pytest.raises(Refused) as refusal:
        linked(cast, **told)
    assert refusal.value.field == field


def test_a_child_is_linked_to_a_place_once_and_by_their_own_line(cast):
    link = linked(cast)
    with pytest.raises(Refused, match="already"):
        linked(cast, place=link.place)
    with acting_as(cast.aisha):
        for do, told in ((acts.note_place, {"safer": "Lights."}), (acts.unlink_place, {})):
            with pytest.raises(Refused, match="another child"):
                do(by=cast.aisha, about=cast.leo, link=link, **told)
        with pytest.raises(Refused, match="has not come"):
            acts.note_place(by=cast.aisha, about=cast.maya, link=link, done_on=TOMORROW)


def test_a_look_outside_the_home_holds_strengths_and_dangers_and_is_looked_at_again(cast):
    look = screened(cast)
    with acting_as(cast.aisha):
        assert look.review_on == TODAY + timedelta(weeks=12)
        assert acts.finish_screening(by=cast.aisha, about=cast.maya, screening=look).finished_by == "Aisha Khan"
        with pytest.raises(Refused, match="finished"):
            acts.screen_outside(by=cast.aisha, about=cast.maya, screening=look)
    assert by_limit(cast, cast.maya)["screening-again"].state == "running"


@pytest.mark.parametrize("missing", ["strengths", "child_words", "what_it_means"])
def test_7_5_a_look_is_not_finished_without_each_and_is_kept_all_the_same(cast, missing):
    look = screened(cast, **{missing: ""})
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        acts.finish_screening(by=cast.aisha, about=cast.maya, screening=look)
    assert refusal.value.field == missing
    with acting_as(cast.aisha):
        assert Screening.objects.get().signs == SCREENED["signs"]  # the twin
        acts.screen_outside(by=cast.aisha, about=cast.maya, screening=look, **SCREENED)
        assert acts.finish_screening(by=cast.aisha, about=cast.maya, screening=look).finished_on == TODAY


@pytest.mark.parametrize(("told", "field"), [({"dangers": ["moon"]}, "dangers"), ({"on": TOMORROW}, "on")])
def test_a_look_of_another_day_or_with_no_answer_of_ours_is_refused(cast, told, field):
    with pytest.raises(Refused) as refusal:
        screened(cast, **told)
    assert refusal.value.field == field
    look = screened(cast)
    with acting_as(cast.aisha), pytest.raises(Refused, match="another child"):
        acts.finish_screening(by=cast.aisha, about=cast.leo, screening=look)
