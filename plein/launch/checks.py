"""What must be right before anything starts; each wrong thing says what to do."""

import shutil
import socket
from pathlib import Path

LEAST_FREE_BYTES = 300 * 1024 * 1024


class CannotStart(Exception):
    """Shown to whoever typed `make run`, without a stack trace."""


def check_port(port: int, variable: str) -> None:
    """Servers share ports silently (SO_REUSEPORT), so we look before we start one."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise CannotStart(
                f"Poort {port} is al in gebruik. Stop het andere programma, "
                f"of kies een andere poort: make run {variable}={port + 100}"
            )


def check_disk(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE_BYTES:
        raise CannotStart(
            f"De schijf is bijna vol: nog {free // 1024**2} MB vrij. Maak minstens "
            f"{LEAST_FREE_BYTES // 1024**2} MB vrij en begin opnieuw."
        )
