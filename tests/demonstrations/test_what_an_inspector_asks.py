"""The demonstrations an inspector asks for: doorstep, wrong child, barred father (lost words are in the stories)."""

from datetime import timedelta
from typing import Any

from lxml import html

from kith.access import acting_as
from kith.directory.models import Account
from kith.people.acts import protect_address
from kith.record.models import Withdrawal
from kith.standards import queries as standards
from kith.visits.acts import Said, Seen, record_visit
from kith.voice.models import Words
from tests.cast import NOW, TODAY

WRONG = "My room has stars that glow"


def sent(page: Any, **changes: str) -> dict[str, str]:
    """What a browser would send back from this page's main form, with these fields changed."""
    form = next(f for f in html.fromstring(page.content).forms if "key" in f.fields)
    kept = {name: value for name, value in form.form_values() if name != "csrfmiddlewaretoken"}
    return {**kept, **changes}


def not_seen(browse, cast, words):
    aisha = browse("aisha")
    path = f"/children/{cast.leo.ref}/visits/record/"
    page = aisha.get(path)
    changes = {
        "mode": "doorstep",
        f"{cast.leo.ref}-seen": "not_seen",
        f"{cast.leo.ref}-not_seen_because": "refused",
        f"{cast.leo.ref}-not_seen_words": words,
        f"{cast.maya.ref}-seen": "absent",
        f"{cast.sam.ref}-seen": "absent",
    }
    return aisha.post(path, sent(page, **changes), follow=True)


def states(cast, child):
    with acting_as(cast.aisha):
        return {row.id: str(row.state) for row in standards.panel(cast.people[child], cast.aisha)}


def test_a_doorstep_visit_saves_with_one_line_and_the_clock_stays_late(cast, browse):
    before = states(cast, "leo")["seen-in-time"]
    assert before == "missed"
    saved = not_seen(browse, cast, "Door refused.")
    assert saved.status_code == 200
    assert states(cast, "leo")["seen-in-time"] == "missed"
    team = browse("grace").get("/team/").content.decode()
    assert "Leo Okafor-Nowak" in team
    assert "Door refused." in team


def test_a_second_visit_without_seeing_him_asks_the_strategy_question(cast, browse):
    first = not_seen(browse, cast, "Door refused.").content.decode()
    assert "strategy discussion" not in first
    second = not_seen(browse, cast, "Door refused again, voices inside.").content.decode()
    assert "strategy discussion" in second


def words_on_the_wrong_child(cast):
    with acting_as(cast.aisha):
        record_visit(
            by=cast.aisha,
            about=[cast.leo],
            on=TODAY,
            lines=[Seen(cast.leo, True, alone="alone", saw="At the table.", said=[Said("wish", WRONG)])],
            happened_at=NOW - timedelta(hours=1),
            mode="home",
        )
        return Words.objects.get(text=WRONG)


def test_words_on_the_wrong_child_leave_every_ordinary_page_at_once_and_who_looked_is_listed(cast, browse):
    words = words_on_the_wrong_child(cast)
    grace = browse("grace")
    pages = [f"/children/{cast.leo.ref}/{part}" for part in ("", "voice/", "story/", "contacts/", "print/voice/")]
    assert any(WRONG in grace.get(page).content.decode() for page in pages)

    correcting = f"/children/{cast.leo.ref}/voice/{words.pk}/wrong-child/"
    page = grace.get(_correcting(grace, cast, words) or correcting)
    looked = page.content.decode()
    assert "Grace Adeyemi" in looked
    gone = grace.post(
        page.request["PATH_INFO"], sent(page, because="Maya said this; I wrote it under Leo."), follow=True
    )
    assert gone.status_code == 200
    for page in pages:
        assert WRONG not in grace.get(page).content.decode(), page
    assert WRONG not in browse("aisha").get("/today/").content.decode()
    with acting_as(cast.aisha):
        assert not Words.objects.filter(text=WRONG).exists()
    with acting_as(cast.system):
        assert Words.objects.filter(text=WRONG).exists()  # sealed in the audit
        assert Withdrawal.objects.filter(row_table="voice_words", row_id=words.pk).count() == 1


def _correcting(client, cast, words):
    from django.urls import reverse

    return reverse("correct-words", args=[cast.leo.ref, words.pk])


def test_the_father_kept_from_the_address_finds_it_nowhere(cast, browse):
    with acting_as(cast.system):
        protect_address(
            by=cast.system,
            about=[cast.maya, cast.leo],
            address=cast.home,
            from_person=cast.people["tomek"],
            because="The court asked it.",
            review_on=TODAY + timedelta(days=60),
        )
    with acting_as(cast.aisha):
        record_visit(
            by=cast.aisha,
            about=[cast.maya],
            on=TODAY,
            lines=[Seen(cast.maya, True, alone="alone", saw="Happy at 14 Larkspur Court.")],
            happened_at=NOW - timedelta(hours=1),
            mode="home",
            for_everyone="Larkspur Court is warm; NC4 7QX bins collected Tuesday.",
        )
    tomek = browse("tomek")
    seen = ""
    for path in (
        "/",
        "/p/",
        "/search/?q=larkspur",
        f"/children/{cast.maya.ref}/",
        "/p/papers/1/",
        "/worried/",
        "/nowhere/",
    ):
        page = tomek.get(path, follow=True)
        seen += page.content.decode() + str(page.headers) + str(page.redirect_chain)
    for form in ("Larkspur", "larkspur", "NC4", "NC47QX"):
        assert form not in seen.replace("q=larkspur", "")


def test_a_copy_for_the_father_cannot_be_released_with_the_address_in_it_however_it_is_spaced(cast, browse):
    with acting_as(cast.system):
        protect_address(
            by=cast.system,
            about=[cast.maya],
            address=cast.home,
            from_person=cast.people["tomek"],
            because="The court asked it.",
            review_on=TODAY + timedelta(days=60),
        )
    aisha = browse("aisha")
    path = f"/children/{cast.maya.ref}/print/overview/"
    answer = {"recipient": cast.people["tomek"].ref, "recipient_name": "", "who_else_sees": "nobody else"}
    for text in ("We met at 14 larkspur  court.", "N C 4 7 Q X", "Larkspur-Court"):
        page = aisha.post(path, sent(aisha.get(path), **answer, text=text))
        assert page.status_code == 422, text
        assert "must not reach Tomek" in page.content.decode()
    sound = aisha.post(path, sent(aisha.get(path), **answer, text="We will meet on Friday."), follow=True)
    assert sound.status_code == 200
    tomek = browse("tomek")
    assert "Read this paper" in tomek.get("/p/").content.decode()


def test_the_mother_and_father_each_read_only_their_own_papers(cast, browse):
    aisha = browse("aisha")
    path = f"/children/{cast.maya.ref}/print/overview/"
    answer = {"recipient": cast.people["kelly"].ref, "recipient_name": "", "who_else_sees": "Nan"}
    aisha.post(path, sent(aisha.get(path), **answer, text="For Kelly alone."))
    assert "Read this paper" in browse("kelly").get("/p/").content.decode()
    assert "Read this paper" not in browse("tomek").get("/p/").content.decode()
    assert Account.objects.filter(audience="family").count() == 3
