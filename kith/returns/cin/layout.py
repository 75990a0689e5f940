"""Where each fact stands in the file, in the order the schema demands.

Reading, writing and checking all follow these tables. Note that ReferralNFA comes between Section47 and
ChildProtectionPlans: the schema is a sequence and refuses any other order.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from kith.returns.cin import codes, shape
from kith.returns.cin.codes import CodeList

Trail = tuple[str | int, ...]  # from the child to a value: ("referrals", 0, "assessments", 1, "started_on")


class Kind(StrEnum):
    TEXT = "text"
    DATE = "date"
    MOMENT = "moment"  # a date and time
    FLAG = "flag"
    COUNT = "count"
    SEX = "sex"


@dataclass(frozen=True, eq=False)
class Leaf:
    """An element that holds one value. `since`, `until`: the census years whose files carry it."""

    element: str
    attribute: str
    kind: Kind = Kind.TEXT
    required: bool = False
    codes: CodeList | None = None
    since: int = 0
    until: int = 9999

    def is_in(self, year: int) -> bool:
        return self.since <= year <= self.until


@dataclass(frozen=True, eq=False)
class Listed:
    """A wrapper element around one value repeated; left out when there are none."""

    element: str
    attribute: str
    leaf: Leaf


@dataclass(frozen=True, eq=False)
class Section:
    """An element that only groups facts of the same record. `until`: the last census year that has it."""

    element: str
    parts: "Parts"
    until: int = 9999


@dataclass(frozen=True, eq=False)
class Nested:
    """An element repeated once for each record of `shape`; `word` is what a person calls one."""

    element: str
    attribute: str
    word: str
    shape: type
    parts: "Parts"
    since: int = 0


Part = Leaf | Listed | Section | Nested


class Parts(tuple[Part, ...]):
    """The elements inside one element, in order."""

    @cached_property
    def by_element(self) -> dict[str, Part]:
        return {part.element: part for part in self}

    @cached_property
    def elements(self) -> dict[str, str]:
        """Attribute -> the element it stands in, sections included; the latest name where there are two."""
        names: dict[str, str] = {}
        for part in self:
            if isinstance(part, Section):
                names |= part.parts.elements
            else:
                names[part.attribute] = part.element
        return names


def _date(element: str, attribute: str, *, required: bool = False) -> Leaf:
    return Leaf(element, attribute, Kind.DATE, required)


def _code(element: str, attribute: str, codes: CodeList, *, required: bool = False) -> Leaf:
    return Leaf(element, attribute, required=required, codes=codes)


ASSESSMENT = Parts(
    (
        _date("AssessmentActualStartDate", "started_on", required=True),
        _date("AssessmentInternalReviewDate", "reviewed_on"),
        _date("AssessmentAuthorisationDate", "authorised_on"),
        Listed("FactorsIdentifiedAtAssessment", "factors", _code("AssessmentFactors", "", codes.FACTOR)),
    )
)
CIN_PLAN = Parts(
    (_date("CINPlanStartDate", "started_on", required=True), _date("CINPlanEndDate", "ended_on")),
)
SECTION47 = Parts(
    (
        _date("S47ActualStartDate", "started_on", required=True),
        _date("InitialCPCtarget", "conference_target_on"),
        _date("DateOfInitialCPC", "conference_on"),
        Leaf("ICPCnotRequired", "conference_not_required", Kind.FLAG, required=True),
    )
)
PROTECTION_PLAN = Parts(
    (
        _date("CPPstartDate", "started_on", required=True),
        _date("CPPendDate", "ended_on"),
        _code("InitialCategoryOfAbuse", "initial_category", codes.ABUSE, required=True),
        _code("LatestCategoryOfAbuse", "latest_category", codes.ABUSE, required=True),
        Leaf("NumberOfPreviousCPP", "earlier_plans", Kind.COUNT, required=True),
        Listed("Reviews", "reviews", _date("CPPreviewDate", "")),
    )
)
REFERRAL = Parts(
    (
        _date("CINreferralDate", "referred_on", required=True),
        _code("ReferralSource", "source", codes.REFERRAL_SOURCE, required=True),
        _code("PrimaryNeedCode", "primary_need", codes.PRIMARY_NEED),
        _date("CINclosureDate", "closed_on"),
        _code("ReasonForClosure", "closure_reason", codes.CLOSURE_REASON),
        _date("DateOfInitialCPC", "conference_on"),
        Nested("Assessments", "assessments", "assessment", shape.Assessment, ASSESSMENT),
        Nested("CINPlanDates", "plans", "plan", shape.CinPlan, CIN_PLAN, since=2022),
        Nested("Section47", "section47s", "section 47 enquiry", shape.Section47, SECTION47),
        Leaf("ReferralNFA", "no_further_action", Kind.FLAG, required=True),
        Nested(
            "ChildProtectionPlans",
            "protection_plans",
            "protection plan",
            shape.ProtectionPlan,
            PROTECTION_PLAN,
        ),
    )
)
IDENTIFIERS = Parts(
    (
        Leaf("LAchildID", "la_child_id", required=True),
        Leaf("UPN", "upn"),
        Leaf("FormerUPN", "former_upn"),
        _code("UPNunknown", "upn_unknown", codes.UPN_UNKNOWN),
        _date("PersonBirthDate", "born_on"),
        _date("ExpectedPersonBirthDate", "expected_on"),
        Leaf("GenderCurrent", "sex", Kind.SEX, True, codes.SEX, until=codes.SEX_SINCE - 1),
        Leaf("Sex", "sex", Kind.SEX, True, codes.SEX, since=codes.SEX_SINCE),
        _date("PersonDeathDate", "died_on"),
    )
)
CHARACTERISTICS = Parts(
    (
        _code("Ethnicity", "ethnicity", codes.ETHNICITY, required=True),
        Listed("Disabilities", "disabilities", _code("Disability", "", codes.DISABILITY)),
    )
)
CHILD = Parts(
    (
        Section("ChildIdentifiers", IDENTIFIERS),
        Section("ChildCharacteristics", CHARACTERISTICS),
        Nested("CINdetails", "referrals", "referral", shape.Referral, REFERRAL),
    )
)
HEADER = Parts(
    (
        Section(
            "CollectionDetails",
            Parts(
                (
                    Leaf("Collection", "collection", required=True),
                    Leaf("Year", "year", Kind.COUNT, required=True),
                    _date("ReferenceDate", "reference_date", required=True),
                )
            ),
        ),
        Section(
            "Source",
            Parts(
                (
                    Leaf("SourceLevel", "source_level"),
                    Leaf("LEA", "lea", required=True),
                    Leaf("SoftwareCode", "software_code"),
                    Leaf("Release", "release"),
                    Leaf("SerialNo", "serial_no"),
                    Leaf("DateTime", "made_at", Kind.MOMENT),
                )
            ),
        ),
        Section("Content", Parts((Listed("CBDSLevels", "levels", Leaf("CBDSLevel", "")),)), until=2021),
    )
)

_WORDS = {part.attribute: part.word for parts in (CHILD, REFERRAL) for part in parts if isinstance(part, Nested)}


def place(trail: Trail) -> str:
    """Which record a trail leads into, as a person counts: "referral 1, assessment 2"; "" for the child's own."""
    steps = pairwise(trail)
    return ", ".join(f"{_WORDS[name]} {n + 1}" for name, n in steps if name in _WORDS and isinstance(n, int))
