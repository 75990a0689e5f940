"""Someone whose session has ended in the middle of something: sign in, then back to it with every word (S-28, S-57).

With scripts, words are kept as they are typed. Without, a form is simply sent, and may be sent when its writer has been
signed out, by a long visit or in another tab. A form that keeps a draft carries, signed, whose it is: so its words
become that person's draft and wait there. Any other form's words are shown, to be copied.
"""

from dataclasses import replace

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.access import Actor, Audience, acting_as
from kith.record.drafts import Conflict, keep_draft
from kith.record.refusals import Refused
from kith.web.sent import fields_of, title_of, version_of

SIGNED_OUT = "You had been signed out, so this was not sent. Every word is kept, and is there when you have signed in."
OPEN_TOO_LONG = "That page had been open too long, so it was not sent. Every word is here: send it again."
_SALT = "these words belong to"
_LONGEST = 7 * 24 * 3600  # seconds a page may have been open
_NOT_WORDS = ("csrfmiddlewaretoken", "draft_version", "key", "opened_at", "whose")


def whose(by: Actor, draft_key: str) -> str:
    """What a form that keeps a draft carries, so that its words find their writer without a session."""
    return signing.dumps([by.account_id, str(by.audience), draft_key], salt=_SALT) if by.account_id else ""


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and from there back to this one. Nothing that was sent is lost."""
    if request.method != "POST":
        return _to_sign_in(request.get_full_path())
    if back := back_with_words(request):
        return back
    if written := _written(request):
        told = {"written": written, "sign_in_url": _to_sign_in(request.path).url}
        return render(request, "drafts/not_sent.html", told, status=401)
    return _to_sign_in(request.path)


def back_with_words(request: HttpRequest) -> HttpResponse | None:
    """Keep the words of a form that could not be taken, and lead their writer back to it, by way of sign-in when need
    be. None when the form does not say whose they are, or when it is somebody else who is here now.
    """
    here: Actor | None = getattr(request, "actor", None)
    try:
        account_id, audience, key = signing.loads(request.POST.get("whose", ""), salt=_SALT, max_age=_LONGEST)
    except (signing.BadSignature, ValueError):
        return None
    if here is None or here.account_id not in (None, account_id):
        return None
    writer = replace(here, account_id=account_id, audience=Audience(audience))
    if not _kept(request, writer, key):
        return None
    messages.info(request, OPEN_TOO_LONG if here.account_id else SIGNED_OUT)
    return HttpResponseRedirect(request.path) if here.account_id else _to_sign_in(request.path)


def _kept(request: HttpRequest, writer: Actor, key: str) -> bool:
    fields = {**fields_of(request), "draft_back": request.path}
    with transaction.atomic(), acting_as(writer):
        try:
            keep_draft(by=writer, key=key, title=title_of(request, key), fields=fields, version=version_of(request))
        except Refused:
            return False
        except Conflict:
            pass  # both texts are kept
    return True


def _to_sign_in(path: str) -> HttpResponseRedirect:
    return redirect_to_login(path, reverse("demo-sign-in" if settings.DEMO else "account_login"))


def _written(request: HttpRequest) -> list[tuple[str, str]]:
    """Each answer by its name, for copying."""
    return [
        (name.rpartition("-")[2].replace("_", " ").capitalize(), "\n".join(values))
        for name, values in request.POST.lists()
        if name not in _NOT_WORDS and any(value.strip() for value in values)
    ]
