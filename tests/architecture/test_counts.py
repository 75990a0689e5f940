"""Every number on every page of the staff equals the list it opens (S4-01): nobody has to believe a figure.

Generated from the URL conf, opened by whoever may, with one of everything in the record and then with more of it.
"""

import pytest
from django.urls import reverse

from tests.architecture.addresses import every_address, kind_of
from tests.architecture.counts import claims, wrong
from tests.architecture.growing import grow

KINDS = ("staff", "manager", "front-door", "duty", "child")
PAGES = [page for page in every_address() if kind_of(page.name) in KINDS]
COUNTED = {"team", "today", "standards", "standard"}  # pages that claim numbers, whatever else does


def got(client):
    def get(path: str) -> str:
        answer = client.get(path)
        assert answer.status_code == 200, f"{path} answered {answer.status_code}"
        return answer.content.decode()

    return get


def walked(browse, arguments, who):
    """Every page this reader may open: its path and what it says."""
    client = browse(who)
    for page in PAGES:
        given = arguments.get(page.name, arguments[""] if "<str:ref>" in page.path else {})
        path = reverse(page.name, kwargs=given)
        answer = client.get(path)
        if answer.status_code == 200 and "html" in answer["Content-Type"]:
            yield page.name, path, answer.content.decode()


@pytest.mark.parametrize("who", ["grace", "aisha", "theo"])
def test_every_number_equals_the_list_it_opens(cast, browse, furnished, who):
    grow(cast)
    found, claiming, get = [], set(), got(browse(who))
    for name, path, page in walked(browse, furnished, who):
        found += wrong(page, path, get)
        claiming |= {name} if list(claims(page, path)) else set()
    assert not found, "\n".join(found)
    expected = COUNTED if who == "grace" else COUNTED - {"team"} if who == "aisha" else set()
    assert expected <= claiming


PAGE = """<body><a href="#late" data-count="{}"><b>2</b></a><section id="late"><ul class="kith-lines">
<li><a href="/a/">Maya</a></li><li><a href="/b/">Leo</a></li></ul></section></body>"""


def test_a_number_that_is_not_its_list_is_noticed():
    assert wrong(PAGE.format(2), "/team/", {}.__getitem__) == []
    assert wrong(PAGE.format(3), "/team/", {}.__getitem__) == ["/team/ says 3; /team/#late holds 2."]
    nowhere = PAGE.format(2).replace('id="late"', "")
    assert wrong(nowhere, "/team/", {}.__getitem__) == ["/team/ says 2; /team/#late holds None."]
