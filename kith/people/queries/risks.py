"""Who may be a danger to a child, and how a child sees people."""

from datetime import date

from django.db.models import F, QuerySet

from kith.people.models import ContactArrangement, Person, RiskFlag


def risks_of(people: list[Person]) -> dict[int, list[RiskFlag]]:
    """What is noted about each of these people now. One query."""
    found: dict[int, list[RiskFlag]] = {}
    for flag in (
        RiskFlag.objects.filter(person__in=people, ended_on=None).select_related("person").order_by("-from_on", "pk")
    ):
        found.setdefault(flag.person_id, []).append(flag)
    return found


def risk(pk: int) -> RiskFlag | None:
    return RiskFlag.objects.filter(pk=pk).select_related("person", "act__occasion").first()


def risks_to_look_at(today: date) -> QuerySet[RiskFlag]:
    """Notes whose review day has passed, the longest waiting first."""
    return (
        RiskFlag.objects.filter(ended_on=None, review_on__lt=today)
        .select_related("person", "act__occasion")
        .order_by("review_on", "pk")
    )


def contact_of(child: Person) -> QuerySet[ContactArrangement]:
    """How the child sees people now."""
    return ContactArrangement.objects.filter(person=child, until_on=None).select_related("other").order_by("pk")


def contact_ever(child: Person) -> QuerySet[ContactArrangement]:
    """How the child sees people and saw them before: what has ended last, and of that the newest first."""
    return (
        ContactArrangement.objects.filter(person=child)
        .select_related("other")
        .order_by(F("until_on").desc(nulls_first=True), "pk")
    )
