from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("inbox", "0007_reminders"), ("delivery", "0002_walls")]

    operations = [TenantWall("Reminder")]
