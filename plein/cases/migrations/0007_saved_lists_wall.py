from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_saved_lists")]

    operations = [TenantWall("SavedList")]
