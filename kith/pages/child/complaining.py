"""I want to complain: a child says what is wrong with us, and may ask for somebody to speak up for them (S4-25)."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.feedback import acts
from kith.pages.child.forms import Complain
from kith.pages.child.keeping import Me, child_only
from kith.pages.my_complaints import told_back
from kith.web.asking import ask


@child_only
def complain(request: HttpRequest, me: Me) -> HttpResponse:
    """What happens is said before it is sent; what they said before is below. On a device of their own it is not shown:
    anyone at home may look on.
    """

    def then(_made: Any) -> str:
        messages.success(request, me.page()["say"].complain_sent)
        return reverse("corner-complain")

    return ask(
        request,
        "pages/corner/complain.html",
        form=Complain(request.POST or None, me=me),
        do=partial(acts.complain, by=me.actor, about=None, children=[me.person]),
        then=then,
        **me.page(rows=[] if me.alone else told_back(me.actor)),
    )
