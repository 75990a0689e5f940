"""GOV.UK radios and checkboxes: one of a few, or any of a few."""

from collections.abc import Mapping, Sequence
from typing import Any

from .base import Attributes, Part, Words, component, ids, part
from .fields import described
from .fields import hint as draw_hint
from .fields import label as draw_label

Items = Sequence[Mapping[str, Any] | None]


@component("govuk/radios.html")
def radios(
    name: str,
    items: Items = (),
    *,
    legend: Words = None,
    id_prefix: str = "",
    value: Any = None,
    hint: Words = None,
    error_message: Words = None,
    fieldset: Mapping[str, Any] | None = None,
    classes: str = "",
    form_group: Mapping[str, Any] | None = None,
    attributes: Attributes = None,
) -> dict[str, Any]:
    """One of a few. ``items``: value, text, hint, checked, disabled, conditional (HTML shown when
    chosen), divider (a word between items)."""
    around = _around(id_prefix or name, name, legend, hint, error_message, fieldset, form_group)
    chosen = {value} if value else set()
    return {**around, "choices": _choices("radios", items, around, chosen)}


@component("govuk/checkboxes.html")
def checkboxes(
    name: str,
    items: Items = (),
    *,
    legend: Words = None,
    id_prefix: str = "",
    values: Sequence[Any] | None = None,
    hint: Words = None,
    error_message: Words = None,
    described_by: str = "",
    fieldset: Mapping[str, Any] | None = None,
    classes: str = "",
    form_group: Mapping[str, Any] | None = None,
    attributes: Attributes = None,
) -> dict[str, Any]:
    """Any of a few. ``items`` as for radios, plus name and behaviour ("exclusive") for each."""
    around = _around(id_prefix or name, name, legend, hint, error_message, fieldset, form_group, described_by)
    return {**around, "choices": _choices("checkboxes", items, around, set(values or ()))}


def _around(
    prefix: str,
    name: str,
    legend: Words,
    hint: Words,
    error: Words,
    fieldset: Mapping[str, Any] | None,
    form_group: Mapping[str, Any] | None,
    described_by: str = "",
) -> dict[str, Any]:
    if legend or fieldset:
        fieldset = {"legend": legend, **(fieldset or {})}
    own = (fieldset or {}).get("described_by") or described_by
    return {
        "prefix": prefix,
        "name": name,
        "fieldset": part(fieldset) if fieldset else None,
        "legend": part((fieldset or {}).get("legend")),
        "group": part(form_group),
        **described(prefix, hint, error, own),
    }


def _choices(kind: str, items: Items, around: Mapping[str, Any], chosen: set[Any]) -> list[Part]:
    """Each choice with its id (the first has no number, so that an error can link to it), label and hint."""
    return [
        part(item if item.get("divider") else _choice(kind, number, item, around, chosen))
        for number, item in enumerate(items or (), start=1)
        if item
    ]


def _choice(
    kind: str, number: int, item: Mapping[str, Any], around: Mapping[str, Any], chosen: set[Any]
) -> dict[str, Any]:
    own_id = item.get("id") or around["prefix"] + (f"-{number}" if number > 1 else "")
    label, hint = part(item.get("label")), part(item.get("hint"))
    hint_id = f"{own_id}-item-hint" if hint.get("text") else ""
    # Without a fieldset to carry it, each checkbox says for itself what describes the group.
    inherited = "" if around["fieldset"] or kind == "radios" else around["described_by"]
    return {
        **item,
        "id": own_id,
        "name": item.get("name") or around["name"],
        "checked": item.get("checked") or (item.get("value") in chosen and item.get("checked") is not False),
        "label_html": draw_label(
            item.get("text", ""),
            for_id=own_id,
            classes=" ".join(filter(None, [f"govuk-{kind}__label", label.get("classes")])),
            attributes=label.get("attributes"),
        ),
        "hint_html": hint_id
        and draw_hint(
            hint["text"],
            id=hint_id,
            classes=" ".join(filter(None, [f"govuk-{kind}__hint", hint.get("classes")])),
            attributes=hint.get("attributes"),
        ),
        "described_by": ids(inherited, hint_id),
        "conditional_id": f"conditional-{own_id}" if item.get("conditional") else "",
    }
