"""What a child is like."""

from kith.people.models import AboutMe, Person


def about_me(child: Person) -> dict[str, list[AboutMe]]:
    """The card now: each part's lines, newest first. One query."""
    card: dict[str, list[AboutMe]] = {}
    for line in AboutMe.objects.filter(person=child, ended_on=None).order_by("-from_on", "-pk"):
        card.setdefault(line.part, []).append(line)
    return card


def about_me_line(pk: int) -> AboutMe | None:
    return AboutMe.objects.filter(pk=pk, ended_on=None).first()
