"""`python -m plein.gateways.wallet.simulator`: serve the simulator on this machine."""

import socket

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from plein.gateways.wallet.simulator.settings import WALLET_PORT


def main() -> None:
    _demand_free(WALLET_PORT)
    Granian(
        "plein.gateways.wallet.simulator.wsgi:application",
        address="127.0.0.1",
        port=WALLET_PORT,
        interface=Interfaces.WSGI,
        workers=1,  # the keys are kept in memory: one process
        blocking_threads=4,
        log_level=LogLevels.warning,
    ).serve()


def _demand_free(port: int) -> None:
    """Granian shares a port that is taken without a word."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


if __name__ == "__main__":
    main()
