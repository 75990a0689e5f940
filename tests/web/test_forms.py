"""Plain forms drawn as GOV.UK components, with words a person would use."""

import re
from typing import Any

import pytest
from django import forms

from kith.web.forms import asked, from_draft, summary

SEEN = [("alone", "On her own"), ("no", "Not seen")]


class Visit(forms.Form):
    seen = asked(forms.ChoiceField(label="Did you see Maya?", choices=SEEN), reveals={"no": ["why"]})
    why = asked(forms.CharField(label="What happened?", required=False, widget=forms.Textarea), to_finish=True, rows=3)
    with_whom = forms.MultipleChoiceField(label="Who was there?", choices=[("mum", "Mum"), ("nan", "Nan")])
    told = forms.BooleanField(label="I told the family before")
    place = forms.ChoiceField(label="Where?", choices=[("", "---------")] + [(str(n), f"Place {n}") for n in range(8)])
    phone = forms.CharField(label="Phone", max_length=5, help_text="One that is safe to ring.")
    draft_version = forms.IntegerField(widget=forms.HiddenInput, required=False)


def ids_in(html: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', html)


def test_every_error_link_lands_on_an_input_that_is_there() -> None:
    drawn = str(Visit({}))
    targets = re.findall(r'href="#([^"]+)"', drawn)
    inputs = re.findall(r'<(?:input|textarea|select)[^>]*\bid="([^"]+)"', drawn)
    assert len(targets) == 5
    assert set(targets) <= set(inputs)


def test_errors_speak_of_the_question() -> None:
    drawn = str(Visit({"seen": "sideways", "phone": "0123456789"}))
    assert "Choose one of the answers to “Did you see Maya?”" in drawn
    assert "“Phone” has 10 letters. Keep it to 5" in drawn
    assert "Answer “Where?”" in drawn
    assert "This field is required" not in drawn


def test_words_an_act_wrote_are_kept_as_they_are() -> None:
    form = Visit({})
    form.is_valid()
    form.add_error("phone", "Maya’s school is not to be rung.")
    assert "Maya’s school is not to be rung." in str(form)


def test_a_few_choices_are_radios_and_many_are_a_list() -> None:
    drawn = str(Visit())
    assert drawn.count('type="radio"') == 2
    assert drawn.count("<select") == 1
    assert "---------" not in drawn


def test_a_revealed_question_is_asked_inside_its_choice_and_only_there() -> None:
    drawn = str(Visit())
    assert drawn.count('name="why"') == 1
    assert drawn.index('id="conditional-id_seen-2"') < drawn.index('name="why"') < drawn.index('name="with_whom"')


def test_hints_and_errors_are_tied_to_their_input() -> None:
    drawn = str(Visit({"phone": ""}))
    assert 'aria-describedby="id_phone-hint id_phone-error"' in drawn
    assert {"id_phone-hint", "id_phone-error"} <= set(ids_in(drawn))


def test_what_was_typed_is_still_there_after_an_error() -> None:
    drawn = str(Visit({"seen": "no", "why": "<b>Door</b> refused", "with_whom": ["nan"], "told": "on"}))
    assert "&lt;b&gt;Door&lt;/b&gt; refused" in drawn
    assert re.search(r'value="no" checked', drawn)
    assert re.search(r'value="nan" checked', drawn)
    assert not re.search(r'value="mum" checked', drawn)


def test_a_question_needed_to_finish_says_that_saving_does_not_need_it() -> None:
    assert "Needed to finish. You can save without it." in str(Visit())


def test_no_two_things_on_the_page_share_an_id() -> None:
    drawn = str(Visit({}, prefix="leo")) + str(Visit({}, prefix="maya"))
    ids = ids_in(drawn)
    assert len(ids) == len(set(ids))


def test_one_summary_gathers_several_forms_and_says_nothing_when_all_is_well() -> None:
    assert summary(Visit(), None) == ""
    both = summary(Visit({}, prefix="leo"), Visit({}, prefix="maya"))
    assert both.count("govuk-error-summary__title") == 1
    assert 'href="#id_leo-seen"' in both
    assert 'href="#id_maya-seen"' in both


def test_a_draft_comes_back_as_it_was_typed_with_nothing_called_wrong() -> None:
    form = from_draft(Visit, {"seen": "no", "why": "Door ref", "phone": "0123456789"})
    drawn = str(form)
    assert "Door ref" in drawn
    assert "0123456789" in drawn
    assert "govuk-error" not in drawn


def test_a_misspelt_way_of_asking_is_refused() -> None:
    with pytest.raises(TypeError, match="to_finsh"):
        asked(forms.CharField(), to_finsh=True)


def test_a_field_is_shown_under_one_choice_only() -> None:
    with pytest.raises(TypeError, match="one choice only"):
        asked(forms.ChoiceField(), reveals={"yes": ["who"], "partly": ["who"]})


def test_other_widgets_keep_their_own_markup_under_our_label() -> None:
    class Papers(forms.Form):
        paper = forms.FileField(label="The letter")
        secret = forms.CharField(label="Password", widget=forms.PasswordInput)
        on: Any = forms.DateField(label="Review on", widget=forms.DateInput(attrs={"type": "date"}))

    drawn = str(Papers())
    assert 'type="file"' in drawn
    assert "govuk-password-input" in drawn
    assert drawn.count("govuk-label") >= 3
