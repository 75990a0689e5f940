"""What is asked when somebody says thank you (S4-26)."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import DayField, asked


class WriteThanks(forms.Form):
    """Cleans `staff` and `team` to ids, or None."""

    words = asked(
        forms.CharField(
            label="What did they say?", widget=forms.Textarea, max_length=4000, help_text="In their own words."
        ),
        rows=4,
    )
    who = forms.CharField(label="Who said it?", max_length=200)
    how = forms.ChoiceField(label="How did it come?", widget=forms.RadioSelect)
    staff = asked(
        forms.TypedChoiceField(
            label="Who is it for?", coerce=int, required=False, empty_value=None, help_text="They are told."
        ),
        as_select=True,
    )
    team = asked(
        forms.TypedChoiceField(label="Or for which team?", coerce=int, required=False, empty_value=None), as_select=True
    )
    may_show = forms.ChoiceField(label="May we show these words?", widget=forms.RadioSelect, required=False)
    on = asked(DayField(label="When did they say it?"), recent=True)

    def __init__(
        self,
        *args: Any,
        pack: Pack,
        staff: Sequence[tuple[int, str]],
        teams: Sequence[tuple[int, str]],
        **options: Any,
    ):
        super().__init__(*args, **options)
        unasked = [("", "Nobody has asked them yet")]
        self.fields["how"].choices = pack.choices("complaint_how")  # type: ignore[attr-defined]
        self.fields["staff"].choices = [("", "Nobody by name"), *staff]  # type: ignore[attr-defined]
        self.fields["team"].choices = [("", "No team by name"), *teams]  # type: ignore[attr-defined]
        self.fields["may_show"].choices = [*pack.choices("thanks_publish"), *unasked]  # type: ignore[attr-defined]


class SayThanks(forms.Form):
    """For a parent. Cleans `staff` to the id of a worker of theirs, or None."""

    words = asked(
        forms.CharField(
            label="What was good?",
            widget=forms.Textarea,
            max_length=4000,
            error_messages={"required": "Write what was good. A few words are enough."},
        ),
        rows=4,
    )
    staff = forms.TypedChoiceField(
        label="Who is it for?", coerce=int, required=False, empty_value=None, widget=forms.RadioSelect
    )
    may_show = forms.ChoiceField(
        label="May we show your words to others who work here?", widget=forms.RadioSelect, required=False
    )

    def __init__(self, *args: Any, pack: Pack, staff: Sequence[tuple[int, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["staff"].choices = [*staff, ("", "Everybody")]  # type: ignore[attr-defined]
        self.fields["may_show"].choices = pack.choices("thanks_publish")  # type: ignore[attr-defined]


class MayShow(forms.Form):
    may_show = forms.ChoiceField(label="What did they say?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["may_show"].choices = pack.choices("thanks_publish")  # type: ignore[attr-defined]


class ShowThanks(forms.Form):
    words = asked(
        forms.CharField(
            label="The words as they are shown",
            widget=forms.Textarea,
            max_length=4000,
            help_text="Everybody who works here reads them. Leave out what tells who a child is.",
        ),
        rows=4,
    )
