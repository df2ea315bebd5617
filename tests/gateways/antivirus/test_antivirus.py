"""The scanner answers, or it does not: never a file called clean that was not looked at."""

import hashlib
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep

import pytest

from plein.gateways.antivirus.client import Antivirus
from plein.gateways.antivirus.simulator import LARGEST, Simulator
from plein.gateways.antivirus.types import NoVerdict
from plein.gateways.simulators.faults import Fault
from tests.documents.files import EICAR


@contextmanager
def running(fault: Fault = Fault.NORMAL) -> Iterator[Simulator]:
    with Simulator(fault=fault) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


def test_a_clean_file_is_clean():
    with running() as server:
        assert Antivirus(server.address).scan(b"een loonstrook" * 100_000).is_clean


@pytest.mark.parametrize("before", [0, 64 * 1024 - 10, 200_000])
def test_a_virus_is_found_wherever_it_stands(before):
    with running() as server:
        verdict = Antivirus(server.address).scan(b"0" * before + EICAR)

    assert (verdict.is_clean, verdict.finding) == (False, "Eicar-Signature")


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.SLOW, Fault.CUT, Fault.WRONG, Fault.FLOOD])
def test_a_scanner_that_is_ill_gives_no_verdict_and_in_time(fault):
    began = monotonic()
    with running(fault) as server:
        scanner = Antivirus(server.address, patience=0.5)

        with pytest.raises(NoVerdict):
            scanner.scan(b"een loonstrook")
        assert not scanner.is_up()

    assert monotonic() - began < 5


def test_a_file_that_is_too_large_for_it_gets_no_verdict():
    with running() as server, pytest.raises(NoVerdict):
        Antivirus(server.address).scan(b"0" * (LARGEST + 1))


@pytest.mark.parametrize("address", ["", "127.0.0.1:1", "/nowhere/clamd.ctl", "127.0.0.1:none"])
def test_without_a_scanner_there_is_no_verdict(address):
    scanner = Antivirus(address, patience=1)

    with pytest.raises(NoVerdict):
        scanner.scan(b"een loonstrook")
    assert not scanner.is_up()


def test_it_speaks_over_a_socket_on_this_machine_too(tmp_path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "clamd.ctl"))
        server.listen()
        Thread(target=answer_ping, args=(server,), daemon=True).start()

        assert Antivirus(str(tmp_path / "clamd.ctl"), patience=5).is_up()


def answer_ping(server: socket.socket) -> None:
    line, _address = server.accept()
    with line:
        assert line.recv(100) == b"zPING\0"
        line.sendall(b"PONG\0")


@pytest.fixture
def clamd(tmp_path) -> Iterator[str]:
    """ClamAV itself, with one signature of our own: that of the test file."""
    program = shutil.which("clamd")
    if program is None:
        pytest.skip("Install ClamAV to try its own scanner (Debian: apt install clamav-daemon).")
    database = tmp_path / "signatures"
    database.mkdir()
    digest = hashlib.md5(EICAR, usedforsecurity=False).hexdigest()
    (database / "test.hdb").write_text(f"{digest}:{len(EICAR)}:Plein.Eicar:73\n")
    address = str(tmp_path / "clamd.ctl")
    settings = f"LocalSocket {address}\nDatabaseDirectory {database}\nForeground yes\n"
    (tmp_path / "clamd.conf").write_text(settings)
    command = [program, f"--config-file={tmp_path / 'clamd.conf'}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        end = monotonic() + 20
        while not Antivirus(address).is_up() and monotonic() < end:
            sleep(0.1)
        yield address
        process.terminate()


def test_clamav_itself_answers_in_the_same_words(clamd):
    scanner = Antivirus(clamd)

    assert scanner.scan(b"een loonstrook" * 100_000).is_clean
    assert scanner.scan(EICAR).finding.startswith("Plein.Eicar")
