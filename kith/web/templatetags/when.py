"""Days and moments in words."""

from datetime import date, datetime

from django import template

from kith import words
from kith.access.actor import HOME_TIME
from kith.calendar import ago as ago_in_words

register = template.Library()


@register.filter
def ago(day: date, today: date) -> str:
    """{{ line.from_on|ago:today }}: "3 days ago"."""
    return ago_in_words(day, today) if day else ""


@register.filter
def short_day(day: date, today: date | None = None) -> str:
    """{{ day|short_day }}: "Fri 20 Nov" with the year when it is not this one."""
    return words.short_day(day, today) if day else ""


@register.filter
def moment(at: datetime, today: date | None = None) -> str:
    """{{ visit.planned_for|moment }}: "Fri 20 Nov, 3:40pm"."""
    return words.short_moment(at.astimezone(HOME_TIME), today) if at else ""


@register.filter
def part_of_day(hour: str) -> str:
    """{{ now|date:"H"|part_of_day }}: morning, afternoon or evening."""
    return "morning" if int(hour) < 12 else "afternoon" if int(hour) < 18 else "evening"


@register.filter
def first_name(name: str) -> str:
    return name.split(" ")[0]
