"""What may stand in a pack, key by key. Anything else in the file is refused."""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, model_validator

from kith.calendar import Calendar, DayLimit, Days, Hours, Limit, Minutes, Months, Nation, Weeks, WorkingDays
from kith.words import Say

LevelCode = Literal[
    "universal",
    "early_help",
    "family_help",
    "child_in_need",
    "child_protection",
    "looked_after",
    "care_leaver",
]
Mark = Literal["V", "L", "K"]
Key = Annotated[str, Field(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$")]
CodeText = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$", max_length=40)]
Text = Annotated[str, Field(min_length=1)]

_UNITS: dict[str, type[Limit]] = {
    "minutes": Minutes,
    "hours": Hours,
    "days": Days,
    "working_days": WorkingDays,
    "weeks": Weeks,
    "months": Months,
}


def _limit(given: Any) -> Limit:
    """{ working_days = 45 } becomes WorkingDays(45)."""
    if not isinstance(given, dict) or len(given) != 1:
        raise ValueError("must be one unit and a number, such as { working_days = 45 }")
    unit, n = next(iter(given.items()))
    if unit not in _UNITS:
        raise ValueError(f"'{unit}' is not a unit (use {', '.join(_UNITS)})")
    return _UNITS[unit](n)


MARKS = {"V": "read in that source", "L": "a local default, not law", "K": "not verified"}


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Cited(Strict):
    """Says where it comes from: `source` is a key of the file's [sources]."""

    source: Text
    mark: Mark
    note: str = ""


class Dated(Strict):
    """In force from a day until a day, both included; without dates, always."""

    from_: date | None = Field(None, alias="from")
    until: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ and self.until and self.until < self.from_:
            raise ValueError(f"ends on {self.until}, before it starts on {self.from_}")
        return self

    def in_force(self, on: date | None) -> bool:
        """On a day; or, with no day, still open-ended."""
        if on is None:
            return self.until is None
        return (self.from_ or date.min) <= on <= (self.until or date.max)


class Timescale(Cited, Dated):
    """A limit and what starts it.

    `counted` says which way: "after" the event, "before" it (papers two days before a meeting), or "total", a sum
    of days that may not be passed and gives no due day, over the time `in_any` where one is given. `which` of several
    starting events of one kind counts: places differ. `more_time`: a manager may agree to it. `row` is the row of the
    domain table or requirement.
    """

    key: Key
    title: Text
    limit: Annotated[InstanceOf[Limit], BeforeValidator(_limit)]
    counted: Literal["after", "before", "total"] = "after"
    in_any: Annotated[InstanceOf[DayLimit], BeforeValidator(_limit)] | None = None
    counted_from: Text
    which: Literal["first", "last"] = "first"
    more_time: bool = False
    who: Text
    applies_to: list[LevelCode] = []
    row: Text

    def due(self, start: date, calendar: Calendar) -> date:
        """The last day (or moment) that keeps the limit. Raises ValueError for a total, which has none."""
        if self.counted == "total":
            raise ValueError(f"{self.key} is a total and has no due day")
        return self.limit.before(start, calendar) if self.counted == "before" else self.limit.after(start, calendar)

    def because(self, start: date, calendar: Calendar) -> str:
        """How that day comes about: 45 working days from 3 March 2026, skipping Good Friday and Easter Monday."""
        if self.counted == "total":
            return f"{self.limit} at most, in {'any ' + str(self.in_any) if self.in_any else 'one stay'}"
        if self.counted == "before":
            return self.limit.because_before(start, calendar)
        return self.limit.because(start, calendar)

    @property
    def in_words(self) -> str:
        """45 working days; the same day."""
        return str(self.limit) if self.limit.n else "the same day"

    @property
    def verified(self) -> bool:
        """Read in a source, or a local default: not one that is still to be checked."""
        return self.mark != "K"

    @property
    def caution(self) -> str:
        """What stands behind the limit wherever a person reads it, while it is still to be checked (S3-30)."""
        return "" if self.verified else "; this limit is not verified"


class Figure(Cited, Dated):
    """A number that is not a length of time: a share, a count, a reading age."""

    key: Key
    title: Text
    value: Annotated[float, Field(strict=False)]
    unit: Text
    row: Text


class Code(Dated):
    """One answer of a code list. `flags` carry the few things software must know about it.

    alerts: somebody looks at it. asks_why: a reason is asked for. excludes_others: cannot stand beside another.
    never_stops_clock: not a visit for any time limit. no_access: nobody got in. retired: read, no longer offered.
    asked_by_child: why a lead worker changed, when the child asked for it.
    childs_own: only a child says it of their own words; never offered to a worker.
    ends: the line it is said of is over.
    from_a_file: comes with a statutory file and is never typed. kept_elsewhere: written down where it belongs, and
    comes from there. restricts: keeps something from a child, or somebody decided that it does.
    by_itself: Kith knows it, nobody chooses it.
    anonymous: nobody said who they are. receipt_only: told that we have it, never what was decided (design 7.9).
    opens_work, open_already, goes_no_further: what becomes of a contact that is decided so.
    asks_agreement: everyone with parental responsibility says whether they agree. ends_work: nothing is left to look
    at again. less_protection: a challenge pauses it. second_reader: it stands once another has agreed.
    records_first: a court or life has decided it: it is recorded, and our own decision is owed.
    in_census: goes out with the census of children in need. asks_parents_change, parents_change: a need of this kind
    asks for a change of this kind. no_change: counts as none. over: nothing more is owed.
    needed_to_discuss, our_own, agency, of_the_family: who a meeting about a child's safety cannot do without, who is
    of the service that holds it, who counts as another agency, who is family. begins_enquiry, to_conference,
    begins_plan, ends_plan: what such a meeting or enquiry leads to. not_held: it is to be held again.
    by_agreement: with the family, not by a court or the police. interim_order, care_order: the law that sets how often
    a looked-after child at home is visited. with_parent, with_connected: who such a home is with. temporary: the home
    before it goes on. leaves_care: they stay entitled to help as a care leaver. scored: it comes to a number.
    declined: the child said no.
    `limit`: the limit of the pack that runs from it, where one does.
    still_owed: an answer that leaves something owed.
    reopens: an assessment goes on in a new version.
    """

    code: CodeText
    label: Text
    flags: list[
        Literal[
            "agency",
            "alerts",
            "anonymous",
            "asked_by_child",
            "asks_agreement",
            "asks_parents_change",
            "asks_why",
            "begins_enquiry",
            "begins_plan",
            "by_agreement",
            "by_itself",
            "care_order",
            "childs_own",
            "declined",
            "ends",
            "ends_plan",
            "ends_work",
            "excludes_others",
            "from_a_file",
            "goes_no_further",
            "in_census",
            "interim_order",
            "kept_elsewhere",
            "leaves_care",
            "less_protection",
            "needed_to_discuss",
            "never_stops_clock",
            "no_access",
            "no_change",
            "not_held",
            "of_the_family",
            "open_already",
            "opens_work",
            "our_own",
            "over",
            "parents_change",
            "receipt_only",
            "records_first",
            "reopens",
            "restricts",
            "retired",
            "school_age",
            "scored",
            "second_reader",
            "still_owed",
            "temporary",
            "to_conference",
            "under_school_age",
            "with_connected",
            "with_parent",
        ]
    ] = []
    note: str = ""
    limit: str = ""


class CodeList(Cited):
    key: Key
    title: Text
    codes: Annotated[list[Code], Field(min_length=1)]


class Rights(Cited):
    """Which articles of the Convention on the Rights of the Child bear on something: a standard, by its id, or a kind
    of restriction, by its code. Each article is a code of the list `uncrc_article`.
    """

    key: Key
    articles: Annotated[list[CodeText], Field(min_length=1)]


class Consent(Cited):
    """Something somebody must agree to for a child, and whose agreement it takes (S1-18): `needs` one or every person
    with parental responsibility. `own_from`: the age from which the young person's own word will do;
    `by_understanding`: so will it before, once they are judged to understand. `may_be_delegated`: to whoever cares for
    the child day by day.
    """

    key: Key
    title: Text
    needs: Literal["one", "every"]
    own_from: int | None = None
    by_understanding: bool = False
    may_be_delegated: bool = False


class Service(Cited):
    """A service every child of an age has, or should (S1-20): from a birthday until the day before another."""

    key: Key
    title: Text
    from_years: int = 0
    until_years: int | None = None

    def is_for(self, years: int | None) -> bool:
        """A child of no known age is asked about each."""
        return years is None or (self.from_years <= years and (self.until_years is None or years < self.until_years))


class Help(Cited):
    """Something offered to children of an age, or for them (S1-10): from a birthday until the day before another."""

    key: Key
    title: Text
    from_years: int = 0
    until_years: int

    def fits(self, years: int) -> bool:
        return self.from_years <= years < self.until_years

    @property
    def ages(self) -> str:
        """8 to 12; under 5."""
        return f"{self.from_years} to {self.until_years - 1}" if self.from_years else f"under {self.until_years}"


class Named(Strict):
    """A code and its words."""

    code: CodeText
    label: Text


class Touchpoint(Cited):
    """Other work that touches a child and has days of its own (E27-E33): the steps it may take, in the order they
    usually come, and how it may end. `kept_close`: only whoever is named sees that there is any.
    """

    key: Key
    title: Text
    kept_close: bool = False
    steps: Annotated[list[Named], Field(min_length=1)]
    outcomes: list[Named] = []

    def step(self, code: str) -> str:
        return next((step.label for step in self.steps if step.code == code), code)

    def outcome(self, code: str) -> str:
        return next((one.label for one in self.outcomes if one.code == code), code)


class Duty(Cited, Dated):
    """Something owed before a step, from a day on. `binding`: the step is not authorised without it, or a reason;
    until then it is good practice, and asked for (S3-30).
    """

    key: Key
    title: Text
    binding: bool
    row: Text


class Relationship(Strict):
    """What another is to a person, and (`inverse`) what the person is to them.

    `label` serves anyone; `man` and `woman` are used for someone described as boy or man (01), girl or woman (02).
    """

    code: CodeText
    label: Text
    man: str = ""
    woman: str = ""
    inverse: CodeText

    def wording(self, gender: str = "") -> str:
        return {"01": self.man, "02": self.woman}.get(gender) or self.label


class Level(Cited):
    """`statutory`: work at this level is what a census of children in need counts, from its own referral on.
    `registered_lead`: only a registered social worker leads it (S0-17).
    """

    code: LevelCode
    label: Text
    plain: Text
    statutory: bool = False
    registered_lead: bool = False


class Indicator(Strict):
    """One sign that a child’s needs are at a level."""

    code: CodeText
    text: Text


class Threshold(Strict):
    """One level of a threshold document. `begins_as`: the levels of help work may begin at when this one is met."""

    code: CodeText
    label: Text
    text: Text
    begins_as: Annotated[list[LevelCode], Field(min_length=1)]
    indicators: Annotated[list[Indicator], Field(min_length=1)]


class ThresholdDocument(Cited, Dated):
    """What a partnership has agreed on who gets which level of help (S2-24): lowest level first. `needs` names the code
    list of kinds of need that go with a level, where the nation has one; `moving` says when to step up or down.
    """

    key: Key
    version: CodeText
    title: Text
    needs: Key | None = None
    moving: list[Text] = []
    levels: Annotated[list[Threshold], Field(min_length=2)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        codes = [level.code for level in self.levels]
        codes += [sign.code for level in self.levels for sign in level.indicators]
        if twice := next((code for code in codes if codes.count(code) > 1), None):
            raise ValueError(f"'{twice}' is here twice")
        return self

    def level(self, code: str) -> Threshold | None:
        return next((level for level in self.levels if level.code == code), None)

    def beside(self, code: str) -> tuple[Threshold | None, Threshold | None]:
        """The level below and the level above; None where there is none."""
        at = next((n for n, level in enumerate(self.levels) if level.code == code), None)
        if at is None:
            return None, None
        below = self.levels[at - 1] if at else None
        return below, self.levels[at + 1] if at + 1 < len(self.levels) else None


class Sign(Strict):
    """One thing somebody may notice, in our own words. Looked for from one age, in years, until before another."""

    code: CodeText
    text: Text
    from_age: Annotated[int, Field(ge=0)] = 0
    until_age: Annotated[int, Field(le=25)] = 25


class Signs(Cited):
    """The signs of one kind of harm, to be ticked on any record (S2-05). `key`: a code of the list `harm`.
    `pattern_at`: so many different records within the limit `neglect-pattern` ask somebody to look at them together;
    without it nothing is asked.
    """

    key: Key
    title: Text
    pattern_at: Annotated[int, Field(ge=2)] | None = None
    signs: Annotated[list[Sign], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        codes = [sign.code for sign in self.signs]
        if twice := next((code for code in codes if codes.count(code) > 1), None):
            raise ValueError(f"'{twice}' is here twice")
        return self


class ChangedDay(Cited):
    """A day the nation's bank-holiday list lacks, or (`closed = false`) one it has that is worked."""

    on: date
    name: Text
    closed: bool = True


class Wording(Strict):
    """Words a family should not have to read here, and what to say instead."""

    avoid: Annotated[list[Text], Field(min_length=1)]
    instead: Text
    kind: Literal["jargon", "blame"]

    def as_say(self) -> Say:
        return Say(tuple(self.avoid), self.instead, self.kind)


class Terms(Strict):
    """What this place calls things. Empty text: it has no such thing."""

    authority: Text
    front_door: Text
    duty: Text
    lead_worker: Text
    lead_worker_protection: Text
    first_contact: str
    enquiry: Text
    enquiry_plain: Text
    strategy_meeting: Text
    conference_first: Text
    conference_review: Text
    core_group: Text
    chair: Text
    reviewing_officer: str
    protection_list: Text
    plan_early_help: Text
    plan_in_need: Text
    plan_protection: Text
    plan_care: Text
    plan_leaving_care: Text


class Header(Strict):
    """`builds_on` names shared parts. `stands_in` names parts borrowed from elsewhere: all they give is marked K."""

    id: Key
    nation: Annotated[Nation, Field(strict=False)]
    version: Annotated[int, Field(ge=1)]
    title: Text
    published: date
    effective_from: date
    effective_to: date | None = None
    builds_on: list[Key] = []
    stands_in: list[Key] = []


class Part(Strict):
    """What a shared part may hold."""

    sources: dict[Key, Text] = {}
    timescales: list[Timescale] = []
    figures: list[Figure] = []
    code_lists: list[CodeList] = []
    relationships: list[Relationship] = []
    thresholds: list[ThresholdDocument] = []
    indicators: list[Signs] = []
    wordings: list[Wording] = []
    rights: list[Rights] = []
    consents: list[Consent] = []
    services: list[Service] = []
    touchpoints: list[Touchpoint] = []
    duties: list[Duty] = []
    helps: list[Help] = []


class PackFile(Part):
    """What a nation's pack may hold: a part, and everything that makes it a pack."""

    pack: Header
    terms: Terms
    levels: Annotated[list[Level], Field(min_length=1)]
    days: list[ChangedDay] = []
