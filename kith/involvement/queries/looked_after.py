"""What is known of a child who is or was looked after: the law, homes, reviews, what was looked at, times missing."""

from dataclasses import dataclass
from itertools import groupby

from kith.involvement import rules
from kith.involvement.models import CareCheck, CareReviewLine, LegalStatus, LookedAfter, Missing, Placement
from kith.involvement.rules import Lack
from kith.packs import Pack
from kith.people.models import Person


@dataclass(frozen=True)
class Care:
    """Everything of one child, newest first."""

    times: list[LookedAfter]
    statuses: list[LegalStatus]
    placements: list[Placement]
    reviews: list[CareReviewLine]
    checks: list[CareCheck]
    missing: list[Missing]

    @property
    def now(self) -> LookedAfter | None:
        return next((one for one in self.times if one.ended_on is None), None)

    @property
    def law(self) -> LegalStatus | None:
        return next((one for one in self.statuses if one.ended_on is None), None)

    @property
    def homes(self) -> list[Placement]:
        """Where the child lives now: a stay for a time first, then the home it is away from."""
        return sorted((one for one in self.placements if one.ended_on is None), key=lambda one: not one.temporary)

    @property
    def still_missing(self) -> Missing | None:
        return next((one for one in self.missing if one.found_at is None), None)

    @property
    def newest_checks(self) -> dict[str, CareCheck]:
        """The newest of each kind, by its code."""
        by_kind = groupby(sorted(self.checks, key=lambda one: one.kind), key=lambda one: one.kind)
        return {kind: next(rows) for kind, rows in by_kind}


def care_of(child: Person) -> Care:
    """Seven queries."""
    reviews = CareReviewLine.objects.filter(person=child).select_related("review", "person")
    missing = Missing.objects.filter(person=child).select_related("words")
    return Care(
        times=list(LookedAfter.objects.filter(person=child).order_by("-began_on", "-pk")),
        statuses=list(LegalStatus.objects.filter(person=child).prefetch_related("longer").order_by("-began_on", "-pk")),
        placements=list(Placement.objects.filter(person=child).order_by("-began_on", "-pk")),
        reviews=list(reviews.order_by("-held_on", "-pk")),
        checks=list(CareCheck.objects.filter(person=child).order_by("-done_on", "-pk")),
        missing=list(missing.order_by("-missing_at", "-pk")),
    )


def care_now(child: Person) -> LookedAfter | None:
    return LookedAfter.objects.filter(person=child, ended_on=None).first()


def has_home(child: Person) -> bool:
    """Whether a home goes on that a new one would end."""
    return Placement.objects.filter(person=child, ended_on=None, temporary=False).exists()


def looked_after(pk: int) -> LookedAfter | None:
    return LookedAfter.objects.filter(pk=pk).select_related("person").first()


def law_now(child: Person) -> LegalStatus | None:
    """The law a child is looked after under now; None where none is written. One query."""
    return LegalStatus.objects.filter(person=child, ended_on=None).order_by("-began_on", "-pk").first()


def legal_status(pk: int) -> LegalStatus | None:
    return LegalStatus.objects.filter(pk=pk).select_related("person").first()


def placement(pk: int) -> Placement | None:
    return Placement.objects.filter(pk=pk).select_related("person").first()


def care_review_line(pk: int) -> CareReviewLine | None:
    return CareReviewLine.objects.filter(pk=pk).select_related("person", "review").first()


def care_reviews_beside(line: CareReviewLine) -> list[CareReviewLine]:
    """The same review’s lines of the other children this reader may see."""
    found = CareReviewLine.objects.filter(review_id=line.review_id).exclude(pk=line.pk)
    return list(found.select_related("person").order_by("person__born_on", "pk"))


def care_review_lacks(line: CareReviewLine, pack: Pack) -> list[Lack]:
    return list(rules.review_lacks(line, pack))


def time_missing(pk: int) -> Missing | None:
    return Missing.objects.filter(pk=pk).select_related("person", "words").first()
