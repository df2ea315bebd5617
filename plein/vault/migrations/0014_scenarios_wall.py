from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("vault", "0013_scenarios")]

    operations = [TenantWall("Scenario")]
