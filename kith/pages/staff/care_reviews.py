"""Reviews of looked-after children: recorded for several at once, read, added to and finished for each (E22, S0-03)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.involvement import acts, forms, queries, rules
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.looked_after import asked_of, first_name
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.people import queries as people
from kith.record.queries import draft_for
from kith.web.asking import ask, posted


@child_page("a review recorded")
def record_care_review(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    key = f"record-care-review:{opened.child.ref}"
    kept = draft_for(opened.actor, key)
    siblings = people.may_be_written([sibling for sibling, _ in opened.siblings], opened.actor)
    care = queries.care_now(opened.child)
    form = at_hand(
        forms.RecordCareReview,
        request,
        kept,
        pack=pack_of(opened),
        name=first_name(opened),
        siblings=[(one.ref, one.called) for one in siblings],
        initial={"chaired_by": care.reviewing_officer if care else ""},
    )

    def do(*, of_child: Any, also: Any = (), **told: Any) -> Any:
        about = [opened.child, *(one for one in siblings if one.ref in also)]
        return acts.record_care_review(by=opened.actor, about=about, lines={opened.child.pk: of_child}, **told)

    then = partial(_to, opened)
    return asked_of(request, opened, form, do, title="A review was held", then=then, draft=kept or key, kept=kept)


@child_page("a review")
def care_review(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What was looked at and decided for this child, and until it is finished what is missing."""
    line, pack = own(opened, queries.care_review_line(pk)), pack_of(opened)
    if request.method == "POST" and not opened.may_write:
        raise Http404
    return ask(
        request,
        "pages/looked_after/review.html",
        form=forms.FinishCareReview(posted(request)),
        do=partial(acts.finish_care_review, by=opened.actor, about=opened.child, line=line),
        then=saying(request, "The record of this review is finished.", _to(opened, line)),
        line=line,
        beside=queries.care_reviews_beside(line),
        child_part=label(pack, rules.PART, line.child_part) if line.child_part else "",
        lacks=[] if line.finished_on else queries.care_review_lacks(line, pack),
        **header(opened, "child-looked-after"),
    )


@child_page("a review added to")
def add_to_care_review(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    line = own(opened, queries.care_review_line(pk))
    key = f"add-to-care-review:{line.pk}"
    kept = draft_for(opened.actor, key)
    form = at_hand(forms.RecordCareReview, request, kept, pack=pack_of(opened), name=first_name(opened), line=line)

    def do(*, of_child: Any, **told: Any) -> Any:
        return acts.add_to_care_review(by=opened.actor, about=opened.child, line=line, given=of_child, **told)

    then = _to(opened, line)
    return asked_of(request, opened, form, do, title="Add to the record", then=then, draft=kept or key, kept=kept)


def _to(opened: Opened, line: Any) -> str:
    return reverse("care-review", args=[opened.child.ref, line.pk])
