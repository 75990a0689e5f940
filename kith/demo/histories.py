"""Made-up courses of work with a child, as a census year would show them. Nobody in them is real.

A census shows a year's events, so older work appears by what is still open: a plan from before the year stands
without the assessment that led to it. Every day something happens is a working day.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from kith.calendar import Calendar, Nation
from kith.returns.cin.shape import Assessment, CinPlan, ProtectionPlan, Referral, Section47

YEAR = timedelta(days=364)  # from the first day of a census year to its last

ENGLAND = Calendar(Nation.ENGLAND)

# What is chosen, and how often: only made to look like a caseload.
_SOURCES = {"6": 28, "2A": 20, "3B": 6, "3A": 4, "3E": 6, "1A": 8, "1D": 2, "4": 3, "5B": 9, "5D": 4, "8": 6}
_NEEDS = {"N1": 55, "N2": 9, "N3": 4, "N4": 10, "N5": 14, "N6": 4, "N8": 4}
_CATEGORIES = {"NEG": 47, "EMO": 39, "PHY": 8, "SAB": 6}
_FACTORS = {"3B": 20, "4B": 18, "16A": 12, "17A": 13, "1B": 9, "2B": 9, "4A": 10, "3A": 6, "18C": 6, "6A": 3}
_FACTORS |= {"5A": 4, "7A": 3, "10A": 3, "11A": 3, "14A": 4, "15A": 4, "19C": 3, "24A": 3, "20": 4}
_CLOSURES = {"RC7": 80, "RC3": 4, "RC4": 4, "RC5": 12}


def one(dice: Random, weights: Mapping[str, int]) -> str:
    return dice.choices(list(weights), list(weights.values()))[0]


def working_day(dice: Random, first: date, last: date) -> date:
    """A working day from `first` to `last`, which are at least a fortnight apart."""
    day = first + timedelta(dice.randint(0, (last - first).days))
    step = timedelta(1 if day - first < last - day else -1)
    while not ENGLAND.is_working(day):
        day += step
    return day


class Teller:
    """Tells one child's course of work up to `on`, with the child's own dice."""

    def __init__(self, dice: Random, on: date) -> None:
        self.dice = dice
        self.on = on
        self.year_began = on - YEAR

    def any_history(self) -> tuple[Referral, ...]:
        stories = {
            self.turned_away: 8,
            self.assessed_and_closed: 22,
            self.being_assessed: 14,
            self.on_a_plan: 21,
            self.plan_ended: 12,
            self.enquired_into: 6,
            self.newly_protected: 7,
            self.long_protected: 5,
            self.came_back: 5,
        }
        return self.dice.choices(list(stories), list(stories.values()))[0]()

    def turned_away(self) -> tuple[Referral, ...]:
        return (self._referral(self._day(self.year_began, self.on), no_further_action=True),)

    def assessed_and_closed(self, *, latest: date | None = None) -> tuple[Referral, ...]:
        referred = self._day(self.year_began, latest or self._ago(80))
        assessment = self._assessment(referred)
        reason = self.dice.choice(("RC8", "RC9"))
        if reason == "RC8" and self.dice.random() < 0.3:
            assessment = Assessment(
                started_on=assessment.started_on, authorised_on=assessment.authorised_on, factors=("21",)
            )
        closed_on = assessment.authorised_on
        return (self._referral(referred, assessments=(assessment,), closed_on=closed_on, closure_reason=reason),)

    def being_assessed(self) -> tuple[Referral, ...]:
        referred = self._day(self._ago(50), self._ago(6))
        started = ENGLAND.after(referred, self.dice.randint(0, 1))
        return (self._referral(referred, assessments=(Assessment(started_on=started),)),)

    def on_a_plan(self) -> tuple[Referral, ...]:
        referred = self._day(self._ago(700), self._ago(90))
        assessment = self._assessment(referred)
        plan = CinPlan(started_on=assessment.authorised_on)
        return (self._referral(referred, assessments=self._of_this_year(assessment), plans=(plan,)),)

    def plan_ended(self) -> tuple[Referral, ...]:
        referred = self._day(self._ago(600), self._ago(150))
        assessment = self._assessment(referred)
        began = assessment.authorised_on or referred
        ended = self._day(max(self.year_began, began + timedelta(28)), self.on)
        return (
            self._referral(
                referred,
                assessments=self._of_this_year(assessment),
                plans=(CinPlan(started_on=began, ended_on=ended),),
                closed_on=ended,
                closure_reason=one(self.dice, _CLOSURES),
            ),
        )

    def enquired_into(self) -> tuple[Referral, ...]:
        """An enquiry that found no need of a conference, and a plan for a child in need."""
        referred = self._day(self.year_began, self._ago(90))
        assessment = self._assessment(referred)
        enquiry = Section47(started_on=ENGLAND.after(referred, self.dice.randint(0, 10)), conference_not_required=True)
        plan = CinPlan(started_on=assessment.authorised_on)
        return (self._referral(referred, assessments=(assessment,), section47s=(enquiry,), plans=(plan,)),)

    def newly_protected(self) -> tuple[Referral, ...]:
        referred = self._day(self.year_began, self._ago(120))
        started = ENGLAND.after(referred, self.dice.randint(1, 8))
        conference = ENGLAND.after(started, self.dice.randint(8, 15))
        enquiry = Section47(
            started_on=started,
            conference_target_on=ENGLAND.after(started, 15),
            conference_on=conference,
            conference_not_required=False,
        )
        return (
            self._referral(
                referred,
                assessments=(self._assessment(referred),),
                section47s=(enquiry,),
                protection_plans=(self._protection(conference, None),),
            ),
        )

    def long_protected(self) -> tuple[Referral, ...]:
        """Protected since before the year; for some it ended, and help goes on under a plan of another kind."""
        referred = self._day(self._ago(650), self.year_began - timedelta(60))
        began = ENGLAND.after(referred, self.dice.randint(20, 30))
        ended = self._day(self.year_began + timedelta(10), self._ago(10)) if self.dice.random() < 0.5 else None
        plans = (CinPlan(started_on=ENGLAND.after(ended, 1)),) if ended else ()
        return (self._referral(referred, plans=plans, protection_plans=(self._protection(began, ended),)),)

    def came_back(self) -> tuple[Referral, ...]:
        return self.assessed_and_closed(latest=self.year_began + timedelta(90)) + self.being_assessed()

    def _referral(self, on: date, *, no_further_action: bool = False, **facts: object) -> Referral:
        source, need = one(self.dice, _SOURCES), one(self.dice, _NEEDS)
        return Referral(
            referred_on=on,
            source=source,
            primary_need=need,
            no_further_action=no_further_action,
            **facts,  # type: ignore[arg-type]
        )

    def _assessment(self, referred: date) -> Assessment:
        started = ENGLAND.after(referred, self.dice.randint(0, 2))
        done = ENGLAND.after(started, self.dice.randint(18, 44))
        factors = {one(self.dice, _FACTORS) for _ in range(self.dice.randint(1, 4))}
        in_order = tuple(factor for factor in _FACTORS if factor in factors)
        return Assessment(started_on=started, authorised_on=done, factors=in_order)

    def _of_this_year(self, assessment: Assessment) -> tuple[Assessment, ...]:
        done = assessment.authorised_on
        return (assessment,) if done and done >= self.year_began else ()

    def _protection(self, began: date, ended: date | None) -> ProtectionPlan:
        first = one(self.dice, _CATEGORIES)
        return ProtectionPlan(
            started_on=began,
            ended_on=ended,
            initial_category=first,
            latest_category=first if self.dice.random() < 0.85 else one(self.dice, _CATEGORIES),
            earlier_plans=int(self.dice.random() < 0.2),
            reviews=self._reviews(began, ended or self.on),
        )

    def _reviews(self, began: date, until: date) -> tuple[date, ...]:
        """The first within three months, then within each six: always while the plan ran."""
        reviews: list[date] = []
        due = began + timedelta(self.dice.randint(70, 84))
        while (held := ENGLAND.after(due, 1)) < until:
            reviews.append(held)
            due = held + timedelta(self.dice.randint(150, 174))
        return tuple(reviews)

    def _day(self, first: date, last: date) -> date:
        return working_day(self.dice, first, last)

    def _ago(self, days: int) -> date:
        return self.on - timedelta(days)
