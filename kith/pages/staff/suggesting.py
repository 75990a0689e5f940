"""What people suggest for a plan, and what we make of it (S4-21)."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse

from kith.pages.staff.guarding import must_write, own, pack_of
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.planning import asking, open_plan
from kith.plans import acts, forms, queries
from kith.web.asking import posted


@child_page("an idea for the plan")
def put_idea(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    plan = open_plan(opened, pk)
    form = forms.PutIdea(posted(request), pack=pack_of(opened))
    do = partial(acts.put_idea, by=opened.actor, about=opened.child, plan=plan)
    return asking(request, opened, form, do, title="Somebody’s idea", done="Kept. Say what we make of it.")


@child_page("an idea answered")
def answer_idea(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    idea = own(opened, queries.idea(pk))
    if idea.answer:
        raise Http404
    form = forms.AnswerIdea(posted(request), pack=pack_of(opened))
    do = partial(acts.answer_idea, by=opened.actor, about=opened.child, idea=idea)
    about = f"{idea.who}: “{idea.text}”"
    return asking(request, opened, form, do, title="What we make of an idea", done="Kept. Tell them.", about=about)
