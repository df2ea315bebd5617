import uuid

import django.db.models.deletion
import plein.tenants.scope
from django.db import migrations, models

from plein.kernel.wall import OnlyFilledIn, TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0013_grants_scope"),
        ("tenants", "0008_signals_module"),
        ("webshop", "0017_announcements"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProductMessage",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.TextField()),
                ("key", models.UUIDField()),
                ("sent_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="webshop.product",
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.staff",
                    ),
                ),
            ],
            options={
                "ordering": ["sent_at", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("read_at", None)),
                        fields=["municipality", "product"],
                        name="webshop_message_unread",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("product", "key"), name="webshop_message_once"),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="webshop_message_says_something",
                    ),
                ],
            },
        ),
        TenantWall("ProductMessage"),
        OnlyFilledIn("ProductMessage", "read_at"),
    ]
