"""“I want to complain” and “Say thank you” on a family's own page, and a child's (S4-25, S4-26, J10)."""

from django.urls import reverse

from kith.access import acting_as
from kith.directory.models import Notice
from kith.feedback.models import Complaint, Thanks
from kith.involvement.models import ImmediateConcern
from tests.cast import NOW, TODAY
from tests.feedback.complaining import FOUND, WORDS, answered, answerer, only_stage, sees_to_complaints
from tests.handing import handed_over
from tests.visits.going import text


def test_s4_25_a_parent_complains_reads_by_when_and_the_answer_and_nobody_else_of_the_family_does(cast, browse):
    by, kelly, path = sees_to_complaints(cast), browse("kelly"), reverse("my-complaint")
    assert "I want to complain" in text(kelly.get(reverse("my-page")))
    empty = kelly.post(path, {"words": ""})
    assert empty.status_code == 422
    assert "A few words are enough" in text(empty)
    assert kelly.post(path, {"words": WORDS}).status_code == 303
    page = text(kelly.get(path))
    assert "Your number is" in page
    assert "You hear from us by <b>Tue 1 Dec</b>" in page
    for other in ("tomek", "gary"):
        assert WORDS not in text(browse(other).get(path))
    with acting_as(cast.kelly):
        row = Complaint.objects.get()
    answered(cast, by, answerer(cast, by, only_stage(row, by)))
    page = text(kelly.get(path))
    for said in ("They were right", FOUND["reasons"], FOUND["lesson"]):
        assert said in page
    assert browse("tomek").post(reverse("withdraw-my-complaint", args=[row.pk])).status_code == 404
    assert kelly.post(reverse("withdraw-my-complaint", args=[row.pk])).status_code == 303
    assert "You took it back" in text(kelly.get(path))
    assert kelly.post(reverse("withdraw-my-complaint", args=[row.pk])).status_code == 404


def test_s4_25_a_parent_who_says_that_a_child_is_in_danger_calls_duty(cast, browse):
    browse("kelly").post(reverse("my-complaint"), {"words": "He has taken the door off.", "danger": "on"})
    with acting_as(cast.theo):
        assert ImmediateConcern.objects.get().what == "Told in a complaint. He has taken the door off."


def test_s4_25_a_child_complains_in_their_corner_and_may_ask_for_somebody_at_their_side(cast, browse):
    by, client = sees_to_complaints(cast), handed_over(cast, browse)
    path = reverse("corner-complain")
    assert client.post(path, {"words": ""}).status_code == 422
    assert client.post(path, {"words": "You did not come.", "advocate": "on"}).status_code == 303
    assert "You did not come." in text(client.get(path))
    with acting_as(by):
        row = Complaint.objects.get()
        assert (row.whose, row.advocate, row.children.get().person) == ("child", "wanted", cast.maya)
        assert row.received_on == TODAY == NOW.date()


def test_s4_26_a_parent_says_thank_you_and_it_is_passed_on(cast, browse):
    kelly, path = browse("kelly"), reverse("my-thanks")
    assert kelly.post(path, {"words": ""}).status_code == 422
    sent = {"words": "You rang when you said you would.", "staff": cast.aisha.account_id, "may_show": "no"}
    assert kelly.post(path, sent).status_code == 303
    with acting_as(cast.aisha):
        assert Thanks.objects.get().who == "Kelly Okafor"
        assert Notice.objects.filter(kind="thanks").count() == 1
