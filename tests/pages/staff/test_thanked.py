"""Thanks on screen: kept, passed on, counted with their list, shown with a yes (S4-26)."""

from django.urls import reverse

from kith.access import acting_as
from kith.directory.models import Notice
from kith.feedback.models import Thanks
from tests.architecture.counts import wrong
from tests.cast import TODAY
from tests.visits.going import text

DAY = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
SAID = "Aisha sat with us until the bus came."


def test_s4_26_thanks_are_kept_passed_on_counted_and_shown_with_a_yes(cast, browse):
    sent = {"words": SAID, "who": "Kelly Okafor", "how": "phone", "staff": cast.staff["aisha"].pk, **DAY}
    assert browse("theo").post(reverse("write-thanks"), sent).status_code == 303
    with acting_as(cast.aisha):
        notice, row = Notice.objects.get(kind="thanks"), Thanks.objects.get()
    assert "Somebody said thank you to you" in text(browse("aisha").get(reverse("today")))
    assert browse("aisha").get(reverse("open-notice", args=[notice.pk])).url == reverse("thanks")
    assert SAID in text(browse("aisha").get(reverse("thanks")))
    assert SAID in text(browse("grace").get(reverse("team"))).split("Good news of the last")[1]
    grace, path = browse("grace"), reverse("thanks")
    page = grace.get(path).content.decode()
    assert wrong(page, path, lambda where: grace.get(where).content.decode()) == []
    show, asked = (reverse("thanks-step", args=[row.pk, what]) for what in ("show", "asked"))
    refused = grace.post(show, {"words": SAID})
    assert refused.status_code == 422
    assert "have not been asked" in text(refused)
    assert SAID not in text(browse("sol").get(path))
    assert grace.post(asked, {"may_show": "named"}).status_code == 303
    assert grace.post(show, {"words": SAID}).status_code == 303
    shown = text(browse("sol").get(path))
    assert SAID in shown
    assert "Kelly Okafor, to Aisha Khan" in shown
    assert browse("aisha").get(asked).status_code == 404
