"""S3-30: a limit nobody has read in its source says so wherever it is shown; one that was read does not."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith import packs
from kith.access import acting_as
from kith.involvement.acts import plan_meeting
from tests.assessment.making import begun
from tests.cast import TODAY
from tests.involvement.reaching import told

SAYS = "this limit is not verified"
ENGLAND, JERSEY = packs.pack_for("england", TODAY), packs.pack_for("jersey", TODAY)


def shown(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture(params=["england-2026", "jersey-2024"])
def place(request, cast):
    """The same work, begun in one place; then read there and where its limits are still to be checked."""
    begun(cast)
    contact = told(cast)
    with acting_as(cast.aisha):
        line = plan_meeting(
            by=cast.aisha, about=[cast.maya], kind="conference", planned_for=TODAY + timedelta(days=9), parts=[]
        )
    with pytest.MonkeyPatch.context() as patch:
        from django.conf import settings

        patch.setattr(settings, "PACK", request.param)
        yield request.param, contact, line


def test_s3_30_the_pages_that_show_a_limit_say_whether_anybody_has_checked_it(cast, browse, place):
    pack, contact, line = place
    aisha, theo, ref = browse("aisha"), browse("theo"), cast.maya.ref
    pages = {  # the page, and the limit it shows
        "assessment": shown(aisha, reverse("child-assessment", args=[ref])),
        "referral-decision": shown(theo, reverse("contact", args=[contact.reference])),
        "visit-child-in-need": shown(aisha, reverse("child", args=[ref])),
        "report-to-family-first": shown(aisha, reverse("ready-meeting", args=[ref, line.pk])),
    }
    here = packs.pack_for(pack, TODAY)
    for limit, page in pages.items():
        if limit in {one.key for one in here.timescales}:
            assert (SAYS in page) is not here.timescale(limit).verified, (pack, limit)


def test_each_limit_above_differs_between_the_two_places():
    for limit in ("assessment", "referral-decision", "visit-child-in-need"):
        assert (ENGLAND.timescale(limit).verified, JERSEY.timescale(limit).verified) == (True, False), limit
