from django.db import migrations

from plein.kernel.wall import AppendOnly, TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("vault", "0001_initial"),
        ("identity", "0002_walls"),
        ("audit", "0002_walls"),
    ]

    operations = [
        TenantWall(
            "Vault",
            "VaultKey",
            "Collection",
            "SourceRun",
            "VaultValue",
            "SealedValue",
            "Correction",
        ),
        AppendOnly("VaultValue"),
    ]
