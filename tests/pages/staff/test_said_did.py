"""The pages of what people say of our work, and what we did about it (S3-16)."""

from kith.access import acting_as
from kith.involvement.acts import say_difference
from kith.involvement.models import Closure, DifferenceSaid
from tests.involvement.test_difference import WORDS, ended, said
from tests.visits.going import page, text

ON = {"on-day": "17", "on-month": "11", "on-year": "2026"}


def test_said_sorted_and_answered_through_the_pages(cast, browse):
    aisha, shown = browse("aisha"), page("child-said", cast.maya)
    assert "Nobody has said yet what difference we make." in text(aisha.get(shown))
    sent = {"whose": "family", "words": WORDS, "said": "", "who": "", "person_who": "", **ON}
    wrong = aisha.post(page("say-difference", cast.maya), {**sent, "words": "."})
    assert wrong.status_code == 422
    assert aisha.post(page("say-difference", cast.maya), sent).status_code == 303
    assert "Not sorted yet" in text(aisha.get(shown))
    row = DifferenceSaid.objects.get()
    kelly = cast.people["kelly"].ref
    told = {"said": "change", "person_who": kelly, "who": ""}
    assert aisha.post(page("sort-difference", cast.maya, row.pk), told).status_code == 303
    owed = text(aisha.get(shown))
    assert "What we did is owed" in owed
    assert "Kelly Okafor" in owed
    did = {"outcome": "not_done", "we_did": "We cannot: the rota is made each morning.", "told_by": ""}
    assert aisha.post(page("say-what-we-did", cast.maya, row.pk), did).status_code == 303
    assert "the rota is made each morning" in text(aisha.get(shown))
    for name in ("say-what-we-did", "sort-difference"):
        assert aisha.get(page(name, cast.maya, row.pk)).status_code == 404


def test_asked_again_through_the_page_and_only_once(cast, browse):
    how, aisha = ended(cast), browse("aisha")
    path = page("ask-difference-again", cast.maya, how.pk)
    assert "Ask again what difference it made" in text(aisha.get(page("child-said", cast.maya)))
    empty = aisha.post(path, {**ON, "words_child": ""})
    assert empty.status_code == 422
    assert "say why nobody is asked" in text(empty)
    kelly = cast.people["kelly"].ref
    words = {"words_family": "Nobody rang.", "difference_said_family": "change", "difference_person": kelly}
    assert aisha.post(path, {**ON, **words}).status_code == 303
    assert aisha.get(path).status_code == 404
    with acting_as(cast.aisha):
        row = DifferenceSaid.objects.get(asked_in="after")
        assert (row.said, row.person_who_id) == ("change", cast.people["kelly"].pk)
        assert Closure.objects.get(pk=how.pk).asked_again_on


def test_another_childs_answers_are_not_there_and_hostile_ones_are_refused(cast, browse):
    row = said(cast)
    with acting_as(cast.aisha):
        say_difference(by=cast.aisha, about=cast.leo, whose="child", words="<b>Boo</b>")
    aisha = browse("aisha")
    for name in ("say-what-we-did", "sort-difference"):
        assert aisha.get(page(name, cast.leo, row.pk)).status_code == 404
    for bad in ({"whose": "9" * 30}, {"words": "x" * 9000}, {"who": "\x00"}, {"person_who": "../../x"}):
        sent = {"whose": "child", "words": "Hello there.", "said": "", "who": "", "person_who": "", **ON, **bad}
        assert aisha.post(page("say-difference", cast.maya), sent).status_code == 422
    assert "&lt;b&gt;Boo" in text(aisha.get(page("child-said", cast.leo)))
