"""`python -m plein.gateways.digid.simulator`: serve the simulator on this machine."""

import socket

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from plein.gateways.digid.simulator.settings import DIGID_PORT


def main() -> None:
    _demand_free(DIGID_PORT)
    Granian(
        "plein.gateways.digid.simulator.wsgi:application",
        address="127.0.0.1",
        port=DIGID_PORT,
        interface=Interfaces.WSGI,
        workers=1,  # codes are kept in memory: one process
        blocking_threads=4,
        log_level=LogLevels.warning,
    ).serve()


def _demand_free(port: int) -> None:
    """Granian shares a port that is taken without a word, and half of the calls would go astray."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


if __name__ == "__main__":
    main()
