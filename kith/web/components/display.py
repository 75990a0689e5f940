"""GOV.UK components that show something: text, lists, states, ways on and back."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.safestring import SafeString

from .base import Attributes, Words, component, part, present

Items = Sequence[Mapping[str, Any] | None]


@component("govuk/button.html")
def button(
    text: str,
    *,
    href: str = "",
    classes: str = "",
    name: str = "",
    value: str = "",
    type: str = "submit",
    id: str = "",
    disabled: bool = False,
    is_start_button: bool = False,
    prevent_double_click: bool | None = None,
    attributes: Attributes = None,
) -> dict[str, Any]:
    """A button, or a link that looks like one when there is an href."""
    return {
        "start_with_markup": is_start_button and isinstance(text, SafeString),
        "double_click": "" if prevent_double_click is None else str(prevent_double_click).lower(),
    }


@component("govuk/back_link.html")
def back_link(
    href: str = "#", text: str = "Back", *, classes: str = "", attributes: Attributes = None
) -> dict[str, Any]:
    """The way back, first thing on the page."""
    return {}


@component("govuk/breadcrumbs.html")
def breadcrumbs(
    items: Items,
    *,
    label_text: str = "Breadcrumb",
    classes: str = "",
    collapse_on_mobile: bool = False,
    attributes: Attributes = None,
) -> dict[str, Any]:
    """Where this page sits. ``items``: text, href, attributes."""
    return {}


@component("govuk/details.html")
def details(
    summary_text: str,
    text: str = "",
    *,
    id: str = "",
    classes: str = "",
    open: bool = False,
    attributes: Attributes = None,
) -> dict[str, Any]:
    """Something a reader may want and need not see at first."""
    return {}


@component("govuk/inset_text.html")
def inset_text(text: str, *, id: str = "", classes: str = "", attributes: Attributes = None) -> dict[str, Any]:
    """A passage set apart from the text around it."""
    return {}


@component("govuk/notification_banner.html")
def notification_banner(
    text: str,
    *,
    type: str = "",
    role: str = "",
    title_text: str = "",
    title_id: str = "govuk-notification-banner-title",
    title_heading_level: int | str = 2,
    disable_auto_focus: bool | None = None,
    classes: str = "",
    attributes: Attributes = None,
) -> dict[str, Any]:
    """News about what just happened, or about the whole page: one at most."""
    success = type == "success"
    return {
        "success": success,
        "role": role or ("alert" if success else "region"),
        "title": title_text or ("Success" if success else "Important"),
        "no_focus": "" if disable_auto_focus is None else str(disable_auto_focus).lower(),
        "is_markup": isinstance(text, SafeString),
    }


@component("govuk/panel.html")
def panel(
    title_text: str,
    text: str = "",
    *,
    heading_level: int = 1,
    classes: str = "",
    actions: Mapping[str, Any] | None = None,
    attributes: Attributes = None,
) -> dict[str, Any]:
    """It is done, with its reference and what happens next; or, as an interruption, one clear question."""
    interruption = "govuk-panel--interruption" in (classes or "")
    links = [_panel_action(item) for item in present((actions or {}).get("items"))]
    return {"interruption": interruption, "links": links if interruption else []}


def _panel_action(item: Mapping[str, Any]) -> Mapping[str, Any]:
    if item.get("href") and item.get("type") != "button":
        return item
    return {
        "button": button(
            item["text"],
            type=item.get("type") or "button",
            classes=" ".join(["govuk-button--inverse", *filter(None, [item.get("classes")])]),
            href=item.get("href") or "",
            attributes=item.get("attributes"),
        )
    }


@component("govuk/phase_banner.html")
def phase_banner(text: str, tag: Words, *, classes: str = "", attributes: Attributes = None) -> dict[str, Any]:
    """A tag and one line above the page."""
    return {"tag": part(tag)}


@component("govuk/summary_list.html")
def summary_list(
    rows: Items, *, card: Mapping[str, Any] | None = None, classes: str = "", attributes: Attributes = None
) -> dict[str, Any]:
    """Facts by name. ``rows``: key, value (strings or parts), actions {items: text, href,
    visually_hidden_text}; ``card``: title, actions, classes."""
    kept = [_summary_row(row) for row in present(rows)]
    any_actions = any(row["links"] for row in kept)
    if card is not None:
        card = {**card, "title": part(card.get("title")), "links": _links(card)}
    return {"rows": kept, "any_actions": any_actions, "card": card}


def _links(owner: Mapping[str, Any]) -> list[Any]:
    return present((owner.get("actions") or {}).get("items"))


def _summary_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **row,
        "key": part(row.get("key")),
        "value": part(row.get("value")),
        "links": _links(row),
        "has_action_list": (row.get("actions") or {}).get("items") is not None,
    }


@component("govuk/table.html")
def table(
    rows: Sequence[Sequence[Words] | None],
    *,
    head: Sequence[Words] | None = None,
    caption: str = "",
    caption_classes: str = "",
    first_cell_is_header: bool = False,
    classes: str = "",
    attributes: Attributes = None,
) -> dict[str, Any]:
    """A table. Cells and headings are strings or parts (text, format "numeric", classes, colspan)."""
    return {
        "head": [part(item) for item in head or ()],
        "rows": [[part(cell) for cell in row] for row in present(rows)],
    }


@component("govuk/tabs.html")
def tabs(
    items: Items,
    *,
    title: str = "Contents",
    id: str = "",
    id_prefix: str = "",
    classes: str = "",
    attributes: Attributes = None,
) -> dict[str, Any]:
    """Same-kind content side by side; headings one after another on paper and without JavaScript."""
    kept = [
        {
            **item,
            "id": item.get("id") or f"{id_prefix}-{number}",
            "panel": part(item.get("panel")),
            "panel_is_markup": isinstance(part(item.get("panel")).get("text"), SafeString),
        }
        for number, item in enumerate(items or (), start=1)
        if item
    ]
    return {"items": kept}


@component("govuk/tag.html")
def tag(text: str, *, classes: str = "", attributes: Attributes = None) -> dict[str, Any]:
    """A state in a word or two."""
    return {}


@component("govuk/warning_text.html")
def warning_text(
    text: str, *, icon_fallback_text: str = "Warning", classes: str = "", attributes: Attributes = None
) -> dict[str, Any]:
    """Something that must be known before going on."""
    return {}


@component("govuk/task_list.html")
def task_list(
    items: Items, *, id_prefix: str = "task-list", classes: str = "", attributes: Attributes = None
) -> dict[str, Any]:
    """What is left to do. ``items``: title, hint (strings or parts), href, status {text} or {tag: {text}}."""
    kept = [
        {
            **item,
            "number": number,
            "title": part(item.get("title")),
            "hint": part(item.get("hint")),
            "status": part(item.get("status")),
        }
        for number, item in enumerate(items or (), start=1)
        if item
    ]
    return {"items": kept}
