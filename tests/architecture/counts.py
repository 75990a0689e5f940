"""The numbers a page claims and the list each of them opens, read from the page as a browser would have it."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin

from lxml import html

# A card of a measure, a number in a table, "Show all 14": each a link.
_CLAIMS = (
    '//*[contains(@class, "kith-measure__number")]/a[@href] | //a[@data-count] | //a[starts-with(., "Show all ")]'
    ' | //a[contains(concat(" ", @class, " "), " kith-owed ")]'
)
_NUMBER = re.compile(r"\d+")


def claims(page: str, path: str) -> Iterator[tuple[str, int]]:
    """(address with its #place, number) of every number of this page that opens a list."""
    for link in html.document_fromstring(page).xpath(_CLAIMS):
        bold = "".join(link.xpath(".//b[1]//text()"))
        number = _NUMBER.search(link.get("data-count") or bold or link.text_content())
        if number:
            yield urljoin(path, link.get("href")), int(number[0])


def length(page: str, place: str) -> int | None:
    """How many lines the list at this place has; lines that stand for several, and say how many, as many. None where
    there is no list.
    """
    root = html.document_fromstring(page)
    named = root.xpath("//section[@id=$id] | //section[@aria-labelledby=$id]", id=place) if place else [root]
    lists = named[0].xpath('.//ul[contains(@class, "kith-lines")]') if named else []
    lists = [each for each in lists if each.get("data-list") is not None] or lists
    if not lists:
        return None
    return sum(_of(line) for each in lists for line in each.xpath("./li"))


def _of(line: html.HtmlElement) -> int:
    several = line.xpath(".//@data-more")
    if several:
        return int(several[0])
    return 1 if line.xpath(".//a[@href]") else 0  # a line without a link says that there is none


def wrong(page: str, path: str, get: Callable[[str], str]) -> list[str]:
    """What this page claims and the list it opens does not bear out, in words."""
    found = []
    for address, n in claims(page, path):
        opened, _, place = address.partition("#")
        there = page if opened == path else get(opened)
        counted = _whole(there, opened, place, get)
        if (counted or 0) != n:
            found.append(f"{path} says {n}; {address} holds {counted}.")
    return found


def _whole(page: str, path: str, place: str, get: Callable[[str], str]) -> int | None:
    """The list as long as it is: one of which a few lines are shown is opened whole."""
    root = html.document_fromstring(page)
    more = root.xpath('//section[@id=$id]//a[starts-with(., "Show all ")]/@href', id=place) if place else []
    whole = get(urljoin(path, more[0]).partition("#")[0]) if more else page
    return length(whole, place)
