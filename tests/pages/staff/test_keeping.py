"""Screens that keep children safe from someone: noting, following, acting, being away (S2-06, N13)."""

import pytest

from kith.access import acting_as
from kith.involvement.jobs import find_exposures
from kith.involvement.models import Exposure
from kith.people.acts import move_home
from kith.people.models import ContactArrangement, RiskFlag
from tests.cast import TODAY
from tests.people.doing import a_risk
from tests.visits.going import page, text
from tests.voice.hearing import heard


@pytest.fixture
def gary_moves_in(cast):
    """Gary, noted as a danger, now lives with the children; the system has looked."""
    with acting_as(cast.aisha):
        flag = a_risk(cast, cast.aisha)
    with acting_as(cast.system):
        move_home(by=cast.system, about=[cast.people["gary"]], address=cast.home, on=TODAY)
        find_exposures(by=cast.system, key="")
    return flag


def day(name, on=TODAY):
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def test_a_danger_is_noted_from_the_family_page(cast, browse):
    aisha = browse("aisha")
    assert "Note someone" in text(aisha.get(page("child-family", cast.maya)))
    answer = aisha.post(
        page("note-risk", cast.maya),
        {
            "who": cast.people["tomek"].ref,
            "kind": "violence",
            "needs_to_know": "Fights when drunk.",
            "source": "Police",
            "certainty": "likely",
            "told": "no",
            "not_told_because": "It would put Kelly in danger.",
            **day("review_on"),
        },
    )
    assert answer.status_code == 303
    with acting_as(cast.aisha):
        assert RiskFlag.objects.get().not_told_because == "It would put Kelly in danger."
    assert "Fights when drunk." in text(aisha.get(page("child-family", cast.maya)))


def test_a_note_half_written_keeps_its_words(cast, browse):
    answer = browse("aisha").post(page("note-risk", cast.maya), {"needs_to_know": "Fights when drunk."})
    assert answer.status_code == 422
    assert "Fights when drunk." in text(answer)


def test_someone_close_stands_at_the_top_of_every_page_until_and_after_it_is_acted_on(cast, browse, gary_moves_in):
    aisha = browse("aisha")
    shown = text(aisha.get(page("child-voice", cast.maya)))
    assert "Gary Stone lives in the same home" in shown
    assert "nobody has acted on it yet; Aisha Khan has been told" in shown
    assert "Close to a child" in text(aisha.get("/today/"))
    with acting_as(cast.aisha):
        pk = Exposure.objects.get(person=cast.maya).pk
    path = page("take-up-exposure", cast.maya, pk)
    assert browse("sol").get(path).url == page("child", cast.maya)  # the minimum view, and a reason first
    assert aisha.post(path, {"action": "seen"}).status_code == 422
    done = {"action": "safe_now", "what_was_done": "Gary has left; Nan is staying."}
    assert aisha.post(path, done).status_code == 303
    assert "Aisha Khan has acted on it" in text(aisha.get(page("child", cast.maya)))
    assert "Gary has left; Nan is staying." in text(aisha.get(path))


def test_a_sibling_does_not_lend_its_page(cast, browse, gary_moves_in):
    with acting_as(cast.aisha):
        pk = Exposure.objects.get(person=cast.leo).pk
    assert browse("aisha").get(page("take-up-exposure", cast.maya, pk)).status_code == 404


def test_the_manager_sees_what_nobody_has_acted_on_and_what_to_look_at_again(cast, browse, gary_moves_in):
    with acting_as(cast.system):
        from kith.people.acts import look_at_risk_again

        look_at_risk_again(
            by=cast.system, about=cast.maya, flag=gary_moves_in, still=True, review_on=TODAY.replace(day=1)
        )
    shown = text(browse("grace").get("/team/"))
    assert shown.count("Gary Stone lives in the same home") == 3
    assert "Dangers to look at again" in shown


def test_someone_whose_record_is_closed_to_the_reader_stays_unnamed(cast, browse, gary_moves_in):
    from kith.directory.acts import restrict
    from kith.directory.models import Account

    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.people["gary"],
            level="restricted",
            because="A witness.",
            guardian=Account.objects.get(pk=cast.rowan.account_id),
            review_on=TODAY,
        )
    shown = text(browse("aisha").get(page("child", cast.maya)))
    assert "Gary" not in shown
    assert "Someone whose record is not open to you lives in the same home" in shown


def test_a_danger_is_looked_at_again_and_ended_with_a_reason(cast, browse, gary_moves_in):
    aisha, path = browse("aisha"), page("look-at-risk", cast.maya, gary_moves_in.pk)
    assert "Violence or control at home" in text(aisha.get(path))
    assert aisha.post(path, {"still": "no"}).status_code == 422
    assert aisha.post(path, {"still": "no", "because": "Mistaken for another man."}).status_code == 303
    assert aisha.get(path).status_code == 404


def test_how_a_child_sees_someone_is_written_down(cast, browse):
    aisha = browse("aisha")
    answer = aisha.post(
        page("arrange-contact", cast.maya),
        {"who": cast.people["tomek"].ref, "way": "supervised", "supervised_by": "Nan", "basis": "agreed", **day("on")},
    )
    assert answer.status_code == 303
    with acting_as(cast.aisha):
        assert ContactArrangement.objects.get().supervised_by == "Nan"
    assert "Time together, watched over" in text(aisha.get(page("child-family", cast.maya)))


def test_an_arrangement_rests_on_the_childs_words_and_the_one_before_is_kept(cast, browse):
    aisha = browse("aisha")
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, "Pushed the photo of the flat away.", way="behaviour")
    path, told = page("arrange-contact", cast.maya), {"who": cast.people["tomek"].ref, "basis": "family", **day("on")}
    assert aisha.post(path, {**told, "way": "together", "how_often": "Saturdays at the flat"}).status_code == 303
    asked = text(aisha.get(f"{path}?said={words.pk}"))
    assert f'value="{words.pk}" checked' in " ".join(asked.split())
    assert aisha.post(path, {**told, "way": "supported", "quotes": [words.pk]}).status_code == 303
    shown = text(aisha.get(page("child-family", cast.maya)))
    now, _, before = shown.partition("How it was before")
    assert "Time together, with help" in now
    assert "Pushed the photo of the flat away." in now
    assert "Saturdays at the flat" in before


def test_a_manager_writes_down_that_someone_is_away(cast, browse):
    grace = browse("grace")
    staff = cast.staff
    given = {"worker": staff["aisha"].pk, "cover": staff["sol"].pk, **day("from_on"), **day("until_on")}
    assert grace.post("/team/away/", given).status_code == 303
    shown = text(grace.get("/team/"))
    assert "Sol Marsh covers" in shown
    assert browse("sol").get(page("child-voice", cast.maya)).status_code == 200
    assert browse("aisha").get("/team/away/").status_code == 404


@pytest.mark.parametrize("reader", ["kelly", "tomek", "gary"])
def test_no_family_page_tells_of_it(cast, browse, gary_moves_in, reader):
    shown = text(browse(reader).get("/p/"))
    assert "danger" not in shown
    assert "looked at who is around" not in shown
