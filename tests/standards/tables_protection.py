"""The front door, protection, care and what stands around a child: one kept, one broken, one not made to each."""

from datetime import date

from kith.standards.shapes import Asked, Events, Owed, There, Time, Waiting

FRIDAY = date(2026, 11, 13)
THURSDAY = date(2026, 11, 12)
LONG_AGO = date(2026, 4, 1)
LAST_MONTH = date(2026, 10, 15)
CARE = {"level": "looked_after"}


def followed(on=FRIDAY, since=THURSDAY, key=""):
    return {"owed": Events(done_on=on, since=since, key=key)}


def waits(since, key=""):
    return {"owed": Events((Waiting(3, since, "", key),))}


def answered(on=FRIDAY):
    return {"owed": Asked(in_time=on)}


def open_since(day):
    return {"owed": Asked((Owed(3, day),))}


def timed(how, minutes=None, on=FRIDAY):
    return {"owed": (Time(4, on, how, minutes),)}


KEPT = {
    "worry-taken-up": timed("kept", 9),
    "contact-decided": answered(),
    "teller-told": answered(),
    "level-weighed": {"level": "family_help", "owed": There(1, FRIDAY)},
    "talked-at-once": followed(FRIDAY, FRIDAY),
    "enquiry-finished": followed(),
    "conference-in-time": followed(),
    "core-group-met": followed(FRIDAY, date(2026, 10, 9), "core-group-next"),
    "protection-reviewed": followed(FRIDAY, date(2026, 6, 1), "review-conference-next"),
    "report-shared": followed(FRIDAY, date(2026, 11, 20), "report-to-family-review"),
    "view-after-review": followed(),
    "danger-paired": followed(),
    "signs-looked-at": followed(),
    "risk-looked-at-again": timed("kept", on=date(2027, 2, 1)),
    "left-out-looked-at": timed("kept", on=date(2027, 2, 1)),
    "outside-looked-again": followed(FRIDAY, date(2026, 9, 1)),
    "care-plan-written": {**CARE, **followed()},
    "yes-known": {**CARE, **followed()},
    "health-looked-at": {**CARE, **followed(FRIDAY, date(2026, 1, 5), "health-assessment")},
    "learning-planned": {**CARE, **followed()},
    "care-reviewed": {**CARE, **followed(FRIDAY, date(2026, 6, 1), "looked-after-review-next")},
    "pathway-kept": {**CARE, **followed(FRIDAY, date(2026, 9, 1), "pathway-assessment")},
    "urgent-needs-met": timed("kept", 600),
    "services-known": {"owed": ("gp", "dentist", "school")},
    "family-meeting-offered": answered(),
    "family-meeting-held": followed(FRIDAY, LAST_MONTH),
    "fostered-seen": followed(FRIDAY, LAST_MONTH, "visit-private-fostering"),
    "allegation-reported": followed(),
    "incident-told": followed(),
    "more-time-answered": followed(),
}
BROKEN = {
    "worry-taken-up": [timed("late", 25), timed("overdue", 40)],
    "contact-decided": [open_since(THURSDAY), {"owed": Asked(late=FRIDAY, late_due=THURSDAY)}],
    "teller-told": [open_since(THURSDAY), {"owed": Asked(late=FRIDAY, late_due=THURSDAY)}],
    "level-weighed": [{"started_on": LONG_AGO}, {"level": "early_help", "owed": There(1, date(2026, 8, 20))}],
    "talked-at-once": [waits(FRIDAY), followed(FRIDAY, THURSDAY)],
    "enquiry-finished": [waits(LAST_MONTH), followed(FRIDAY, LAST_MONTH)],
    "conference-in-time": [waits(LAST_MONTH), followed(FRIDAY, LAST_MONTH)],
    "core-group-met": [
        waits(date(2026, 11, 1), "core-group-first"),
        waits(date(2026, 9, 30), "core-group-next"),
        followed(FRIDAY, LAST_MONTH, "core-group-first"),
    ],
    "protection-reviewed": [
        waits(date(2026, 8, 10), "review-conference-first"),
        followed(FRIDAY, LONG_AGO, "review-conference-next"),
    ],
    "report-shared": [  # counted back from the conference: two working days, and five
        waits(date(2026, 11, 18), "report-to-family-first"),
        followed(FRIDAY, date(2026, 11, 19), "report-to-family-review"),
    ],
    "view-after-review": [waits(date(2026, 11, 2)), followed(FRIDAY, date(2026, 11, 2))],
    "danger-paired": [waits(date(2026, 11, 2)), followed(FRIDAY, date(2026, 11, 2))],
    "signs-looked-at": [waits(date(2026, 11, 2)), followed(FRIDAY, date(2026, 11, 2))],
    "risk-looked-at-again": [timed("overdue")],
    "left-out-looked-at": [timed("overdue")],
    "outside-looked-again": [waits(date(2026, 8, 1)), followed(FRIDAY, date(2026, 8, 1))],
    "care-plan-written": [{**CARE, **waits(LAST_MONTH)}, {**CARE, **followed(FRIDAY, LAST_MONTH)}],
    "yes-known": [{**CARE, **waits(LAST_MONTH)}, {**CARE, **followed(FRIDAY, LAST_MONTH)}],
    "health-looked-at": [
        {**CARE, **waits(LAST_MONTH, "health-assessment-first")},
        {**CARE, **waits(LONG_AGO, "health-assessment-under-five")},
        {**CARE, **followed(FRIDAY, date(2025, 11, 1), "health-assessment")},
    ],
    "learning-planned": [{**CARE, **waits(LAST_MONTH)}],
    "care-reviewed": [
        {**CARE, **waits(LAST_MONTH, "looked-after-review-first")},
        {**CARE, **waits(date(2026, 8, 1), "looked-after-review-second")},
        {**CARE, **followed(FRIDAY, LONG_AGO, "looked-after-review-next")},
    ],
    "pathway-kept": [
        {"level": "care_leaver", **waits(LONG_AGO, "pathway-plan-review")},
        {**CARE, **waits(date(2026, 8, 1), "pathway-assessment")},
    ],
    "urgent-needs-met": [timed("late", 6000), timed("overdue", 6000)],
    "services-known": [{}, {"owed": ("gp", "dentist")}],
    "family-meeting-offered": [open_since(THURSDAY), {"owed": Asked(late=FRIDAY, late_due=THURSDAY)}],
    "family-meeting-held": [waits(date(2026, 9, 1))],
    "fostered-seen": [
        waits(date(2026, 11, 2), "visit-private-fostering-first"),
        waits(date(2026, 10, 1), "visit-private-fostering"),
        followed(FRIDAY, date(2026, 8, 1), "visit-private-fostering-later"),
    ],
    "allegation-reported": [waits(THURSDAY), followed(FRIDAY, date(2026, 11, 11))],
    "incident-told": [waits(date(2026, 11, 2))],
    "more-time-answered": [waits(date(2026, 11, 11)), followed(FRIDAY, date(2026, 11, 9))],
}
NOT_MADE = {
    **{id_: {} for id_ in KEPT},
    "level-weighed": CARE,
    "view-after-review": {"born_on": None, "unborn": True},
    "services-known": {"born_on": None, "unborn": True},
    **{id_: {"owed": KEPT[id_]["owed"]} for id_, case in KEPT.items() if case.get("level") == "looked_after"},
}
