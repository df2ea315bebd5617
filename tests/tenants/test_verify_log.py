"""Whatever somebody does to the log, `verify_log` finds it; and an untouched log is right."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from plein.audit.models import Look, Seal
from plein.tenants.scope import within
from plein.tenants.seals import seal_log
from tests.audit.conftest import look, subject, tamper, write_anew  # noqa: F401 - fixtures
from tests.cast import NOON, TESTS, TODAY

pytestmark = pytest.mark.usefixtures("committed")
DAY = timedelta(days=1)


@pytest.fixture
def sealed(emmen, subject, tmp_path, capsys, time_machine):
    """Two days of looks, both sealed, and their seals kept elsewhere; it is the day after."""
    with transaction.atomic():
        look(emmen, subject)
        transaction.set_rollback(True)  # leaves a gap in the ids, as happens
    look(emmen, uuid4(), visible_from=NOON + 30 * DAY)
    look(emmen, subject, minutes=24 * 60)
    seal_log(TODAY + 2 * DAY, by=TESTS, at=NOON + 2 * DAY)
    time_machine.move_to(NOON + 2 * DAY)
    call_command("export_seals")
    file = tmp_path / "seals.jsonl"
    file.write_text(capsys.readouterr().out)
    return file


@pytest.fixture
def verify(capsys):
    """The lines that the command reports; none when it is content."""

    def run(*given) -> list[str]:
        try:
            call_command("verify_log", *given)
        except CommandError as error:
            assert error.returncode == 1
            return capsys.readouterr().out.splitlines()
        assert capsys.readouterr().out == "Het log klopt.\n"
        return []

    return run


def test_an_untouched_log_is_right(sealed, verify, buren):
    assert verify() == []
    assert verify("--seals", str(sealed)) == []
    assert verify("--day", "2026-11-24", "--municipality", "emmen") == []


def test_new_lines_after_the_seals_are_right_too(sealed, verify, emmen, subject):
    look(emmen, subject, minutes=48 * 60)

    assert verify("--seals", str(sealed)) == []


CLUMSY = [
    ("UPDATE audit_look SET purpose = 'zomaar' WHERE sequence = 2", 2, "veranderd"),
    ("DELETE FROM audit_look WHERE sequence = 1 AND visible_from IS NULL", 2, "ontbreken regels"),
    ("DELETE FROM audit_look WHERE sequence = 3", 4, "ontbreken regels"),
    ("DELETE FROM audit_look WHERE sequence = 5", 5, "einde van de keten ontbreekt"),
    ("DELETE FROM audit_look WHERE visible_from IS NOT NULL", 1, "einde van de keten ontbreekt"),
    ("UPDATE audit_chain SET length = 0, head = '' WHERE length = 1", 1, "te veel"),
    ("UPDATE audit_chain SET head = '' WHERE length = 5", 5, "niet het einde"),
    ("UPDATE audit_look SET municipality_id = -1 WHERE sequence = 2", 3, "ontbreken regels"),
]


@pytest.mark.parametrize(("change", "line", "words"), CLUMSY)
def test_what_was_done_without_mending_the_chain_is_found_at_its_line(
    sealed, verify, tamper, change, line, words
):
    tamper(change)

    found = [report for report in verify() if "keten" in report]

    assert f"regel {line}: " in found[0]
    assert words in found[0]


def test_two_lines_that_were_swapped_are_both_found(sealed, verify, tamper):
    tamper("UPDATE audit_look SET sequence = sequence + 10 WHERE sequence = 2")
    tamper("UPDATE audit_look SET sequence = 2 WHERE sequence = 3")
    tamper("UPDATE audit_look SET sequence = 3 WHERE sequence = 12")

    found = " ".join(verify())

    assert "regel 2: de inhoud" in found
    assert "regel 3: de inhoud" in found


def test_a_line_of_one_that_is_given_to_another_is_found(sealed, verify, tamper, subject):
    tamper(
        "UPDATE audit_look SET subject = %s, sequence = 6 WHERE visible_from IS NOT NULL", subject
    )

    assert any(f"keten {subject} regel 6: de inhoud" in report for report in verify())


ONE_MORE = """
INSERT INTO audit_look (id, municipality_id, subject, sequence, at, operation, organisation, team,
    action, elements, purpose, basis, function, activity, "case", "grant", channel, result,
    previous, digest)
SELECT (SELECT min(id) + 1 FROM audit_look l WHERE NOT EXISTS
        (SELECT FROM audit_look n WHERE n.id = l.id + 1)),
    municipality_id, subject, 99, at, gen_random_uuid(), organisation, team,
    action, elements, purpose, basis, '', '', '', '', channel, result, '', ''
FROM audit_look WHERE sequence = 4
"""
FORGED = [
    "UPDATE audit_look SET purpose = 'zomaar' WHERE sequence = 2",
    "DELETE FROM audit_look WHERE sequence = 2",
    "DELETE FROM audit_look WHERE sequence = 5",
    "UPDATE audit_look SET sequence = 100 - sequence WHERE visible_from IS NULL",
    ONE_MORE,
]


@pytest.mark.parametrize("change", FORGED)
def test_a_chain_that_was_written_anew_does_not_fit_its_seal(
    sealed, verify, tamper, write_anew, subject, change
):
    tamper(change)
    write_anew(subject)

    found = verify()

    assert found != []
    assert all("de regels zijn niet die van het zegel" in report for report in found)


def test_a_seal_made_by_another_key_is_found(sealed, verify, tamper):
    tamper("UPDATE audit_seal SET lines = lines + 1 WHERE day = '2026-11-25'")

    assert "emmen: zegel van 2026-11-25: de handtekening is niet van de gemeente" in verify()


def test_a_seal_that_was_dropped_between_others_is_found(sealed, verify, tamper):
    tamper("DELETE FROM audit_seal WHERE day = '2026-11-24'")

    assert "emmen: zegel van 2026-11-25: sluit niet aan op het zegel ervoor" in verify()


def test_the_last_seal_dropped_is_found_by_the_copy(sealed, verify, tamper):
    tamper("DELETE FROM audit_seal WHERE day = '2026-11-25'")

    found = verify("--seals", str(sealed))

    assert "emmen: zegel van 2026-11-25: is elders bewaard, en hier weg" in found


def test_all_seals_made_anew_are_found_by_the_copy(
    sealed, verify, tamper, write_anew, subject, emmen
):
    """Even by somebody who has our key."""
    tamper("UPDATE audit_look SET purpose = 'zomaar' WHERE sequence = 2")
    write_anew(subject)
    tamper("DELETE FROM audit_seal")
    seal_log(TODAY + 2 * DAY, by=TESTS, at=NOON + 2 * DAY)
    assert verify() == []

    found = verify("--seals", str(sealed))

    assert "emmen: zegel van 2026-11-24: is niet het zegel dat elders is bewaard" in found


def test_lines_that_stay_without_a_seal_are_found(sealed, verify, tamper, time_machine):
    tamper("DELETE FROM audit_seal")
    assert verify() != []

    time_machine.move_to(NOON)

    assert verify() == []  # the night in which today is sealed has yet to come


def test_one_day_is_checked_with_its_lines(sealed, verify, tamper):
    tamper("UPDATE audit_look SET purpose = 'zomaar' WHERE sequence = 2")

    assert "regel 2: de inhoud is veranderd" in verify("--day", "2026-11-24")[0]
    assert verify("--day", "2026-11-25") == []
    assert "zegel van 2026-11-26: ontbreekt" in verify("--day", "2026-11-26")[0]


def test_another_municipality_is_checked_by_itself(sealed, verify, tamper, buren):
    with within(buren):
        look(buren, uuid4())
    tamper("UPDATE audit_look SET team = 'Ander team' WHERE municipality_id = %s", buren.pk)

    assert verify("--municipality", "emmen") == []
    assert all(report.startswith("buren: ") for report in verify())


def test_a_municipality_that_is_not_there_is_said(db):
    with pytest.raises(CommandError, match="Er is geen gemeente assen"):
        call_command("verify_log", "--municipality", "assen")


def test_no_report_names_anybody(sealed, verify, tamper):
    tamper("UPDATE audit_look SET team = 'Ander team', organisation = 'Fatima'")

    assert "Fatima" not in " ".join(verify())


def test_a_hidden_line_is_under_its_seal(sealed, verify, tamper):
    tamper("UPDATE audit_look SET visible_from = NULL")

    assert any("regel 1: de inhoud is veranderd" in report for report in verify())
    assert Seal.objects.count() == 2
    assert Look.objects.count() == 6
