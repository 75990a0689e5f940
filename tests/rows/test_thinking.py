"""What we assume, and what contradicts us, is shown (S4-19)."""

import pytest

from kith.access import acting_as
from kith.assessment.acts import add_evidence
from kith.record import Refused
from tests.assessment.making import begun as assessing
from tests.visits.going import page, text
from tests.workforce.talking import signed, written

CHANGED = "We had put it down to the noise. Now we think she listens for Sam."


@pytest.mark.parametrize(
    ("blank", "words"), [("assumptions", "is being assumed"), ("would_change", "change your mind")]
)
def test_s4_19_a_supervision_that_asks_itself_nothing_is_kept_and_stays_unsigned(cast, blank, words):
    with acting_as(cast.aisha):
        talk = written(cast.aisha, cast.maya, cast, **{blank: ""})
        with pytest.raises(Refused, match=words):
            signed(cast.aisha, talk)
        talk.refresh_from_db()
        assert (talk.worker_signed_on, talk.like_now != "") == (None, True)


def test_s4_19_the_form_asks_it_of_each_of_the_ways_we_judge_people(cast, browse):
    with acting_as(cast.aisha):
        talk = written(cast.aisha, cast.maya, cast)
    asked = text(browse("aisha").get(page("write-supervision", cast.maya, talk.pk)))
    for way in ("race", "gender", "class", "disability", "What would change our minds?"):
        assert way in asked


def test_s4_19_what_contradicts_us_is_listed_and_linked_where_we_say_what_we_think(cast, browse):
    assessment = assessing(cast)
    given = {"by": cast.aisha, "about": cast.maya, "assessment": assessment, "source": "case_fact", "claim": "fact"}
    with acting_as(cast.aisha):
        add_evidence(**given, text="She slept badly after each row.")
    opened = page("child-assessment", cast.maya)
    assert "What speaks against it" not in text(browse("aisha").get(opened))
    answer = browse("aisha").post(
        page("add-evidence", cast.maya),
        {"source": "case_fact", "claim": "fact", "text": "She woke on two quiet nights.", "speaks_against": "on"},
    )
    assert answer.status_code == 303
    with acting_as(cast.aisha):
        against = assessment.evidence.get(speaks_against=True)
    shown = text(browse("aisha").get(opened))
    listed = shown.split("What speaks against it")[1].split("</ul>")[0]
    assert f'<a href="#evidence-{against.pk}">She woke on two quiet nights.</a>' in listed
    assert "after each row" not in listed
    assert f'id="evidence-{against.pk}"' in shown
