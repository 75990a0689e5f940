"""Kith's own components as template tags. Options are those of `kith.web.components.own`."""

from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kith.web.components import own

register = template.Library()

for name, draw in {
    "audience_note": own.audience_note,
    "empty_state": own.empty,
    "identity_bar": own.identity_bar,
    "measure_card": own.measure_card,
    "owed_badge": own.owed_badge,
    "provenance": own.provenance,
    "safety_banner": own.safety_banner,
    "saved_state": own.saved_state,
    "side_navigation": own.side_navigation,
    "standard_hint": own.standard_hint,
    "state": own.state,
    "voice_quote": own.voice_quote,
}.items():
    register.simple_tag(draw, name=name)

for name, draw in {
    "card": own.card,
    "child_row": own.child_row,
    "reasons_box": own.reasons_box,
    "story_item": own.story_item,
}.items():
    register.simple_block_tag(draw, name=name)


@register.simple_tag(takes_context=True)
def protected_fact(context: Context, label: str, **options: Any) -> SafeString:
    """`{% protected_fact "Address" protected_from="Gary" reveal_url=url %}`"""
    return own.protected_fact(label, csrf_token=context.get("csrf_token", ""), **options)


@register.simple_block_tag
def story(content: SafeString, label: str = "") -> SafeString:
    """`{% story %}{% story_item date="6 Nov 2026" title="…" %}…{% endstory_item %}{% endstory %}`"""
    return format_html('<ol class="kith-story"{}>{}</ol>', own.named(label), content)


@register.simple_tag(takes_context=True)
def form_keys(context: Context) -> SafeString:
    """What every posted form carries: proof it is ours, and a key so that sending it twice records it once.

    A form that keeps a draft also says whose its words are.
    """
    carried = {
        "csrfmiddlewaretoken": context.get("csrf_token", ""),
        "key": context.get("key", ""),
        **({"whose": context["whose"]} if context.get("whose") else {}),
    }
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', carried.items())
