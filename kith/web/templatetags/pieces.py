"""Two filters the component templates are written with."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kith.web.components import base

register = template.Library()
register.filter("attrs", base.attrs)


@register.filter
def spaced(classes: str | None) -> SafeString | str:
    """Further class names, with the space that joins them to the first."""
    return format_html(" {}", classes) if classes else ""
