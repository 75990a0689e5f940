"""A visit as a calendar entry that gives nothing away: a plain title, a time, and no place at all."""

import uuid
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

LENGTH = timedelta(hours=1)  # calendars need an end; families plan around an hour


def entry(number: int, title: str, starts: datetime, made: datetime) -> bytes:
    """The file itself. No place, no notes, no sender and no reminder: a locked screen shows the title alone."""
    calendar = Calendar()
    calendar.add("prodid", "-//Kith//EN")
    calendar.add("version", "2.0")
    event = Event()
    event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_OID, f"appointment {number}")))
    event.add("summary", title)
    event.add("dtstart", starts.astimezone(UTC))
    event.add("dtend", (starts + LENGTH).astimezone(UTC))
    event.add("dtstamp", made.astimezone(UTC))
    event.add("class", "PRIVATE")
    calendar.add_component(event)
    return calendar.to_ical()
