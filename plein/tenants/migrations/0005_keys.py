import uuid

import django.db.models.deletion
from django.db import migrations, models

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    """Indexes keep the key that they have; what is sealed can get another."""

    dependencies = [("tenants", "0004_modules")]

    operations = [
        migrations.AddField(
            model_name="municipality",
            name="old_data_key",
            field=models.BinaryField(default=b""),
        ),
        migrations.AddField(
            model_name="municipality",
            name="key_changed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="municipality",
            name="index_key",
            field=models.BinaryField(default=b""),
            preserve_default=False,
        ),
        migrations.RunSQL("UPDATE tenants_municipality SET index_key = data_key"),
        migrations.CreateModel(
            name="SigningKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "purpose",
                    models.TextField(
                        choices=[
                            ("logboek", "Log"),
                            ("bewijzen", "Receipt"),
                            ("verklaringen", "Credential"),
                        ]
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("sealed", models.BinaryField()),
                ("public", models.JSONField()),
                ("made_at", models.DateTimeField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenants.municipality",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "purpose", "number"),
                        name="tenants_signing_key_number",
                    )
                ],
            },
        ),
        TenantWall("SigningKey"),
    ]
