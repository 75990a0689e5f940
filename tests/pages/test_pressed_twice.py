"""A button that stands alone, pressed in two windows: told in words, never as our fault."""

from django.urls import reverse

from kith.access import acting_as
from kith.directory.models import PartnerWorker
from kith.plans.models import Step
from tests.plans.making import begun, step
from tests.visits.going import text


def test_a_yes_said_twice_is_told_and_leads_back(cast, browse):
    with acting_as(cast.aisha):
        priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
        one = step(cast.aisha, begun(cast.aisha, cast.sam), owner=priya, owner_name="", owner_kind="agency")
    path, priyas = reverse("my-step", args=[one.pk]), browse("priya")
    assert priyas.post(path, {"yes": "1"}).status_code == 303
    came_from = {"HTTP_REFERER": f"http://localhost{path}", "HTTP_HOST": "localhost"}
    again = priyas.post(path, {"yes": "1"}, **came_from)
    assert again.status_code == 422
    assert "said yes to this already" in text(again)
    assert f'href="{path}"' in text(again)
    elsewhere = priyas.post(path, {"yes": "1"}, HTTP_REFERER="https://example.org/x", HTTP_HOST="localhost")
    assert "example.org" not in text(elsewhere)
    with acting_as(cast.aisha):
        assert Step.objects.get(pk=one.pk).accepted_by == "Priya Nair"
