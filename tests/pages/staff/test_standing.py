"""The promises as pages of figures: every number is the length of the list it opens, and what leaves holds no names."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import SYSTEM, acting_as
from kith.directory.models import Staff
from kith.involvement.acts import allocate
from kith.standards import queries
from kith.standards.acts import count_promises
from kith.standards.models import FiguresCopy
from kith.standards.register import standard
from kith.standards.rules import few_hidden
from kith.standards.themes import IN_ORDER
from kith.visits.acts import Said, Seen
from tests.cast import NOW, TODAY
from tests.pages.staff.test_looking_at_promises import auditor
from tests.standards.records import visit

CHILDREN = ("Maya Okafor-Nowak", "Leo Okafor-Nowak", "Sam Okafor")


def page(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def numbers(html: str) -> list[tuple[str, int]]:
    """Each number of a page and the address it opens."""
    found = re.findall(r'<a href="([^"]+)" data-count="(\d+)"', html)
    return [(href.replace("&amp;", "&"), int(n)) for href, n in found]


def length(html: str) -> int:
    """How many children the list of a page speaks of, those counted and not named too."""
    listed = re.search(r'data-list="\d+">(.*?)</ul>', html, re.S)
    assert listed, "no list"
    rest = [int(n) for n in re.findall(r'data-more="(\d+)"', listed[1])]
    return len(re.findall(r"<li>", listed[1])) - len(rest) + sum(rest)


@pytest.fixture
def lived(cast):
    """One child seen and heard lately, one long ago, one never."""
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone", said=[Said("wish", "I want my own bed.")]))
        visit(cast, Seen(cast.leo, True), days_ago=60)
    return cast


@pytest.mark.parametrize(("who", "query"), [("aisha", ""), ("grace", ""), ("grace", "?team=all"), ("sol", "")])
def test_every_number_opens_a_list_just_as_long_and_those_of_one_page_are_those_of_all(lived, browse, who, query):
    client = browse(who)
    of_all = numbers(page(client, reverse("standards") + query))
    assert bool(of_all) is (who != "sol")
    of_each = []
    for promise in IN_ORDER:
        of_each += numbers(page(client, reverse("standard", args=[promise.id]) + query))
    assert of_each == of_all
    for href, n in of_all:
        assert length(page(client, href.partition("#")[0])) == n, href


def test_the_numbers_are_those_of_the_board(lived, browse):
    with acting_as(lived.grace):
        board = queries.board(TODAY)
    shown = {}
    for href, n in numbers(page(browse("grace"), reverse("standards") + "?team=all")):
        promise, state = re.search(r"/standards/([a-z0-9-]+)/\?.*state=([a-z_]+)", href).groups()
        shown[promise, state] = n
    told = {(promise, state): n for promise, states in board.items() for state, n in states.items() if n}
    assert shown == told


def test_a_worker_sees_their_own_children_and_no_other_team(lived, browse):
    html = page(browse("aisha"), reverse("standard", args=["seen-in-time"]) + "?state=missed")
    assert "Sam Okafor" in html
    assert "Count today" not in html
    assert "Give these figures" not in html
    assert "The last three months" not in html
    for asked in ("all", str(lived.people["harbour"].pk)):
        assert browse("aisha").get(reverse("standards"), {"team": asked}).status_code == 404


def test_a_manager_of_another_team_counts_children_and_does_not_read_their_names(lived, browse):
    sol = Staff.objects.get(account_id=lived.sol.account_id)
    with acting_as(lived.grace):
        allocate(by=lived.grace, about=lived.sam, lead=sol)
    html = page(browse("grace"), reverse("standard", args=["seen-in-time"]) + f"?team={sol.team_id}&state=missed")
    assert "1 child you do not work with: counted, not named." in html
    assert "Sam Okafor" not in html
    assert browse("grace").get(reverse("standards"), {"team": "99999"}).status_code == 404


def test_an_auditor_counts_everyone_and_reads_the_names_of_those_they_look_at(lived, browse):
    auditor(lived)  # of Maya
    dara = browse("dara")
    html = page(dara, reverse("standard", args=["seen-in-time"]) + "?state=missed")
    assert "Everyone’s children" in html
    assert "Sam Okafor" not in html
    assert re.search(r"\d child(ren)? you do not work with: counted, not named", html)
    everyones = page(browse("grace"), reverse("standards") + "?team=all")
    assert numbers(page(dara, reverse("standards"))) == numbers(everyones)


def test_how_it_is_counted_stands_beside_the_numbers(lived, browse):
    html = page(browse("grace"), reverse("standard", args=["seen-in-time"]))
    promise = standard("seen-in-time")
    for said in (promise.promise, promise.evidence.words, "Of 3 children with open work", "Version"):
        assert said in html
    assert browse("grace").get(reverse("standard", args=["no-such-promise"])).status_code == 404


def nights(cast, *days_ago: int) -> None:
    for days in days_ago:
        by = SYSTEM(NOW - timedelta(days=days))
        with acting_as(by):
            count_promises(by=by, about=None, on=by.today)


def test_the_trend_is_a_picture_with_a_table_beside_it(lived, browse):
    client, path = browse("grace"), reverse("standard", args=["seen-in-time"])
    assert "No night has been counted yet" in page(client, path)
    nights(lived, 14, 7, 0)
    html = page(client, path)
    assert html.count("<polyline") == 4
    assert 'role="img"' in html
    table = html[html.index("The last day counted of each week") :]
    assert len(re.findall(r'<th scope="row"', table)) == 3


def test_a_night_that_did_not_count_is_told_on_both_pages(lived, browse):
    nights(lived, 4)
    for path in (reverse("standards"), reverse("standard", args=["heard"])):
        assert "These figures are from Friday" in page(browse("grace"), path)
    nights(lived, 0)
    assert "These figures are from" not in page(browse("grace"), reverse("standards"))


def test_count_again_asks_once_and_comes_back_to_the_page(lived, browse):
    client = browse("grace")
    answer = client.post(reverse("count-again"), {"standard": "heard", "key": "k1"})
    assert (answer.status_code, answer["Location"]) == (303, reverse("standard", args=["heard"]))
    assert client.post(reverse("count-again"), {"standard": "//evil", "key": "k2"})["Location"] == reverse("standards")
    assert browse("aisha").post(reverse("count-again"), {"key": "k3"}).status_code == 404


def test_the_file_is_the_table_of_the_page_with_small_numbers_hidden_and_no_names(lived, browse):
    nights(lived, 7, 0)
    client, path = browse("grace"), reverse("give-figures", args=["seen-in-time"])
    shown = page(client, path)
    answer = client.post(path, {"recipient_name": "Dana, the board", "why": "For the board in December.", "key": "k1"})
    assert answer.status_code == 303
    left = client.get(answer["Location"])
    assert left["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(left.content.decode())))
    body = [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", shown, re.S)]
    for row in rows[-3:]:
        assert row[0] in body
        assert all(cell in body for cell in row)
    assert "hidden" in rows[-1]
    for name in CHILDREN:
        assert name not in left.content.decode()
    kept = FiguresCopy.objects.get()
    assert kept.text == left.content.decode()
    assert (kept.recipient_name, kept.team_id) == ("Dana, the board", lived.people["harbour"].pk)


def test_without_a_name_or_a_purpose_nothing_leaves_and_what_was_typed_stays(lived, browse):
    path = reverse("give-figures", args=["heard"])
    answer = browse("grace").post(path, {"recipient_name": "Dana", "why": "n/a", "key": "k1"})
    assert answer.status_code == 422
    assert 'value="Dana"' in answer.content.decode()
    assert not FiguresCopy.objects.exists()
    assert browse("aisha").get(path).status_code == 404


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"met": 12, "due": 0, "missed": 9}, set()),
        ({"met": 12, "due": 3, "missed": 9}, {"due", "missed"}),
        ({"met": 12, "due": 3, "missed": 1}, {"due", "missed"}),
        ({"met": 0, "due": 4, "missed": 0}, {"due"}),
    ],
)
def test_a_small_number_is_hidden_with_one_beside_it_so_that_it_cannot_be_worked_out(counts, hidden):
    assert few_hidden(counts) == hidden
