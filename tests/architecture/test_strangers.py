"""Every address, every kind of reader, every restriction level: the entitled get the page, nobody else learns a thing.

Generated from the URL conf (S-01, S-02, S-06): a page not placed in a kind fails here. Strings planted all over the
record are looked for in every answer: body, headers, where it leads, and, even for the entitled, its title.
"""

import re
from datetime import date

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.directory.acts import restrict
from kith.people.models import Residence
from tests.architecture.addresses import KINDS, READERS, STAFF, every_address, kind_of
from tests.architecture.arrived import (
    SECRET_AMONG_US,
    SECRET_QUESTION,
    SECRET_REACHED,
    SECRET_TOGETHER,
    SECRET_TRIAGE,
    TELLER,
)
from tests.architecture.complained import SECRET_COMPLAINT, SECRET_TAKEN, SECRET_THANKS
from tests.architecture.differed import SECRET_ASKED_US, SECRET_FATHERS
from tests.architecture.explained import SECRET_UNCLEAR
from tests.architecture.improved import SECRET_IMPROVED
from tests.architecture.met import SECRET_NOTE
from tests.architecture.mondays import SECRET_SHARED
from tests.architecture.objects import PLANTED, account_of
from tests.architecture.objects.involvement import SECRET_ASKED
from tests.architecture.objects.visits import SECRET_WORD, SECRET_WORDS
from tests.architecture.planted import PLANTS, TIED, Plant
from tests.architecture.reached import SECRET_FATHERS_TERMS
from tests.architecture.told import MOVED, TOLD, WANTED
from tests.handing import come

ADDRESSES = [a for a in every_address() if not a.path.startswith("/account/")]
MET_TOO = {
    SECRET_WORDS: {"maya"},
    SECRET_ASKED: {"maya"},
    SECRET_WORD: {"kelly"},
    SECRET_ASKED_US: {"maya"},
    SECRET_FATHERS: {"tomek"},
    SECRET_FATHERS_TERMS: {"tomek"},
}  # by whoever said it, on their own page
MET_TOO |= {TOLD["family"]: {"kelly", "tomek"}, TOLD["child"]: {"maya"}}
FURNISHED = [Plant(text, TIED | MET_TOO.get(text, set())) for text in (*PLANTED, *TOLD.values(), WANTED, MOVED)]
AT_THE_DOOR = TIED | {"theo"}  # and who told us; what is asked of an agency, its own workers read too
FURNISHED += [Plant(text, AT_THE_DOOR) for text in (SECRET_REACHED, SECRET_TRIAGE, SECRET_AMONG_US, TELLER["name"])]
FURNISHED += [Plant(SECRET_TOGETHER, AT_THE_DOOR | {"priya"}, whose="both")]
FURNISHED += [
    Plant(text, frozenset({"aisha", "grace"}), whose="both") for text in (SECRET_NOTE, SECRET_SHARED)
]  # on no child's record: no level closes it
FURNISHED += [Plant(SECRET_UNCLEAR)]
FURNISHED += [Plant(SECRET_IMPROVED, frozenset({"grace"}), whose="both")]  # it is about no child at all
FURNISHED += [
    Plant(SECRET_COMPLAINT, frozenset({"kelly"}), whose="both"),  # nobody here sees to complaints
    Plant(SECRET_TAKEN, frozenset({"aisha"}), whose="both"),  # by whoever took it down, and by no manager
    Plant(SECRET_THANKS, frozenset({"aisha", "grace"}), whose="both"),
]
FURNISHED += [Plant(SECRET_QUESTION, AT_THE_DOOR | {"priya"}, whose="both")]
LEVELS = ["normal", "restricted", "sealed"]


def test_every_page_says_who_it_is_for():
    unplaced = [a.name for a in ADDRESSES if kind_of(a.name) is None]
    assert not unplaced, f"Place these in tests/architecture/addresses.py: {unplaced}"


def test_no_kind_names_a_page_that_does_not_exist():
    there = {a.name for a in ADDRESSES}
    gone = [name for names in KINDS.values() for name in names if name not in there]
    assert not gone, f"These are placed but not there: {gone}"


def expected(kind, name, reader, level):
    """The status a GET owes this reader, 200 for the entitled."""
    if reader == "maya":
        return _of_a_child(kind, name)
    if kind in ("not-safe", "coming-back"):
        return {"not-safe": 302 if reader else 200, "coming-back": None}[kind]
    if kind == "corner":
        return 404 if reader else 302
    if kind in ("door", "anyone", "posted"):
        return {"door": None, "anyone": 200, "posted": 405}[kind]
    if kind in ("family", "partner", "own-family", "own-child", "own-partner", "own-step", "own-agency"):
        return _of_their_own(kind, reader, level)
    if not reader:
        return 302
    if reader not in STAFF:
        return 404
    if kind.startswith("child") or kind == "restricted":
        return _about_a_child(kind, reader, level)
    if kind == "contact":
        return _of_the_front_door(reader, level)
    return _of_the_staff(kind, reader)


def _of_a_child(kind, name):
    """With the device in her hands: her own corner, and every other address leads back to it."""
    if name in ("comfort", "health", "home", "corner-back", "corner-away"):
        return None  # tried by themselves
    if kind in ("corner", "not-safe"):
        return 200
    return 405 if name == "corner-let-go" else 302


def _of_their_own(kind, reader, level):
    audience = {"kelly": "family", "tomek": "family", "gary": "family", "priya": "partner"}.get(reader, "")
    if not reader:
        return 302
    if kind == "own-agency":  # what an agency was asked about Maya is sealed with her
        return 200 if reader == "priya" and level != "sealed" else 404
    if kind in ("own-partner", "own-step"):  # Sam, whom nobody has closed
        return 200 if reader == "priya" else 404
    if kind == "own-family":  # a copy about a sealed child is sealed with the rest
        return 200 if reader == "kelly" and level != "sealed" else 404
    if kind == "own-child":
        return 200 if reader in ("kelly", "tomek") and level != "sealed" else 404
    return 200 if audience == kind else 404


def _of_the_front_door(reader, level):
    """A contact about Maya alone: closed with her record to whoever that is closed to."""
    if reader not in ("theo", "grace"):
        return 404
    return 200 if level == "normal" or (level == "restricted" and reader in TIED) else 404


def _of_the_staff(kind, reader):
    if kind == "staff":
        return 200
    if kind == "front-door":
        return 200 if reader in ("theo", "grace") else 404
    if kind == "manager":
        return 200 if reader == "grace" else 404
    if kind == "supervised":  # whoever Grace manages has notes with her; she has none with herself
        return 200 if reader in ("aisha", "theo") else 404
    if kind in ("duty", "duty-posted"):
        return 200 if reader == "theo" and kind == "duty" else 404
    return 200 if reader == "aisha" else 404  # own drafts and notices are hers alone


def _about_a_child(kind, reader, level):
    if kind == "restricted":
        return 200 if level == "restricted" else 404
    if level == "sealed" or (level == "restricted" and reader not in TIED):
        return 404
    if kind == "child-posted":
        return 404 if reader in TIED else 302
    if kind == "child-early":  # Maya is worked with; its own reader is in tests/pages/staff/test_early.py
        return 404
    if kind == "child-own":
        return 200 if reader == "aisha" else 404 if reader in TIED else 302
    if kind == "child-manager":
        return 200 if reader == "grace" else 404 if reader == "aisha" else None
    if kind == "child-minimum":
        return 200
    if kind == "child-picture":
        return 200 if reader in TIED else 404
    return 200 if reader in TIED else 302  # to the minimum view


def arrive(client, address, arguments):
    return client.get(where(address, arguments))


def where(address, arguments):
    kwargs = arguments.get(address.name, arguments[""] if "<str:ref>" in address.path else {})
    return reverse(address.name, kwargs=kwargs)


def close(cast, level):
    if level == "normal":
        return
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.maya,
            level=level,
            because="A colleague's own family.",
            guardian=account_of(cast, "rowan"),
            review_on=date(2027, 1, 1),
        )


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("reader", READERS, ids=[r or "nobody" for r in READERS])
def test_each_reader_gets_the_pages_that_are_theirs_and_no_others(cast, browse, planted, reader, level):
    client = come(cast, browse, reader)
    close(cast, level)
    wrong = []
    for address in ADDRESSES:
        kind = kind_of(address.name)
        owed = expected(kind, address.name, reader, level)
        if owed is None:
            continue
        page = arrive(client, address, planted)
        allowed = {owed} | ({303} if owed == 302 else set())
        if kind in ("own",) and owed == 200:
            allowed |= {302}
        if reader == "maya" and owed == 302 and page.status_code == 302 and not page.url.startswith("/p/me/"):
            wrong.append(f"{address.name} leads {reader} to {page.url}")
        if page.status_code not in allowed:
            wrong.append(f"{address.name}: {page.status_code}, not {owed}")
        wrong += leaks(page, address, reader, level)
    assert not wrong


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("reader", sorted({*READERS} - TIED), ids=lambda reader: reader or "nobody")
def test_sending_a_form_to_a_page_that_is_not_theirs_tells_them_no_more(cast, browse, planted, reader, level):
    client = come(cast, browse, reader)
    close(cast, level)
    wrong = []
    for address in ADDRESSES:
        if address.name == "give-because":
            continue  # a reason opens a normal record: what else it opens is tested with the page
        if kind_of(address.name).startswith(
            ("child", "own", "duty", "manager", "restricted", "posted", "contact", "front")
        ):
            page = client.post(where(address, planted), {"text": "a", "because": "b", "on_0": "31", "on_1": "2"})
            wrong += leaks(page, address, reader, level)
            wrong += [f"{address.name}: {page.status_code}"] if page.status_code >= 500 else []
    assert not wrong


def test_what_is_planted_is_there_to_be_found_by_the_entitled(cast, browse, planted):
    grown = [who for who in READERS if who not in ("", "maya")]  # with Aisha's own browser, before Maya has it
    read = {who: [text_of(arrive(browse(who), a, planted)) for a in ADDRESSES] for who in grown}
    aisha = browse("aisha")
    of_leo = [reverse(name, args=[cast.leo.ref]) for name in ("child-contacts", "child-voice")]
    read["aisha"] += [text_of(aisha.get(path)) for path in of_leo]
    for home in Residence.objects.filter(person=cast.maya):  # asked for one at a time
        read["aisha"] += [text_of(aisha.post(reverse("reveal-address", args=[cast.maya.ref, home.pk])))]
    never_met = [p for p in PLANTS if not any(p.text in page for who in p.who & read.keys() for page in read[who])]
    assert len(PLANTS) >= 50
    assert [p.text for p in never_met if p.met and p.who] == []


def leaks(page, address, reader, level):
    """Planted strings this answer tells a reader who may not meet them, or tells anyone in the wrong place."""
    text, outside = text_of(page), _DRAWN.sub("", str(page.headers))
    title = "".join(
        re.findall(r"<title>(.*?)</title>", text.partition("</head>")[0], re.DOTALL)
    )  # a drawing has its own
    told = [p.text for p in PLANTS + FURNISHED if p.text in text + outside and reader not in p.readers(level)]
    if level != "normal" and reader not in TIED | {"maya"} | ({"kelly", "tomek"} if level == "restricted" else set()):
        told += ["Maya"] if "Maya" in text + outside else []
    shown = [p.text for p in PLANTS + FURNISHED if p.text in title + outside]
    return [
        *(f"{address.name} tells {reader or 'nobody'} “{s}”" for s in told),
        *(f"{address.name} says “{s}” in its title, its headers or where it leads" for s in shown),
    ]


# Letters drawn at random for each answer, in which any three may stand by chance.
_DRAWN = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")[^"]+|(?<=nonce=")[^"]+|(?<=nonce-)[^\';]+')


def text_of(page):
    text = page.content.decode(errors="replace").replace("&#x27;", "'").replace("&quot;", '"')
    return _DRAWN.sub("", text)
