"""Plain Django forms, drawn as GOV.UK components, with errors in a person's words.

Set once: ``FORM_RENDERER = "kith.web.forms.Renderer"``. A form then needs no template of its own::

    class VisitForm(forms.Form):
        on = DayField(label="When did you go?")
        seen = asked(
            forms.ChoiceField(label="Did you see Leo?", choices=[("yes", "Yes"), ("no", "No")]),
            reveals={"no": ["why_not"]},
        )
        why_not = asked(forms.CharField(label="What happened?", required=False), to_finish=True, rows=3)
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.utils.safestring import SafeString

from kith.web.components.fields import error_summary
from kith.web.days import DayField
from kith.web.drawing import draw_field

__all__ = ["DayField", "Field", "Renderer", "asked", "fields_shown", "from_draft", "summary"]

FormField = TypeVar("FormField", bound=forms.Field)

ASKED = {
    "to_finish": "needed to finish, never to save: says so beside the question",
    "reveals": "{choice: [names of fields shown when it is chosen]}",
    "choice_hints": "{choice: hint}",
    "inline": "choices side by side",
    "as_select": "a drop-down even for a short list",
    "classes": "further classes of the input",
    "label_classes": "further classes of the label",
    "legend_classes": "further classes of the legend",
    "legend": "a legend over a single checkbox, date or choice, instead of the label",
    "hide_label": "the label is there for those who listen, not for those who look",
    "prefix": "shown before the input",
    "suffix": "shown after the input",
    "rows": "lines of a long answer",
    "max_words": "a gentle count; nothing is cut",
    "standard": "the sentence of a standard this answer serves",
    "standard_code": "and its short code",
    "recent": "a date most often today or yesterday: buttons fill it in",
    "lang": "the language answered in, when not the page's",
}


def asked(field: FormField, **how: Any) -> FormField:
    """Say how a field is asked. ``how`` is any of ASKED; anything else is a TypeError, and so is one field shown
    under two choices: a page would hold it twice, and the empty one would be sent after the one that was filled in.
    """
    if unknown := how.keys() - ASKED.keys():
        raise TypeError(f"A field cannot be asked with {', '.join(sorted(unknown))}.")
    shown = [name for names in how.get("reveals", {}).values() for name in names]
    if len(shown) != len(set(shown)):
        raise TypeError("A field is shown under one choice only.")
    field.asked = how  # type: ignore[attr-defined]
    return field


class Field(BoundField):
    """A field of a form about to be drawn."""

    def as_field_group(self) -> SafeString:
        return draw_field(self)

    @property
    def asked(self) -> dict[str, Any]:
        return getattr(self.field, "asked", {})

    @property
    def words_of_errors(self) -> list[str]:
        """What is wrong with this answer, in a person's words."""
        return [text for text, _boxes in self.troubles()]

    def troubles(self) -> list[tuple[str, list[str]]]:
        """Each error's words, and for a date the boxes it is about."""
        found = self.form.errors.get(self.name)
        return [trouble(self, error) for error in found.as_data()] if found else []

    @property
    def first_input(self) -> str:
        """The id of the input an error about this field should land on."""
        if isinstance(self.field, DayField):
            boxes = [box for _text, boxes in self.troubles() for box in boxes]
            return f"{self.auto_id}-{(boxes or ['day'])[0]}"
        return self.auto_id


# Django's own words for these speak of fields and values; ours speak of the question.
SAID_INSTEAD = {
    "required": "Answer “{label}”",
    "invalid_choice": "Choose one of the answers to “{label}”",
    "max_length": "“{label}” has {show_value} letters. Keep it to {limit_value}",
    "min_length": "“{label}” needs at least {limit_value} letters",
}


def trouble(field: Field, error: forms.ValidationError) -> tuple[str, list[str]]:
    """An error's words and the date boxes it is about. Words a form or act wrote itself are kept as they are."""
    params = error.params or {}
    usual = forms.Field.default_error_messages | forms.ChoiceField.default_error_messages
    code = error.code or ""
    ours = SAID_INSTEAD.get(code)
    if ours and (error.message == usual.get(code) or "limit_value" in params):
        return ours.format(**{**params, "label": field.label}), []
    return str(next(iter(error))), list(params.get("boxes", []))


def summary(*given: forms.Form | forms.BaseFormSet | None) -> SafeString | str:
    """Everything wrong with these forms, each line linked to the answer it is about; "" when nothing is."""
    lines = [line for form in each_form(given) for line in lines_of(form)]
    return error_summary(lines) if lines else ""


def each_form(given: Iterable[Any]) -> Iterable[forms.Form]:
    for one in given:
        if isinstance(one, forms.BaseFormSet):
            yield from one.forms
        elif one is not None and one.is_bound:
            yield one


def lines_of(form: forms.Form) -> list[dict[str, str]]:
    """Error lines in the order of the form's fields; those about the whole form come first."""
    if not form.errors:
        return []
    whole = [{"text": str(text)} for text in form.non_field_errors()]
    return whole + [
        {"text": text, "href": f"#{field.first_input}"} for field in fields_of(form) for text in field.words_of_errors
    ]


def fields_of(form: forms.Form) -> Iterable[Field]:
    """The form's fields as ours: the renderer sees to it that they are."""
    return cast(Iterable[Field], form)


def fields_shown(form: forms.Form) -> list[Field]:
    """The fields to draw one after another: not hidden ones, nor those drawn inside a choice that reveals them."""
    inside = {name for field in fields_of(form) for names in field.asked.get("reveals", {}).values() for name in names}
    return [field for field in fields_of(form) if not field.is_hidden and field.name not in inside]


def from_draft(form: type[forms.Form], fields: Mapping[str, Any] | None, **options: Any) -> forms.Form:
    """A fresh form with what a draft had in it: raw answers as they were typed, nothing checked yet."""
    blank, fields = form(**options), fields or {}
    typed = {
        name: field.widget.value_from_datadict(fields, {}, blank.add_prefix(name))
        for name, field in blank.fields.items()
        if fields and not field.widget.value_omitted_from_data(fields, {}, blank.add_prefix(name))
    }
    return form(**{**options, "initial": {**(options.get("initial") or {}), **typed}})


class Renderer(TemplatesSetting):
    """Draws forms with our components. Plain widgets (hidden inputs) come from Django's own templates."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    formset_template_name = "forms/formset.html"
    bound_field_class = Field
    plain = DjangoTemplates()

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("django/forms/"):
            return self.plain.get_template(template_name)
        return super().get_template(template_name)
