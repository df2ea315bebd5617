import uuid

import django.db.models.deletion
from django.db import migrations, models

import plein.tenants.scope
from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0002_walls"),
        ("identity", "0013_grants_scope"),
        ("tenants", "0009_sells_in"),
        ("webshop", "0023_stock_wishes"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClaimDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                ("typed_sealed", models.BinaryField()),
                ("changed_at", models.DateTimeField()),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        default=plein.tenants.scope.current_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenants.municipality",
                    ),
                ),
                (
                    "resident",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claim_draft",
                        to="identity.resident",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClaimDraftPaper",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="webshop.claimdraft",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        default=plein.tenants.scope.current_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenants.municipality",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        TenantWall("ClaimDraft", "ClaimDraftPaper"),
    ]
