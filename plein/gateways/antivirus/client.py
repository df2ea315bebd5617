"""ClamAV over its socket: the whole file goes in pieces (INSTREAM), one line comes back."""

import re
import socket
import struct
from collections.abc import Iterator

from plein.gateways.antivirus.types import NoVerdict, Verdict
from plein.gateways.deadline import Deadline

PATIENCE_SECONDS = 15  # for the whole file; a scan of some megabytes takes less than one
_PIECE = 64 * 1024
_LONGEST_ANSWER = 4096  # bytes
_FOUND = re.compile(r"stream: (\S.*) FOUND")


class Antivirus:
    """`address` is `host:port`, or the path of a socket on this machine; empty: no scanner."""

    def __init__(self, address: str, *, patience: float = PATIENCE_SECONDS) -> None:
        self._address = address
        self._patience = patience

    def scan(self, content: bytes) -> Verdict:
        """Raises `NoVerdict`."""
        answer = self._ask(b"zINSTREAM\0", _pieces(content))
        if answer == "stream: OK":
            return Verdict()
        if found := _FOUND.fullmatch(answer):
            return Verdict(found[1])
        raise NoVerdict

    def is_up(self) -> bool:
        """Before anything is opened to be scanned."""
        try:
            return self._ask(b"zPING\0", iter(())) == "PONG"
        except NoVerdict:
            return False

    def _ask(self, command: bytes, pieces: Iterator[bytes]) -> str:
        deadline = Deadline.after(self._patience)
        try:
            with self._connect(deadline) as line:
                for piece in (command, *pieces):
                    line.settimeout(deadline.limit())
                    line.sendall(piece)
                return _answer(line, deadline)
        except (OSError, ValueError):
            raise NoVerdict from None

    def _connect(self, deadline: Deadline) -> socket.socket:
        if self._address.startswith("/"):
            line = socket.socket(socket.AF_UNIX)
            line.settimeout(deadline.limit())
            line.connect(self._address)
            return line
        host, _colon, port = self._address.rpartition(":")
        return socket.create_connection((host, int(port)), deadline.limit())


def _pieces(content: bytes) -> Iterator[bytes]:
    """Each with its length before it; a length of nothing ends the file."""
    for start in range(0, len(content), _PIECE):
        piece = content[start : start + _PIECE]
        yield struct.pack("!L", len(piece)) + piece
    yield struct.pack("!L", 0)


def _answer(line: socket.socket, deadline: Deadline) -> str:
    """Up to the zero byte that ends it; an answer without an end is none."""
    answer = b""
    while not answer.endswith(b"\0"):
        line.settimeout(deadline.limit())
        more = line.recv(_LONGEST_ANSWER)
        answer += more
        if not more or len(answer) > _LONGEST_ANSWER or deadline.is_over:
            raise NoVerdict
    return answer.rstrip(b"\0").decode("utf-8", "strict").strip()
