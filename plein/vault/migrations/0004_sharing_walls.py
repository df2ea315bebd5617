from django.db import migrations

from plein.kernel.wall import AppendOnly, TenantWall


class Migration(migrations.Migration):
    dependencies = [("vault", "0003_sharing")]

    operations = [
        TenantWall("Recipient", "DataUse", "ShareRequest", "SharingGrant", "Receipt"),
        AppendOnly("Receipt"),
    ]
