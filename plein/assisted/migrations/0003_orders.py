import uuid

import django.db.models.deletion
from django.db import migrations, models

import plein.tenants.scope
from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("assisted", "0002_walls"),
        ("tenants", "0008_signals_module"),
        ("webshop", "0022_ordered_by"),
    ]

    operations = [
        migrations.CreateModel(
            name="AssistedOrder",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField()),
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
                    "order",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assisted",
                        to="webshop.order",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="orders",
                        to="assisted.assistedsession",
                    ),
                ),
            ],
            options={
                "ordering": ["at"],
            },
        ),
        TenantWall("AssistedOrder"),
    ]
