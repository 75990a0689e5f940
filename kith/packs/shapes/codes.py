"""Lists of answers, and how people are related."""

from typing import Annotated, Literal

from pydantic import Field

from kith.packs.shapes.common import Cited, CodeText, Dated, Key, Strict, Text


class Code(Dated):
    """One answer of a code list. `flags` carry the few things software must know about it.

    alerts: somebody looks at it. asks_why: a reason is asked for. excludes_others: cannot stand beside another.
    never_stops_clock: not a visit for any time limit. no_access: nobody got in. retired: read, no longer offered.
    asked_by_child: why a lead worker changed, when the child asked for it.
    childs_own: only a child says it of their own words; never offered to a worker.
    ends: the line it is said of is over.
    from_a_file: comes with a statutory file and is never typed. kept_elsewhere: written down where it belongs, and
    comes from there. restricts: keeps something from a child, or somebody decided that it does.
    by_itself: Kith knows it, nobody chooses it. asks_lesson: what is learnt from it is written before it ends.
    anonymous: nobody said who they are. receipt_only: told that we have it, never what was decided (design 7.9).
    opens_work, open_already, goes_no_further: what becomes of a contact that is decided so.
    asks_agreement: everyone with parental responsibility says whether they agree. ends_work: nothing is left to look
    at again. less_protection: a challenge pauses it. second_reader: it stands once another has agreed.
    records_first: a court or life has decided it: it is recorded, and our own decision is owed.
    asks_adapting: once it is told, we say what we do differently.
    in_census: goes out with the census of children in need. asks_parents_change, parents_change: a need of this kind
    asks for a change of this kind. no_change: counts as none. over: nothing more is owed.
    needed_to_discuss, our_own, agency, of_the_family: who a meeting about a child's safety cannot do without, who is
    of the service that holds it, who counts as another agency, who is family. begins_enquiry, to_conference,
    begins_plan, ends_plan: what such a meeting or enquiry leads to. not_held: it is to be held again.
    by_agreement: with the family, not by a court or the police. interim_order, care_order: the law that sets how often
    a looked-after child at home is visited. with_parent, with_connected: who such a home is with. temporary: the home
    before it goes on. leaves_care: they stay entitled to help as a care leaver. scored: it comes to a number.
    declined: the child said no. made_longer: a court may make this order longer.
    `limit`: the limit of the pack that runs from it, where one does.
    still_owed: an answer that leaves something owed. says_nothing: nobody answered; the words are ours.
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
            "asks_adapting",
            "asks_agreement",
            "asks_lesson",
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
            "interprets",
            "kept_elsewhere",
            "leaves_care",
            "less_protection",
            "made_longer",
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
            "says_nothing",
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
