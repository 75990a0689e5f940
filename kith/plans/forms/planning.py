"""What is asked about a plan as a whole."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import DayField, asked

_LONG = 2_000


def words(label: str, rows: int = 3, **options: Any) -> forms.Field:
    """A box for some sentences, not required unless said."""
    options = {"required": False, "max_length": _LONG, **options}
    return asked(forms.CharField(label=label, widget=forms.Textarea, **options), rows=rows)


class ChangePlan(forms.Form):
    because = words(
        "This plan is because …",
        required=True,
        help_text="One plain sentence: what happened, to whom, and what it does to the child.",
        error_messages={"required": "Say in one sentence why there is a plan."},
    )
    ends_when = words("It ends when …", help_text="What people will see.")
    if_worse = words("If things get worse, we will …")


class BeginPlan(ChangePlan):
    kind = forms.ChoiceField(
        label="What kind of plan is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of plan this is."},
    )
    field_order = ("kind",)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["kind"].choices = pack.choices("plan_kind")  # type: ignore[attr-defined]


class ConfirmPlan(forms.Form):
    """One person's view. `people`: names already in the plan, offered as they are typed."""

    who = forms.CharField(label="Who is this?", max_length=200, error_messages={"required": "Say who this is."})
    whose = asked(
        forms.ChoiceField(
            label="Who are they to the child?",
            widget=forms.RadioSelect,
            error_messages={"required": "Choose who they are."},
        ),
        inline=True,
    )
    view = forms.ChoiceField(
        label="What do they think of the plan?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they think of it."},
    )
    words = words(
        "Their own steps, and what they think, in their own words",
        help_text="As they said it. If they were not asked, say why.",
    )
    score = asked(
        forms.IntegerField(
            label="How is it for the child now, from 0 to 10?",
            help_text="In their own view, and only if they want to say a number.",
            required=False,
            min_value=0,
            max_value=10,
        ),
        classes="govuk-input--width-3",
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["whose"].choices = pack.choices("whose_view")  # type: ignore[attr-defined]
        self.fields["view"].choices = pack.choices("plan_view")  # type: ignore[attr-defined]


class AgreePlan(forms.Form):
    """Reasons are asked only for what `wanted` names: the fields of the gaps there are."""

    no_strength_because = words("No step uses a strength or one of their own people: how did you look?", rows=2)
    no_parents_change_because = words("No parent or carer is asked to change anything: why not?", rows=2)
    unanswered_because = words("The child waits for an answer: why not yet?", rows=2)

    def __init__(self, *args: Any, wanted: set[str], **options: Any):
        super().__init__(*args, **options)
        for name in [name for name in self.fields if name not in wanted]:
            del self.fields[name]


class EndIt(forms.Form):
    because = words(
        "Why does it end, and what do people see now?",
        required=True,
        error_messages={"required": "Say why it ends, and what people see now."},
    )
    on = asked(DayField(label="When did it end?"), recent=True)


class SayCelebration(forms.Form):
    what = words(
        "What is there to celebrate?",
        required=True,
        help_text="In words the child can be told.",
        error_messages={"required": "Say what there is to celebrate."},
    )
    raised_by = forms.CharField(label="Who saw it first?", required=False, max_length=200)
    shared_with = forms.CharField(label="Who has been told?", required=False, max_length=300)
    on = asked(DayField(label="When was it?"), recent=True)


class NotNow(forms.Form):
    not_now = forms.MultipleChoiceField(
        label="What does this plan not aim at now?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose what the plan does not aim at now."},
    )
    because = words(
        "Why not now?", rows=2, required=True, error_messages={"required": "Say why it is not what matters most now."}
    )

    def __init__(self, *args: Any, pack: Pack, untouched: Sequence[str], **options: Any):
        super().__init__(*args, **options)
        self.fields["not_now"].choices = [(c, t) for c, t in pack.choices("five_outcomes") if c in untouched]  # type: ignore[attr-defined]
