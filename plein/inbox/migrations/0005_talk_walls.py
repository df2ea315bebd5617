from django.conf import settings
from django.db import migrations

from plein.kernel.wall import AppendOnly, TenantWall

# Runs at commit, when no other row is waited for; the lock lasts until the commit is done, so that
# the numbers of a municipality become visible in their own order.
NUMBER = """
CREATE SEQUENCE inbox_signal_number;
GRANT USAGE ON SEQUENCE inbox_signal_number TO APP_ROLE;
CREATE FUNCTION plein_number_signal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before text := coalesce(current_setting('plein.municipality', true), '');
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('inbox_signal'), NEW.municipality_id::int);
    PERFORM set_config('plein.municipality', NEW.municipality_id::text, true);
    UPDATE inbox_signal SET number = nextval('inbox_signal_number') WHERE id = NEW.id;
    PERFORM set_config('plein.municipality', before, true);
    PERFORM pg_notify('plein_signal', NEW.municipality_id::text);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER number_signal AFTER INSERT ON inbox_signal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION plein_number_signal();
"""


class Migration(migrations.Migration):
    dependencies = [("inbox", "0004_talks")]

    operations = [
        TenantWall("Conversation", "Contribution", "ReadMark", "Signal", "Presence"),
        AppendOnly("Contribution"),
        migrations.RunSQL(NUMBER.replace("APP_ROLE", settings.APP_ROLE)),
    ]
