"""GOV.UK components that ask something: labels, hints, errors and the inputs themselves."""

from collections.abc import Mapping, Sequence
from typing import Any

from .base import Attributes, Words, component, ids, part


@component("govuk/error_message.html")
def error_message(
    text: str,
    *,
    id: str = "",
    visually_hidden_text: str = "Error",
    classes: str = "",
    attributes: Attributes = None,
) -> dict[str, Any]:
    """What is wrong with one answer, beside it."""
    return {}


@component("govuk/error_summary.html")
def error_summary(
    error_list: Sequence[Mapping[str, Any]] | None = None,
    *,
    title_text: str = "There is a problem",
    description: str = "",
    disable_auto_focus: bool | None = None,
    classes: str = "",
    attributes: Attributes = None,
) -> dict[str, Any]:
    """Everything that is wrong, at the top, each linked to the answer it is about."""
    return {"no_focus": "" if disable_auto_focus is None else str(disable_auto_focus).lower()}


@component("govuk/fieldset.html")
def fieldset(
    legend: Words = None,
    content: str = "",
    *,
    described_by: str = "",
    role: str = "",
    classes: str = "",
    attributes: Attributes = None,
) -> dict[str, Any]:
    """A group of answers under one question."""
    return {"legend": part(legend)}


@component("govuk/hint.html")
def hint(text: str, *, id: str = "", classes: str = "", attributes: Attributes = None) -> dict[str, Any]:
    """Help that is always visible, before the input."""
    return {}


@component("govuk/label.html")
def label(
    text: str = "",
    *,
    for_id: str = "",
    classes: str = "",
    is_page_heading: bool = False,
    attributes: Attributes = None,
) -> dict[str, Any]:
    """The name of one input."""
    return {}


def around(
    id: str,
    label_: Words,
    hint_: Words,
    error: Words,
    described_by: str,
    form_group: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """What stands around every input: its label, hint and error drawn, and the ids that tie them to it."""
    return {
        "id": id,
        "label_html": label(**{**part(label_), "for_id": id}),
        "group": part(form_group),
        **described(id, hint_, error, described_by),
    }


def described(id: str, hint_: Words, error: Words, own: str = "") -> dict[str, Any]:
    """A question's hint and error drawn, and every id that describes it: its own first."""
    drawn = {"hint_html": "", "error_html": "", "described_by": own}
    if hint_part := part(hint_):
        drawn["hint_html"] = hint(**{"text": "", **hint_part, "id": f"{id}-hint"})
        drawn["described_by"] = ids(drawn["described_by"], f"{id}-hint")
    if error_part := part(error):
        drawn["error_html"] = error_message(**{**error_part, "id": f"{id}-error"})
        drawn["described_by"] = ids(drawn["described_by"], f"{id}-error")
    return drawn


@component("govuk/input.html")
def text_input(
    name: str,
    label: Words = None,
    *,
    id: str = "",
    hint: Words = None,
    error_message: Words = None,
    value: Any = None,
    type: str = "text",
    described_by: str = "",
    prefix: Words = None,
    suffix: Words = None,
    inputmode: str = "",
    autocomplete: str = "",
    autocapitalize: str = "",
    pattern: str = "",
    spellcheck: bool | None = None,
    disabled: bool = False,
    classes: str = "",
    form_group: Mapping[str, Any] | None = None,
    input_wrapper: Mapping[str, Any] | None = None,
    attributes: Attributes = None,
) -> dict[str, Any]:
    """One line of text."""
    drawn = around(id or name, label, hint, error_message, described_by, form_group)
    group, prefix, suffix = drawn["group"], part(prefix), part(suffix)
    wrapped = prefix.get("text") or suffix.get("text") or group.get("before_input") or group.get("after_input")
    spell = None if spellcheck is None else str(spellcheck).lower()
    return {**drawn, "prefix": prefix, "suffix": suffix, "wrapped": wrapped, "spell": spell}


@component("govuk/textarea.html")
def textarea(
    name: str,
    label: Words = None,
    *,
    id: str = "",
    hint: Words = None,
    error_message: Words = None,
    value: Any = None,
    rows: int | str = 5,
    described_by: str = "",
    autocomplete: str = "",
    spellcheck: bool | None = None,
    disabled: bool = False,
    classes: str = "",
    form_group: Mapping[str, Any] | None = None,
    attributes: Attributes = None,
) -> dict[str, Any]:
    """Several lines of text."""
    drawn = around(id or name, label, hint, error_message, described_by, form_group)
    return {**drawn, "spell": None if spellcheck is None else str(spellcheck).lower()}


@component("govuk/select.html")
def select(
    name: str,
    label: Words = None,
    items: Sequence[Mapping[str, Any] | None] = (),
    *,
    id: str = "",
    hint: Words = None,
    error_message: Words = None,
    value: Any = None,
    described_by: str = "",
    disabled: bool = False,
    classes: str = "",
    form_group: Mapping[str, Any] | None = None,
    attributes: Attributes = None,
) -> dict[str, Any]:
    """One of a long list. ``items``: value, text, selected, disabled."""
    drawn = around(id or name, label, hint, error_message, described_by, form_group)
    return {**drawn, "options": [_option(item, value) for item in items or () if item]}


def _option(item: Mapping[str, Any], chosen: Any) -> dict[str, Any]:
    is_it = bool(chosen) and item.get("value", item["text"]) == chosen and item.get("selected") is not False
    return part({**item, "has_value": "value" in item, "selected": item.get("selected") or is_it})
