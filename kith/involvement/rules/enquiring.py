"""What an enquiry still lacks before it is concluded (E5, S1-02, S3-17)."""

from collections.abc import Iterator

from kith.involvement.models import Enquiry
from kith.involvement.rules.meeting import Lack
from kith.packs import Pack
from kith.words import needs_words


def enquiry_lacks(enquiry: Enquiry, pack: Pack) -> list[Lack]:
    """The outcome and its reasons are asked by the form that concludes. Nothing here stops anything being saved."""
    return list(_lacks(enquiry, pack))


def _lacks(enquiry: Enquiry, pack: Pack) -> Iterator[Lack]:
    if not enquiry.seen_on:
        if needs_words(enquiry.not_seen_because):
            yield Lack("Say when the child was seen, or why not and how they will be.")
    elif not enquiry.alone:
        yield Lack("Say whether the child was seen alone.")
    elif enquiry.alone in pack.flagged("alone", "asks_why") and needs_words(enquiry.not_alone_because):
        yield Lack("Say why the child was not seen alone.")
    if enquiry.seen_on and needs_words(enquiry.child_said):
        yield Lack("Write what the child said or showed, in their own words.")
    if not enquiry.how:
        yield Lack("Say who makes the enquiry.")
    if needs_words(enquiry.checks):
        yield Lack("Write who was asked, and what they know.")
    if needs_words(enquiry.findings):
        yield Lack("Write what was found, and what it means for the child.")
