"""Going to see children: one visit, a line for each, saved whatever is missing."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.record.models import Act, Occasion
from kith.visits.acts import Promised, Said, Seen, record_visit
from kith.visits.models import ChildLine, Promise, ToComplete, Visit
from kith.voice.models import Wish, Words
from tests.cast import NOW, TODAY


def visit(cast, by, lines, **details):
    given = {
        "by": by,
        "about": [line.person for line in lines],
        "on": TODAY,
        "lines": lines,
        "happened_at": NOW - timedelta(hours=1),
        "mode": "home",
        **details,
    }
    return record_visit(**given)


def test_one_visit_to_three_children_is_one_occasion_three_lines_and_three_acts(cast):
    lines = [
        Seen(cast.maya, True, alone="alone", saw="Drew at the table.", said=[Said("wish", "I want my own bed")]),
        Seen(cast.leo, True, alone="child_chose_not", alone_words="He asked Maya to stay.", saw="Built a tower."),
        Seen(
            cast.sam,
            True,
            alone="not_appropriate",
            alone_words="A baby in his mother's arms.",
            saw="Smiled, followed my face, reached for Kelly.",
            promised=[Promised("Bring the cot form", TODAY + timedelta(days=3))],
        ),
    ]
    with acting_as(cast.aisha):
        made = visit(cast, cast.aisha, lines, for_everyone="Warm, food in the cupboard.")

        assert Occasion.objects.filter(name="record_visit").count() == 1
        assert ChildLine.objects.filter(visit=made).count() == 3
        assert [a.said for a in Act.objects.filter(name="record_visit").order_by("id")] == [
            "Aisha Khan visited Maya Okafor-Nowak.",
            "Aisha Khan visited Leo Okafor-Nowak.",
            "Aisha Khan visited Sam Okafor.",
        ]
        assert Words.objects.get().text == "I want my own bed"
        assert Wish.objects.get().owed_by_id == cast.aisha.account_id
        assert Promise.objects.get().person == cast.sam
        assert not ToComplete.objects.exists()
        assert Visit.objects.get().for_everyone == "Warm, food in the cupboard."
