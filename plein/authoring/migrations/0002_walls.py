from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("authoring", "0001_initial"),
        ("cases", "0002_walls"),
        ("identity", "0002_walls"),
    ]

    operations = [TenantWall("Origin", "JourneyDraft")]
