from django.db import migrations

from plein.kernel.wall import AppendOnly, TenantWall


class Migration(migrations.Migration):
    dependencies = [("assisted", "0001_initial")]

    operations = [TenantWall("AssistedSession", "AssistedAct"), AppendOnly("AssistedAct")]
