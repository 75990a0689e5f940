"""What stands around a child: rights, who can agree, services, help on offer, other work, duties."""

from typing import Annotated, Literal

from pydantic import Field

from kith.packs.shapes.common import Cited, CodeText, Dated, Key, Strict, Text


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
    what: str = ""  # what it is, for a family to choose by (S0-10)
    wait: str = ""
    cost: str = ""
    where: str = ""
    to_child: str = ""  # the same for a child

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
    """Other work that touches a child and has days of its own (E27-E33, E39): the steps it may take, in the order they
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
