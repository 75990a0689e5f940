"""Open work, who leads it, what is waiting to be allocated, and who is worried now."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from kith.access import Actor
from kith.directory.models import Staff
from kith.involvement.models import ImmediateConcern, LeadWorker, Spell
from kith.people.models import Person

FROM_CORNER = "corner-"  # how the key begins of what a child raises
TOLD_OF_HARM = "corner-harm-"


def leads_of(children: Iterable[Person]) -> dict[int, LeadWorker]:
    """The one lead worker of each child's open work, by child; without those nobody leads. One query."""
    leads = LeadWorker.objects.filter(person__in=list(children), until_on=None, spell__closed_on=None)
    return {lead.person_id: lead for lead in leads.order_by("-pk")}


def who_leads(child: Person) -> LeadWorker | None:
    """The same as a child asks it, who reads who leads and nothing else of the work. Ended with the work it led."""
    return LeadWorker.objects.filter(person=child, until_on=None).order_by("-from_on").first()


def led_before(lead: LeadWorker) -> LeadWorker | None:
    """Whoever led this work before. One query."""
    earlier = LeadWorker.objects.filter(spell=lead.spell_id, until_on__isnull=False, pk__lt=lead.pk)
    return earlier.order_by("-until_on", "-pk").first()


def led_by(actor: Actor) -> QuerySet[LeadWorker]:
    """The work this account leads now, with the child and the spell, in the children's order."""
    return (
        LeadWorker.objects.filter(account_id=actor.account_id, until_on=None, spell__closed_on=None)
        .select_related("person", "spell")
        .order_by("person__sort_key", "pk")
    )


def unallocated() -> QuerySet[Spell]:
    """Open work nobody leads, longest waiting first; without a first day, since Kith has known of it."""
    led = LeadWorker.objects.filter(spell=OuterRef("pk"), until_on=None)
    waiting = Spell.objects.filter(~Exists(led), closed_on=None).select_related("person")
    return waiting.order_by(Coalesce("started_on", "known_from"), "pk")


def concerns_waiting() -> QuerySet[ImmediateConcern]:
    """Immediate concerns nobody has taken, oldest first."""
    return ImmediateConcern.objects.filter(taken_at=None).select_related("person").order_by("raised_at")


def concern(pk: int) -> ImmediateConcern | None:
    return ImmediateConcern.objects.filter(pk=pk).first()


def concern_of_mine(actor: Actor, key: str) -> ImmediateConcern:
    """What this account has just raised under a key: how someone who raised a concern learns what became of it."""
    return ImmediateConcern.objects.get(raised_by_id=actor.account_id, key=key)


def my_concern(actor: Actor, pk: int) -> ImmediateConcern | None:
    return ImmediateConcern.objects.filter(raised_by_id=actor.account_id, pk=pk).first()


def recent_concerns() -> QuerySet[ImmediateConcern]:
    """Concerns already taken, newest first."""
    return ImmediateConcern.objects.exclude(taken_at=None).order_by("-raised_at")[:20]


def lead_account_of(person_id: int) -> int | None:
    """The account of a restricted child's lead worker, so that they can be told; asked through a narrow door."""
    with connection.cursor() as cursor:
        cursor.execute("select kith_lead_account(%s)", [person_id])
        return cursor.fetchone()[0]


def levels_of(person_ids: list[int]) -> dict[int, str]:
    """The level of help each of these people has open work at, for those who have. One query."""
    return dict(Spell.objects.filter(person_id__in=person_ids, closed_on=None).values_list("person_id", "level"))


def worked_with() -> list[int]:
    """Every child with open work the reader may see. One query."""
    return list(
        Spell.objects.filter(closed_on=None).order_by("person_id").values_list("person_id", flat=True).distinct()
    )


def led_by_team(team_id: int | None) -> QuerySet[LeadWorker]:
    """Open work led by anyone in this team."""
    return (
        LeadWorker.objects.filter(
            account_id__in=Staff.objects.filter(team_id=team_id).values("account_id"),
            until_on=None,
            spell__closed_on=None,
        )
        .select_related("person", "spell")
        .order_by("person__sort_key", "pk")
    )
