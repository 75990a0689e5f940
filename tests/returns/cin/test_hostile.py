"""Files that mean harm, or are no census at all: refused quickly, in little memory, in plain words (S-42, S-43)."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from kith.returns.cin.elements import MOST_WITHOUT_ID
from kith.returns.cin.shape import UnreadableCensus
from tests.returns.cin.papers import FILES, census, child, read_all

MOST_SECONDS = 2.0
MOST_MEGABYTES = 200
MEGABYTE = 1_000_000

# Read a file in a process of its own, and say how it ended, how long it took and the most memory it held.
MEASURE = """
import re, sys, time
from pathlib import Path
from kith.returns.cin.reading import read
from kith.returns.cin.shape import UnreadableCensus
began = time.perf_counter()
try:
    ended = f"read {sum(1 for step in read(sys.argv[1]))}"
except UnreadableCensus as refusal:
    ended = str(refusal)
taken = time.perf_counter() - began
status = Path("/proc/self/status")
peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) / 1000 if status.exists() else 0
print(ended, taken, peak, sep="\\n")
"""


def measured(path: Path) -> tuple[str, float, float]:
    """How reading ended, the seconds it took and the megabytes it held (0 where the system does not say)."""
    run = subprocess.run([sys.executable, "-c", MEASURE, path], capture_output=True, text=True, check=True)
    ended, seconds, megabytes = run.stdout.splitlines()
    return ended, float(seconds), float(megabytes)


def refusal(source) -> str:
    with pytest.raises(UnreadableCensus) as refused:
        read_all(source)
    return str(refused.value)


@pytest.mark.parametrize("name", ["laughs.xml", "outside_file.xml", "outside_definitions.xml"])
def test_a_document_type_is_refused_before_it_is_parsed(name):
    assert "document type (DOCTYPE)" in refusal(FILES / name)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_no_encoding_hides_a_document_type(encoding):
    text = (FILES / "laughs.xml").read_text().replace('<?xml version="1.0"?>\n', "")
    assert "document type (DOCTYPE)" in refusal(text.encode(encoding))


@pytest.mark.parametrize("offset", range(65_520, 65_540))
def test_a_document_type_split_between_two_pieces_is_found(offset):
    comment = f"<!--{' ' * (offset - 7)}-->"
    assert "document type (DOCTYPE)" in refusal(comment + (FILES / "laughs.xml").read_text().split("\n", 1)[1])


def test_a_document_type_that_trickles_in_is_found():
    class Trickle(io.BytesIO):
        def read(self, size=-1):
            return super().read(3)

    assert "document type (DOCTYPE)" in refusal(Trickle((FILES / "outside_definitions.xml").read_bytes()))


@pytest.mark.parametrize("name", ["UTF-7", "IBM037", "utf-32", "rot13"])
def test_an_encoding_that_could_hide_one_is_refused(name):
    assert f"its encoding is {name.lower()}, which is not read here" in refusal(
        f'<?xml version="1.0" encoding="{name}"?><Message/>'
    )


def test_an_entity_nobody_declared_is_refused_with_its_line():
    assert refusal(census("\n\n", child(referral="&nobody;"))).startswith("Line 3: the file is not well-formed XML")


def numbered(template: bytes) -> bytes:
    return b"".join(template % number for number in range(MEGABYTE))


CHILDREN = b"<Message><Children>"
REVIEWS = (
    CHILDREN + b"<Child><ChildIdentifiers><LAchildID>1</LAchildID></ChildIdentifiers>"
    b"<CINdetails><ChildProtectionPlans><Reviews>"
)
# Name: how the file begins, and then what, how many times. Made only when wanted: each is some 50 MB.
HOSTILE = {
    "one text": (CHILDREN + b"<Child><ChildIdentifiers><UPN>", b"A", 50 * MEGABYTE),
    "white space": (CHILDREN, b" ", 50 * MEGABYTE),
    "new lines": (CHILDREN, b"\n", 50 * MEGABYTE),
    "comments": (CHILDREN, b"<!-- a -->", 5 * MEGABYTE),
    "instructions": (CHILDREN, b"<?a b c?> ", 5 * MEGABYTE),
    "elements nobody knows": (CHILDREN, b"<a>b</a>", 6 * MEGABYTE),
    "words between children": (CHILDREN, b"<Child/>ha", 5 * MEGABYTE),
    "one child": (CHILDREN + b"<Child>", b"<CINdetails></CINdetails>", 2 * MEGABYTE),
    "children without id": (CHILDREN, b"<Child/>", 6 * MEGABYTE),
    "headers": (b"<Message>", b"<Header/>", 6 * MEGABYTE),
    "a million attributes": (CHILDREN + b"<Child", b" a%d='1'", None),
    "a million namespaces": (CHILDREN + b"<Child", b" xmlns:a%d='b'", None),
    "one attribute": (CHILDREN + b"<Child a='", b"b", 50 * MEGABYTE),
    "ten thousand levels": (CHILDREN + b"<Child>", b"<a>", 10_000),
    "one name": (CHILDREN + b"<", b"a", 50 * MEGABYTE),
    "another kind of file": (b"<html>", b"<p>hello</p>", 4 * MEGABYTE),
    "no text at all": (b"\x89PNG\r\n", bytes(range(256)), MEGABYTE // 5),
    "two million reviews": (REVIEWS, b"<CPPreviewDate/>", 2 * MEGABYTE),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_fast_and_in_little_memory(name, tmp_path):
    path = tmp_path / "hostile.xml"
    start, again, times = HOSTILE[name]
    path.write_bytes(start + (again * times if times else numbered(again)))
    ended, seconds, megabytes = measured(path)
    assert not ended.startswith("read")
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES


def test_a_child_at_the_edge_of_the_allowed_size_is_checked_in_time(tmp_path):
    days = (
        f"{year}-{month:02}-{day:02}" for year in range(1000, 1070) for month in range(1, 13) for day in range(1, 29)
    )
    reviews = "".join(f"<CPPreviewDate>{day}</CPPreviewDate>" for day in days)
    plans = f"<ChildProtectionPlans><Reviews>{reviews}</Reviews></ChildProtectionPlans>"
    path = tmp_path / "large.xml"
    path.write_text(census(child(referral=plans)))
    ended, seconds, megabytes = measured(path)
    assert ended == "read 2"
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES


def test_neither_memory_nor_the_time_for_a_child_grows_with_the_file(tmp_path):
    def cost(children):
        path = tmp_path / f"{children}.xml"
        path.write_text(census(*(child().replace("ANNA1", f"A{n}") for n in range(children))))
        return measured(path)[1:]

    (few_seconds, few_megabytes), (seconds, megabytes) = cost(500), cost(8_000)
    assert megabytes - few_megabytes < 15  # the file grows by 4, a tree of it would by some 60
    assert seconds < 16 * 4 * max(few_seconds, 0.1)  # sixteen times the children; looking back at each would be 256


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty."),
        (b"   \n ", "The file is empty."),
        (b"LAchildID,UPN\n1,2\n", "Line 1: the file is not well-formed XML"),
        (b"<Message>\n<Children>\n<Child>", "Line 3: the file is not well-formed XML"),
        (b"<Message>\n<Children></Message>", "Line 2: the file is not well-formed XML"),
        (b"<Message></Message><Message></Message>", "Line 1: the file is not well-formed XML"),
        (b"<Message>\n\n\xff\xfe</Message>", "Line 3: the file holds bytes that are not text"),
        (b"<Message>\n\x00</Message>", "Line 2: the file is not well-formed XML"),
        (b"<EXPSSDA903><CHILD/></EXPSSDA903>", "does not begin with Message"),
        (b"<EXPSSDA903><Child/></EXPSSDA903>", "does not begin with Message"),
        (b"<Message>" + b"<a>" * 300, "nested far deeper than in any census"),
        (b"<Message><x:Children/></Message>", "Namespace prefix x on Children is not defined"),
    ],
)
def test_what_is_no_census_is_refused_in_plain_words(content, words):
    assert words in refusal(content)


def test_a_refusal_quotes_no_other_file():
    refusal(census(child(referral="&nobody;")))
    assert "nobody" not in refusal(b"<Message>")


def test_a_census_of_another_collection_is_refused():
    assert "it says it is SWF" in refusal(census(child()).replace(">CIN<", ">SWF<"))


def test_two_headers_are_refused():
    text = census(child())
    assert "two Headers" in refusal(text.replace("</Message>", "<Header/></Message>"))


def test_a_refusal_may_come_part_way_after_children_were_read():
    broken = census(*(child().replace("ANNA1", f"A{n}") for n in range(500))) + "<"
    assert "not well-formed" in refusal(broken)


def test_many_children_without_id_are_not_a_census():
    assert "in a row have no LAchildID" in refusal(census(*["<Child/>"] * MOST_WITHOUT_ID))
    mixed = ["<Child/>"] * (MOST_WITHOUT_ID - 1) + [child()] + ["<Child/>"]
    assert len(read_all(census(*mixed))[1]) == 1


def test_a_path_that_is_not_there_is_the_callers_to_explain():
    with pytest.raises(FileNotFoundError):
        read_all(Path("no such file.xml"))


def test_a_stream_is_left_open_for_its_owner():
    stream = io.BytesIO(census(child()).encode())
    read_all(stream)
    assert not stream.closed
