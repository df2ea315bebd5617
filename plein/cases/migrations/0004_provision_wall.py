from django.db import migrations

from plein.kernel.wall import TenantWall

STAFF_OF_THE_SAME_PLACE = """
ALTER TABLE cases_dossier ADD CONSTRAINT cases_dossier_director_id_wall
FOREIGN KEY (municipality_id, director_id) REFERENCES identity_staff (municipality_id, id)
DEFERRABLE INITIALLY DEFERRED
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_waiting_for_others_and_provisions")]

    operations = [
        TenantWall("Provision"),
        migrations.RunSQL(STAFF_OF_THE_SAME_PLACE),
    ]
