"""Beside a decision on the wall: its bottom line, and the child's own words it rests on, or why on none (J14, N31)."""

import pytest

from kith.access import acting_as
from kith.decisions.models import BottomLine
from kith.meetings import acts, queries, rules
from kith.meetings.models import BoardLine
from kith.meetings.rules import CarriesGiven, LineGiven
from kith.pages.meeting_words import sheet
from kith.record import Refused
from kith.sharing.models import Release
from kith.voice.acts import write_down_words
from kith.voice.models import Words
from tests.decisions.making import written_past_the_guard
from tests.meetings.meeting import closed, opened, written
from tests.pages.staff.test_boards import at

SAID = {"heard_by": "Aisha Khan"}


def said(cast, text, sort="wish", about=None, **more):
    about = about or cast.maya
    return write_down_words(by=cast.aisha, about=about, sort=sort, text=text, **SAID, **more)


def decided(cast, board, **carries):
    given = CarriesGiven(**carries)
    line = LineGiven("decided", "Nan has the children on Fridays.", why="They sleep there.", carries=given)
    acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, lines=[line])
    return BoardLine.objects.filter(board=board, sort="decided").latest("pk")


def carried(board, row):
    return queries.shown(queries.board(board.pk)).carries[row.decision_id]


def test_j14_a_decision_carries_its_bottom_line_with_what_breaks_it_and_who_watches(cast):
    with acting_as(cast.aisha):
        board = opened(cast.aisha, cast.maya)
        row = decided(cast, board, bottom="Dean is not there.", broken_when="Nan sees him.", watcher="Nan Rose")
        line = BottomLine.objects.get(decision=row.decision)
        assert (line.statement, line.broken_when, line.watcher_name) == (
            "Dean is not there.",
            "Nan sees him.",
            "Nan Rose",
        )
        assert [one.pk for one in carried(board, row).lines] == [line.pk]
        about = {"by": cast.aisha, "about": cast.maya, "board": board, "line_id": row.pk}
        acts.say_what_it_carries(**about, carries=CarriesGiven(bottom="Nan keeps her key."))
        assert [one.statement for one in carried(board, row).lines] == ["Dean is not there.", "Nan keeps her key."]


def test_s3_02_a_decision_rests_on_the_childs_words_as_they_stand_or_says_why_on_none(cast):
    with acting_as(cast.aisha):
        board = opened(cast.aisha, cast.maya)
        wish = said(cast, "I want Fridays at Nan’s.")
        row = decided(cast, board, rests_on=[wish.pk], no_words="observed", seen="She packs on Thursdays.")
        assert row.no_words == ""
        assert [one.text for one in carried(board, row).said] == ["I want Fridays at Nan’s."]
        none = decided(cast, board, no_words="observed", seen="She packs on Thursdays.")
        assert (none.no_words, none.seen) == ("observed", "She packs on Thursdays.")
        about = {"by": cast.aisha, "about": cast.maya, "board": board, "line_id": none.pk}
        acts.say_what_it_carries(**about, carries=CarriesGiven(rests_on=[wish.pk]))
        acts.say_what_it_carries(**about, carries=CarriesGiven(rests_on=[wish.pk]))
        assert BoardLine.objects.get(pk=none.pk).no_words == ""
        assert len(carried(board, none).said) == 1


def test_a_meeting_is_not_closed_while_a_decision_says_neither(cast):
    with acting_as(cast.aisha):
        board = written(cast.aisha, cast.maya)
        row = decided(cast, board)
        with pytest.raises(Refused, match="Say which of the child’s own words this rests on, or why on none"):
            closed(cast.aisha, board)
        about = {"by": cast.aisha, "about": cast.maya, "board": board, "line_id": row.pk}
        acts.say_what_it_carries(**about, carries=CarriesGiven(no_words="too_young"))
        with pytest.raises(Refused, match="what was seen instead"):
            closed(cast.aisha, board)
        acts.say_what_it_carries(**about, carries=CarriesGiven(seen="He laughs when she comes in."))
        acts.say_what_it_carries(**about, carries=CarriesGiven(no_words="too_young"))
        assert closed(cast.aisha, board).finished_on


def test_what_cannot_be_is_refused(cast):
    with acting_as(cast.aisha):
        board = opened(cast.aisha, cast.maya)
        harm, other = said(cast, "He held the iron.", "harm"), said(cast, "I like trains.", about=cast.leo)
        for wrong, words in (
            ({"broken_when": "He comes."}, "bottom line itself"),
            ({"watcher": "Nan"}, "bottom line itself"),
            ({"rests_on": [harm.pk]}, "not for a wall"),
            ({"rests_on": [other.pk]}, "not for a wall"),
            ({"no_words": "busy"}, "why there are no words"),
        ):
            with pytest.raises(Refused, match=words):
                decided(cast, board, **wrong)
        row = decided(cast, board)
        about = {"by": cast.aisha, "about": cast.maya, "board": board}
        with pytest.raises(Refused, match="Write the bottom line, or"):
            acts.say_what_it_carries(**about, line_id=row.pk, carries=CarriesGiven())
        with pytest.raises(Refused, match="no such decision"):
            acts.say_what_it_carries(**about, line_id=0, carries=CarriesGiven(bottom="x"))
        row.decision.refresh_from_db()
        challenge = LineGiven("not_agreed", "No.", "Kelly Okafor", "parent", wants="Thursdays.")
        acts.write_on_board(**about, lines=[challenge])
        line = BoardLine.objects.get(board=board, sort="not_agreed")
        told = {"line_id": line.pk, "decision_id": row.decision_id, "concern": "No.", "wanted": "Thursdays."}
        acts.challenge_from_board(**about, **told)
        with pytest.raises(Refused, match="gone further"):
            acts.say_what_it_carries(**about, line_id=row.pk, carries=CarriesGiven(bottom="Later."))


def test_each_form_of_the_sheet_holds_what_its_reader_may_read(cast):
    with acting_as(cast.aisha):
        board = opened(cast.aisha, cast.maya)
        kept, told = said(cast, "Dean frightens me."), said(cast, "I want Fridays at Nan’s.")
        row = decided(cast, board, bottom="Dean is not there.", watcher="Nan Rose", rests_on=[kept.pk, told.pk])
        all_of_it = queries.shown(queries.board(board.pk))
        found = carried(board, row)
        assert rules.may_hear(found, "staff") == rules.may_hear(found, "child") == [kept.text, told.text]
        assert rules.may_hear(found, "family") == rules.may_hear(found, "meeting") == []
        assert rules.may_hear(found, "meeting", [told.pk]) == [told.text]
        family, child, staff = (sheet("Maya", all_of_it, [], None, whom=whom) for whom in ("family", "child", "staff"))
        assert "Dean frightens me." not in family
        assert "Nan Rose watches." in family
        assert "You said: “Dean frightens me.”" in child
        assert "What must stay true: Dean is not there." in child
        assert "watches" not in child
        assert "Maya said: “I want Fridays at Nan’s.”" in staff


def test_the_room_reads_the_bottom_line_and_only_words_it_may_hear(cast, browse):
    with acting_as(cast.aisha):
        board = opened(cast.aisha, cast.maya)
        kept, up = said(cast, "Dean frightens me."), said(cast, "I want Fridays at Nan’s.")
        acts.put_up(by=cast.aisha, about=cast.maya, board=board, words_up=[up.pk])
        decided(cast, board, bottom="Dean is not there.", rests_on=[kept.pk, up.pk])
        decided(cast, board, bottom="Nobody comes to Larkspur Court.", no_words="not_safe", seen="She shook.")
    aisha = browse("aisha")
    wall = aisha.get(at("meeting-board", board, cast)).content.decode()
    assert "Bottom line: Dean is not there." in wall
    assert "Maya said: “I want Fridays at Nan’s.”" in wall
    for text in ("Dean frightens me.", "Larkspur", "It was not safe to ask", "She shook."):
        assert text not in wall
    behind = aisha.get(at("behind-board", board, cast)).content.decode()
    for text in ("Dean frightens me.", "it was not safe to ask", "She shook."):
        assert text in behind


def test_what_it_rests_on_is_written_behind_the_board_and_the_childs_sheet_is_theirs_alone(cast, browse):
    with acting_as(cast.aisha):
        board, words = opened(cast.aisha, cast.maya), said(cast, "Dean frightens me.")
        row = decided(cast, board)
    aisha = browse("aisha")
    url = f"{at('meeting-board', board, cast)}decided/{row.pk}/"
    assert "Dean frightens me." in aisha.get(url).content.decode()
    page = aisha.post(url, {"broken_when": "He comes.", "rests_on": [words.pk]})
    assert page.status_code == 422
    assert "He comes." in page.content.decode()
    assert aisha.post(url, {"bottom": "Dean stays away.", "rests_on": [words.pk]}).status_code == 303
    assert aisha.get(f"{at('meeting-board', board, cast)}decided/0/").status_code == 404
    at_sheet = at("board-sheet", board, cast)
    assert "Dean frightens me." not in aisha.get(at_sheet).context["text"]
    assert aisha.get(f"{at_sheet}?for=anybody").status_code == 404
    own = aisha.get(f"{at_sheet}?for=child").context["text"]
    assert "You said: “Dean frightens me.”" in own
    sent = {"recipient_name": "", "who_else_sees": "nobody else", "text": own}
    kelly = cast.people["kelly"].ref
    for whom, recipient in (("child", kelly), ("staff", kelly)):
        page = aisha.post(f"{at_sheet}?for={whom}", {**sent, "recipient": recipient})
        assert page.status_code == 422
        assert "Take the family’s" in page.content.decode()
    page = aisha.post(f"{at_sheet}?for=child", {**sent, "recipient": cast.maya.ref})
    assert page.status_code == 303
    with acting_as(cast.aisha):
        assert Release.objects.get().recipient == cast.maya


def test_j14_what_the_family_alone_may_hear_is_in_no_sheet_for_a_neighbour_nor_what_it_may_not_in_the_familys(
    cast, browse
):
    with acting_as(cast.aisha):
        board = opened(cast.aisha, cast.maya)
        for_family = said(cast, "I miss Nan.")
        written_past_the_guard(Words.objects.filter(pk=for_family.pk), may_tell=["family"])
        for_nobody = said(cast, "Dean frightens me.")
        decided(cast, board, rests_on=[for_family.pk, for_nobody.pk])
    aisha, page = browse("aisha"), at("board-sheet", board, cast)
    text = aisha.get(page).context["text"]
    assert "I miss Nan." in text
    neighbour = {"recipient": "0", "recipient_name": "Mrs Bell", "who_else_sees": "nobody else"}
    family = {"recipient": cast.people["kelly"].ref, "recipient_name": "", "who_else_sees": "nobody else"}
    whole = aisha.get(f"{page}?for=child").context["text"]
    for sent, words in (({**neighbour, "text": text}, "I miss Nan"), ({**family, "text": whole}, "Dean frightens me")):
        refused = aisha.post(page, sent)
        assert refused.status_code == 422
        assert words in refused.content.decode()
    with acting_as(cast.aisha):
        assert not Release.objects.exists()
    assert aisha.post(page, {**family, "text": text}).status_code == 303
