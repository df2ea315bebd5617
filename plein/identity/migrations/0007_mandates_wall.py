from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("identity", "0006_mandates")]

    operations = [TenantWall("Mandate")]
