"""How each kind of field is drawn: which component, with which of the field's own words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from kith.web.components import choices, composed, fields
from kith.web.components.own import standard_hint
from kith.web.days import BOXES, Boxes, boxes_of

if TYPE_CHECKING:
    from kith.web.forms import Field

FEW = 6  # a choice of this many or fewer is shown whole
LINES = 4  # of a long answer, unless it is asked for with more: the box grows by hand
CHOOSE = "Choose one"
TO_FINISH = "Needed to finish. You can save without it."


def draw_field(field: "Field") -> SafeString:
    """One field with its label, hint, error and input, or just the input when it is hidden."""
    if field.is_hidden:
        return mark_safe(str(field))  # noqa: S308 (Django's own widget markup)
    draw = next(draw for kind, draw in KINDS if isinstance(field.field.widget, kind))
    drawn = draw(field)
    if standard := field.asked.get("standard"):
        return mark_safe(standard_hint(standard, field.asked.get("standard_code", "")) + drawn)  # noqa: S308
    return drawn


def around(field: "Field") -> dict[str, Any]:
    """What every component is told: the hint and the first error."""
    finish = TO_FINISH if field.asked.get("to_finish") else ""
    errors = field.words_of_errors
    return {
        "hint": " ".join(filter(None, [str(field.help_text or ""), finish])) or None,
        "error_message": errors[0] if errors else None,
    }


def label(field: "Field") -> dict[str, Any]:
    hidden = "govuk-visually-hidden" if field.asked.get("hide_label") else ""
    return {"text": field.label, "classes": f"{field.asked.get('label_classes') or ''} {hidden}".strip()}


def legend(field: "Field") -> dict[str, Any]:
    hidden = "govuk-visually-hidden" if field.asked.get("hide_label") else ""
    classes = field.asked.get("legend_classes") or "govuk-fieldset__legend--s"
    return {"text": field.asked.get("legend") or field.label, "classes": f"{classes} {hidden}".strip()}


def attributes(field: "Field", *used: str) -> dict[str, Any]:
    """The widget's own attributes, but for those a component has an option for."""
    given = {**field.field.widget.attrs, "lang": field.asked.get("lang")}
    return {name: value for name, value in given.items() if name not in ("class", *used)}


def draw_day(field: "Field") -> SafeString:
    wrong = {box for _text, boxes in field.troubles() for box in boxes}
    typed = boxes_of(field.value())
    return composed.date_input(
        field.auto_id,
        name_prefix=field.html_name,
        items=[{"name": box, "value": typed[box], "error": box in wrong or None} for box in BOXES],
        legend=legend(field),
        attributes={"data-day": "recent" if field.asked.get("recent") else None},
        **around(field),
    )


def draw_textarea(field: "Field") -> SafeString:
    how = field.asked
    options = {
        "id": field.auto_id,
        "value": field.value() or "",
        "rows": how.get("rows") or LINES,
        "classes": how.get("classes", ""),
        "attributes": attributes(field, "rows", "cols"),
        **around(field),
    }
    if how.get("max_words"):
        return composed.character_count(
            field.html_name, label(field), maxlength=how["max_words"], count_type="words", threshold=75, **options
        )
    return fields.textarea(field.html_name, label(field), **options)


def draw_password(field: "Field") -> SafeString:
    return composed.password_input(
        field.html_name,
        label(field),
        id=field.auto_id,
        autocomplete=field.field.widget.attrs.get("autocomplete", "current-password"),
        **around(field),
    )


def draw_line(field: "Field") -> SafeString:
    how, widget = field.asked, field.field.widget
    return fields.text_input(
        field.html_name,
        label(field),
        id=field.auto_id,
        value=widget.format_value(field.value()),
        type=getattr(widget, "input_type", "text"),
        prefix=how.get("prefix"),
        suffix=how.get("suffix"),
        autocomplete=widget.attrs.get("autocomplete", ""),
        inputmode=widget.attrs.get("inputmode", ""),
        classes=how.get("classes", ""),
        attributes=attributes(field, "autocomplete", "inputmode"),
        **around(field),
    )


def draw_tick(field: "Field") -> SafeString:
    """A single checkbox: its label is beside it; a legend only when one was asked for."""
    drawn = around(field)
    item = {"value": "on", "text": field.label, "checked": bool(field.value()), "hint": drawn.pop("hint")}
    item["conditional"] = revealed(field, "on")
    return choices.checkboxes(
        field.html_name,
        [item],
        id_prefix=field.auto_id,
        legend=legend(field) if field.asked.get("legend") else None,
        classes="govuk-checkboxes--small" if field.asked.get("inline") else "",
        **drawn,
    )


def draw_ticks(field: "Field") -> SafeString:
    return choices.checkboxes(
        field.html_name,
        items_of(field),
        id_prefix=field.auto_id,
        legend=legend(field),
        values=[str(value) for value in field.value() or ()],
        **around(field),
    )


def draw_choice(field: "Field") -> SafeString:
    """Radios for a few choices, a drop-down for many."""
    shown = [item for item in items_of(field) if item["value"] or item["text"] != CHOOSE]
    if field.asked.get("as_select") or (len(shown) > FEW and not isinstance(field.field.widget, forms.RadioSelect)):
        return fields.select(
            field.html_name,
            label(field),
            items_of(field),
            id=field.auto_id,
            value=text_of(field.value()),
            classes=field.asked.get("classes", ""),
            **around(field),
        )
    chosen = text_of(field.value())
    return choices.radios(
        field.html_name,
        [{**item, "checked": item["value"] == chosen and field.value() is not None} for item in shown],
        id_prefix=field.auto_id,
        legend=legend(field),
        classes="govuk-radios--inline" if field.asked.get("inline") else "",
        **around(field),
    )


def items_of(field: "Field") -> list[dict[str, Any]]:
    """A choice field's items: value, text, its hint, and the fields it reveals, drawn."""
    hints = field.asked.get("choice_hints", {})
    options: Any = field.field
    return [
        {
            "value": text_of(value),
            "text": CHOOSE if is_blank(text) else text,
            "hint": hints.get(text_of(value)),
            "conditional": revealed(field, text_of(value)),
        }
        for value, text in options.choices
    ]


def is_blank(text: Any) -> bool:
    """Django's "---------", which is no answer."""
    return not str(text).strip("- ")


def text_of(value: Any) -> str:
    return "" if value is None else str(value)


def revealed(field: "Field", choice: str) -> SafeString | str:
    """The fields a choice brings into view, drawn."""
    names = field.asked.get("reveals", {}).get(choice, ())
    return mark_safe("".join(draw_field(cast("Field", field.form[name])) for name in names))  # noqa: S308 (drawn above)


def draw_other(field: "Field") -> SafeString:
    """A widget we have no component for: its own markup, with our label, hint and error around it."""
    told = around(field)
    parts = fields.around(field.auto_id, label(field), told["hint"], told["error_message"], "", None)
    return SafeString(get_template("forms/other.html").render({"widget": str(field), **parts}))


KINDS: list[tuple[type | tuple[type, ...], Callable[["Field"], SafeString]]] = [
    (Boxes, draw_day),
    (forms.CheckboxInput, draw_tick),
    ((forms.CheckboxSelectMultiple, forms.SelectMultiple), draw_ticks),
    (forms.Select, draw_choice),
    (forms.RadioSelect, draw_choice),
    (forms.Textarea, draw_textarea),
    (forms.PasswordInput, draw_password),
    (forms.FileInput, draw_other),
    (forms.widgets.Input, draw_line),
    (forms.Widget, draw_other),
]
