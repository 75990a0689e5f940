"""A device handed over to a child, and a child who acts for themselves, for the tests of the corner."""

from typing import Any

from kith.access import acting_as
from kith.directory import handing
from kith.directory.acts import begin_tie
from kith.directory.models import Account
from kith.directory.queries import actor_for
from tests.cast import NOW, Cast

PIN = "2580"


def child_actor(cast: Cast, name: str = "maya", now: Any = NOW) -> Any:
    """The child as an actor of their own: the account a hand-over would make, and its tie."""
    person = cast.people[name]
    account = handing.childs_account(person.pk, person.ref, person.called)
    with acting_as(cast.system):
        begin_tie(by=cast.system, about=person, account=account, because="self", may_write=True)
    return actor_for(account, now)


def pin_for(cast: Cast, name: str = "aisha", pin: str = PIN) -> None:
    handing.choose_pin(Account.objects.get(pk=cast.actors[name].account_id), pin, NOW)


def handed_over(cast: Cast, browse: Any, child: str = "maya", worker: str = "aisha", **answers: str) -> Any:
    """The worker's browser, in the child's hands: through the very pages a worker uses."""
    pin_for(cast, worker)
    client = browse(worker)
    path = f"/children/{cast.people[child].ref}/hand-over/now/"
    answer = client.post(path, {"device": "tablet", "pin": PIN, **answers})
    assert (answer.status_code, answer.url) == (303, "/p/me/"), answer.content.decode()[:3000]
    return client


def come(cast: Cast, browse: Any, reader: str) -> Any:
    """This reader's browser: for Maya, her worker's, in her hands."""
    return handed_over(cast, browse, guided="on") if reader == "maya" else browse(reader)
