"""Who is closed to me is looked up once for a transaction; nothing that changes there may be missed for it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import connection, models

from kith.access import acting_as
from kith.directory.models import Account, Restriction, Tie
from kith.people.models import Person
from kith.record.models import Occasion
from tests.cast import NOW


def beneath(do: Callable[[], Any]) -> Any:
    """As the owner, in the middle of what somebody does: nothing is switched, so nothing is looked up for them anew."""
    with connection.cursor() as cursor:
        cursor.execute("set local role none")
        done = do()
        cursor.execute("set local role kith_staff")
    return done


def opens(person: Person) -> bool:
    return Person.objects.filter(pk=person.pk).exists()


def sealed(person: Person) -> Restriction:
    guardian = Account.objects.get(email="rowan@example.test")
    why = {"because": "A threat.", "guardian": guardian, "review_on": date(2027, 1, 1)}
    (made,) = models.QuerySet(Restriction).bulk_create(
        [Restriction(person=person, level="sealed", **why, **some_occasion())]
    )
    return made


def named(account_id: int | None, person: Person) -> Tie:
    tie = Tie(account_id=account_id, person=person, because="named", may_write=True, starts_at=NOW, **some_occasion())
    (made,) = models.QuerySet(Tie).bulk_create([tie])
    return made


def some_occasion() -> dict[str, Any]:
    return {"occasion_id": Occasion.objects.values_list("pk", flat=True).earliest("pk")}


def test_a_record_sealed_in_the_middle_of_what_i_do_is_closed_at_once_and_open_when_that_ends(cast):
    with acting_as(cast.aisha):
        assert opens(cast.sam)
        restriction = beneath(lambda: sealed(cast.sam))
        assert not opens(cast.sam)
        beneath(lambda: models.QuerySet(Restriction).filter(pk=restriction.pk).update(ended_at=NOW))
        assert opens(cast.sam)


def test_a_tie_made_or_ended_in_the_middle_of_what_i_do_counts_at_once(cast):
    with acting_as(cast.aisha):
        beneath(lambda: sealed(cast.sam))
        assert not opens(cast.sam)
        tie = beneath(lambda: named(cast.aisha.account_id, cast.sam))
        assert opens(cast.sam)
        beneath(lambda: models.QuerySet(Tie).filter(pk=tie.pk).update(ends_at=NOW))
        assert not opens(cast.sam)
        beneath(lambda: models.QuerySet(Tie).filter(pk=tie.pk).delete())
        assert not opens(cast.sam)


def test_whoever_acts_next_has_a_list_of_their_own(cast):
    with acting_as(cast.aisha):
        beneath(lambda: (sealed(cast.sam), named(cast.grace.account_id, cast.sam)))
        assert not opens(cast.sam)
        with acting_as(cast.grace):
            assert opens(cast.sam)
        assert not opens(cast.sam)


def test_without_a_list_kept_it_is_looked_up(cast):
    with acting_as(cast.aisha), connection.cursor() as cursor:
        beneath(lambda: sealed(cast.sam))
        for kept in ("", None):
            cursor.execute("select set_config('kith.closed', %s, true)", [kept])
            assert not opens(cast.sam)
            assert opens(cast.maya)
