"""A file of a pack, and of a part that packs share."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kith.calendar import Nation
from kith.packs.shapes.around import Consent, Duty, Help, Rights, Service, Touchpoint
from kith.packs.shapes.codes import CodeList, Relationship
from kith.packs.shapes.common import Cited, Key, Strict, Text
from kith.packs.shapes.learning import Training
from kith.packs.shapes.levels import Level, Signs, ThresholdDocument
from kith.packs.shapes.limits import Figure, Timescale
from kith.words import Say


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
    training: list[Training] = []


class PackFile(Part):
    """What a nation's pack may hold: a part, and everything that makes it a pack."""

    pack: Header
    terms: Terms
    levels: Annotated[list[Level], Field(min_length=1)]
    days: list[ChangedDay] = []
