"""Supervision on its pages: the agenda is what the record says, both sign, notes are between two (S1-03, S3-32)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.assessment.acts import say_life_today
from kith.standards.clocks.queries import clocks_of
from kith.voice.acts import write_down_words
from kith.workforce.models import PersonalNote, Supervision
from tests.cast import TODAY
from tests.involvement.around import touched
from tests.plans.making import agreed, finished, looked_at, step
from tests.workforce.talking import SIGNED, begun, signed, written


def page_of(name, cast, pk=None):
    return reverse(name, args=[cast.maya.ref, *([pk] if pk else [])])


def agenda(client, cast):
    return [item.text for item in client.get(page_of("child-supervision", cast)).context["agenda"]]


def test_s1_03_life_today_older_than_sixty_days_comes_first_and_writing_it_clears_it(cast, browse):
    with acting_as(cast.aisha):
        say_life_today(by=cast.aisha, about=cast.maya, on=TODAY - timedelta(61), text="She shares a bed with Sam.")
    aisha = browse("aisha")
    first = agenda(aisha, cast)[0]
    assert first.startswith("What life is like for Maya was written")
    assert first.endswith("older than it may be.")
    with acting_as(cast.aisha):
        say_life_today(by=cast.aisha, about=cast.maya, text="She has a bed of her own.")
    assert not any("life is like" in item for item in agenda(aisha, cast))


def test_s3_32_the_agenda_is_what_the_record_says(cast, browse):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        step(cast.aisha, plan, what="The lock is mended.", by_when=TODAY - timedelta(1), protective=True)
        finished(cast.aisha, looked_at(cast.aisha, plan, now="stuck"), no_change_because="Dean was away.")
        write_down_words(by=cast.aisha, about=cast.maya, heard_by="Aisha Khan", sort="wish", text="A quiet stair.")
    items = agenda(browse("aisha"), cast)
    found = [
        next((n for n, item in enumerate(items) if words in item), None)
        for words in (
            "Nobody has written what life is like",
            "Keeps the child safe, and is late: The lock is mended.",
            "Maya waits for an answer",
            "Did not move at the last review: Maya sleeps through the night.",
            "The story needs a look",
        )
    ]
    assert None not in found
    assert found == sorted(found)


def test_a_supervision_from_the_agenda_to_two_signatures(cast, browse):
    aisha, grace = browse("aisha"), browse("grace")
    today = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
    went = aisha.post(page_of("begin-supervision", cast), {**today, "question": "What wakes her?"})
    assert went.status_code == 303
    with acting_as(cast.aisha):
        talk = Supervision.objects.get()
        assert talk.agenda[0].startswith("Nobody has written what life is like")
        assert (talk.worker_name, talk.supervisor_name) == ("Aisha Khan", "Grace Adeyemi")
    assert aisha.post(went.url, {"h0_what": "She hears the shouting.", "like_now": "Loud."}).status_code == 303
    to_sign = page_of("supervision-talk", cast, talk.pk)
    refused = aisha.post(to_sign, {})
    assert refused.status_code == 422
    assert "Write a second explanation" in refused.content.decode()
    assert "clear_cut_because" not in aisha.get(to_sign).context["form"].fields
    assert "clear_cut_because" in grace.get(to_sign).context["form"].fields


def test_the_list_tells_what_is_late_and_what_waits_for_me(cast, browse):
    with acting_as(cast.aisha):
        talk = signed(cast.aisha, written(cast.aisha, cast.maya, cast))
    grace = browse("grace")
    page = grace.get(reverse("supervision"))
    assert [one.pk for one in page.context["unsigned"]] == [talk.pk]
    rows = {row["lead"].person_id: row for _, each in page.context["workers"] for row in each}
    assert rows[cast.leo.pk]["late"]
    assert not rows[cast.maya.pk]["late"]
    on = SIGNED["next_on"]
    sign = {"next_on-day": on.day, "next_on-month": on.month, "next_on-year": on.year}
    assert grace.post(page_of("supervision-talk", cast, talk.pk), sign).status_code == 303
    assert not grace.get(reverse("supervision")).context["unsigned"]


@pytest.mark.parametrize("name", ["write-supervision", "supervision-talk"])
def test_nobody_but_the_two_writes_or_signs(cast, browse, name):
    with acting_as(cast.aisha):
        talk = begun(cast.aisha, cast.maya, cast)
    theo = browse("theo")
    theo.post(page_of("give-because", cast), {"because": "On duty tonight."})
    assert theo.post(page_of(name, cast, talk.pk), {}).status_code == 404


def test_s3_32_notes_are_on_a_page_of_the_two_and_on_no_childs(cast, browse):
    aisha, words = browse("aisha"), "I dream of the stairs too."
    url = reverse("supervision-notes", args=[cast.grace.account_id])
    assert aisha.post(url, {"words": words}).status_code == 303
    assert words in aisha.get(url).content.decode()
    assert words in browse("grace").get(reverse("supervision-notes", args=[cast.aisha.account_id])).content.decode()
    for name in ("sol", "rowan", "grace"):
        assert words not in browse(name).get(url).content.decode()
    for name in ("child", "child-supervision", "child-story", "who-looked"):
        assert words not in aisha.get(page_of(name, cast)).content.decode()
    with acting_as(cast.aisha):
        assert PersonalNote.objects.count() == 1


def test_e31_an_allegation_that_is_late_is_on_no_agenda_not_even_of_whoever_may_know(cast, browse):
    touched(cast, "allegation", on=TODAY - timedelta(days=20))
    with acting_as(cast.aisha):
        late = [line.runs.limit for line in clocks_of(cast.maya, cast.aisha) if line.state == "late"]
    assert any(limit.startswith("allegation") for limit in late), "there is one to leak"
    assert not any("llegation" in item for item in agenda(browse("aisha"), cast))
