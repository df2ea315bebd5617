"""`python -m plein.gateways.simulators`: serve the sources on this machine."""

import socket

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from plein.gateways.simulators.settings import SOURCES_PORT


def main() -> None:
    _demand_free(SOURCES_PORT)
    Granian(
        "plein.gateways.simulators.wsgi:application",
        address="127.0.0.1",
        port=SOURCES_PORT,
        interface=Interfaces.WSGI,
        workers=1,  # the switch for faults is kept in memory: one process
        blocking_threads=32,  # a slow source must not keep the others waiting
        log_level=LogLevels.critical,  # a connection that is cut on purpose is no news
    ).serve()


def _demand_free(port: int) -> None:
    """Granian shares a port that is taken without a word, and half of the calls would go astray."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


if __name__ == "__main__":
    main()
