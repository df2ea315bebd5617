"""`make run`: the database, the demo, the web servers and the workers, on one machine."""

import os
import signal
import time
import urllib.error
import urllib.request
from types import FrameType

from django.conf import settings
from django.core.management.base import BaseCommand

from plein.config.environment import ROOT, VAR
from plein.demo.data_files import rows
from plein.launch.checks import CannotStart, check_disk, check_port
from plein.launch.postgres import Urls, prepare, start_embedded
from plein.launch.processes import Processes

_GRANIAN = ("-m", "granian", "--host", "127.0.0.1", "--log-level", "warning")
PAGES = (
    *(*_GRANIAN, "plein.config.wsgi:application", "--interface", "wsgi"),
    *("--workers", "2", "--blocking-threads", "4"),
)
LIVE = (*_GRANIAN, "plein.config.asgi:application", "--interface", "asgi", "--workers", "1")


class Command(BaseCommand):
    help = "Start Plein on this machine, with the demo."
    requires_system_checks = []

    def handle(self, **options: object) -> None:
        signal.signal(signal.SIGTERM, _as_interrupt)
        processes = None
        try:
            self._check()
            processes = self._prepare(self._urls())
            self._start(processes)
            processes.wait()
        except KeyboardInterrupt:
            self.stdout.write("\nPlein stopt.")
        except CannotStart as problem:
            self.stderr.write(self.style.ERROR(f"\nPlein kan niet starten. {problem}"))
            raise SystemExit(1) from None
        finally:
            if processes:
                processes.stop()

    def _check(self) -> None:
        check_disk(VAR)
        check_port(settings.PORT, "PORT")
        check_port(settings.DIGID_SIMULATOR_PORT, "PLEIN_DIGID_PORT")
        check_port(settings.SOURCES_SIMULATOR_PORT, "PLEIN_SOURCES_PORT")
        check_port(settings.WALLET_SIMULATOR_PORT, "PLEIN_WALLET_PORT")
        check_port(settings.CLAMAV_SIMULATOR_PORT, "PLEIN_CLAMAV_PORT")
        check_port(settings.PAGES_PORT, "PLEIN_PAGES_PORT")
        check_port(settings.LIVE_PORT, "PLEIN_LIVE_PORT")

    def _urls(self) -> Urls:
        """The database that was given, or our own under `var/`."""
        given = os.environ.get("DATABASE_URL")
        owner = os.environ.get("DATABASE_OWNER_URL")
        if given and owner:
            return Urls(owner, given)
        try:
            return prepare(given or start_embedded(VAR / "postgres"), "plein")
        except Exception as problem:
            raise CannotStart(f"De database start niet: {problem}") from problem

    def _prepare(self, urls: Urls) -> Processes:
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        Processes(environment | {"DATABASE_URL": urls.owner}, ROOT).run("migrate", "--verbosity=0")
        processes = Processes(environment | _for_children(urls), ROOT)
        processes.run("load_demo")
        return processes

    def _start(self, processes: Processes) -> None:
        processes.start("De DigiD-simulator", "-m", "plein.gateways.digid.simulator")
        processes.start("De bronnen-simulator", "-m", "plein.gateways.simulators")
        processes.start("De wallet-simulator", "-m", "plein.gateways.wallet.simulator")
        processes.start("De virusscanner", "-m", "plein.gateways.antivirus.simulator")
        ports = tuple(map(str, (settings.PORT, settings.PAGES_PORT, settings.LIVE_PORT)))
        processes.start("De voordeur", "-m", "plein.launch.front_door", *ports)
        processes.start("De webserver", *PAGES, "--port", str(settings.PAGES_PORT))
        processes.start("De live-server", *LIVE, "--port", str(settings.LIVE_PORT))
        for name, queues in (("De werker", "default,mail"), ("De ophaler", "bronnen")):
            worker = ("manage.py", "db_worker", f"--queue-name={queues}", "--interval=0.5")
            processes.start(name, *worker)
        processes.start("De klok", "manage.py", "clock")
        for port in (settings.PAGES_PORT, settings.LIVE_PORT, settings.PORT):
            _wait_for(f"http://127.0.0.1:{port}/leeft/")
        self._tell()

    def _tell(self) -> None:
        port = settings.PORT
        self.stdout.write(
            self.style.SUCCESS(f"\nPlein staat klaar: http://{settings.BASE_HOST}:{port}/")
        )
        for row in rows("municipalities"):
            self.stdout.write(f"  http://{row['host_prefix']}.{settings.BASE_HOST}:{port}/")
        self.stdout.write("Stoppen: Ctrl-C.")


def _for_children(urls: Urls) -> dict[str, str]:
    return {
        "DATABASE_URL": urls.app,
        "PLEIN_DIGID_PORT": str(settings.DIGID_SIMULATOR_PORT),
        "PLEIN_DIGID_ISSUER": settings.DIGID_SIMULATOR_ISSUER,
        "PLEIN_DIGID_CLIENTS": str(VAR / "digid-clients.json"),
        "PLEIN_SOURCES_PORT": str(settings.SOURCES_SIMULATOR_PORT),
        "PLEIN_WALLET_PORT": str(settings.WALLET_SIMULATOR_PORT),
        "PLEIN_CLAMAV_PORT": str(settings.CLAMAV_SIMULATOR_PORT),
        "PLEIN_WALLET_PID_ISSUER": settings.WALLET_PID_ISSUER,
    }


def _wait_for(url: str, seconds: int = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            request = urllib.request.Request(url, headers={"Host": settings.BASE_HOST})  # noqa: S310
            urllib.request.urlopen(request, timeout=2)  # noqa: S310 - our own server
        except urllib.error.HTTPError:
            return  # it answers
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise CannotStart("De webserver gaf geen antwoord.")


def _as_interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
