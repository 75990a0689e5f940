"""Each component we use is drawn as GOV.UK draws it, for every example published in its npm package."""

from typing import Any

import pytest
from django.test.html import parse_html
from django.utils.safestring import mark_safe

from kith.web.components import choices, composed, display, fields, wayfinding

from .options import COMPONENTS, fixtures_of, ours, words

# Examples we do not follow, each with its reason. A name that no longer exists fails the test.
NOT_FOLLOWED = {
    "select": {"with falsy values": "Python writes False where JavaScript writes false; our values are always text"},
}


def take(options: dict[str, Any], *names: str) -> list[Any]:
    return [options.pop(name, "") for name in names]


def group(options: dict[str, Any]) -> dict[str, Any]:
    """The form group's slots hold words or markup; ours hold them directly."""
    slots = ("before_input", "after_input", "before_inputs", "after_inputs")
    given = options.get("form_group")
    if given:
        options["form_group"] = {k: words(v) if k in slots else v for k, v in given.items()}
    return options


def field(draw: Any, options: dict[str, Any]) -> str:
    name, label = take(group(options), "name", "label")
    return draw(name, label, **options)


def input_(options: dict[str, Any]) -> str:
    return field(fields.text_input, options)


def textarea(options: dict[str, Any]) -> str:
    return field(fields.textarea, options)


def select(options: dict[str, Any]) -> str:
    return field(fields.select, options)


SPOKEN = {
    "show_password_text": "show-password",
    "hide_password_text": "hide-password",
    "show_password_aria_label_text": "show-password-aria-label",
    "hide_password_aria_label_text": "hide-password-aria-label",
    "password_shown_announcement_text": "password-shown-announcement",
    "password_hidden_announcement_text": "password-hidden-announcement",
    "characters_under_limit_text": "characters-under-limit",
    "characters_at_limit_text": "characters-at-limit",
    "characters_over_limit_text": "characters-over-limit",
    "words_under_limit_text": "words-under-limit",
    "words_at_limit_text": "words-at-limit",
    "words_over_limit_text": "words-over-limit",
}


def spoken(options: dict[str, Any]) -> dict[str, Any]:
    said = {SPOKEN[name]: options.pop(name) for name in list(SPOKEN) if name in options}
    return {**options, "i18n": said} if said else options


def password_input(options: dict[str, Any]) -> str:
    options["button_classes"] = options.pop("button", {}).get("classes", "")
    return field(composed.password_input, spoken(options))


def character_count(options: dict[str, Any]) -> str:
    options["description"] = options.pop("textarea_description_text", "")
    options["count_message_classes"] = options.pop("count_message", {}).get("classes", "")
    return field(composed.character_count, spoken(options))


def chosen(draw: Any, options: dict[str, Any]) -> str:
    for item in options.get("items", []):
        if item and "conditional" in item:
            item["conditional"] = words(item["conditional"])
    name, items = take(group(options), "name", "items")
    return draw(name, items, **options)


def date_input(options: dict[str, Any]) -> str:
    """Their day, month and year options, where given, are our boxes."""
    named = {name: options.pop(name) for name in ("day", "month", "year") if name in options}
    widths = {"day": 2, "month": 2, "year": 4}
    if options.get("items"):
        options["items"] = [{**(named.get(item["name"]) or {}), **item} for item in options["items"]]
    elif named:
        options["items"] = [
            {"name": name, "width": width, **(named.get(name) or {})}
            for name, width in widths.items()
            if named.get(name, True) is not False
        ]
    return composed.date_input(options.pop("id", ""), **group(options))


def items_first(draw: Any, options: dict[str, Any]) -> str:
    return draw(options.pop("items", []), **options)


def text_first(draw: Any, options: dict[str, Any]) -> str:
    return draw(options.pop("text", ""), **options)


def breadcrumbs(options: dict[str, Any]) -> str:
    return items_first(display.breadcrumbs, options)


def details(options: dict[str, Any]) -> str:
    return display.details(options.pop("summary_text", ""), **options)


def error_summary(options: dict[str, Any]) -> str:
    options["description"] = options.pop("description_text", "")
    options.setdefault("title_text", "")
    return fields.error_summary(options.pop("error_list", None), **options)


def fieldset(options: dict[str, Any]) -> str:
    legend, content = take(options, "legend", "text")
    return fields.fieldset(legend, content, **options)


def label(options: dict[str, Any]) -> str:
    options["for_id"] = options.pop("for", "")
    return fields.label(options.pop("text", ""), **options)


def panel(options: dict[str, Any]) -> str:
    return display.panel(options.pop("title_text", ""), **options)


def phase_banner(options: dict[str, Any]) -> str:
    text, tag = take(options, "text", "tag")
    return display.phase_banner(text, tag, **options)


def summary_list(options: dict[str, Any]) -> str:
    return display.summary_list(options.pop("rows", []), **options)


def table(options: dict[str, Any]) -> str:
    return display.table(options.pop("rows", []), **options)


def generic_header(options: dict[str, Any]) -> str:
    return wayfinding.generic_header(options.pop("logo_text", ""), **options)


def service_navigation(options: dict[str, Any]) -> str:
    slots = options.get("slots") or {}
    options["slots"] = {
        name: {**slot, "html": mark_safe(slot.pop("text"))} if isinstance(slot, dict) else mark_safe(slot)
        for name, slot in slots.items()
    }
    return wayfinding.service_navigation(options.pop("navigation", ()), **options)


def pagination(options: dict[str, Any]) -> str:
    return wayfinding.pagination(**options)


def back_link(options: dict[str, Any]) -> str:
    return display.back_link(**options)


DRAWN = {
    "back-link": back_link,
    "breadcrumbs": breadcrumbs,
    "button": lambda options: text_first(display.button, options),
    "character-count": character_count,
    "checkboxes": lambda options: chosen(choices.checkboxes, options),
    "date-input": date_input,
    "details": details,
    "error-message": lambda options: text_first(fields.error_message, options),
    "error-summary": error_summary,
    "fieldset": fieldset,
    "generic-header": generic_header,
    "hint": lambda options: text_first(fields.hint, options),
    "input": input_,
    "inset-text": lambda options: text_first(display.inset_text, options),
    "label": label,
    "notification-banner": lambda options: text_first(display.notification_banner, options),
    "pagination": pagination,
    "panel": panel,
    "password-input": password_input,
    "phase-banner": phase_banner,
    "radios": lambda options: chosen(choices.radios, options),
    "select": select,
    "service-navigation": service_navigation,
    "skip-link": lambda options: text_first(wayfinding.skip_link, options),
    "summary-list": summary_list,
    "table": table,
    "tabs": lambda options: items_first(display.tabs, options),
    "tag": lambda options: text_first(display.tag, options),
    "task-list": lambda options: items_first(display.task_list, options),
    "textarea": textarea,
    "warning-text": lambda options: text_first(display.warning_text, options),
}


def examples() -> list[Any]:
    if not COMPONENTS.exists():
        reason = "GOV.UK's examples are not here: run `make setup` (or `python assets/build.py`) first"
        return [pytest.param(name, {}, marks=pytest.mark.skip(reason=reason), id=name) for name in DRAWN]
    return [
        pytest.param(component, example, id=f"{component}: {example['name']}")
        for component in DRAWN
        for example in fixtures_of(component)
        if example["name"] not in NOT_FOLLOWED.get(component, {})
    ]


@pytest.mark.parametrize(("component", "example"), examples())
def test_a_component_is_drawn_as_govuk_draws_it(component: str, example: dict[str, Any]) -> None:
    drawn = DRAWN[component](ours(example["options"]))
    assert str(parse_html(drawn)) == str(parse_html(example["html"]))


@pytest.mark.skipif(not COMPONENTS.exists(), reason="GOV.UK's examples are not here: run `make setup` first")
def test_every_example_left_out_still_exists() -> None:
    for component, names in NOT_FOLLOWED.items():
        assert set(names) <= {example["name"] for example in fixtures_of(component)}
