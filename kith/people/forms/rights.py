"""What is asked about something that limits a child, and about their rights."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import DayField, asked


class RecordRestriction(forms.Form):
    kind = forms.ChoiceField(
        label="What kind of limit is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of limit it is."},
    )
    what = forms.CharField(
        label="What may the child not do, or what is done?",
        max_length=300,
        error_messages={"required": "Write what the child may not do, or what is done."},
    )
    on = asked(DayField(label="From when?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        kept_elsewhere = pack.flagged("restriction_on_child", "kept_elsewhere")
        offered = [choice for choice in pack.choices("restriction_on_child") if choice[0] not in kept_elsewhere]
        self.fields["kind"].choices = offered  # type: ignore[attr-defined]


class CheckRights(forms.Form):
    """Cleans to the act's keywords."""

    articles = forms.MultipleChoiceField(
        label="Which of the child’s rights does it bear on?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Rights of the United Nations Convention on the Rights of the Child.",
        error_messages={"required": "Choose at least one of the child’s rights it bears on."},
    )
    weighed = asked(
        forms.CharField(
            label="What was weighed?",
            widget=forms.Textarea,
            max_length=3000,
            help_text="What it protects the child from, what it costs them, what else was tried, and for how long.",
            error_messages={"required": "Write what was weighed."},
        ),
        rows=5,
    )
    told = asked(
        forms.ChoiceField(
            label="Has the child been told, and why?",
            widget=forms.RadioSelect,
            choices=[("yes", "Yes"), ("no", "Not yet, or not safe to tell")],
            error_messages={"required": "Say whether the child has been told."},
        ),
        reveals={"yes": ["told_on"], "no": ["not_told_because"]},
    )
    told_on = DayField(label="When?", required=False)
    not_told_because = forms.CharField(label="Why not?", required=False, max_length=600)
    on = asked(DayField(label="When was this looked at?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["articles"].choices = pack.choices("uncrc_article")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        told = given.pop("told", "")
        if told == "yes" and not given.get("told_on") and "told_on" not in self.errors:
            self.add_error("told_on", "Say when the child was told.")
        if told == "no":
            given["told_on"] = None
        return given


class EndRestriction(forms.Form):
    because = forms.CharField(label="What has changed?", required=False, max_length=300)
    on = asked(DayField(label="Since when?"), recent=True)


class GiveLeaflet(forms.Form):
    on = asked(DayField(label="When was it given?"), recent=True)
    given_by = forms.CharField(label="Who gave it?", required=False, max_length=200)
    how = forms.CharField(
        label="How did you go through it together?",
        required=False,
        max_length=300,
        help_text="For example read aloud, in pictures, in Polish.",
    )
