"""One municipality never sees another's rows: each wall holds when the others are gone."""

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from plein.audit.actions import Purpose
from plein.identity.actions import add_member, household_of, know_resident, start_household
from plein.identity.gate import read_names
from plein.identity.models import Household, Member, MemberRole, Resident
from plein.kernel.bsn import Bsn
from plein.kernel.crypto import CannotOpen
from plein.ledger.models import Account
from plein.tenants.scope import OutsideMunicipality, within
from tests.cast import NOON, TESTS, TODAY

WHY = "test"


def sql(statement: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def katja_of_buren(buren):
    with within(buren):
        return know_resident(Bsn("999990032"), by=TESTS, at=NOON)


def test_every_table_of_a_municipality_has_a_forced_wall(db):
    rows = sql(
        """
        SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,
               (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid),
               (SELECT count(*) FROM pg_constraint k
                WHERE k.conrelid = c.oid AND k.conname = c.relname || '_wall')
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE a.attname = 'municipality_id' AND c.relkind = 'r'
        """
    )

    assert len(rows) > 20
    walls = {name: wall for name, *wall in rows}
    # In which municipalities an organisation sells is no secret, and asked over all of them.
    assert walls.pop("tenants_organisation_sells_in") == [False, False, 0, 0]
    assert walls.pop("audit_chain") == [True, True, 1, 0]  # nothing refers to a chain
    assert [name for name, wall in walls.items() if wall != [True, True, 1, 1]] == []


def test_without_the_first_wall_the_second_shows_nothing(emmen, katja_of_buren):
    assert Resident._base_manager.filter(pk=katja_of_buren.pk).first() is None
    assert sql("SELECT count(*) FROM identity_resident WHERE id = %s", katja_of_buren.pk) == [(0,)]


def test_without_the_first_wall_nothing_of_another_is_changed(emmen, katja_of_buren, buren):
    sql("UPDATE identity_resident SET created_at = now()")
    sql("DELETE FROM identity_resident")

    with within(buren):
        assert Resident.objects.get().created_at == NOON


def test_a_row_for_another_municipality_is_refused(emmen, buren):
    with pytest.raises(DatabaseError), transaction.atomic():
        Account.objects.create(kind="pot", owner="x", may_be_negative=False, municipality=buren)


def test_outside_a_municipality_both_walls_are_shut(emmen, fatima):
    with within(None):
        with pytest.raises(OutsideMunicipality):
            Resident.objects.count()
        assert sql("SELECT count(*) FROM identity_resident") == [(0,)]


def test_without_the_second_wall_the_first_still_filters(
    committed, emmen, katja_of_buren, admin_url
):
    name = connection.settings_dict["NAME"]
    with psycopg.connect(admin_url, dbname=name, autocommit=True) as superuser:
        superuser.execute("ALTER TABLE identity_resident DISABLE ROW LEVEL SECURITY")
        try:
            assert sql("SELECT count(*) FROM identity_resident") == [(1,)]
            assert Resident.objects.count() == 0
        finally:
            superuser.execute("ALTER TABLE identity_resident ENABLE ROW LEVEL SECURITY")


def test_a_reference_cannot_leave_the_municipality(emmen, buren):
    with within(buren):
        theirs = start_household()
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    spy = Member(household_id=theirs.pk, role=MemberRole.ADULT, name_sealed=b"x", start=TODAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        spy.save()


def test_the_key_of_one_municipality_opens_nothing_of_another(emmen, buren):
    with within(buren):
        theirs = start_household()

    with pytest.raises(CannotOpen):
        add_member(theirs, name="Spion", role=MemberRole.ADULT, start=TODAY)


def test_a_value_that_is_moved_to_another_row_does_not_open(emmen, fatima):
    home = Household.objects.get()
    one, other = home.members.all()[:2]
    Member.objects.filter(pk=other.pk).update(name_sealed=one.name_sealed)
    other.refresh_from_db()

    with pytest.raises(CannotOpen):
        read_names(home, [other], purpose=Purpose(WHY, WHY), by=TESTS, at=NOON)


def test_the_application_cannot_pass_the_wall_nor_change_schema_or_logs(emmen):
    rights = sql("SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = user")
    assert rights == [(False, False, False)]
    for forbidden in (
        "CREATE TABLE x (y int)",
        "ALTER TABLE identity_resident NO FORCE ROW LEVEL SECURITY",
        "DROP TRIGGER append_only ON audit_look",
        "UPDATE audit_act SET name = 'x'",
        "DELETE FROM audit_look",
        "TRUNCATE ledger_entry",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            sql(forbidden)


def test_no_bsn_and_no_name_stands_in_any_table(emmen, fatima):
    household_of(fatima, at=NOON, day=TODAY)
    tables = sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")

    text = "".join(str(sql(f"SELECT t::text FROM {table} t")) for (table,) in tables)

    for secret in ("999990019", "999990020", "Fatima", "Lina"):
        assert secret not in text
        assert secret.encode().hex() not in text


def test_without_a_line_in_the_log_there_is_no_plain_text(emmen, fatima, monkeypatch):
    def broken(**_: object) -> None:
        raise DatabaseError("the log is away")

    monkeypatch.setattr("plein.identity.gate.log_look", broken)
    home = Household.objects.get()

    with pytest.raises(DatabaseError):
        read_names(home, home.members.all(), purpose=Purpose(WHY, WHY), by=TESTS, at=NOON)


def test_every_reference_to_such_a_table_stays_within_the_municipality(db):
    """Wherever a row points to another, so does its municipality."""
    pointing = """
        SELECT k.conrelid::regclass::text, a.attname FROM pg_constraint k
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[%s]
        WHERE k.contype = 'f' AND cardinality(k.conkey) = %s AND EXISTS (
            SELECT 1 FROM pg_attribute t
            WHERE t.attrelid = k.confrelid AND t.attname = 'municipality_id'
        )
    """
    plain, with_municipality = sql(pointing, 1, 1), sql(pointing, 2, 2)

    assert len(plain) > 20
    assert sorted(plain) == sorted(with_municipality)


def test_a_mistake_within_a_municipality_comes_out_as_itself(emmen, buren):
    with (
        pytest.raises(DatabaseError, match="geen_tabel"),
        transaction.atomic(),
        within(buren),
    ):
        sql("SELECT * FROM geen_tabel")

    assert sql("SELECT current_setting('plein.municipality')") == [(str(emmen.pk),)]
