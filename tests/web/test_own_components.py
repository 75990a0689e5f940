"""Kith's own components keep the promises of their contracts."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.template import TemplateSyntaxError
from django.utils.safestring import mark_safe

from kith.web.components import own

HARMFUL = "<script>alert('x')</script>"


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_name_a_child_is_known_by_comes_first() -> None:
    bar = own.identity_bar("Maya", family_name="Okafor-Nowak", age="9", photo="/photo.jpg", status="Child in need plan")
    assert text_of(bar).startswith("Maya Okafor-Nowak 9")
    assert 'alt=""' in bar


def test_recording_is_within_three_steps_of_the_start_of_the_page() -> None:
    bar = own.identity_bar(
        "Maya", href="/m/", actions=[{"text": "Record a visit", "href": "/m/visit/"}, {"text": "Share", "href": "#"}]
    )
    stops = re.findall(r"<(?:a|button|summary|input)\b[^>]*>", bar)
    assert any("/m/visit/" in stop for stop in stops[:3])


def test_no_more_than_three_chips() -> None:
    assert own.identity_bar("Maya", chips=["a", "b", "", "c", "d"]).count("kith-chip") - 1 == 3


def test_a_quote_names_who_spoke_when_who_wrote_it_and_whether_an_answer_is_owed() -> None:
    quote = own.voice_quote(
        "I want my own bed", speaker="Maya", said_on="6 Nov 2026", heard_by="Aisha Khan", state="owed"
    )
    assert "<blockquote><p>I want my own bed</p></blockquote>" in quote
    assert "Maya , 6 Nov 2026 · written down by Aisha Khan Answer owed" in text_of(quote)


def test_an_answer_stands_under_the_words_it_answers() -> None:
    answer = {"text": "A bed comes Thursday", "reason": "the charity has one", "told_by": "Aisha", "reaction": "good"}
    drawn = own.voice_quote("I want my own bed", speaker="Maya", state="answered", answer=answer)
    assert drawn.index("I want my own bed") < drawn.index("A bed comes Thursday") < drawn.index("the charity has one")
    assert "Maya: “good”" in text_of(drawn)


def test_words_in_another_language_say_so_and_a_drawing_has_words() -> None:
    drawn = own.voice_quote("Chcę spać", speaker="Maya", lang="pl", drawing={"src": "/d.png", "text": "A bed"})
    assert '<blockquote lang="pl">' in drawn
    assert 'alt="A bed"' in drawn


def test_a_state_is_always_in_words_and_an_unknown_one_is_a_mistake() -> None:
    assert text_of(own.state("owed_late")) == "Answer late"
    assert text_of(own.state("owed", "Answer owed by 13 Nov")) == "Answer owed by 13 Nov"
    with pytest.raises(KeyError):
        own.state("green")


def test_the_six_states_of_a_standard_are_all_different() -> None:
    six = ["met", "due", "missed", "explained", "not_yet", "not_applicable"]
    assert len({own.STATES[name].words for name in six}) == 6


def test_what_is_owed_links_to_its_list_and_nothing_owed_says_nothing() -> None:
    assert text_of(own.owed_badge(2, "answers owed", href="/voice/")) == "2 answers owed"
    assert 'href="/voice/"' in own.owed_badge(2, href="/voice/")
    assert own.owed_badge(0, href="/voice/").strip() == ""


def test_saving_is_announced() -> None:
    assert re.search(r'role="status"[^>]*>\s*Saved 12:04', own.saved_state("Saved 12:04"))


def test_each_child_is_a_group_of_their_own_with_their_name(draw: Any) -> None:
    page = draw('{% child_row name="Leo" note="6" %}<input name="leo-seen">{% endchild_row %}')
    assert re.search(r"<fieldset[^>]*>\s*<legend[^>]*>Leo <span[^>]*>6</span></legend>", page)
    assert page.index("<legend") < page.index("leo-seen") < page.index("</fieldset>")


def test_a_protected_fact_is_masked_and_asked_for_by_post() -> None:
    masked = own.protected_fact("Address", protected_from="Gary", reveal_url="/x/", csrf_token="token")
    assert 'method="post" action="/x/"' in masked
    assert 'value="token"' in masked
    shown = own.protected_fact("Address", protected_from="Gary", reveal_url="/x/", shown="1 Oak Court")
    assert "1 Oak Court" in shown
    assert "<form" not in shown


def test_danger_is_shown_in_words_and_no_danger_shows_nothing() -> None:
    assert "Gary must not learn where" in own.safety_banner(["Gary must not learn where Maya lives"])
    assert own.safety_banner([]).strip() == ""


def test_a_story_is_an_ordered_list_with_dates_and_what_it_meant(draw: Any) -> None:
    page = draw(
        '{% story %}{% story_item date="6 Nov 2026" datetime="2026-11-06" title="A visit" meant="She slept." %}'
        "<p>Seen.</p>{% endstory_item %}{% endstory %}"
    )
    assert page.index("<ol") < page.index('<time datetime="2026-11-06">6 Nov 2026</time>') < page.index("She slept.")


def test_a_measure_shows_its_denominator_its_list_and_its_definition() -> None:
    card = own.measure_card("Not seen in time", 0, of=16, href="/late/", definition_href="/how/", as_at="07:00")
    assert "0 of 16" in text_of(card)
    assert 'href="/late/"' in card
    assert 'href="/how/"' in card


PIECES = {
    "audience_note": lambda: own.audience_note(HARMFUL, why=HARMFUL),
    "card": lambda: own.card(HARMFUL, HARMFUL, href=HARMFUL),
    "child_row": lambda: own.child_row(HARMFUL, HARMFUL, note=HARMFUL, hint=HARMFUL, id=HARMFUL),
    "empty": lambda: own.empty(HARMFUL, href=HARMFUL, link_text=HARMFUL),
    "identity_bar": lambda: own.identity_bar(HARMFUL, href=HARMFUL, languages=[HARMFUL], chips=[HARMFUL]),
    "measure_card": lambda: own.measure_card(HARMFUL, HARMFUL, of=HARMFUL, href=HARMFUL, note=HARMFUL),
    "owed_badge": lambda: own.owed_badge(1, HARMFUL, href=HARMFUL, about=HARMFUL),
    "protected_fact": lambda: own.protected_fact(HARMFUL, protected_from=HARMFUL, reveal_url=HARMFUL),
    "provenance": lambda: own.provenance(HARMFUL, HARMFUL, confirm_url=HARMFUL),
    "reasons_box": lambda: own.reasons_box(HARMFUL, options=[HARMFUL], view=HARMFUL, whose=HARMFUL),
    "safety_banner": lambda: own.safety_banner([HARMFUL], title=HARMFUL),
    "side_navigation": lambda: own.side_navigation([{"text": HARMFUL, "href": HARMFUL}], label=HARMFUL),
    "standard_hint": lambda: own.standard_hint(HARMFUL, HARMFUL, href=HARMFUL),
    "story_item": lambda: own.story_item(HARMFUL, date=HARMFUL, title=HARMFUL, meant=HARMFUL, byline=HARMFUL),
    "voice_quote": lambda: own.voice_quote(
        HARMFUL, speaker=HARMFUL, lang=HARMFUL, translation=HARMFUL, answer={"text": HARMFUL, "reaction": HARMFUL}
    ),
}


@pytest.mark.parametrize("piece", PIECES)
def test_words_from_people_are_never_markup(piece: str) -> None:
    drawn = PIECES[piece]()
    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn


def test_words_that_are_already_markup_are_kept() -> None:
    assert "<em>now</em>" in own.card(mark_safe("<em>now</em>"))


def test_a_misspelt_option_is_found_when_the_page_is_drawn(draw: Any) -> None:
    with pytest.raises((TypeError, TemplateSyntaxError)):
        draw('{% measure_card "Late" 1 off=3 %}')


def test_loose_attributes_reach_the_piece(draw: Any) -> None:
    assert 'hx-get="/more/"' in draw('{% button "More" hx_get="/more/" type="button" %}')


def test_no_template_of_the_kit_is_longer_than_an_idea() -> None:
    templates = Path(own.__file__).parents[1] / "templates"
    assert [path.name for path in templates.rglob("*.html") if len(path.read_text().splitlines()) > 120] == []
