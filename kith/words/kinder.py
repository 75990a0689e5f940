"""Words a family should not have to read, each with what to say instead. Our own list; a pack may add to it.

`jargon` is ours to translate; `blame` judges a person without saying what happened. The twin says what happened:
it never makes harm sound smaller than it was.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

Kind = Literal["jargon", "blame"]


@dataclass(frozen=True, slots=True)
class Say:
    """Ways of writing something, and what to say instead. All capitals (CIN) match only as capitals."""

    avoid: tuple[str, ...]
    instead: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Flag:
    """One place in a text: what was found, where it starts, what to say instead, and why."""

    found: str
    at: int
    instead: str
    kind: Kind


def flags(text: str, also: Iterable[Say] = ()) -> list[Flag]:
    """Each jargon or blaming phrase in the text, in order; the longest phrase wins where two overlap.

    `also` are a pack's own entries; where one repeats an `avoid` of ours, the pack's twin is shown.
    """
    pattern, twins = _matcher(tuple(also))
    found = ((match, _twin(match[0], twins)) for match in pattern.finditer(text))
    return [Flag(match[0], match.start(), say.instead, say.kind) for match, say in found if say]


def _twin(found: str, twins: dict[str, Say]) -> Say | None:
    """A short form in capitals (LAC) is only itself; any other phrase may be written in any case."""
    key = _key(found)
    return twins.get(key) or twins.get(key.lower())


@cache
def _matcher(also: tuple[Say, ...]) -> tuple[re.Pattern[str], dict[str, Say]]:
    twins = {_key(phrase): say for say in (*OUR_WORDS, *also) for phrase in say.avoid}
    longest_first = sorted(twins, key=len, reverse=True)
    either = "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]+").replace("'", "['’]") for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE), twins


def _key(phrase: str) -> str:
    """How a phrase is looked up: capitals stay (LAC is not lac), the rest is lower case with single spaces."""
    plain = re.sub(r"[\s-]+", " ", phrase).replace("’", "'")
    return plain if plain.isupper() else plain.lower()


def _jargon(instead: str, *avoid: str) -> Say:
    return Say(avoid, instead, "jargon")


def _blame(instead: str, *avoid: str) -> Say:
    return Say(avoid, instead, "blame")


OUR_WORDS = (
    _jargon("brothers and sisters", "siblings", "sibling group"),
    _jargon("brother or sister", "sibling"),
    _jargon("child in care, or the child’s name", "LAC", "CLA", "looked after child"),
    _jargon("children in care, or their names", "looked after children"),
    _jargon("family time", "contact session", "contact sessions", "supervised contact"),
    _jargon("home, or where they live", "placement", "placements", "place of residence"),
    _jargon("had to move, because …", "placement breakdown", "placement disruption", "placement broke down"),
    _jargon("told us", "disclosed", "made a disclosure", "disclosure"),
    _jargon("a break", "respite", "respite care"),
    _jargon("what could go wrong, and what would stop it", "risk assessment", "risk assessments"),
    _jargon("what we are worried about", "safeguarding concerns", "safeguarding issues", "child protection concerns"),
    _jargon("we are worried that (name) will be badly hurt, because …", "significant harm", "threshold met"),
    _jargon("the people who meet to carry out the plan", "core group", "core group meeting"),
    _jargon("the first big meeting about keeping (name) safe", "ICPC", "initial child protection conference"),
    _jargon("the meeting that looks at the safety plan again", "RCPC", "review child protection conference"),
    _jargon("our enquiry to find out if (name) is safe", "s47", "section 47", "section 47 enquiry"),
    _jargon("help the law says we should offer", "s17", "section 17"),
    _jargon("getting extra help, with a plan", "CIN", "child in need", "CIN plan"),
    _jargon("the plan to keep (name) safe", "CP plan", "CPP"),
    _jargon("the person who checks that the plan is right for you", "IRO", "independent reviewing officer"),
    _jargon("all the people helping the family", "TAF", "TAC", "team around the family", "team around the child"),
    _jargon("the school’s safeguarding lead", "DSL"),
    _jargon("the team that answers when someone is worried", "MASH", "front door"),
    _jargon("the people who decide when someone works unsafely with children", "LADO"),
    _jargon("the plan for school", "PEP", "personal education plan"),
    _jargon("the plan for help with learning", "EHCP", "education, health and care plan"),
    _jargon("we are not going to do more now, because …", "NFA", "no further action", "closed nfa"),
    _jargon("the right and duty to look after a child", "PR", "parental responsibility"),
    _jargon("a family meeting to make a plan", "FGC", "FGDM", "family group conference"),
    _jargon("violence or control at home: what happened", "DV", "DA"),
    _jargon("young person seeking safety", "UASC", "unaccompanied minor", "unaccompanied minors"),
    _jargon("with other services", "multi agency", "inter agency"),
    _jargon("to find out more about", "ascertain"),
    _jargon("started", "commenced"),
    _jargon("about", "regarding", "in respect of", "with regard to"),
    _jargon("use", "utilise", "utilised"),
    _jargon("before", "prior to"),
    _jargon("so that", "in order to"),
    _jargon("went with", "transported"),
    _jargon("lives at", "resides at", "residing with"),
    _jargon("what each of us will do", "action plan", "actions identified"),
    _jargon("looking again", "reassessment"),
    _jargon("help, and what kind", "intervention", "interventions", "package of support"),
    _jargon("seeing or hearing someone being hurt", "exposure to domestic abuse", "exposed to domestic abuse"),
    _jargon("early help, or the name of the service", "EH", "tier 2 services"),
    _jargon("the person, by name", "subject child", "service user", "service users"),
    _jargon("stopped, and why", "ceased", "step down", "stepped down"),
    _blame(
        "did not come on (dates), because …; we have not found a way to …",
        "failed to engage",
        "did not engage",
        "not engaging",
        "refuses to engage",
        "refused to engage",
        "disengaged",
        "hard to reach",
        "difficult to engage",
        "DNA",
        "DNA'd",
        "failed to attend",
        "poor engagement",
        "lack of engagement",
    ),
    _blame(
        "we asked for …; what happened was …", "non compliant", "non compliance", "uncooperative", "not cooperating"
    ),
    _blame("only seemed to agree: what was said, and what was done", "disguised compliance", "superficial compliance"),
    _blame("went missing; what was happening before", "absconded", "absconder", "absconding"),
    _blame(
        "what they did, and what it might be telling us",
        "challenging behaviour",
        "challenging behaviours",
        "bad behaviour",
        "acting out",
        "kicked off",
    ),
    _blame("wanted someone near: what they did and when", "attention seeking", "attention seeker"),
    _blame("what they did or said, and what they may have needed", "manipulative", "manipulating"),
    _blame(
        "sees it differently: what they said", "in denial", "lacks insight", "lack of insight", "minimises", "minimised"
    ),
    _blame(
        "what they said, in their words", "claims that", "claimed that", "alleges that", "admitted that", "admitted to"
    ),
    _blame("was not able to stop (what happened); what got in the way", "failed to protect", "failure to protect"),
    _blame("said no to …, because …", "refused to", "unwilling to", "resistant to", "resistant"),
    _blame("was hurt or used by …", "put herself at risk", "put himself at risk", "put themselves at risk"),
    _blame("was made to, or was tricked", "lifestyle choice", "promiscuous", "child prostitute"),
    _blame("has had a lot to carry: say what", "dysfunctional", "dysfunctional family", "chaotic", "chaotic lifestyle"),
    _blame("what they said and did, and how we felt", "hostile", "aggressive", "abusive to staff", "volatile"),
    _blame("what we have seen and when", "poor parenting", "bad parent", "inadequate parenting"),
    _blame("parents who live apart", "broken home", "broken family"),
    _blame("needs more help than this home could give", "beyond parental control", "out of control"),
    _blame("what they know and do to keep safe; what still puts them in danger", "streetwise", "street wise"),
    _blame("the person, with what they use and how it affects the children", "addict", "junkie", "alcoholic"),
    _blame("seeking safety", "illegal immigrant", "illegals"),
    _blame("the person who hurt (name)", "perpetrator", "perp", "abuser"),
    _blame("the person who was hurt", "victim"),
    _blame("frequently asks us for help: with what", "frequent flyer", "serial complainer"),
)
