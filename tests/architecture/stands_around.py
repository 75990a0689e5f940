"""What stands around Maya, for the addresses about it; and strings of it that nobody but staff may meet."""

from datetime import timedelta
from typing import Any

from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import FamilyMeeting, Need, PlaceLink, Screening, ShareAgreed, SharedAnyway, Touchpoint
from kith.people import acts as people
from kith.people.models import Delegation
from tests.cast import TODAY, Cast

SECRET_NEEDED = "Two oil lamps and a kettle"
SECRET_PLAN_OF_THEIRS = "Osric rows the girls over on Sundays"
SECRET_WORK = "The advice speaks of the bell tower"
SECRET_PLACE = "The arches behind the fish market"
SECRET_LINK = "She carries a green parcel there"
SECRET_SIGNS = "A coat with somebody else’s name in it"
SECRET_AGREED = "A tooth out at the harbour clinic"
SECRET_SHARED = "Who fetches her from the swimming bath"
SECRET_ANYWAY = "A man in a lemon coat asked for her by name"
SECRET_SCHOOL = "She has the desk by the tall stove"
AROUND = [
    *(SECRET_NEEDED, SECRET_PLAN_OF_THEIRS, SECRET_WORK, SECRET_PLACE, SECRET_LINK, SECRET_SIGNS, SECRET_AGREED),
    *(SECRET_SCHOOL, SECRET_SHARED, SECRET_ANYWAY),
]


def stand_around(cast: Cast, n: int = 0) -> None:
    """One of everything. `n` makes it another one."""
    told = {"by": cast.aisha, "about": cast.maya}
    with acting_as(cast.aisha):
        acts.say_need(**told, kind="warmth", what=SECRET_NEEDED, lane="now")
        meeting = acts.offer_family_meeting(**told, offered_to="Kelly")
        acts.note_family_meeting(**told, meeting=meeting, family_plan=SECRET_PLAN_OF_THEIRS)
        acts.begin_touchpoint(**told, kind="ehc", what=SECRET_WORK, on=TODAY - timedelta(days=5 + n))
        acts.begin_touchpoint(**told, kind="private_fostering", planned_on=TODAY + timedelta(days=9))
        acts.link_place(**told, name=f"{SECRET_PLACE} {n}", kind="street", why=SECRET_LINK)
        acts.screen_outside(**told, dangers=["criminal"], signs=SECRET_SIGNS, on=TODAY - timedelta(days=n))
        kelly = cast.people["kelly"]
        people.delegate(**told, topic="hair", to_name=f"Rose {n}", given_by=kelly)
        people.judge_understanding(**told, topic="medical", answer="not_yet", how="She could not say it back.")
        people.note_agreed(**told, topic="medical", what=SECRET_AGREED, who="Rose", said="yes")
        acts.note_share_agreed(**told, who=f"Rose {n}", said="yes", called="The bath", what=SECRET_SHARED)
        acts.share_anyway(**told, called="The bath", reason="significant_harm", harm=SECRET_ANYWAY)
        people.say_service(**told, service="school", standing="registered", how_it_goes=SECRET_SCHOOL)


def of_around(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    ref = {"ref": cast.maya.ref}
    need = Need.objects.filter(person=cast.maya).first()
    meeting = FamilyMeeting.objects.filter(person=cast.maya).first()
    work = Touchpoint.objects.filter(person=cast.maya, kind="ehc").first()
    link = PlaceLink.objects.filter(person=cast.maya).first()
    look = Screening.objects.filter(person=cast.maya).first()
    agreed = ShareAgreed.objects.filter(person=cast.maya).first()
    anyway = SharedAnyway.objects.filter(person=cast.maya).first()
    named = (
        (agreed, ("withdraw-share",)),
        (anyway, ("add-to-anyway", "authorise-share")),
        (need, ("arrange-need", "meet-need", "drop-need")),
        (work, ("touchpoint", "note-touchpoint", "hand-touchpoint", "end-touchpoint")),
        (link, ("worry-place", "note-place", "unlink-place")),
        (look, ("screening", "add-to-screening", "finish-screening")),
    )
    return {
        **{name: {**ref, "pk": row.pk} for row, names in named for name in names},
        "note-family-meeting": {**ref, "pk": meeting.pk},
        "end-delegation": {**ref, "pk": Delegation.objects.filter(person=cast.maya).first().pk},
        "begin-touchpoint": {**ref, "kind": "allegation"},
        "say-service": {**ref, "service": "school"},
    }
