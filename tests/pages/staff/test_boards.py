"""The board of a meeting and the screen behind it; the sheet; who is left out (J14, S4-22, S2-29.2)."""

import pytest

from kith.access import acting_as
from kith.assessment.acts import say_life_today
from kith.involvement.acts import leave_out
from kith.meetings import acts
from kith.meetings.models import Board, BoardLine, SheetGiven
from kith.meetings.rules import LineGiven
from kith.plans.acts import TookPart
from kith.sharing.models import Release
from kith.voice.acts import write_down_words
from tests.involvement.protecting import DECIDED, conferred
from tests.involvement.test_leaving_out import GROUND
from tests.meetings.meeting import opened, written
from tests.plans.making import PEOPLE

WHY_NOT = "She was frightened of the stairs"
STAFF_ONLY = [WHY_NOT, GROUND["shown_by"], "Tomek Nowak", "He held the iron", "Larkspur", "Her bed is the sofa"]


@pytest.fixture
def board(cast):
    """A meeting with much behind it that must not stand on the wall."""
    tomek = TookPart("Tomek Nowak", "parent", how="not_asked", attended="no", why_not="Bail.")
    child = TookPart("Maya", "child", how="apart", attended="no", spoke="PN7", why_not=WHY_NOT)
    with acting_as(cast.aisha):
        made = opened(cast.aisha, cast.maya, [child, PEOPLE[1], tomek])
        leave_out(by=cast.aisha, about=cast.maya, **GROUND)
        said = {"by": cast.aisha, "about": cast.maya, "heard_by": "Aisha Khan"}
        write_down_words(**said, sort="harm", text="He held the iron.")
        write_down_words(**said, sort="good_thing", text="I like Tuesdays.")
        say_life_today(by=cast.aisha, about=cast.maya, text="Her bed is the sofa, and she shares it.")
        kept = LineGiven("worries", "They come to Larkspur Court at night.", "Kelly Okafor", "parent")
        acts.write_on_board(by=cast.aisha, about=cast.maya, board=made, lines=[kept])
    return made


def at(name, board, cast):
    from django.urls import reverse

    return reverse(name, args=[cast.maya.ref, board.pk])


def test_nothing_staff_know_alone_stands_on_the_wall_and_all_of_it_behind(cast, browse, board):
    aisha = browse("aisha")
    wall = aisha.get(at("meeting-board", board, cast)).content.decode()
    assert "Kelly Okafor" in wall
    assert "Whoever holds the meeting says it first" in wall
    assert [text for text in [*STAFF_ONLY, "I like Tuesdays"] if text in wall] == []
    behind = aisha.get(at("behind-board", board, cast)).content.decode()
    for text in (WHY_NOT, "Tomek Nowak", "Her bed is the sofa", "I like Tuesdays", "kept from somebody"):
        assert text in behind
    with acting_as(cast.aisha):
        assert BoardLine.objects.count() == 0
        assert board.review.points.filter(words__contains="Larkspur").exists()


def test_somebody_left_out_is_in_no_list_on_the_wall_and_a_parent_is_never_forgotten(cast, browse):
    with acting_as(cast.aisha):
        made = opened(cast.aisha, cast.maya)
    aisha = browse("aisha")
    assert "Tomek Nowak" in aisha.get(at("who-is-here", made, cast)).content.decode()
    assert "Tomek Nowak" in aisha.get(at("meeting-board", made, cast)).content.decode()
    with acting_as(cast.aisha):
        leave_out(by=cast.aisha, about=cast.maya, **GROUND)
    assert "Tomek Nowak" not in aisha.get(at("meeting-board", made, cast)).content.decode()


def test_what_is_put_up_stands_first(cast, browse, board):
    aisha = browse("aisha")
    pk = next(
        value
        for value, text in aisha.get(at("behind-board", board, cast)).context["up"].fields["words_up"].choices
        if "Tuesdays" in text
    )
    assert aisha.post(at("behind-board", board, cast), {"life_up": "on", "words_up": [pk]}).status_code == 303
    wall = aisha.get(at("meeting-board", board, cast)).content.decode()
    assert wall.index("Her bed is the sofa") < wall.index("I like Tuesdays") < wall.index("Going well")


def test_words_typed_and_refused_are_still_there(cast, browse, board):
    aisha = browse("aisha")
    page = aisha.post(at("meeting-board", board, cast), {"working": "She sang.", "number": "12", "who": "Maya"})
    assert page.status_code == 422
    assert "She sang." in page.content.decode()
    page = aisha.post(at("meeting-board", board, cast), {"working": "She sang.", "number": "6", "who": "Maya"})
    assert page.status_code == 303
    assert "She sang." in aisha.get(page.url).content.decode()


def test_a_meeting_that_lacks_something_is_kept_and_not_closed(cast, browse, board):
    page = browse("aisha").post(at("behind-board", board, cast), {"close": "1", "next_on-day": "1"})
    assert page.status_code == 422
    with acting_as(cast.aisha):
        assert Board.objects.get().finished_on is None


def test_who_is_here_is_said_in_one_go(cast, browse):
    with acting_as(cast.aisha):
        made = opened(cast.aisha, cast.maya, [])
    aisha = browse("aisha")
    rows = aisha.get(at("who-is-here", made, cast)).context["form"].people
    sent = {}
    for place, one in enumerate(rows):
        if one.who:
            spoke = "PN1" if one.child else "self"
            sent |= {f"p{place}_how": "in_person", f"p{place}_attended": "all", f"p{place}_spoke": spoke}
    assert aisha.post(at("who-is-here", made, cast), sent).status_code == 303
    wall = aisha.get(at("meeting-board", made, cast)).content.decode()
    assert "PN1: was there and spoke" in wall
    assert "The whole time" in wall


def test_a_conferences_board_shows_what_was_decided_and_not_the_reasons_staff_wrote(cast, browse):
    line = conferred(cast)
    aisha = browse("aisha")
    url = f"/children/{cast.maya.ref}/meetings/open/safety/{line.pk}/"
    assert aisha.get(url).status_code == 404
    behind = aisha.post(url)
    assert behind.status_code == 303
    with acting_as(cast.aisha):
        made = Board.objects.get(line=line)
    wall = aisha.get(at("meeting-board", made, cast)).content.decode()
    assert DECIDED["known"] not in wall
    assert DECIDED["reasons"] not in wall
    page = aisha.get(f"/children/{cast.maya.ref}/protection/meetings/{line.pk}/").content.decode()
    assert page.index("what is life like for Maya today?") < page.index("What was decided")


def test_a_sheet_leaves_through_the_check_and_a_helper_gets_their_own_part(cast, browse):
    with acting_as(cast.aisha):
        nan = TookPart("Nan Rose", "network", how="in_person", attended="all", spoke="self")
        made = written(cast.aisha, cast.maya, [*PEOPLE, nan])
        part = made.review.takingparts.get(who="Nan Rose")
    aisha = browse("aisha")
    page = aisha.get(at("board-sheet", made, cast))
    text = page.context["text"]
    for said in (
        "The plan goes on for ten weeks.",
        "Nan Rose: Nan has Sam on Wednesdays.",
        "I said Wednesday, not Thursday.",
        "If you do not agree",
    ):
        assert said in text
    assert "Easy to read for somebody of about" in page.content.decode()
    own = aisha.get(f"{at('board-sheet', made, cast)}?part={part.pk}").context["text"]
    assert "Nan has Sam on Wednesdays." in own
    assert "ten weeks" not in own
    assert "midnight" not in own
    sent = {"recipient": "0", "recipient_name": "Gary Stone", "who_else_sees": "nobody else"}
    assert (
        aisha.post(at("board-sheet", made, cast), {**sent, "text": "They live at Larkspur Court."}).status_code == 422
    )
    assert aisha.post(at("board-sheet", made, cast), {**sent, "text": text}).status_code == 303
    given = {"who": "Gary Stone", "how": "in_hand"}
    assert aisha.post(at("give-sheet", made, cast), given).status_code == 303
    with acting_as(cast.aisha):
        assert Release.objects.get().kind == "meeting"
        assert SheetGiven.objects.get().how == "in_hand"


def test_a_challenge_from_the_meeting_stands_on_the_sheet_with_who_answers_and_when(cast, browse):
    with acting_as(cast.aisha):
        made = written(cast.aisha, cast.maya)
        line, decision = BoardLine.objects.get(sort="not_agreed"), BoardLine.objects.get(sort="decided").decision
    aisha, url = browse("aisha"), at("meeting-board", made, cast) + f"challenge/{line.pk}/"
    assert "I said Wednesday, not Thursday." in aisha.get(url).content.decode()
    sent = {"decision_id": decision.pk, "concern": line.words, "wanted": line.wants}
    assert aisha.post(url, {**sent, "wanted": ""}).status_code == 422
    assert aisha.post(url, sent).status_code == 303
    assert aisha.get(url).status_code == 404
    assert "Grace Adeyemi answers by" in aisha.get(at("board-sheet", made, cast)).context["text"]


def test_somebody_is_left_out_and_asked_again(cast, browse):
    aisha = browse("aisha")
    url = f"/children/{cast.maya.ref}/meetings/left-out/"
    assert aisha.post(url, {"who": "Tomek Nowak"}).status_code == 303
    assert "no ground written" in aisha.get(url).content.decode()
    with acting_as(cast.aisha):
        row = cast.maya.leftouts.get()
    assert aisha.post(f"{url}{row.pk}/", {"because": "The bail has ended."}).status_code == 303
    assert "Tomek" not in aisha.get(url).content.decode()
