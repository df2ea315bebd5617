import django.db.models.deletion
import plein.tenants.scope
import uuid
from django.db import migrations, models

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0013_grants_scope"),
        ("tenants", "0009_sells_in"),
        ("webshop", "0015_sells_in"),
    ]

    operations = [
        migrations.CreateModel(
            name="GrantFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("kept_as", models.TextField()),
                ("rows", models.PositiveIntegerField()),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("wacht", "wordt geboekt"),
                            ("geboekt", "geboekt"),
                            ("niet gelukt", "niet gelukt"),
                        ],
                        default="wacht",
                    ),
                ),
                ("granted", models.PositiveIntegerField(default=0)),
                ("again", models.PositiveIntegerField(default=0)),
                ("refusal", models.TextField(blank=True)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.staff",
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
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="webshop.schemeperiod",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "kept_as"), name="webshop_grant_file_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("state", "wacht")),
                            models.Q(
                                models.Q(("state", "wacht"), _negated=True),
                                ("done_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="webshop_grant_file_done",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "niet gelukt"), ("refusal", ""), _connector="XOR"
                        ),
                        name="webshop_grant_file_says_why",
                    ),
                ],
            },
        ),
        TenantWall("GrantFile"),
    ]
