"""Before you knock: what someone must have in mind at the door, on one page, for one child (users.md 5.4, J1).

A page of the record like any other: printed, it is a marked staff copy; what the family gets goes through the check.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.actor import HOME_TIME
from kith.packs import Pack
from kith.pages.staff import contacts, focusing, keeping
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.pages.staff.rhythm import first_day, rhythm
from kith.pages.staff.visit_clock import visit_clock
from kith.people import queries as people
from kith.story import queries as story
from kith.visits import queries, rules
from kith.voice import queries as voice

LATEST = 3  # visits told in full
# Of all about me, what a visit needs.
WITH_THEM = ("pace", "speaks", "tell_me", "afraid_of", "works", "less_helpful", "knows_me", "celebrates")
AT_THE_DOOR = ("at_door", "do_not", "tonight")


@child_page("before a visit")
def before_you_knock(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Nineteen queries besides those of every page of a record."""
    child, today, pack = opened.child, opened.actor.today, pack_of(opened)
    about = people.about_me(child)
    clock, planned = visit_clock(opened), queries.visits_to_come(child).first()
    made = queries.made_to(child, LATEST)
    marks = queries.marks_since(child, first_day(today))
    return render(
        request,
        "pages/visits/before.html",
        {
            **header(opened, "child-contacts"),
            "focus_prompt": focusing.prompt(story.focus_of(child, today), child.called),
            "planned": planned,
            "where": label(pack, "visit_mode", planned.mode) if planned else "",
            "together": queries.planned_together(planned) if planned else [],
            "clock": clock,
            "household": _household(opened, pack),
            "homes": opened.homes.now,
            "dangers": keeping.around(opened, opened.everyone_around)["dangers"],
            "at_the_door": [line for kind in AT_THE_DOOR for line in opened.situation.get(kind, [])],
            "owed": list(voice.wishes_owed(child)),
            "words": voice.on_the_front_page(child, [])[0],
            "promised": queries.promises_open([child]).get(child.pk, []),
            "with_them": _with_them(about, pack),
            "coping": about.get("coping", []),
            "in_danger": bool(opened.situation.get("danger")),
            "languages": _languages(opened, pack),
            "made": [contacts.told(one, pack) for one in made],
            "rhythm": rhythm(marks, today, clock.due if clock else None) if marks else None,
            "rhythm_headings": contacts.RHYTHM_HEADINGS,
            "usual_time": rules.usual_time([one.line.visit.happened_at.astimezone(HOME_TIME) for one in made]),
        },
    )


def _household(opened: Opened, pack: Pack) -> list[dict[str, str]]:
    """Who lives there, and what each is to the child; empty for someone nobody has placed in the family."""
    relations = {one.person.pk: one.relation for one in opened.family}
    named = [(person, pack.relationships.get(relations.get(person.pk, ""))) for person in opened.homes.household]
    return [{"called": person.called, "relation": kin.label if kin else ""} for person, kin in named]


def _with_them(held: dict[str, list[Any]], pack: Pack) -> list[dict[str, Any]]:
    return [{"title": label(pack, "about_me_part", part), "lines": held[part]} for part in WITH_THEM if held.get(part)]


def _languages(opened: Opened, pack: Pack) -> list[dict[str, Any]]:
    """Who needs an interpreter or speaks another language, of the child and those at home."""
    return [
        {
            "called": row.person.called,
            "language": label(pack, "language", row.code),
            "interpreter": row.interpreter_needed,
            "note": row.note,
        }
        for row in people.languages_of([opened.child, *opened.homes.household])
    ]
