"""What is known of the whole child."""

from kith.assessment.models import LifeToday, StageMark, Wellbeing
from kith.people.models import Person


def life_today(child: Person) -> LifeToday | None:
    """The newest paragraph, with the child's words it rests on. One query."""
    return LifeToday.objects.filter(person=child).select_related("words").order_by("-written_on", "-pk").first()


def growing(child: Person) -> dict[str, list[StageMark]]:
    """Each part of growing with its marks, newest first. One query."""
    found: dict[str, list[StageMark]] = {}
    for mark in StageMark.objects.filter(person=child).order_by("-seen_on", "-pk"):
        found.setdefault(mark.area, []).append(mark)
    return found


def wellbeing(child: Person) -> dict[str, dict[str, list[Wellbeing]]]:
    """Indicator -> view -> ratings, oldest first. One query."""
    found: dict[str, dict[str, list[Wellbeing]]] = {}
    for one in Wellbeing.objects.filter(person=child).order_by("said_on", "pk"):
        found.setdefault(one.indicator, {}).setdefault(one.view, []).append(one)
    return found
