"""The letter a family gets when another worker leads: who, how to reach them, what goes on, the goodbye (S4-28)."""

from typing import Any

from kith.involvement import queries
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.opening import Opened
from kith.words import in_full


def lead_text(opened: Opened) -> str:
    """In words for a family; empty while nobody leads. Three queries."""
    lead = queries.who_leads(opened.child)
    if lead is None:
        return ""
    name, today = opened.child.called.partition(" ")[0], opened.actor.today
    level = next((one for one in pack_of(opened).levels if one.code == lead.spell.level), None)
    changes = queries.continuity_of(opened.child, today).changes
    former = next((one for one in reversed(changes) if one.until_on == lead.from_on), None)
    reach = queries.how_to_reach([lead.account_id]).get(lead.account_id)
    parts = [
        f"Who works with {name} now",
        f"From {in_full(lead.from_on)}, {lead.name} leads our work with {name}."
        + (f" You can ring {lead.name} on {lead.phone}." if lead.phone else ""),
        *_reached(lead, reach),
        f"The help is: {level.label}. {level.plain}" if level else "",
        f"{former.name} led it before." + _parted(lead) if former else "",
        f"What you agreed goes on: {lead.carried_on}" if lead.carried_on else "",
        f"If {lead.name} is not the right person for {name}, say so to any of us. You may ask for somebody else.",
    ]
    return "\n\n".join(part for part in parts if part)


def _reached(lead: Any, reach: Any) -> list[str]:
    """In the worker’s own words."""
    if reach is None:
        return []
    hours = f"When {lead.name} is there: {reach.hours}" if reach.hours else ""
    return [hours, reach.how, f"At other times: {reach.outside}" if reach.outside else ""]


def _parted(lead: Any) -> str:
    met = f" Both met you on {in_full(lead.met_together_on)}." if lead.met_together_on else ""
    return met + (f" The goodbye was on {in_full(lead.goodbye_on)}." if lead.goodbye_on else "")
