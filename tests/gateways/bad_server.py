"""A server that redirects, floods, drips and talks nonsense, in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep


class BadServer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        getattr(self, self.path.strip("/"))()

    def fine(self) -> None:
        self._head(200)
        self.wfile.write(b'{"host": "%s"}' % self.headers["Host"].encode())

    def elsewhere(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/fine")
        self.end_headers()

    def ill(self) -> None:
        self._head(500)
        self.wfile.write(b"a fault")

    def flood(self) -> None:
        self._head(200)
        for _ in range(40):
            self.wfile.write(b" " * 10_000)

    def drip(self) -> None:
        self._head(200)
        for _ in range(20):
            self.wfile.write(b" ")
            sleep(0.05)

    def drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(20):
            self.wfile.write(b"a")
            sleep(0.05)

    def cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100")
        self.end_headers()
        self.wfile.write(b"half")

    def words(self) -> None:
        self._head(200)
        self.wfile.write(b'["no", "object"]')

    def deep(self) -> None:
        self._head(200)
        self.wfile.write(b"[" * 100_000)

    def _head(self, status: int) -> None:
        self.send_response(status)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Callers hang up on this one."""


@contextmanager
def run_bad_server() -> Iterator[str]:
    server = QuietServer(("127.0.0.1", 0), BadServer)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://bad.localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
