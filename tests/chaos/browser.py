"""A browser with nothing but cookies and forms: it never follows a redirect, so that every answer is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPMessage
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from lxml import html

TROUBLE = (OSError, HTTPException)  # what a killed server looks like from outside
PATIENCE = 30.0


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def leads_to(self) -> str:
        return self.headers.get("Location", "")


@dataclass
class Form:
    """A page's main form: where it is sent, where its words are kept, all it asks, and what is in it."""

    path: str
    draft: str
    asks: list[str]
    fields: dict[str, str]

    @property
    def key(self) -> str:
        return self.fields["key"]


class Browser:
    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        return self._ask("POST", path, urlencode(fields))

    def sign_in(self, name: str) -> Answer:
        """Through the demo's own page. Raises LookupError when the person is not on it."""
        page = html.fromstring(self.get("/demo/").body)
        for form in page.forms:
            for button in form.iter("button"):
                if button.text == name:
                    return self.post("/demo/", {**dict(form.form_values()), "account": button.get("value")})
        raise LookupError(f"{name} is not on the sign-in page.")

    def _ask(self, method: str, path: str, body: str | None = None) -> Answer:
        """Raises one of TROUBLE when no whole answer came."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request(method, path, body, self._headers(body is not None))
            came = line.getresponse()
            answer = Answer(came.status, came.headers, came.read())
        finally:
            line.close()
        for set_cookie in answer.headers.get_all("Set-Cookie", []):
            for name, cookie in SimpleCookie(set_cookie).items():
                self.cookies[name] = cookie.value
        return answer

    def _headers(self, posted: bool) -> dict[str, str]:
        sent = {"Host": f"localhost:{self.port}"}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {**sent, "Content-Type": "application/x-www-form-urlencoded"} if posted else sent


def main_form(page: Answer, path: str) -> Form:
    """The form that does the page's act, as a browser would send it back."""
    form: Any = next(f for f in html.fromstring(page.body).forms if "key" in f.fields)
    return Form(path, form.get("data-draft", ""), sorted(form.fields.keys()), dict(form.form_values()))


def complaint(page: Answer) -> str:
    """What a page says is wrong with what was sent."""
    found = html.fromstring(page.body or b"<p></p>").find_class("govuk-error-summary")
    return " ".join(found[0].text_content().split()) if found else ""
