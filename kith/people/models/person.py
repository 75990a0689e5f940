"""A person: child or adult, as they are called and described, mostly in their own words."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.access import policies
from kith.calendar import PartDate
from kith.record.models import AboutPerson, Act, Recorded
from kith.record.versions import versioned

PRECISIONS = [("day", "day"), ("month", "month"), ("year", "year"), ("about", "about")]


@versioned
class Person(Recorded):
    """One person, one row, for life. `ref` is the public reference used in addresses of pages and spoken aloud."""

    ref = models.CharField(max_length=9, unique=True)
    called = models.CharField(max_length=200)  # known-as name, or "Name not held (id)"
    sort_key = models.CharField(max_length=200, db_index=True)
    name_held = models.BooleanField(default=True)
    born_on = models.DateField(null=True)
    born_precision = models.CharField(max_length=5, choices=PRECISIONS, default="day")
    expected_on = models.DateField(null=True)
    died_on = models.DateField(null=True)
    # Codes are the pack's; one a census brought is kept as it came, right or wrong.
    sex = models.CharField(max_length=100, default="U")
    gender_described = models.CharField(max_length=100, blank=True)
    pronouns = models.CharField(max_length=40, blank=True)
    ethnicity = models.CharField(max_length=100, blank=True)
    ethnicity_described = models.CharField(max_length=200, blank=True)
    religion = models.CharField(max_length=60, blank=True)
    religion_described = models.CharField(max_length=200, blank=True)
    disabilities = ArrayField(models.CharField(max_length=100), default=list)
    would_not_say = ArrayField(models.CharField(max_length=12), default=list)  # asked, and declined: "religion" ...
    communication = models.TextField(blank=True)  # how I like to be told things
    came_from = models.CharField(max_length=100, blank=True)  # "the census of 2026", when not first recorded here
    act = models.ForeignKey(Act, models.PROTECT, related_name="+", editable=False)
    latest_act = models.ForeignKey(Act, models.PROTECT, related_name="+", editable=False)

    policy = policies.person("id", staff="rac", partner="r", family="r", child="r")

    class Meta:
        verbose_name_plural = "people"

    @property
    def person_id(self) -> int:
        return self.pk

    @property
    def born(self) -> PartDate | None:
        """The birth, as well as it is known."""
        return PartDate(self.born_on, self.born_precision) if self.born_on else None

    def __str__(self) -> str:
        return self.called


@versioned
class PersonName(AboutPerson):
    """A name this person has or had, with the days it was theirs."""

    kind = models.CharField(max_length=10)  # the pack's name_kind
    given = models.CharField(max_length=100, blank=True)
    family = models.CharField(max_length=100, blank=True)
    used_by = models.CharField(max_length=100, blank=True)  # the agency that knows them by this name
    from_on = models.DateField(null=True)
    from_precision = models.CharField(max_length=5, choices=PRECISIONS, default="day")
    until_on = models.DateField(null=True)

    policy = policies.person(staff="rac", partner="r", family="r", child="r")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(given="", family=""), name="a_name_says_something"),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(kind="known_as", until_on=None),
                name="known_as_one_name_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given} {self.family}".strip()


@versioned
class Identifier(AboutPerson):
    """A number another system knows this person by. `fault` says what is wrong with one kept as it came."""

    kind = models.CharField(max_length=20)  # the pack's identifier_kind
    value = models.CharField(max_length=100)
    fault = models.CharField(max_length=200, blank=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "value"],
                condition=Q(kind__in=["nhs", "upn", "la_child_id"], until_on=None, fault=""),
                name="an_identifier_is_one_person",
            ),
        ]
        indexes = [models.Index(fields=["kind", "value"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"


@versioned
class Language(AboutPerson):
    code = models.CharField(max_length=10)
    first = models.BooleanField(default=False)
    interpreter_needed = models.BooleanField(default=False)
    note = models.CharField(max_length=200, blank=True)  # dialect, who should not interpret

    policy = policies.person(staff="rac", partner="r", family="r", child="r")

    def __str__(self) -> str:
        return self.code


@versioned
class ContactPoint(AboutPerson):
    """A telephone number or e-mail address, and whether it is safe to use."""

    kind = models.CharField(max_length=10)  # phone, email
    value = models.CharField(max_length=200)
    safe = models.CharField(max_length=10, default="not_asked")  # yes, no, not_asked
    note = models.CharField(max_length=200, blank=True)
    until_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.kind


class SearchKey(models.Model):
    """What a person can be found by. Written and read only through kith_index() and kith_find()."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    key = models.CharField(max_length=100)

    policy = policies.nobody()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "person"], name="one_key_once")]
        indexes = [models.Index(fields=["key"], name="search_by_prefix", opclasses=["varchar_pattern_ops"])]

    def __str__(self) -> str:
        return "a search key"
