"""The processes of one machine: started together, stopped together."""

import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from plein.launch.checks import CannotStart

_PATIENCE = 10  # seconds to stop by themselves


class Processes:
    """Children that run until Ctrl-C, or until one of them ends."""

    def __init__(self, environment: Mapping[str, str], folder: Path) -> None:
        self._environment = dict(environment)
        self._folder = folder
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def run(self, *arguments: str) -> None:
        """Run one `manage.py` command to its end. Raises `CannotStart` when it fails."""
        done = subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, "manage.py", *arguments],
            env=self._environment,
            cwd=self._folder,
            check=False,
        )
        if done.returncode:
            raise CannotStart(f"Dit lukte niet: manage.py {' '.join(arguments)}. Zie hierboven.")

    def start(self, name: str, *arguments: str) -> None:
        self._running[name] = subprocess.Popen(  # noqa: S603 - our own commands
            [sys.executable, *arguments], env=self._environment, cwd=self._folder
        )

    def wait(self) -> None:
        """Until one ends by itself. Raises `CannotStart` with its name."""
        while True:
            for name, process in self._running.items():
                if process.poll() is not None:
                    raise CannotStart(f"{name} is gestopt (code {process.returncode}).")
            time.sleep(0.5)

    def stop(self) -> None:
        for process in self._running.values():
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self._running.values():
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
