"""What is asked about an enquiry, and about the end of a protection plan."""

from typing import Any

from django import forms

from kith.involvement.forms.parts import words
from kith.packs import Pack
from kith.web.forms import DayField, asked


class WriteEnquiry(forms.Form):
    """Everything found, as it is found. Nothing is required."""

    how = asked(forms.ChoiceField(label="Who makes the enquiry?", required=False))
    seen_on = asked(
        DayField(
            label="When was the child seen?",
            required=False,
            help_text="A visit recorded since this began stands here by itself.",
        ),
        recent=True,
    )
    alone = asked(forms.ChoiceField(label="Seen alone?", required=False), as_select=True)
    not_alone_because = words("If not alone: why not?", rows=2)
    not_seen_because = words("If not seen: why not, and how and when will they be?", rows=2)
    child_said = words(
        "What did the child say or show?",
        hint="Word for word, and what they were asked. Do not ask more than you must.",
        rows=4,
    )
    safe_until = words("What keeps the child safe while we ask?", rows=2)
    checks = words("Who was asked, and what do they know?", hint="Each agency, and those who hold nothing.", rows=4)
    medical = words("What did a doctor find, or why was none needed?", rows=2)
    findings = words("What was found, and what does it mean for the child?", rows=5)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        for name, key in (("how", "enquiry_how"), ("alone", "alone")):
            self.fields[name].choices = [("", "Not said yet"), *pack.choices(key)]  # type: ignore[attr-defined]


class ConcludeEnquiry(forms.Form):
    outcome = asked(forms.ChoiceField(label="What did it lead to?", required=False), as_select=True)
    reasons = words("Why?", hint="What was found, what it means, and what you weighed.", rows=5)
    child_view = words("What does the child think of it?", rows=2)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["outcome"].choices = [("", "Choose"), *pack.choices("enquiry_outcome")]  # type: ignore[attr-defined]


class TellOfEnquiry(forms.Form):
    """Who was told, and when; or why nobody is told yet."""

    who = asked(forms.CharField(label="Who of the family was told?", required=False, max_length=200))
    on = asked(DayField(label="When?", required=False), recent=True)
    because = words(
        "If nobody is told yet: why not?", hint="A child could be in danger, or the enquiry spoiled.", rows=2
    )


class WaitForMother(forms.Form):
    because = words("How is she, who said so, and who looks after the baby?")


class EndProtectionPlan(forms.Form):
    reason = asked(forms.ChoiceField(label="Why does the plan end?", required=False))
    on = asked(DayField(label="From which day?"), recent=True)
    level = asked(forms.ChoiceField(label="Which help goes on?", required=False))

    def __init__(self, *args: Any, pack: Pack, now: str, **options: Any):
        super().__init__(*args, **options)
        self.fields["reason"].choices = pack.choices("protection_end")  # type: ignore[attr-defined]
        codes = [level.code for level in pack.levels]
        less = [level for level in pack.levels if now in codes and codes.index(level.code) < codes.index(now)]
        self.fields["level"].choices = [(level.code, level.label) for level in reversed(less)]  # type: ignore[attr-defined]
