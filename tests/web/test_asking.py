"""ask(): show a form, do the act, move on; refused words land where they belong and nothing typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django import forms
from django.http import HttpRequest

from kith.record.refusals import Refused
from kith.web import asking

TEMPLATE = "comfort/comfort.html"  # any page with a form on it


class Words(forms.Form):
    said = forms.CharField(label="What did she say?")


def ask(request: HttpRequest, do: Callable[..., Any], **more: Any) -> Any:
    form = Words(request.POST or None)
    return asking.ask(request, TEMPLATE, form=form, do=do, **{"then": "/children/K7M/", **more})


def test_a_fresh_form_is_shown_with_a_key_and_nothing_is_done(asks: Any) -> None:
    done: list[Any] = []
    answer = ask(asks("/"), lambda **said: done.append(said))
    assert answer.status_code == 200
    assert b'name="key"' in answer.content
    assert done == []


def test_a_good_answer_is_done_once_and_moves_on_with_303(asks: Any) -> None:
    done: list[Any] = []
    answer = ask(asks("/", post={"said": "My own bed", "key": "k1"}), lambda **said: done.append(said), draft="d:1")
    assert (answer.status_code, answer["Location"]) == (303, "/children/K7M/")
    assert done == [{"said": "My own bed", "key": "k1", "draft": "d:1"}]


def test_where_to_go_next_may_depend_on_what_was_made(asks: Any) -> None:
    answer = ask(asks("/", post={"said": "x"}), lambda **said: "K9P", then=lambda made: f"/children/{made}/")
    assert answer["Location"] == "/children/K9P/"


def test_a_bad_answer_is_422_and_does_nothing(asks: Any) -> None:
    answer = ask(asks("/", post={"said": "", "key": "k1"}), lambda **said: pytest.fail("done"))
    assert answer.status_code == 422
    assert b'value="k1"' in answer.content  # the same key, so that the mended form is still the same submission


@pytest.mark.parametrize(
    ("field", "place"), [("said", b'href="#id_said"'), (None, b"<li>Nobody"), ("gone", b"<li>Nobody")]
)
def test_a_refusal_is_said_beside_its_field_or_at_the_top_and_the_words_are_kept(
    asks: Any, field: str | None, place: bytes
) -> None:
    def refuse(**said: Any) -> None:
        raise Refused("Nobody heard this.", field=field)

    answer = ask(asks("/", post={"said": "My own bed"}), refuse)
    page = b" ".join(answer.content.split())
    assert answer.status_code == 422
    assert b"Nobody heard this." in page
    assert place in page
    assert b'value="My own bed"' in page


@pytest.mark.parametrize("bad", ["k" * 65, "k\x00", "", "a\nb"], ids=["too long", "nothing", "empty", "two lines"])
def test_a_key_that_no_page_of_ours_sends_is_not_an_error_and_another_is_drawn(asks: Any, bad: str) -> None:
    done: list[Any] = []
    answer = ask(asks("/", post={"said": "My own bed", "key": bad}), lambda **said: done.append(said))
    assert answer.status_code == 303
    assert done[0]["key"] not in ("", bad)
    assert len(done[0]["key"]) <= asking.LONGEST_KEY
