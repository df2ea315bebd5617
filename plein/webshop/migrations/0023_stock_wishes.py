import uuid

import django.db.models.deletion
from django.db import migrations, models

import plein.tenants.scope
from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0013_grants_scope"),
        ("tenants", "0008_signals_module"),
        ("webshop", "0022_ordered_by"),
    ]

    operations = [
        migrations.CreateModel(
            name="StockWish",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(null=True)),
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
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="webshop.product",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stock_wishes",
                        to="identity.resident",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("resident", "product"), name="webshop_stock_wish_once"
                    )
                ],
            },
        ),
        TenantWall("StockWish"),
    ]
