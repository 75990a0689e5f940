"""What I said, what you did: a child’s list on paper, in two columns, and the truth about what is owed (N1)."""

import re
from datetime import timedelta

from kith.access import acting_as
from kith.sharing.models import Release
from tests.cast import TODAY
from tests.voice.hearing import answered, heard, untold


def said(cast):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "Sam held my finger", sort="good_thing")
        heard(cast, cast.aisha, "He hurt me", sort="harm")
        heard(cast, cast.aisha, "I want to see Dad")
        answered(cast, cast.aisha, heard(cast, cast.aisha, "I want my own bed"))
        untold(cast, cast.aisha, heard(cast, cast.aisha, "I want a dog"), what_we_did="We asked the landlord.")
        heard(cast, cast.aisha, "I want a lamp", on=TODAY - timedelta(days=60))


def plain(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode())).strip()


def test_the_list_says_what_was_answered_what_is_owed_and_nothing_that_tells_of_harm(cast, browse):
    said(cast)
    page = browse("aisha").get(f"/children/{cast.maya.ref}/print/voice/")
    text = page.context["form"].initial["text"]
    assert page.context["form"].initial["recipient"] == cast.maya.ref, "it is the child's own, unless somebody says"
    for part in (
        "I said, 17 November 2026: “I want my own bed”\nYou did: In part. We asked the bed charity.\nBecause: A bed",
        "“I want to see Dad”\nYou did: Not answered yet. Aisha Khan owes you an answer by ",
        "“Sam held my finger”\nYou did: We wrote it down. It is kept with your story.",
        "“I want a dog”\nYou did: There is an answer. We tell you about it first.",
        "It is late, and we are sorry.",
    ):
        assert part in text, part
    assert "He hurt me" not in text
    assert "landlord" not in text
    assert "ago)" not in text, "on paper a day is a day"


def test_the_copy_stands_in_two_columns(cast, browse):
    said(cast)
    aisha, path = browse("aisha"), f"/children/{cast.maya.ref}/print/voice/"
    text = aisha.get(path).context["form"].initial["text"] + "\n\nRing me, Maya, if it is not right."
    sent = {"recipient": cast.maya.ref, "who_else_sees": "Mum", "text": text}
    copy = aisha.post(path, sent, follow=True)
    assert Release.objects.get(kind="voice").recipient_id == cast.maya.pk
    assert "What I said What you did" in plain(copy)
    assert copy.content.decode().count("<tr") == 6, "a heading and five things said"
    assert plain(copy).index("I want a lamp") < plain(copy).index("Ring me, Maya")
