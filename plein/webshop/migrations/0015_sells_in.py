from django.db import migrations

# Who sells somewhere already; read per municipality, as the wall is up.
SELL_AS_THEY_DID = """
DO $$
DECLARE
    scope text := current_setting('plein.municipality', true);
    place bigint;
BEGIN
    FOR place IN SELECT id FROM tenants_municipality LOOP
        PERFORM set_config('plein.municipality', place::text, true);
        INSERT INTO tenants_organisation_sells_in (organisation_id, municipality_id)
        SELECT organisation_id, place FROM webshop_provider
        ON CONFLICT DO NOTHING;
    END LOOP;
    PERFORM set_config('plein.municipality', coalesce(scope, ''), true);
END $$;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0009_sells_in"),
        ("webshop", "0014_cutting_links"),
    ]

    operations = [migrations.RunSQL(SELL_AS_THEY_DID, migrations.RunSQL.noop)]
