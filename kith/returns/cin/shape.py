"""What a census holds, as plain frozen values: what reading gives, what writing takes.

Names are the practice's, not the file's; the element each one stands in is in `layout`. Codes and identifiers
are kept as they were written, right or wrong; a date, flag or count is None where the file held none that
could be read.
"""

from dataclasses import dataclass
from datetime import date, datetime


class UnreadableCensus(Exception):
    """The file cannot be read as a census at all. The message is for a person, with the line where known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CensusHeader:
    """Which census this is, and who made the file with what."""

    collection: str | None = None
    year: int | None = None
    reference_date: date | None = None
    source_level: str | None = None
    lea: str | None = None
    software_code: str | None = None
    release: str | None = None
    serial_no: str | None = None
    made_at: datetime | None = None  # as the file says: without a zone unless it gave one
    levels: tuple[str, ...] = ()  # Content/CBDSLevels, censuses up to 2021

    @property
    def census_year(self) -> int | None:
        """The year it says it is for; failing that, the year of its reference date."""
        return self.year or (self.reference_date.year if self.reference_date else None)

    @property
    def is_synthetic(self) -> bool:
        """Whether the file says of itself that nobody in it is real.

        It says so by the word "synthetic", in any capitals, in SoftwareCode or Release.
        """
        return "synthetic" in f"{self.software_code} {self.release}".casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    started_on: date | None = None
    reviewed_on: date | None = None
    authorised_on: date | None = None
    factors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CinPlan:
    started_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section47:
    started_on: date | None = None
    conference_target_on: date | None = None
    conference_on: date | None = None
    conference_not_required: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPlan:
    started_on: date | None = None
    ended_on: date | None = None
    initial_category: str | None = None
    latest_category: str | None = None
    earlier_plans: int | None = None
    reviews: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One episode of need ("CINdetails"): a referral and all that followed from it."""

    referred_on: date | None = None
    source: str | None = None
    primary_need: str | None = None
    closed_on: date | None = None
    closure_reason: str | None = None
    conference_on: date | None = None
    assessments: tuple[Assessment, ...] = ()
    plans: tuple[CinPlan, ...] = ()
    section47s: tuple[Section47, ...] = ()
    no_further_action: bool | None = None
    protection_plans: tuple[ProtectionPlan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CensusChild:
    la_child_id: str
    upn: str | None = None
    former_upn: str | None = None
    upn_unknown: str | None = None
    born_on: date | None = None
    expected_on: date | None = None
    sex: str | None = None  # M, F, U, or another code as it was written
    died_on: date | None = None
    ethnicity: str | None = None
    disabilities: tuple[str, ...] = ()
    referrals: tuple[Referral, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth an officer's look. May hold a child's particulars: for the screen, never for a log.

    `line`: in the file, 0 where there is no file. `child_id`: LAchildID, "" for the header or where unknown.
    `field`: the census element. `place`: which one, in words ("referral 2, assessment 1"), "" for the child.
    `value_kept`: False only when the file held something that could not be kept; then `value` is what it held.
    """

    line: int
    child_id: str
    field: str
    reason: str
    value_kept: bool
    value: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """One step of reading: the header, then a child at a time.

    `fact` is None where a child could not be taken, and in a last step for anything left over in the file.
    `line`: where a child begins, taken or not; 0 for anything else.
    """

    fact: CensusHeader | CensusChild | None
    findings: tuple[Finding, ...]
    line: int = 0
