"""The family tree's pages: drawn, told, added to, asked about, confirmed (S3-07, S3-05, N8, N10)."""

import pytest


def tree(cast, *parts, child="maya"):
    return "/".join(["/children", cast.people[child].ref, "tree", *map(str, parts), ""])


def text_of(page):
    return page.content.decode()


@pytest.mark.parametrize("view", ["", "practice", "getting_on", "own"])
def test_the_tree_is_drawn_and_told(cast, browse, view):
    page = browse("aisha").get(tree(cast), {"view": view})
    assert page.status_code == 200
    assert "Kelly Okafor" in text_of(page)


@pytest.mark.parametrize("whose", ["worker", "child"])
def test_smoke(cast, browse, whose):
    aisha=browse("aisha")
    m=f"/children/{cast.maya.ref}/"
    from kith.access import acting_as
    from kith.people import acts
    with acting_as(cast.aisha):
        for n in range(4):
            acts.put_on_map(by=cast.aisha, about=cast.maya, kind="family", ring=1 + n % 3, called=f"Nan {n}", whose=whose, line=["strong","broken","stressful","thin"][n], flow="both")
    assert aisha.get(m+"map/", {"whose": whose}).status_code == 200
    k=cast.people["kelly"].ref
    for p in ("map/put/","map/offer/","map/why-a-service/","tree/asked/","tree/still-right/","tree/getting-on/",*(f"tree/{k}/add/{w}/" for w in ("parent","child","partner","other")),f"tree/{k}/describe/"):
        assert aisha.get(m+p).status_code == 200, p
