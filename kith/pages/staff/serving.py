"""Which service answers which need of a plan, and why none does (S1-17)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from kith.calendar import ago
from kith.packs import Pack
from kith.pages.staff.guarding import must_write, own, pack_of
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.planning import asking
from kith.pages.staff.quoting import label
from kith.plans import acts, forms, queries, rules
from kith.web.asking import posted


@child_page("what answers a need")
def answer_need(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """`?instead=`: what stood there before and ends with this."""
    must_write(opened)
    outcome = own(opened, queries.outcome(pk))
    before = _standing(opened, request.GET.get("instead", ""), outcome)
    given = {"since_on": opened.actor.today, "kind": before.kind if before else ""}
    form = forms.AnswerNeed(posted(request), pack=pack_of(opened), initial=given)
    do = partial(acts.answer_need, by=opened.actor, about=opened.child, outcome=outcome, instead_of=before)
    about = outcome.need or outcome.statement
    return asking(request, opened, form, do, title="Which service answers this need?", done="Kept.", about=about)


@child_page("a service ended")
def end_need_answer(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    answer = own(opened, queries.need_answer(pk))
    if answer.ended_on:
        raise Http404
    form = forms.EndIt(posted(request), initial={"on": opened.actor.today})
    do = partial(acts.end_need_answer, by=opened.actor, about=opened.child, answer=answer)
    about = answer.service or label(pack_of(opened), "no_service", answer.lacks)
    return asking(request, opened, form, do, title="This has ended", done="Kept.", button="It has ended", about=about)


def needs_shown(found: Any, opened: Opened) -> list[dict[str, Any]]:
    """Each need of the plan with the services that answer it, and the reasons why one does not."""
    pack, today = pack_of(opened), opened.actor.today
    return [
        {
            "need": one,
            "services": [(each.service, each) for each in one.services],
            "steps": list(dict.fromkeys(each.owner_name for each in one.steps if each.owner_name)),
            "lacks": [
                {"row": each, "why": label(pack, "no_service", each.lacks), "since": ago(each.since_on, today)}
                for each in one.lacks
            ],
            "kinds": kinds_in_words(one, pack),
        }
        for one in queries.needs_of(found)
    ]


def kinds_in_words(one: rules.Served, pack: Pack) -> list[str]:
    codes = dict.fromkeys(each.kind for each in (*one.services, *one.lacks) if each.kind)
    return [label(pack, "help_wanted", code) for code in codes]


def _standing(opened: Opened, asked: str, outcome: Any) -> Any:
    if not asked:
        return None
    found = queries.need_answer(int(asked)) if asked.isdecimal() and len(asked) < 18 else None
    if found is None or found.person_id != opened.child.pk or found.outcome_id != outcome.pk or found.ended_on:
        raise Http404
    return found
