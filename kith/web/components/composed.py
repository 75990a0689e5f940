"""GOV.UK components made of other components: passwords, counted text, dates in three boxes."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .base import Attributes, Words, component, part, present
from .display import button
from .fields import described, text_input, textarea
from .fields import hint as draw_hint


def spoken(i18n: Mapping[str, Any] | None) -> dict[str, Any]:
    """What GOV.UK's script says aloud, where our words differ: {"hide-password": "Hide"}, or by plural rule."""
    out: dict[str, Any] = {}
    for key, words in (i18n or {}).items():
        by_rule = words.items() if isinstance(words, Mapping) else [("", words)]
        out.update({f"data-i18n.{key}{rule and '.' + rule}": text for rule, text in by_rule})
    return out


def dressed(
    group: Mapping[str, Any] | None, module: str, after: SafeString, attributes: Mapping[str, Any]
) -> dict[str, Any]:
    """A form group that one of GOV.UK's scripts works on, with a piece after the input."""
    group = group or {}
    return {
        "classes": f"{module} {group.get('classes') or ''}".rstrip(),
        "attributes": {"data-module": module, **attributes, **(group.get("attributes") or {})},
        "before_input": group.get("before_input"),
        "after_input": format_html("{}{}", after, group.get("after_input") or ""),
    }


def password_input(
    name: str,
    label: Words = None,
    *,
    id: str = "",
    classes: str = "",
    autocomplete: str = "current-password",
    button_classes: str = "",
    form_group: Mapping[str, Any] | None = None,
    i18n: Mapping[str, str] | None = None,
    **others: Any,
) -> SafeString:
    """A password, with a button to see what was typed. Pasting is never prevented."""
    i18n = i18n or {}
    toggle = button(
        i18n.get("show-password", "Show"),
        type="button",
        classes="govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
        f" {button_classes}".rstrip(),
        attributes={
            "aria-controls": id or name,
            "aria-label": i18n.get("show-password-aria-label", "Show password"),
            "hidden": True,
        },
    )
    return text_input(
        name,
        label,
        id=id,
        type="password",
        classes=f"govuk-password-input__input govuk-js-password-input-input {classes or ''}".rstrip(),
        autocomplete=autocomplete,
        autocapitalize="none",
        spellcheck=False,
        input_wrapper={"classes": "govuk-password-input__wrapper"},
        form_group=dressed(form_group, "govuk-password-input", toggle, spoken(i18n)),
        **others,
    )


def character_count(
    name: str,
    label: Words = None,
    *,
    id: str = "",
    maxlength: int | str | None = None,
    maxwords: int | str | None = None,
    count_type: str = "",
    threshold: int | str | None = None,
    description: str = "",
    count_message_classes: str = "",
    classes: str = "",
    form_group: Mapping[str, Any] | None = None,
    i18n: Mapping[str, Any] | None = None,
    **others: Any,
) -> SafeString:
    """A long answer with a gentle count. It never cuts text short."""
    field_id = id or name
    count_type = count_type or ("words" if maxwords else "")
    limit = maxwords or maxlength
    what = "words" if count_type == "words" else "characters"
    says = (description or f"You can enter up to %{{count}} {what}").replace("%{count}", str(limit or ""))
    message = draw_hint(
        says if limit else "",
        id=f"{field_id}-info",
        classes=f"govuk-character-count__message {count_message_classes or ''}".rstrip(),
    )
    unbounded = {"textarea-description": {"other": description}} if description and not limit else {}
    limits = {
        "data-maxlength": maxlength,
        "data-maxwords": maxwords,
        "data-threshold": threshold,
        "data-count-type": count_type or None,
        **spoken({**unbounded, **(i18n or {})}),
    }
    return textarea(
        name,
        label,
        id=id,
        described_by=f"{field_id}-info",
        classes=f"govuk-js-character-count {classes or ''}".rstrip(),
        form_group=dressed(form_group, "govuk-character-count", message, limits),
        **others,
    )


@component("govuk/date_input.html")
def date_input(
    id: str = "",
    *,
    name_prefix: str = "",
    items: Sequence[Mapping[str, Any] | None] | None = None,
    values: Mapping[str, Any] | None = None,
    legend: Words = None,
    fieldset: Mapping[str, Any] | None = None,
    hint: Words = None,
    error_message: Words = None,
    classes: str = "",
    form_group: Mapping[str, Any] | None = None,
    attributes: Attributes = None,
) -> dict[str, Any]:
    """A date in three boxes. ``items`` default to day, month and year; each may carry name, value,
    label, width, classes, error (bool). ``values`` gives values by name."""
    fieldset = {"legend": legend, **(fieldset or {})} if legend or fieldset is not None else None
    boxes = present(items) or [{"name": "day"}, {"name": "month"}, {"name": "year"}]
    flagged = any(box.get("error") or "govuk-input--error" in (box.get("classes") or "") for box in boxes)
    blame_all = bool(error_message) and not flagged
    return {
        "boxes": [date_box(box, id, name_prefix, values or {}, blame_all) for box in boxes],
        "fieldset": part(fieldset) if fieldset is not None else None,
        "legend": part((fieldset or {}).get("legend")),
        "group": part(form_group),
        **described(id, hint, error_message, (fieldset or {}).get("described_by") or ""),
    }


def date_box(
    box: Mapping[str, Any], id: str, name_prefix: str, values: Mapping[str, Any], blame_all: bool
) -> SafeString:
    """One box of a date. The whole date is marked wrong unless some box already is."""
    name, given = box["name"], box.get("classes") or ""
    full_name = f"{name_prefix}-{name}" if name_prefix else name
    wrong = box.get("error") or (blame_all and box.get("error") is not False)
    width = f"govuk-input--width-{box.get('width') or (4 if name == 'year' else 2)}"
    classes = [
        "govuk-date-input__input",
        "govuk-input--error" if wrong and "govuk-input--error" not in given else "",
        width if "govuk-input--width-" not in given else "",
        given,
    ]
    value = box.get("value")
    return text_input(
        full_name,
        {"text": box.get("label") or name.capitalize(), "classes": "govuk-date-input__label"},
        id=box.get("id") or f"{id}-{name}",
        classes=" ".join(filter(None, classes)),
        value=values.get(full_name) if value is None else value,
        inputmode=box.get("inputmode") or "numeric",
        autocomplete=box.get("autocomplete") or "",
        pattern=box.get("pattern") or "",
        attributes=box.get("attributes"),
    )
