"""A stage of a complaint begins, with its own day (E38)."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist

from kith import packs
from kith.directory import queries as directory
from kith.directory.models import Staff
from kith.feedback import rules
from kith.feedback.models import Complaint, ComplaintStage
from kith.involvement import queries as involvement
from kith.record import NotYours


def as_it_stands(row: Any) -> None:
    """A complaint or a stage, locked and read again: somebody may have been quicker. Raises NotYours: they named you
    meanwhile.
    """
    try:
        row.refresh_from_db(from_queryset=type(row)._default_manager.select_for_update())
    except ObjectDoesNotExist:
        raise NotYours("This complaint is seen to by somebody else.") from None


def begin_stage(complaint: Complaint, stage: str, on: date, place: int = 1, **given: Any) -> ComplaintStage:
    """Its day is fixed as it begins, under the pack in force that day. `place`: told, not counted, for whoever answers
    one stage sees no other.
    """
    row = ComplaintStage(
        complaint=complaint,
        place=place,
        stage=stage,
        about_ids=complaint.about_ids,
        told_by_id=complaint.told_by_id,
        taken_by_id=complaint.taken_by_id,
        **given,
    )
    set_day(row, complaint.route, on)
    row.save()
    return row


def set_day(row: ComplaintStage, route: str, on: date) -> None:
    key = rules.limit_of(route, row.stage)
    runs = rules.clock_of(packs.in_turn(settings.PACK, on), key, on, on)
    row.began_on, row.limit_key = on, key if runs else ""
    row.due_on = row.first_due_on = runs.due if runs else None


def as_answerer(one: Staff, complaint: Complaint) -> rules.Answerer:
    leads = involvement.leads_of([line.person for line in complaint.children.select_related("person")])
    leading = any(lead.account_id == one.account_id for lead in leads.values())
    return rules.Answerer(one.account_id, one.name, directory.managers_of(one.team_id), leading)


def managers_of_account(account_id: int | None) -> Collection[int]:
    one = directory.staff_of_account(account_id)
    return directory.managers_of(one.team_id) if one else ()
