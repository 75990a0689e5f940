"""Forms in templates: `{{ form }}` draws all of one; these draw it piece by piece.

`{% summary_of form other_form %}` everything wrong, at the top · `{{ form.name|drawn }}` one field.
"""

from collections.abc import Iterable

from django import template
from django.forms import Form

from kith.web.drawing import draw_field
from kith.web.forms import Field, fields_of, summary

register = template.Library()
register.simple_tag(summary, name="summary_of")
register.filter("drawn", draw_field)


@register.filter
def shown_fields(form: Form) -> Iterable[Field]:
    """The fields to draw one after another: not hidden ones, nor those drawn inside a choice that reveals them."""
    inside = {name for field in fields_of(form) for names in field.asked.get("reveals", {}).values() for name in names}
    return [field for field in fields_of(form) if not field.is_hidden and field.name not in inside]
