"""A real browser looking at pages drawn here, from a small server whose every answer the test decides."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

from playwright.sync_api import BrowserContext, Page

STATIC = Path(__file__).parents[2] / "kith/web/static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
HTML = "text/html; charset=utf-8"

# The same content policy as the settings give: what it forbids fails here too.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@dataclass
class Sent:
    """One POST the browser made."""

    path: str
    fields: dict[str, str]
    token: str | None


@dataclass
class Site:
    """Pages by path, and how a POST is answered: a status with JSON or HTML, "gone" (no answer) or "sign-in"."""

    pages: dict[str, str]
    answer: Callable[[Sent], Any] = lambda sent: (200, {"saved": "12:04", "version": 2})
    sent: list[Sent] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    home: str = ""

    @contextmanager
    def served(self) -> Iterator["Site"]:
        """Answering on a free port of this machine."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), type("Asked", (Asked,), {"site": self}))
        self.home = f"http://localhost:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()

    def open(self, context: BrowserContext, path: str = "/") -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        page.goto(self.home + path)
        return page


class Asked(BaseHTTPRequestHandler):
    """One request to a Site."""

    site: Site

    def log_message(self, *given: Any) -> None:
        """Tests print nothing of their own."""

    def do_GET(self) -> None:
        file = STATIC / self.path.removeprefix("/static/")
        if self.path.startswith("/static/") and file.is_file():
            self.reply(200, file.read_bytes(), TYPES[file.suffix])
        elif self.path in self.site.pages:
            self.reply(200, self.site.pages[self.path].encode(), HTML)
        else:
            self.reply(404, b"nothing here", HTML)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
        sent = Sent(self.path, dict(parse_qsl(body, keep_blank_values=True)), self.headers.get("X-CSRFToken"))
        self.site.sent.append(sent)
        answer = self.site.answer(sent)
        if answer == "gone":
            self.close_connection = True
        elif answer == "sign-in":
            self.reply(302, b"", HTML, Location="/sign-in/")
        elif isinstance(answer[1], str):
            self.reply(answer[0], answer[1].encode(), HTML)
        else:
            self.reply(answer[0], json.dumps(answer[1]).encode(), "application/json")

    def reply(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Security-Policy": POLICY, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
