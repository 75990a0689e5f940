"""The pieces every page is made of: functions from plain words to HTML.

A piece takes text (escaped) or ``SafeString`` (kept as markup) wherever GOV.UK's own macros take
``text`` or ``html``; everything else is named as there, in snake_case. The same functions serve
templates (``{% load govuk kith %}``), the form renderer and Python, so there is one spelling of each.
"""
