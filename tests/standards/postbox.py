"""A mail server of the test's own: real SMTP on a free port of this machine. It keeps what it is given."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from typing import Any


class _Server(socketserver.ThreadingTCPServer):
    letters: list[Message]
    refuses: bool


class _Conversation(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline().strip().upper():
            if line.startswith(b"DATA"):
                self._say("354 go on")
                self.server.letters.append(message_from_bytes(b"".join(self._text())))
            if line.startswith(b"RCPT") and self.server.refuses:
                self._say("550 nobody of that name")
            else:
                self._say("221 goodbye" if line.startswith(b"QUIT") else "250 good")

    def _text(self) -> Iterator[bytes]:
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            yield line

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def postbox(settings: Any, refuses: bool = False) -> Iterator[list[Message]]:
    """Kith's mail goes here meanwhile. `refuses`: no address is known."""
    with _Server(("127.0.0.1", 0), _Conversation) as server:
        server.letters, server.refuses = [], refuses
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        yield server.letters
        server.shutdown()
