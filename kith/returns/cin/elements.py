"""One Header or Child element at a time out of a file nobody has vouched for.

What the parser is spared (requirements S-42 and S-43 of the performance reference):

- a document type, and with it every entity: its opening is looked for in the decoded text and refused before
  the parser sees it. The text is decoded here, from a short list of encodings, so that no encoding can hide it;
- unbounded input: the file is fed in pieces, and more than `MOST_BETWEEN` characters without the end of a
  Header or Child is refused, whatever they are (one huge text, a million attributes, endless comments);
- deep nesting: libxml2 stops at 256 levels because `huge_tree` is off.

Memory therefore stays within a few megabytes for a file of any length.
"""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from kith.returns.cin.shape import UnreadableCensus

PIECE = 65_536  # bytes read at a time
MOST_BETWEEN = 1_000_000  # characters; a child with a hundred referrals needs a fifth as many
MOST_WITHOUT_ID = 1_000  # children in a row; then it is no census but something else, or an attack

_DOCTYPE = "<!DOCTYPE"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*\?>", re.ASCII)
_DECLARED = re.compile(rb"""\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_READ_AS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "utf-16": "utf-8",  # said so, but there is neither a mark nor a zero byte: saved as UTF-8 after all
    "iso-8859-1": "cp1252",
    "windows-1252": "cp1252",
}


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace: suppliers differ in what they declare."""
    return str(element.tag).rpartition("}")[2]


def elements(stream: BinaryIO) -> Iterator[etree._Element]:
    """Each Header and Child as it ends, and last the Message with whatever was left in it.

    An element may be used only until the next one is asked for: it is then emptied and its elder siblings
    dropped. Raises UnreadableCensus.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=("{*}Message", "{*}Header", "{*}Child"),
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    gate = _Gate()
    for piece in _decoded(stream):
        gate.admit(piece)
        _fed(parser, piece)
        for event, element in parser.read_events():
            gate.met(event, element)
            if event == "end" and local_name(element) != "Message":
                yield element
                _forget(element)
    gate.close()
    message = _closed(parser)
    gate.check_root()
    yield message


class _Gate:
    """Refuses what no census holds, before or as soon as it is met."""

    def __init__(self) -> None:
        self._line = 1
        self._tail = ""
        self._since = 0
        self._is_blank = True
        self._is_message = False
        self._without_id = 0

    def admit(self, piece: str) -> None:
        seen = self._tail + piece
        if _DOCTYPE in seen:
            raise UnreadableCensus(
                "The file holds a document type (DOCTYPE). A census never needs one, and it can be used "
                "to attack whoever opens the file, so it is refused."
            )
        self._tail = seen[1 - len(_DOCTYPE) :]
        self._is_blank = self._is_blank and not piece.strip()
        self._since += len(piece)
        if self._since > MOST_BETWEEN:
            self._refuse_length()
        self._line += piece.count("\n")

    def met(self, event: str, element: etree._Element) -> None:
        name = local_name(element)
        self._is_message = self._is_message or (name == "Message" and element.getparent() is None)
        self.check_root()
        if event == "end":
            self._since = 0
            if name == "Child":
                self._count(element)

    def close(self) -> None:
        if self._is_blank:
            raise UnreadableCensus("The file is empty.")

    def check_root(self) -> None:
        if not self._is_message:
            raise UnreadableCensus("This is not a Children in Need census: it does not begin with Message.")

    def _count(self, child: etree._Element) -> None:
        has_id = child.findtext("{*}ChildIdentifiers/{*}LAchildID", "").strip()
        self._without_id = 0 if has_id else self._without_id + 1
        if self._without_id == MOST_WITHOUT_ID:
            raise UnreadableCensus(
                f"Line {child.sourceline}: {MOST_WITHOUT_ID:,} children in a row have no LAchildID. "
                "This is not a census."
            )

    def _refuse_length(self) -> None:
        self.check_root()
        raise UnreadableCensus(
            f"Around line {self._line}: more than {MOST_BETWEEN:,} characters without the end of a child. "
            "No child in a census needs so many, so the rest was not read."
        )


def _fed(parser: etree.XMLPullParser, piece: str) -> None:
    try:
        parser.feed(piece.encode())
    except etree.XMLSyntaxError as error:
        raise _unreadable(parser, error) from None
    # Some errors (an unknown entity) raise nothing, and the rest of the file would be passed over.
    if parser.feed_error_log.filter_from_errors():
        raise _unreadable(parser)


def _closed(parser: etree.XMLPullParser) -> etree._Element:
    try:
        return parser.close()
    except etree.XMLSyntaxError as error:
        raise _unreadable(parser, error) from None


def _unreadable(parser: etree.XMLPullParser, error: etree.XMLSyntaxError | None = None) -> UnreadableCensus:
    # From the parser's own log: the one an error carries may hold lines of other files this process has read.
    logged = parser.feed_error_log.filter_from_errors()
    line = logged[0].line if logged else error and error.lineno
    what = logged[0].message.strip() if logged else str(error)
    if "Excessive depth" in what:
        what = "elements are nested far deeper than in any census"
    return UnreadableCensus(f"Line {line}: the file is not well-formed XML ({what}).")


def _forget(element: etree._Element) -> None:
    """Give back the memory of an element that was used, and of everything before it."""
    element.clear(keep_tail=True)  # words after it may not have been looked at yet
    parent = element.getparent()
    while parent is not None and (earlier := element.getprevious()) is not None:
        parent.remove(earlier)


def _decoded(stream: BinaryIO) -> Iterator[str]:
    """The file's text in pieces, without byte order mark and XML declaration, its lines kept in number."""
    head = stream.read(PIECE)
    encoding, mark = _encoding(head)
    decoder = codecs.getincrementaldecoder(encoding)()
    line, piece, first = 1, head[mark:], True
    while piece or first:
        text = _text(decoder, piece, line)
        line += text.count("\n")
        if first and (declaration := _DECLARATION.match(text)):
            text = "\n" * declaration[0].count("\n") + text[declaration.end() :]
        yield text
        piece, first = stream.read(PIECE), False
    yield _text(decoder, b"", line, final=True)


def _text(decoder: codecs.IncrementalDecoder, piece: bytes, line: int, *, final: bool = False) -> str:
    try:
        return decoder.decode(piece, final)
    except UnicodeDecodeError as error:
        line += error.object[: error.start].count(b"\n")
        raise UnreadableCensus(
            f"Line {line}: the file holds bytes that are not text in the encoding it names. Save it as UTF-8."
        ) from None


def _encoding(head: bytes) -> tuple[str, int]:
    """The encoding to read a file in, and how many bytes of byte order mark to skip."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    if head[:2] in (b"<\0", b"\0<"):
        return ("utf-16-le" if head[:1] == b"<" else "utf-16-be"), 0
    declared = _DECLARED.match(head)
    name = declared[1].decode().lower() if declared else "utf-8"
    if name not in _READ_AS:
        raise UnreadableCensus(f"The file says its encoding is {name[:40]}, which is not read here. Save it as UTF-8.")
    return _READ_AS[name], 0
