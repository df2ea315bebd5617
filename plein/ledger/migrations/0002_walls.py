from django.db import migrations

from plein.kernel.wall import AppendOnly, TenantWall

# The entries of a transfer are written in one statement, and balance within it.
BALANCED = """
CREATE FUNCTION plein_entries_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM written GROUP BY transfer_id HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'the entries of a transfer sum to zero' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER entries_balance AFTER INSERT ON ledger_entry
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION plein_entries_balance();
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        TenantWall("Account", "Transfer", "Entry", "Hold"),
        AppendOnly("Transfer", "Entry"),
        migrations.RunSQL(BALANCED),
    ]
