"""How old a reader of each of the corner's pages must be, computed and printed; and not a word of blame or jargon.

Nothing above nine, whatever the band; and every template of the corner is among those read.
"""

import re
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test.signals import template_rendered

from kith import words
from kith.access import acting_as
from kith.decisions.acts import tell_decision
from kith.directory.models import DutyTurn
from kith.pages.child.phrases import _PHRASES, phrases_for
from kith.pages.child.sheets import SHEETS
from kith.sharing.acts import release_copy
from kith.sharing.rules import OWN_TREE
from kith.standards import expecting
from kith.visits.acts import plan_visit, promise
from kith.voice.models import Answer, Words
from kith.voice.rules import BANDS
from tests.cast import NOW, TODAY
from tests.decisions.making import standing
from tests.pages.child.test_own_page import card
from tests.pages.child.test_saying import PNG, STROKES, send, sheet

OLDEST = 9
TEMPLATES = Path("kith/pages/templates/pages/corner")
NAMES = re.compile(r"Maya|Aisha( Khan)?|Theo Rowe|Grace Adeyemi|Northcliff Children's Services|[\d ]{3,}|\b\d+\w+\b")


class Text(HTMLParser):
    """What is read on a page: each block a line; nothing of scripts, styles or pictures."""

    BLOCKS = ("p", "li", "h1", "h2", "label", "legend", "summary", "button", "a", "span", "blockquote", "b")
    SILENT = ("script", "style", "svg", "title", "noscript", "textarea")

    def __init__(self):
        super().__init__()
        self.lines, self.silent, self.in_main = [""], 0, False

    def handle_starttag(self, tag, attrs):
        self.silent += tag in self.SILENT
        self.in_main = self.in_main or tag in ("main", "header", "footer")
        if tag in self.BLOCKS and tag not in ("b", "span", "a"):
            self.lines.append("")

    def handle_endtag(self, tag):
        self.silent -= tag in self.SILENT
        if tag in self.BLOCKS and tag not in ("b",):
            self.lines.append("")

    def handle_data(self, data):
        if self.in_main and not self.silent and data.strip():
            self.lines[-1] += f" {data.strip()}"


def read(page):
    text = Text()
    text.feed(page.content.decode())
    lines = dict.fromkeys(" ".join(line.split()) for line in text.lines if line.strip())
    return "\n".join(NAMES.sub("Ann", line) for line in lines)


@pytest.fixture
def rendered():
    """The templates drawn since the test began."""
    seen = set()

    def note(template, **_):
        seen.add(str(template.name))

    template_rendered.connect(note)
    yield seen
    template_rendered.disconnect(note)


def given_the_picture(cast):
    with acting_as(cast.aisha):
        release_copy(
            by=cast.aisha,
            about=cast.maya,
            recipient=cast.maya,
            recipient_name=cast.maya.called,
            kind=OWN_TREE,
            text="My family, as Aisha knows it on 17 November 2026.\nKelly Okafor: mother\nLeo Okafor-Nowak: brother",
            picture="<svg><text>Kelly</text></svg>",
            who_else_sees="nobody else",
            travels=True,
        )


def pages_of(cast, tablet):
    """Each page by name, with something on it."""
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=3))
        promise(by=cast.aisha, about=cast.maya, text="Ring Nan", due_on=TODAY)
    for code, text in (("dreams", "a boat"), ("good-things", "I swam")):
        sheet(tablet, code, words=text, strokes=STROKES, shows="me")
        yield f"{code} who", tablet.get(f"/p/me/say/{code}/who/")
        done = send(tablet, code, drawing=PNG, key=f"s {code}")
        yield f"{code} sent", tablet.get(done.url)
        yield f"{code} taken back", tablet.get(f"{done.url}back/")
    sheet(tablet, "worries", words="the dark", keep="yes")
    answer = card(cast, Words.objects.get(text="a boat"))
    tablet.post("/p/me/people/", {"name": "Bea", "how_close": "close", "key": "p"})
    for path in ("", "say/", "said/", "people/", "good/", "look/", "quiet/", "not-safe/", "back/", "say/worries/away/"):
        yield path or "home", tablet.get(f"/p/me/{path}")
    for one in SHEETS:
        yield f"sheet {one.code}", tablet.get(f"/p/me/say/{one.code}/")
    yield "my family, none yet", tablet.get("/p/me/people/drawn/")
    given_the_picture(cast)
    yield "my family", tablet.get("/p/me/people/drawn/")
    yield "my plan, none yet", tablet.get("/p/me/plan/")
    yield "what I can expect, not counted yet", tablet.get("/p/me/expect/")
    with acting_as(cast.system):
        expecting.tell(NOW, TODAY)
    yield "what I can expect", tablet.get("/p/me/expect/")
    yield "all about me", tablet.get("/p/me/about/")
    yield "another worker", tablet.get("/p/me/another/")
    tablet.post("/p/me/another/", {"text": "She talks too fast", "key": "w"})
    yield "another worker, asked", tablet.get("/p/me/another/")
    yield "complain", tablet.get("/p/me/complain/")
    tablet.post("/p/me/complain/", {"words": "You did not come", "key": "c"})
    yield "complained", tablet.get("/p/me/complain/")
    yield "card", tablet.get(f"/p/me/answers/{answer.pk}/")
    tablet.post(f"/p/me/answers/{answer.pk}/", {"reaction": "not_ok", "key": "r"})
    yield "card not ok", tablet.get(f"/p/me/answers/{Answer.objects.get().pk}/")
    yield "told", tablet.get(tablet.post("/p/me/not-safe/", {"key": "a"}).url)
    yield "nothing decided", tablet.get("/p/me/decided/")
    made = standing(cast, "closure")
    with acting_as(cast.aisha):
        in_words = "Aisha comes less. You can ring her."
        told = tell_decision(by=cast.aisha, about=cast.maya, decision=made, audience="child", words=in_words)
    yield "decided", tablet.get("/p/me/decided/")
    yield "I say no", tablet.get(f"/p/me/decided/{told.pk}/")
    tablet.post(f"/p/me/decided/{told.pk}/", {"concern": "I want her to come.", "key": "no"})
    yield "said no", tablet.get("/p/me/decided/")
    DutyTurn.objects.all()._raw_delete("default")
    yield "not safe, nobody on", tablet.get("/p/me/not-safe/")
    yield "told, nobody on", tablet.get(tablet.post("/p/me/not-safe/", {"key": "b"}).url)


@pytest.mark.parametrize("band", BANDS)
def test_every_page_reads_at_nine_or_younger_without_blame_or_jargon(cast, tablet, rendered, band, capsys):
    tablet.get("/p/me/")
    tablet.post("/p/me/look/", {"colour": "sun", "helper": "fox", "band": band, "key": "l"})
    ages, hard, unkind = {}, [], []
    for name, page in pages_of(cast, tablet):
        assert page.status_code == 200, name
        text = read(page)
        assert "I don’t feel safe" in text, name  # what is read is really what stands there
        ages[name] = words.reading_age(text)
        if ages[name] and ages[name] > OLDEST:
            hard.append((name, ages[name], text))
        unkind += [(name, flag.found) for flag in words.flags(text)]
    with capsys.disabled():
        told = ", ".join(f"{name} {age}" for name, age in ages.items())
        print(f"\nreading age, {band}: {told}")
    assert not hard
    assert not unkind
    there = {f"pages/corner/{path.relative_to(TEMPLATES)}" for path in TEMPLATES.rglob("*.html")}
    unread = there - rendered
    if band == "teen":  # speaks without the houses' pictures
        unread = {name for name in unread if "/art/" not in name}
    assert not {name for name in unread if "/art/" not in name}, "a template nobody has read"


def test_every_phrase_is_said_in_one_way_or_in_three():
    assert {len(said) for said in _PHRASES.values()} <= {1, 3}
    for band in BANDS:
        assert phrases_for(band).next


@pytest.mark.parametrize("band", BANDS)
def test_no_phrase_by_itself_is_hard_unkind_or_cheers_at_something_sad(band):
    for name, phrase in vars(phrases_for(band)).items():
        plain = NAMES.sub("Ann", phrase.format(worker="Ann", name="Ann", day="Fri", who="Ann"))
        assert (words.reading_age(plain) or 0) <= OLDEST, (name, plain, words.reading_age(plain))
        assert not words.flags(plain), name
        if name != "an_answer":
            assert "!" not in plain, name
