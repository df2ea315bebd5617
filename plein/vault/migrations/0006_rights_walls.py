from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("vault", "0005_rights")]

    operations = [TenantWall("CorrectionNotice", "Erasure", "ErasureOutcome", "Kinship")]
