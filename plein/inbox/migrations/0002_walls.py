from django.db import migrations

from plein.kernel.wall import AppendOnly, TenantWall


class Migration(migrations.Migration):
    dependencies = [("inbox", "0001_initial"), ("identity", "0002_walls")]

    operations = [
        TenantWall("Topic", "Task", "HandIn", "Event", "Hiding"),
        AppendOnly("Event"),
    ]
