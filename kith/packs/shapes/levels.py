"""Levels of help, the document that tells them apart, and signs of harm."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from kith.packs.shapes.common import Cited, CodeText, Dated, Key, LevelCode, Strict, Text


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
