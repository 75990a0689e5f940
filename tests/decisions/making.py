"""Ways to decide something about Maya, for the tests of decisions."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from kith.access import Right, acting_as
from kith.decisions.acts import agree_decision, decide
from kith.decisions.rules import AgreementGiven, LineGiven, OptionGiven
from kith.directory.acts import give_role
from kith.directory.models import Account, Role
from tests.cast import TODAY

REVIEW = TODAY + timedelta(days=60)


def reasons_for(cast: Any, **changed: Any) -> dict[str, Any]:
    """Everything a decision about Maya needs before it is finished."""
    return {
        "question": "Should Maya go on seeing her dad at his flat?",
        "chosen": "Yes, on Saturdays, with Nan there.",
        "reasons": "Maya asks for it, and three Saturdays with Nan went well.",
        "options": [
            OptionGiven("Saturdays with Nan there", "Nan stays for the day", chosen=True),
            OptionGiven("No visits for now", "Maya would not see him", why_not="She misses him and is safe with Nan."),
        ],
        "rests_on": "What Nan told us on the telephone.",
        "child_view": "I want to see my dad.",
        "child_view_weight": "A great deal: it is her wish, and it can be done safely.",
        "agreements": [AgreementGiven(cast.people[parent], "agreed") for parent in ("kelly", "tomek")],
        "bottom_lines": [
            LineGiven(
                "Nan is there the whole time",
                broken_when="Nan leaves before Maya is home",
                watcher_name="Nan Rose",
                alerted_id=cast.aisha.account_id,
                alerted_name="Aisha Khan",
            )
        ],
        "what_would_change_it": "If Tomek drinks on a Saturday again.",
        "review_by_on": REVIEW,
        **changed,
    }


def decided(cast: Any, by: Any, kind: str = "arrangement", *, finish: bool = True, **changed: Any) -> Any:
    about = changed.pop("about", cast.maya)
    return decide(by=by, about=about, kind=kind, finish=finish, **reasons_for(cast, **changed))


def only_started(cast: Any, by: Any, kind: str = "arrangement", **given: Any) -> Any:
    return decide(by=by, about=cast.maya, kind=kind, **{"question": "What now?", **given})


def standing(cast: Any, kind: str = "closure", **changed: Any) -> Any:
    """Written by Aisha, agreed by Grace."""
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, kind, **changed)
    with acting_as(cast.grace):
        return agree_decision(by=cast.grace, about=cast.maya, decision=made)


def made_senior(cast: Any, name: str = "rowan") -> Any:
    """One more who may agree decisions, in another team; as an actor."""
    with acting_as(cast.system):
        account = Account.objects.get(pk=cast.actors[name].account_id)
        give_role(by=cast.system, account=account, role=Role.objects.get(code="service_manager"))
    actor = cast.actors[name]
    return replace(actor, rights=actor.rights | {Right.AGREE_DECISIONS})


def written_past_the_guard(rows: Any, **values: Any) -> None:
    """As somebody at the database itself would: no act, no rule, only the database's own constraints."""
    with transaction.atomic():
        QuerySet(rows.model).filter(pk__in=[row.pk for row in rows]).update(**values)
