import uuid

import django.db.models.deletion
import plein.tenants.scope
from django.db import migrations, models

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0013_grants_scope"),
        ("tenants", "0008_signals_module"),
        ("webshop", "0016_grant_files"),
    ]

    operations = [
        migrations.CreateModel(
            name="Announcement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("title", models.TextField()),
                ("text", models.TextField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("written_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(null=True)),
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
                    "scheme",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="webshop.scheme",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.staff",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-written_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="webshop_announcement_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True),
                            models.Q(("text", ""), _negated=True),
                        ),
                        name="webshop_announcement_says_something",
                    ),
                ],
            },
        ),
        TenantWall("Announcement"),
    ]
