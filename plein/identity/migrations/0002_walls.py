from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("identity", "0001_initial")]

    operations = [TenantWall("Staff", "Resident", "Household", "Member")]
