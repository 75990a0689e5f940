"""One visit to children of more than one family: a line for each, and no line crossed (issue 3, design 1.5)."""

import pytest

from kith.access import acting_as
from kith.calendar import PartDate
from kith.directory.acts import begin_tie
from kith.directory.models import Account
from kith.involvement.acts import begin_work
from kith.people.acts import begin_record
from kith.record import NotYours, Refused
from kith.record.models import Act, Occasion
from kith.visits import queries
from kith.visits.acts import Seen
from kith.visits.models import ToComplete, Visit
from kith.voice.models import Words
from tests.cast import TODAY
from tests.visits.going import child_part, page, save, shared, text, the_log_will_not_be_written, visit


@pytest.fixture
def nia(cast):
    """A girl of another family, with whom Aisha works too."""
    with acting_as(cast.system):
        girl = begin_record(by=cast.system, given="Nia", family="Bello", born=PartDate(TODAY.replace(year=2018), "day"))
        begin_work(by=cast.system, about=girl, level="child_in_need", source="2A")
        account = Account.objects.get(pk=cast.aisha.account_id)
        begin_tie(by=cast.system, about=girl, account=account, because="co_worker", may_write=True)
    return girl


def together(cast, nia, **details):
    lines = [
        Seen(cast.maya, True, alone="alone", saw="Led the game."),
        Seen(nia, True, alone="alone", saw="Kept score."),
    ]
    return visit(cast.aisha, lines, for_everyone="", **details)


def test_one_occasion_and_a_line_for_each_child_in_their_own_record(cast, nia):
    with acting_as(cast.aisha):
        made = together(cast, nia, mode="elsewhere")
        assert not made.of_one_family
        assert Occasion.objects.filter(name="record_visit").count() == 1
        assert Act.objects.filter(name="record_visit").count() == 2
        (maya,), (other,) = queries.made_to(cast.maya), queries.made_to(nia)
    assert (maya.others, maya.apart_from, maya.line.saw) == ([], 1, "Led the game.")
    assert (other.others, other.apart_from, other.line.saw) == ([], 1, "Kept score.")


def test_brothers_and_sisters_and_half_brothers_are_one_family(cast):
    with acting_as(cast.aisha):
        made = visit(cast.aisha, [Seen(child, True, alone="alone") for child in (cast.maya, cast.leo, cast.sam)])
        assert made.of_one_family
        assert queries.made_to(cast.sam)[0].others == ["Maya Okafor-Nowak", "Leo Okafor-Nowak"]


def test_nobody_owes_the_daily_life_of_a_home_that_is_not_one(cast, nia):
    with acting_as(cast.aisha):
        together(cast, nia, mode="home")
        assert not ToComplete.objects.filter(what="daily_life").exists()


@pytest.mark.parametrize("words", [{"for_everyone": "Warm."}, {"others_there": "Kelly"}])
def test_words_shared_by_more_than_one_family_are_refused_and_without_them_the_visit_saves(cast, nia, words):
    lines = [Seen(cast.maya, True), Seen(nia, True)]
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="more than one family"):
            visit(cast.aisha, lines, **{"for_everyone": "", **words})
        assert not Visit.objects.exists()
        visit(cast.aisha, lines, for_everyone="")
        assert Visit.objects.count() == 1


def test_a_child_the_worker_may_not_write_about_cannot_be_on_it(cast, nia):
    with acting_as(cast.grace), pytest.raises(NotYours):
        visit(cast.grace, [Seen(cast.maya, True), Seen(nia, True)], for_everyone="")


def test_nothing_is_saved_when_the_log_cannot_be_written(cast, nia):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        together(cast, nia)
    assert not Visit.objects.exists()


def test_the_children_are_chosen_on_one_page_and_written_about_on_the_next(browse, cast, nia):
    client = browse("aisha")
    body = text(client.get("/visits/together/"))
    assert "Nia Bello" in body
    assert "Maya Okafor-Nowak" in body
    answer = client.post("/visits/together/", {"who": [cast.maya.ref, nia.ref]})
    assert answer.status_code == 303
    sheet = text(client.get(answer["Location"]))
    for said in ("More than one family is on this visit", "Did you see Nia?", "Did you see Maya?", 'name="too"'):
        assert said in sheet, said
    assert "Who else was there?" not in sheet
    assert "For everyone" not in sheet


def test_a_brother_chosen_with_her_is_on_the_page_as_chosen_and_all_is_shared_as_at_home(browse, cast):
    client = browse("aisha")
    answer = client.post("/visits/together/", {"who": [cast.leo.ref, cast.maya.ref]})
    sheet = text(client.get(answer["Location"]))
    assert "More than one family" not in sheet
    assert sheet.count('value="absent" checked') == 1  # Sam alone


@pytest.mark.parametrize("who", [[], ["one"]])
def test_fewer_than_two_are_asked_for_again(browse, cast, nia, who):
    answer = browse("aisha").post("/visits/together/", {"who": [nia.ref] if who else []})
    assert answer.status_code == 422
    assert "Choose at least two children." in text(answer)


def sheet_of_two(cast, nia, **given):
    parts = {**child_part(cast.leo, "absent"), **child_part(cast.sam, "absent")}
    first = child_part(cast.maya, "seen", alone="alone", said_1="I won", sort_1="good_thing")
    second = child_part(nia, "seen", alone="alone", said_1="I kept score", sort_1="good_thing")
    return {**shared(mode="elsewhere"), **parts, **first, **second, "too": [nia.ref], **given}


def test_it_is_saved_with_each_childs_own_words_and_neither_is_named_in_the_others_record(browse, cast, nia):
    answer = save(browse, cast, sheet_of_two(cast, nia))
    assert answer.status_code == 303
    with acting_as(cast.aisha):
        assert {w.text: w.person_id for w in Words.objects.all()} == {"I won": cast.maya.pk, "I kept score": nia.pk}
    mayas = text(browse("aisha").get(page("child-contacts", cast.maya)))
    assert "With 1 child of other families, each in their own record." in mayas
    assert "Nia" not in mayas
    assert "Maya" not in text(browse("aisha").get(page("child-contacts", nia)))


def test_what_was_typed_about_each_stays_when_something_is_wrong(browse, cast, nia):
    answer = save(browse, cast, sheet_of_two(cast, nia, at="25:00"))
    assert answer.status_code == 422
    assert "I kept score" in text(answer)
    assert f'name="too" value="{nia.ref}"' in text(answer)


def test_a_reference_of_a_child_one_may_not_write_about_brings_nobody(browse, cast, nia):
    body = text(browse("grace").get(f"{page('record-visit', cast.maya)}?too={nia.ref}"))
    assert "Nia" not in body
    assert "More than one family" not in body


def test_what_was_typed_of_each_is_kept_as_a_draft_and_there_again_without_the_address_naming_them(browse, cast, nia):
    client = browse("aisha")
    opened = text(client.get(f"{page('record-visit', cast.maya)}?too={nia.ref}"))
    draft = opened.partition('data-draft="')[2].partition('"')[0]
    kept = client.post(draft, {**sheet_of_two(cast, nia), "draft_version": "0"})
    assert kept.status_code == 200
    again = text(client.get(page("record-visit", cast.maya)))
    assert "I kept score" in again
    assert f'name="too" value="{nia.ref}"' in again
