"""The promises as they stand: one child's panel, a worker's day, a board, and the evidence behind each answer.

One definition, one reading: judge, measure, tell and explain all rest on `gather` and `rules.stand`, so that a number
and the list it opens cannot differ. Everything runs under the reader's own policies. `today` is the reader's day.
"""

from collections.abc import Iterable
from datetime import date

from django.apps import apps
from django.conf import settings
from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from kith.access import Actor
from kith.people.models import Person
from kith.record.models import Act
from kith.standards import rules
from kith.standards.charters import Charter, chosen
from kith.standards.gathering import gather, moment_of
from kith.standards.kept import kept_and_anew
from kith.standards.models import VERDICTS, AnswersFor, Explanation, Judgement, MoreTime, ToldStory
from kith.standards.register import STANDARDS, standard
from kith.standards.rules import Row
from kith.standards.shapes import Shape, State
from kith.standards.tally import Tally

_WORST_FIRST = (State.MISSED, State.DUE, State.EXPLAINED, State.NOT_YET, State.MET, State.NOT_APPLICABLE)


def judge(promise: Shape, today: date, people: Iterable[int] | None = None) -> list[Row]:
    """One row for each child with open work (of these people, or all the reader may see). One query."""
    moment = moment_of(today)
    return [rules.row(promise, facts, moment) for facts in gather(today, people, promise)]


def measure(promise: Shape, today: date, people: Iterable[int] | None = None) -> dict[str, int]:
    """How many children in each state, the absent states too. One query."""
    moment = moment_of(today)
    return rules.count([rules.stand(promise, facts, moment).state for facts in gather(today, people, promise)])


def board(today: date, people: Iterable[int] | None = None) -> dict[str, dict[str, int]]:
    """Every standard's counts by its id: {"seen-in-time": {"met": 12, ...}}. One query for all of them; two for
    everyone, and then only those are judged of whom it may have changed since they were judged last (ADR 8).
    """
    tally, anew = Tally(STANDARDS, moment_of(today)), people
    if people is None:
        letters, anew = kept_and_anew(today)
        tally.add_kept(letters)
    for facts in gather(today, anew):
        tally.add(facts)
    return tally.counts()


def listed(standard_id: str, state: str, today: date, people: Iterable[int] | None = None) -> list[Row]:
    """The children behind a number of the board, longest due first. Raises LookupError for an unknown standard."""
    return sorted_rows([row for row in judge(standard(standard_id), today, people) if row.state == state])


def sorted_rows(rows: Iterable[Row]) -> list[Row]:
    """As a list shows them: the longest due first."""
    return sorted(rows, key=lambda row: (row.due or date.max, row.facts.sort_key, row.facts.person_id))


def panel(child: Person, actor: Actor) -> list[Row]:
    """Every promise to one child, in the register's order; empty without open work. One query."""
    moment = moment_of(actor.today)
    return [rules.row(promise, facts, moment) for facts in gather(actor.today, [child.pk]) for promise in STANDARDS]


def owed_today(actor: Actor, led: Iterable[int]) -> list[Row]:
    """What is due or missed for these children, the worst and oldest first. One query."""
    moment = moment_of(actor.today)
    rows = [rules.row(promise, facts, moment) for facts in gather(actor.today, led) for promise in STANDARDS]
    return sorted(
        (row for row in rows if row.is_open),
        key=lambda row: (_WORST_FIRST.index(row.state), row.due or date.max, row.facts.sort_key),
    )


def explain(row: Row) -> QuerySet[Act]:
    """The acts behind a row, newest first: what was recorded, by whom, when. One query."""
    promise, evidence = row.standard, row.standard.evidence
    acts = Act.objects.none()
    if evidence.model:
        model = apps.get_model(evidence.model)
        whose = {"pk" if model is Person else "person_id": row.facts.person_id}
        kept = model.objects.filter(**evidence.has, **whose).exclude(**evidence.has_not)
        acts = Act.objects.filter(pk__in=kept.values("latest_act_id"))
    said = Explanation.objects.filter(person_id=row.facts.person_id, standard=promise.id)
    found = Judgement.objects.filter(person_id=row.facts.person_id, standard=promise.id)
    acts |= Act.objects.filter(pk__in=said.values("latest_act_id"))
    acts |= Act.objects.filter(pk__in=found.values("latest_act_id"))
    return acts.select_related("occasion").order_by("-happened_on", "-pk")


def explanations_waiting(actor: Actor) -> QuerySet[Explanation]:
    """Explanations somebody else has given and nobody has accepted yet, oldest first. One query."""
    return (
        Explanation.objects.filter(accepted_by=None)
        .exclude(given_by_id=actor.account_id)
        .select_related("person", "act__occasion")
        .order_by("given_on", "pk")
    )


def more_time_waiting(actor: Actor) -> QuerySet[MoreTime]:
    """Requests for more time that somebody else has made and nobody has answered, oldest first. One query."""
    waiting = MoreTime.objects.filter(answered_on=None).exclude(asked_by_id=actor.account_id)
    return waiting.select_related("person").order_by("asked_on", "pk")


def more_time(pk: int) -> MoreTime | None:
    return MoreTime.objects.filter(pk=pk).select_related("person").first()


def more_time_for(child: Person) -> QuerySet[MoreTime]:
    """Every request for more time for this child, the newest first."""
    return MoreTime.objects.filter(person=child).order_by("-asked_on", "-pk")


def explanation(pk: int) -> Explanation | None:
    return Explanation.objects.filter(pk=pk).select_related("person").first()


def charters_here() -> tuple[Charter, ...]:
    """The charters this partnership works by. Raises BadCharter."""
    return chosen(settings.CHARTERS, settings.OWN_CHARTERS)


def stood(promises: Iterable[Shape], today: date, people: Iterable[int] | None = None) -> dict[str, list[Row]]:
    """Every child's row of each of these promises, by its id: the numbers and the lists of one page. One query."""
    moment = moment_of(today)
    found: list[tuple[Shape, list[Row]]] = [(promise, []) for promise in promises]
    if not found:
        return {}
    for facts in gather(today, people):
        for promise, rows in found:
            rows.append(rules.row(promise, facts, moment))
    return {promise.id: rows for promise, rows in found}


def who_answers(charter: str = "", item: str = "") -> dict[tuple[str, str], AnswersFor]:
    """Who answers now, by charter and item: for everything, or for one item. One query."""
    named = AnswersFor.objects.filter(until_on=None)
    if charter:
        named = named.filter(charter=charter, item=item)
    return {(one.charter, one.item): one for one in named}


def answered_before(charter: str, item: str) -> QuerySet[AnswersFor]:
    """Who answered for it before, the latest first."""
    return AnswersFor.objects.filter(charter=charter, item=item).exclude(until_on=None).order_by("-until_on", "-pk")


def stories(charter: str, item: str) -> QuerySet[ToldStory]:
    """What people said it was like, as long as they let it be told; the newest first."""
    return ToldStory.objects.filter(charter=charter, item=item, taken_back_on=None).order_by("-told_on", "-pk")


def judged(standards: Iterable[str], actor: Actor) -> QuerySet[Judgement]:
    """What was found when somebody looked at these promises, the newest first. `mine`: the reader works with the child,
    or it was they who looked: nobody else reads whose record it was, or the words.
    """
    tied = Q(person_id__in=RawSQL("select person_id from my_ties", [])) | Q(judged_by_id=actor.account_id)
    return (
        Judgement.objects.filter(standard__in=list(standards))
        .annotate(mine=Case(When(tied, then=Value(True)), default=Value(False)))
        .select_related("person", "act__occasion")
        .order_by("-judged_on", "-pk")
    )


def verdicts(standards: Iterable[str]) -> list[tuple[str, int]]:
    """What was found and how often, in words: [("Met", 3), ("Met on paper only", 1)]. One query."""
    found = Judgement.objects.filter(standard__in=list(standards)).values_list("verdict")
    times = dict(found.annotate(of=Count("pk")).order_by("verdict"))
    return [(words, times[verdict]) for verdict, words in VERDICTS if verdict in times]
