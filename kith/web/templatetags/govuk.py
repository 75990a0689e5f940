"""GOV.UK components as template tags: `{% button "Save" %}`, `{% details "Why we ask" %}…{% enddetails %}`.

Options are those of `kith.web.components`; tags that hold other content are written as a pair.
"""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from kith.web.components import choices, composed, display, fields, wayfinding

register = template.Library()

for name, draw in {
    "back_link": display.back_link,
    "breadcrumbs": display.breadcrumbs,
    "button": display.button,
    "character_count": composed.character_count,
    "checkboxes": choices.checkboxes,
    "date_input": composed.date_input,
    "error_message": fields.error_message,
    "error_summary": fields.error_summary,
    "generic_header": wayfinding.generic_header,
    "hint": fields.hint,
    "input": fields.text_input,
    "label": fields.label,
    "pagination": wayfinding.pagination,
    "password_input": composed.password_input,
    "phase_banner": display.phase_banner,
    "radios": choices.radios,
    "select": fields.select,
    "service_navigation": wayfinding.service_navigation,
    "skip_link": wayfinding.skip_link,
    "summary_list": display.summary_list,
    "table": display.table,
    "tag": display.tag,
    "task_list": display.task_list,
    "textarea": fields.textarea,
    "warning_text": display.warning_text,
}.items():
    register.simple_tag(draw, name=name)


@register.simple_block_tag
def details(content: SafeString, summary_text: str, **options: Any) -> SafeString:
    """`{% details "Why we ask" %}…{% enddetails %}`"""
    return display.details(summary_text, content, **options)


@register.simple_block_tag
def inset_text(content: SafeString, **options: Any) -> SafeString:
    """`{% inset_text %}…{% endinset_text %}`"""
    return display.inset_text(content, **options)


@register.simple_block_tag
def notification_banner(content: SafeString, **options: Any) -> SafeString:
    """`{% notification_banner type="success" %}…{% endnotification_banner %}`"""
    return display.notification_banner(content, **options)


@register.simple_block_tag
def panel(content: SafeString, title_text: str, **options: Any) -> SafeString:
    """`{% panel "Sent" %}…{% endpanel %}`"""
    return display.panel(title_text, content, **options)


@register.simple_block_tag
def fieldset(content: SafeString, legend: str, legend_classes: str = "", **options: Any) -> SafeString:
    """`{% fieldset "Where was this?" %}…{% endfieldset %}`"""
    return fields.fieldset({"text": legend, "classes": legend_classes}, content, **options)


@register.simple_block_tag(takes_context=True)
def tabs(context: Context, content: SafeString, **options: Any) -> SafeString:
    """`{% tabs %}{% tab "As a list" %}…{% endtab %}{% tab "As a picture" %}…{% endtab %}{% endtabs %}`"""
    kept = context.render_context.get("tabs") or []
    context.render_context["tabs"] = []
    return display.tabs(kept, id_prefix="tab", **options)


@register.simple_block_tag(takes_context=True)
def tab(context: Context, content: SafeString, label: str, id: str = "") -> str:
    """One panel of `{% tabs %}`."""
    kept = context.render_context.get("tabs") or []
    context.render_context["tabs"] = [*kept, {"label": label, "id": id, "panel": content}]
    return ""
