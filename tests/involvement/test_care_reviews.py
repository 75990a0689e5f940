"""Reviews of a looked-after child, and what was looked at."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import CareReview, CareReviewLine
from kith.record import Refused
from tests.cast import TODAY
from tests.involvement.caring import days_ago, reviewed


def test_each_child_of_one_review_has_a_line_of_their_own(cast):
    line = reviewed(cast, about=[cast.maya, cast.leo])
    with acting_as(cast.aisha):
        other = CareReviewLine.objects.get(person=cast.leo)
        acts.add_to_care_review(by=cast.aisha, about=cast.leo, line=other, given={"decided": "Leo goes home."})
        line.refresh_from_db()
        assert CareReview.objects.count() == 1
        assert line.decided == "Maya stays with Dot; Nan comes each Sunday."


@pytest.mark.parametrize(
    ("missing", "words", "field"),
    [
        ({"chaired_by": ""}, "who chaired", "chaired_by"),
        ({"child_part": ""}, "how Maya Okafor-Nowak took part", "child_part"),
        ({"child_part": "PN7"}, "no view of Maya", "child_why_not"),
        ({"child_part": "PN0"}, "four or older", "child_part"),
        ({"looked_at": "n/a"}, "looked at", "looked_at"),
        ({"decided": ""}, "decided", "decided"),
    ],
)
def test_s0_03_a_review_is_not_finished_without_how_the_child_took_part_and_is_kept_without(
    cast, missing, words, field
):
    line = reviewed(cast, **missing)
    with acting_as(cast.aisha), pytest.raises(Refused, match=words) as refusal:
        acts.finish_care_review(by=cast.aisha, about=cast.maya, line=line)
    assert refusal.value.field == field
    with acting_as(cast.aisha):
        kept = CareReviewLine.objects.get(pk=line.pk)
        assert (kept.held_on, kept.finished_on) == (TODAY, None)


def test_a_finished_review_takes_no_more_words_and_is_told_when_it_was_sent(cast):
    line = reviewed(cast, on=days_ago(3))
    with acting_as(cast.aisha):
        doing = {"by": cast.aisha, "about": cast.maya, "line": line}
        assert acts.finish_care_review(**doing).finished_by == "Aisha Khan"
        with pytest.raises(Refused, match="finished"):
            acts.finish_care_review(**doing)
        with pytest.raises(Refused, match="finished"):
            acts.add_to_care_review(**doing, given={"decided": "Otherwise."})
        acts.add_to_care_review(**doing, decisions_sent_on=days_ago(1), record_sent_on=TODAY)
        assert CareReview.objects.get().record_sent_on == TODAY
        with pytest.raises(Refused) as refusal:
            acts.add_to_care_review(**doing, record_sent_on=days_ago(9))
        assert refusal.value.field == "record_sent_on"


def test_the_first_review_is_the_first_that_was_held_whenever_it_is_told(cast):
    later = reviewed(cast, on=days_ago(3))
    first = reviewed(cast, on=days_ago(30))
    later.refresh_from_db()
    assert (first.first, later.first) == (True, False)


@pytest.mark.parametrize(
    ("given", "field"), [({"on": TODAY + timedelta(days=1)}, "on"), ({"child_part": "PN9"}, "child_part")]
)
def test_a_review_to_come_or_an_answer_there_is_not_is_refused(cast, given, field):
    with pytest.raises(Refused) as refusal:
        reviewed(cast, **given)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "soul"}, "kind"),
        ({"on": TODAY + timedelta(1)}, "on"),
        ({"score": 41}, "score"),
    ],
)
def test_what_was_looked_at_is_the_packs_and_has_happened(cast, given, field):
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            acts.record_care_check(by=cast.aisha, about=cast.maya, **{"kind": "feelings", **given})
        assert refusal.value.field == field
        assert acts.record_care_check(by=cast.aisha, about=cast.maya, kind="dentist").done_on == TODAY
