"""GOV.UK components that take a person somewhere: header, navigation, pages of a list."""

from collections.abc import Mapping, Sequence
from typing import Any

from .base import Attributes, component, part, present


@component("govuk/skip_link.html")
def skip_link(text: str, *, href: str = "#content", classes: str = "", attributes: Attributes = None) -> dict[str, Any]:
    """Straight to the content, for people who go by keyboard."""
    return {}


@component("govuk/generic_header.html")
def generic_header(
    logo: str,
    *,
    url: str = "/",
    container_classes: str = "govuk-width-container",
    classes: str = "",
    attributes: Attributes = None,
) -> dict[str, Any]:
    """The bar at the top with our own word mark."""
    return {}


@component("govuk/service_navigation.html")
def service_navigation(
    navigation: Sequence[Mapping[str, Any] | None] = (),
    *,
    service_name: str = "",
    service_url: str = "",
    aria_label: str = "Service information",
    menu_button_text: str = "Menu",
    menu_button_label: str = "",
    navigation_label: str = "",
    navigation_id: str = "navigation",
    navigation_classes: str = "",
    collapse_navigation_on_mobile: bool | None = None,
    slots: Mapping[str, Any] | None = None,
    classes: str = "",
    attributes: Attributes = None,
) -> dict[str, Any]:
    """The few places a person goes every day. ``navigation``: text, href, active or current."""
    items = [part(item) for item in present(navigation)]
    slots = part(slots)
    end = slots.get("end") or ""
    end_html, align = (end.get("html"), end.get("align")) if isinstance(end, Mapping) else (end, "")
    collapse = len(items) > 1 if collapse_navigation_on_mobile is None else collapse_navigation_on_mobile
    return {
        "items": items,
        "slots": slots,
        "end": end_html,
        "end_inline": align == "inline",
        "collapse": collapse,
        "landmark": navigation_label or menu_button_text,
        "button_label": menu_button_label if menu_button_label != menu_button_text else "",
        "has_list": items or slots.get("navigation_start") or slots.get("navigation_end"),
        "is_section": service_name or slots.get("start") or end_html,
    }


@component("govuk/pagination.html")
def pagination(
    *,
    items: Sequence[Mapping[str, Any] | None] | None = None,
    previous: Mapping[str, Any] | None = None,
    next: Mapping[str, Any] | None = None,
    landmark_label: str = "Pagination",
    classes: str = "",
    attributes: Attributes = None,
) -> dict[str, Any]:
    """Pages of a list. ``items``: number, href, current or ellipsis; ``previous``/``next``: href, text."""
    return {"block": not items and bool(previous or next), "kept": present(items)}
