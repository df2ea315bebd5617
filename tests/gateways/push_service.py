"""A push service on this machine, and a browser that can open what it brings."""

import json
from base64 import urlsafe_b64encode
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_bytes
from threading import Thread

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from plein.gateways.push.subscription import Subscription


@dataclass
class Message:
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class PushService:
    """`status` is what it answers; by path where that is given."""

    url: str = ""
    status: int = 201
    status_of: dict[str, int] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)

    def browser(self, name: str = "a") -> "Browser":
        return Browser(f"{self.url}/{name}")


class Browser:
    """Holds the private half, as a browser does."""

    def __init__(self, endpoint: str) -> None:
        self.endpoint, self.secret = endpoint, token_bytes(16)
        self.key = ec.generate_private_key(ec.SECP256R1())

    @property
    def subscription(self) -> Subscription:
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return Subscription(self.endpoint, text(point), text(self.secret))

    def open(self, message: Message) -> dict:
        plain = http_ece.decrypt(
            message.body, private_key=self.key, auth_secret=self.secret, version="aes128gcm"
        )
        return json.loads(plain)


class Handler(BaseHTTPRequestHandler):
    def __init__(self, service: PushService, *args: object) -> None:
        self.service = service
        super().__init__(*args)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.service.messages.append(Message(self.path, dict(self.headers), body))
        self.send_response(self.service.status_of.get(self.path, self.service.status))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Nothing on the screen of the tests."""


@contextmanager
def run_push_service():
    service = PushService()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, service))
    service.url = f"http://localhost:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()


def text(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()
