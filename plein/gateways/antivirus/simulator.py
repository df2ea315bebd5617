"""A scanner that speaks as ClamAV does and knows one virus: the test file of EICAR.

`python -m plein.gateways.antivirus.simulator` serves it on this machine.
"""

import os
import socketserver
import struct
from time import sleep

from plein.gateways.simulators.faults import Fault

SIGNATURE = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!"  # of the file at eicar.org; harms nobody
LARGEST = 25 * 1024 * 1024  # bytes; StreamMaxLength of clamd
SLOW_SECONDS = 30
_FAULTY = {Fault.WRONG: b"HTTP/1.1 400 Bad Request\0", Fault.FLOOD: b"stream: " + b"O" * 100_000}


class Simulator(socketserver.ThreadingTCPServer):
    """`fault` is what is wrong with it now."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int = 0, fault: Fault = Fault.NORMAL) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.fault = fault

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Who waits no longer hangs up; that is no news."""


class Handler(socketserver.StreamRequestHandler):
    server: Simulator

    def handle(self) -> None:
        fault = self.server.fault
        if fault is Fault.DOWN:
            return
        command = self._command()
        content = self._content() if command == b"zINSTREAM" else b""
        if fault is Fault.SLOW:
            sleep(SLOW_SECONDS)
        if fault is Fault.CUT:
            self.wfile.write(b"stream: O")
            return
        self.wfile.write(_FAULTY.get(fault) or _answer(command, content) + b"\0")

    def _command(self) -> bytes:
        command = b""
        while (sign := self.rfile.read(1)) not in (b"", b"\0"):
            command += sign
        return command

    def _content(self) -> bytes:
        content = b""
        while length := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        return content


def _answer(command: bytes, content: bytes) -> bytes:
    if command == b"zPING":
        return b"PONG"
    if command != b"zINSTREAM":
        return b"UNKNOWN COMMAND"
    if len(content) > LARGEST:
        return b"INSTREAM size limit exceeded. ERROR"
    return b"stream: Eicar-Signature FOUND" if SIGNATURE in content else b"stream: OK"


def main() -> None:
    fault = Fault(os.environ.get("PLEIN_CLAMAV_FAULT", Fault.NORMAL))
    Simulator(int(os.environ.get("PLEIN_CLAMAV_PORT", "8004")), fault).serve_forever()


if __name__ == "__main__":
    main()
