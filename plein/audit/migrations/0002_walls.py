from django.db import migrations

from plein.kernel.wall import AppendOnly, TenantWall

REFUSE = """
CREATE FUNCTION plein_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(REFUSE),
        TenantWall("Look", "Chain", "Act"),
        AppendOnly("Look", "Act"),
    ]
