"""Forms in templates: `{{ form }}` draws all of one; these draw it piece by piece.

`{% summary_of form other_form %}` everything wrong, at the top · `{{ form.name|drawn }}` one field.
"""

from django import template

from kith.web.drawing import draw_field
from kith.web.forms import fields_shown, summary

register = template.Library()
register.simple_tag(summary, name="summary_of")
register.filter("drawn", draw_field)
register.filter("shown_fields", fields_shown)
