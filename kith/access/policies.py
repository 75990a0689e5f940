"""Who may see each table, declared on its model in one line and turned into row-level policies.

Lessons measured before this was written: one policy per audience and never an OR across audiences; staff are kept out
of a short list (`closed_to_me`), everyone else is let in by a short list (`my_ties`), each asked for through a function
so that it is not planned again for every table of every statement; no operator that is not
leakproof.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kith.access.actor import Audience

READ, ADD, CHANGE, REMOVE = "select", "insert", "update", "delete"
_OUTSIDERS = (Audience.PARTNER, Audience.FAMILY, Audience.CHILD)


@dataclass(frozen=True)
class Rule:
    """What one audience may do with one table: the rows it sees (a SQL condition) and the verbs it has."""

    seen: str
    may: frozenset[str]
    added: str = ""  # rows it may add or change; the rows it may see, unless said

    def sql(self, table: str, audience: str) -> Iterable[str]:
        rows, added_rows = (text.replace("{table}", table) for text in (self.seen, self.added or self.seen))
        yield f"grant {', '.join(sorted(self.may))} on {table} to kith_{audience}"
        for verb in sorted(self.may):
            seen = f"using ({rows})" if verb != ADD else ""
            added = f"with check ({added_rows})" if verb in (ADD, CHANGE) else ""
            yield f"create policy {audience}_{verb} on {table} for {verb} to kith_{audience} {seen} {added}"


@dataclass(frozen=True)
class Policy:
    """The rules of one table. An audience without a rule holds no grant at all."""

    rules: dict[Audience, Rule] = field(default_factory=dict)
    web_may: frozenset[str] = frozenset()  # what the serving login itself may do before anyone is known
    append_only: bool = False

    def sql(self, table: str) -> Iterable[str]:
        """The statements that put this policy in force; run by the owner after every migrate."""
        yield f"alter table {table} enable row level security"
        everyone = ", ".join(["kith_web", "kith_worker", *(a.role for a in Audience)])
        yield f"revoke all on {table} from public, {everyone}"
        for audience, rule in self.rules.items():
            yield from rule.sql(table, audience)
        yield from Rule(self._seen_by_the_system(), frozenset({READ})).sql(table, Audience.SYSTEM)
        writes = frozenset({ADD} if self.append_only else {ADD, CHANGE, REMOVE})
        yield from Rule("true", writes).sql(table, Audience.SYSTEM)
        if self.web_may:
            yield from Rule("true", self.web_may).sql(table, "web")
        if self.append_only:
            yield (
                f"create or replace trigger append_only before update or delete or truncate on {table} "
                "for each statement execute function kith_append_only()"
            )

    def _seen_by_the_system(self) -> str:
        """Everything; while it counts, what staff would count (`actor.what_stands`)."""
        staff = self.rules.get(Audience.STAFF)
        return _UNLESS_COUNTING if staff and STANDING in staff.seen else "true"


def _verbs(letters: str) -> frozenset[str]:
    return frozenset({"r": READ, "a": ADD, "c": CHANGE, "d": REMOVE}[letter] for letter in letters)


STANDING = "id not in (select row_id from withdrawn where row_table = '{table}')"
_UNLESS_COUNTING = f"(current_setting('kith.what_stands', true) is distinct from 'on' or {STANDING})"


def person(
    column: str = "person_id",
    *,
    staff: str = "rac",
    partner: str = "",
    family: str = "",
    child: str = "",
    hidden: str = "",
    family_also: str = "",
    child_also: str = "",
    outsiders_also: str = "",
    standing: bool = True,
    append_only: bool = False,
) -> Policy:
    """Rows about one person. `hidden` adds a condition every audience must also meet (an address kept from a reader),
    `family_also` one for families alone, `child_also` one for the child alone, `outsiders_also` one for everyone but
    staff.

    Letters: r read, a add, c change. Withdrawn rows (recorded about the wrong child) are seen by nobody but the system;
    `standing` is off for tables whose rows are never withdrawn.
    """
    also = (f" and {STANDING}" if standing else "") + (f" and {hidden}" if hidden else "")
    rules = {Audience.STAFF: Rule(f"{column} not in (select id from kith_closed_to_me()){also}", _verbs(staff))}
    tied = f"{column} = any(array(select person_id from kith_my_ties())){also}"
    outside = f" and {outsiders_also}" if outsiders_also else ""
    for audience, letters, only in zip(
        _OUTSIDERS, (partner, family, child), ("", family_also, child_also), strict=True
    ):
        if letters:
            rules[audience] = Rule(tied + outside + (f" and {only}" if only else ""), _verbs(letters))
    return Policy(rules, append_only=append_only)


def two_people(one: str = "person_id", other: str = "other_id", *, staff: str = "rac", family: str = "") -> Policy:
    """Rows that name two people: both must be open to the reader."""
    rules = {
        Audience.STAFF: Rule(
            f"{one} not in (select id from kith_closed_to_me()) and {other} not in (select id from kith_closed_to_me())"
            f" and {STANDING}",
            _verbs(staff),
        )
    }
    if family:
        mine = "any(array(select person_id from kith_my_ties()))"
        rules[Audience.FAMILY] = Rule(f"{one} = {mine} and {other} = {mine} and {STANDING}", _verbs(family))
    return Policy(rules)


def occasion(column: str = "occasion_id", *, staff: str = "rac", family: str = "") -> Policy:
    """Facts shared by everyone an occasion is about: seen by whoever may see at least one of its lines."""
    line = f"exists (select 1 from record_act line where line.occasion_id = {{table}}.{column}) and {STANDING}"
    rules = {Audience.STAFF: Rule(line, _verbs(staff))}
    if family:
        rules[Audience.FAMILY] = Rule(line, _verbs(family))
    return Policy(rules)


def owner(column: str = "account_id", *, letters: str = "racd", audiences: tuple[Audience, ...] = ()) -> Policy:
    """Rows that belong to one account and are nobody else's business."""
    rule = Rule(f"{column} = kith_account()", _verbs(letters))
    return Policy(dict.fromkeys(audiences or (Audience.STAFF, *_OUTSIDERS), rule))


def reference(*, staff: str = "r", audiences: tuple[Audience, ...] = (), web: str = "") -> Policy:
    """Rows about services, not people: teams, agencies, roles."""
    rules = {a: Rule("true", _verbs("r")) for a in audiences}
    rules[Audience.STAFF] = Rule("true", _verbs(staff))
    return Policy(rules, web_may=_verbs(web))


def door(letters: str = "racd") -> Policy:
    """Sign-in's own tables: the serving login uses them before anyone is known; no audience holds a grant."""
    return Policy(web_may=_verbs(letters))


def nobody() -> Policy:
    """History and other machinery: the system alone."""
    return Policy()


def occasion_itself() -> Policy:
    """The occasion: its writer's, and anyone's who may see one of its lines."""
    mine = "by_id = kith_account()"
    seen = f"{mine} or exists (select 1 from record_act line where line.occasion_id = {{table}}.id)"
    reader = Rule(seen, _verbs("ra"), added=mine)
    child = Rule(mine, _verbs("ra"))  # holds no grant on the lines, so a policy must not ask for them
    return Policy(
        {Audience.STAFF: reader, Audience.PARTNER: reader, Audience.FAMILY: reader, Audience.CHILD: child},
        append_only=True,
    )
