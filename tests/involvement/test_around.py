"""All that stands around a child: who reads and who writes it, saved whole or not at all, when each limit falls."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from kith import packs
from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import FamilyMeeting, Need, PlaceLink, Screening, Touchpoint, TouchpointStep, WorryPlace
from kith.record import NotYours
from tests.cast import TODAY
from tests.involvement.around import SCREENED, linked, needed, offered, screened, touched
from tests.visits.going import the_log_will_not_be_written

TABLES = (Need, FamilyMeeting, Touchpoint, TouchpointStep, WorryPlace, PlaceLink, Screening)


def test_no_table_of_it_is_open_to_families_or_partners(cast):
    for name in ("kelly", "priya", "gary"):
        with acting_as(cast.actors[name]):
            for table in TABLES:
                with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                    table.objects.exists()


# -- who may, and what is kept when the log cannot be written

DOING = {
    "say_need": lambda cast, told: acts.say_need(**told, kind="food", what="Bread"),
    "arrange_need": lambda cast, told: acts.arrange_need(**told, need=Need.objects.get(), brings="Nan"),
    "meet_need": lambda cast, told: acts.meet_need(**told, need=Need.objects.get()),
    "drop_need": lambda cast, told: acts.drop_need(**told, need=Need.objects.get(), because="They left."),
    "offer_family_meeting": lambda cast, told: acts.offer_family_meeting(**told, offered_to="Kelly"),
    "withhold_family_meeting": lambda cast, told: acts.withhold_family_meeting(**told, because="Kelly is in danger."),
    "note_family_meeting": lambda cast, told: acts.note_family_meeting(
        **told, meeting=FamilyMeeting.objects.get(), family_plan="We ring."
    ),
    "begin_touchpoint": lambda cast, told: acts.begin_touchpoint(**told, kind="ehc"),
    "note_touchpoint": lambda cast, told: acts.note_touchpoint(
        **told, touchpoint=Touchpoint.objects.get(), step="ehc_plan"
    ),
    "hand_touchpoint": lambda cast, told: acts.hand_touchpoint(
        **told, touchpoint=Touchpoint.objects.get(), owner=cast.staff["sol"]
    ),
    "end_touchpoint": lambda cast, told: acts.end_touchpoint(
        **told, touchpoint=Touchpoint.objects.get(), outcome="plan", because="A plan is there."
    ),
    "link_place": lambda cast, told: acts.link_place(**told, why="Seen.", name="The pier", kind="other"),
    "note_place": lambda cast, told: acts.note_place(**told, link=PlaceLink.objects.get(), safer="Lights."),
    "unlink_place": lambda cast, told: acts.unlink_place(**told, link=PlaceLink.objects.get()),
    "screen_outside": lambda cast, told: acts.screen_outside(**told, **SCREENED),
    "finish_screening": lambda cast, told: acts.finish_screening(**told, screening=Screening.objects.get()),
}


def everything(cast):
    needed(cast), offered(cast), touched(cast), linked(cast), screened(cast)


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    everything(cast)
    before = [list(model.objects.order_by("pk").values()) for model in TABLES]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, {"by": cast.aisha, "about": cast.maya})
    assert before == [list(model.objects.order_by("pk").values()) for model in TABLES]


@pytest.mark.parametrize("name", DOING)
def test_somebody_of_another_team_may_not(cast, name):
    everything(cast)
    with acting_as(cast.sol), pytest.raises(NotYours):
        DOING[name](cast, {"by": cast.sol, "about": cast.maya})


# -- every clock against a day counted by hand: Easter, the clocks going forward and back, ends of months


@pytest.mark.parametrize(
    ("limit", "start", "due"),
    [
        ("visit-private-fostering-first", "2026-03-25", "2026-04-07"),  # Good Friday and Easter Monday do not count
        ("visit-private-fostering-first", "2026-12-18", "2026-12-31"),  # Christmas, and Boxing Day's Monday
        ("visit-private-fostering-first", "2026-11-16", "2026-11-25"),
        ("visit-private-fostering", "2026-02-28", "2026-04-11"),
        ("visit-private-fostering-later", "2026-09-30", "2026-12-23"),
        ("allegation-report", "2026-04-02", "2026-04-07"),  # Maundy Thursday
        ("allegation-report", "2026-05-01", "2026-05-05"),  # the May holiday
        ("allegation-first-view", "2026-12-24", "2026-12-29"),
        ("allegation-meeting", "2026-04-02", "2026-04-07"),  # days of the calendar
        ("allegation-meeting", "2026-02-26", "2026-03-03"),
        ("allegation-look-again", "2026-01-31", "2026-02-28"),
        ("allegation-look-again", "2028-01-31", "2028-02-29"),
        ("allegation-concluded", "2026-11-30", "2027-02-28"),
        ("allegation-concluded", "2026-08-31", "2026-11-30"),
        ("education-health-care-decision", "2026-02-16", "2026-03-30"),
        ("education-health-care-advice", "2026-10-20", "2026-12-01"),
        ("education-health-care-plan", "2026-10-14", "2027-03-03"),
        ("education-health-care-plan", "2026-02-13", "2026-07-03"),
        ("serious-incident-notice", "2026-03-31", "2026-04-09"),
        ("serious-incident-notice", "2026-08-27", "2026-09-04"),  # the August holiday
        ("rapid-review", "2026-12-14", "2027-01-07"),
        ("rapid-review", "2026-03-20", "2026-04-14"),
        ("before-court", "2026-07-01", "2026-10-21"),
        ("family-meeting-held", "2026-03-16", "2026-04-27"),
        ("screening-again", "2026-10-01", "2026-12-24"),
        ("services-known", "2026-03-23", "2026-04-22"),
    ],
)
def test_e27_to_e33_each_limit_falls_on_its_day(limit, start, due):
    day = date.fromisoformat(start)
    pack = packs.pack_for("england", TODAY)
    assert pack.due(limit, day) == date.fromisoformat(due)
