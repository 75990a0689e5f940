"""Nothing typed about a visit is lost: what cannot be so is said beside it, and drafts bring it back (14 iv)."""

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.record.drafts import keep_draft
from kith.record.models import Draft
from kith.visits.models import ChildLine, Visit
from tests.visits.going import child_part, page, save, sheet, text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"at": "half past"}, "Write the time like 3:30pm or 15:30."),
        ({"at": "3:30"}, "Is that in the night or the afternoon?"),
        ({"at": "11:59pm"}, "That time has not come yet."),
        ({"at": "", "on-day": 16}, "Give the time the visit began."),
        ({"on-day": 31}, "There is no 31 November in 2026"),
        ({"on-day": 18}, "That day has not come yet."),
        ({"on-year": ""}, "Add the year"),
        ({"mode": "moon"}, "Choose one of the answers"),
        ({"there_too": "x" * 201}, "Keep it to 200"),
    ],
)
def test_what_cannot_be_so_is_said_and_every_word_is_still_there(browse, cast, change, said):
    words = child_part(cast.maya, "seen", said_1="I want <b>my</b> own bed & a door")
    answer = save(browse, cast, sheet(cast, **words, **change))
    assert answer.status_code == 422
    assert said in text(answer)
    assert "I want &lt;b&gt;my&lt;/b&gt; own bed &amp; a door</textarea>" in text(answer)
    with acting_as(cast.aisha):
        assert not Visit.objects.exists()


def test_a_visit_to_no_child_at_all_is_refused(browse, cast):
    answer = save(browse, cast, sheet(cast, **child_part(cast.maya, "absent", saw="")))
    assert (answer.status_code, "Say which children this visit was to." in text(answer)) == (422, True)


@pytest.mark.parametrize(
    ("seen", "typed", "said"),
    [
        ("absent", {"saw": "Built a tower"}, "You have written about Leo."),
        ("absent", {"promise_1": "A football"}, "You have written about Leo."),
        ("seen", {"plan_to_see": "Tomorrow"}, "You also wrote why Leo was not seen."),
        ("seen", {"question_2": "What happened?"}, "Write what Leo said, in the words that were used."),
        ("seen", {"sort_1": "harm"}, "Write what Leo said, in the words that were used."),
        (
            "seen",
            {"promise_1": "Ring", "due_1-day": 1, "due_1-month": 11, "due_1-year": 2026},
            "A promise cannot be due before it was made.",
        ),
        ("perhaps", {}, "Choose one of the answers to “Did you see Leo?”"),
    ],
)
def test_words_under_an_answer_that_was_changed_are_asked_about_never_dropped(browse, cast, seen, typed, said):
    answer = save(browse, cast, sheet(cast, **child_part(cast.leo, seen, **typed)))
    assert answer.status_code == 422
    assert said in text(answer)
    assert all(str(value) in text(answer) for value in typed.values())


def test_what_the_page_did_not_ask_is_ignored(browse, cast):
    from kith.people.acts import begin_record

    with acting_as(cast.system):
        stranger = begin_record(by=cast.system, given="Noor", family="Ali")
    extra = {**child_part(stranger, "seen", saw="Planted"), f"{cast.maya.ref}-by_lead": "", "by": "1", "about": "1"}
    assert save(browse, cast, sheet(cast, **extra)).status_code == 303
    with acting_as(cast.system):
        assert list(ChildLine.objects.values_list("person_id", "by_lead")) == [(cast.maya.pk, True)]


def test_what_was_typed_is_there_again_on_another_device_and_gone_once_saved(browse, cast):
    key, words = f"record-visit:{cast.maya.ref}", child_part(cast.leo, "not_seen", not_seen_words="Curtains drawn")
    typed = sheet(cast, **words, there=["Kelly Okafor", "Tomek Nowak"], key="page one")
    with acting_as(cast.aisha):
        fields = {name: value if isinstance(value, list) else str(value) for name, value in typed.items()}
        keep_draft(by=cast.aisha, key=key, title="A visit", fields=fields, version=0)
    body = text(browse("aisha").get(page("record-visit", cast.maya)))
    assert "Curtains drawn</textarea>" in body
    assert "Soup on the stove" in body or "soup on the stove" in body
    assert f'name="{cast.leo.ref}-seen" type="radio" value="not_seen" checked' in body
    assert body.count('name="there" type="checkbox"') == 2
    assert body.count(" checked") >= 4
    assert 'name="draft_version" value="1"' in body
    assert "Carry on." in body
    assert save(browse, cast, typed).status_code == 303
    with acting_as(cast.aisha):
        assert not Draft.objects.exists()


def test_words_kept_as_they_were_typed_survive_a_session_that_ends(browse, cast):
    browser = browse("aisha")
    where = page("record-visit", cast.maya)
    kept = browser.post(reverse("draft", args=[f"record-visit:{cast.maya.ref}"]), {**sheet(cast), "key": "one"})
    assert kept.status_code == 200
    browser.logout()
    assert browser.post(where, sheet(cast)).status_code == 401  # asked to sign in, with the words still there
    with acting_as(cast.system):
        assert not Visit.objects.exists()
    assert "Drew.</textarea>" in text(browse("aisha").get(where))


def test_a_draft_is_its_writers_alone(browse, cast):
    with acting_as(cast.aisha):
        fields = {"for_everyone": "Only for Aisha"}
        keep_draft(by=cast.aisha, key=f"record-visit:{cast.maya.ref}", title="A visit", fields=fields, version=0)
    assert "Only for Aisha" not in text(browse("grace").get(page("record-visit", cast.maya)))
