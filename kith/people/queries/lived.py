"""What a family told of racism or discrimination, for whoever works with the child: nobody else finds a row here."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from kith.packs import Pack
from kith.people.models import CASE_TEAM, Adaptation, LivedThrough, Person


@dataclass(frozen=True)
class Fitting:
    """The newest answer with what we do differently since; `before`: earlier answers. Never asked: no answer."""

    now: LivedThrough | None
    adaptations: tuple[Adaptation, ...]
    before: tuple[LivedThrough, ...]
    asks: bool  # the answer asks us to work differently

    @property
    def owed(self) -> bool:
        """Nobody has said yet what we do differently."""
        return self.asks and not any(one.what for one in self.adaptations)


def works_with(ties: Iterable[str]) -> bool:
    """Whether these ties make a reader one of those who work with the child."""
    return not set(CASE_TEAM).isdisjoint(ties)


def fitting_of(child: Person, pack: Pack) -> Fitting:
    """Two queries; one where nobody was asked."""
    rows = list(_newest_first(LivedThrough.objects.filter(person=child)))
    now = rows[0] if rows else None
    asks = bool(now and now.answer in pack.flagged("lived_through", "asks_adapting"))
    return Fitting(now, tuple(now.adaptations.all()) if now else (), tuple(rows[1:]), asks)


def owes_adapting(child: Person, pack: Pack) -> bool:
    """Whether the newest answer asks us to work differently and nobody has said how. One query."""
    said = Adaptation.objects.filter(told_id=OuterRef("pk")).exclude(what="")
    newest = LivedThrough.objects.filter(person=child).order_by("-told_on", "-pk")
    row = newest.annotate(adapted=Exists(said)).values_list("answer", "adapted").first()
    return row is not None and not row[1] and row[0] in pack.flagged("lived_through", "asks_adapting")


def lived_through(pk: int) -> LivedThrough | None:
    return LivedThrough.objects.filter(pk=pk).first()


def _newest_first(rows: QuerySet[LivedThrough]) -> QuerySet[LivedThrough]:
    adaptations = Prefetch("adaptations", Adaptation.objects.order_by("-from_on", "-pk"))
    return rows.prefetch_related(adaptations).order_by("-told_on", "-pk")
