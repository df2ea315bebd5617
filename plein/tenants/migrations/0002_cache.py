from django.db import migrations

# The shared cache (limits of sign-in, one-time codes) needs no service of its own.
TABLE = """
CREATE TABLE plein_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX plein_cache_expires ON plein_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("tenants", "0001_initial")]

    operations = [migrations.RunSQL(TABLE)]
