from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("starting", "0001_initial")]

    operations = [TenantWall("Start", "Tick", "Chosen")]
