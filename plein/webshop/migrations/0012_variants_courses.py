import uuid

import django.db.models.deletion
import plein.tenants.scope
from django.db import migrations, models

from plein.kernel.wall import ReferenceWall, TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0008_signals_module"),
        ("webshop", "0011_sign_up_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="Variant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.TextField()),
                ("stock", models.PositiveIntegerField(null=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_withdrawn", models.BooleanField(default=False)),
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
                        related_name="variants",
                        to="webshop.product",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "name"],
            },
        ),
        migrations.AddField(
            model_name="productversion",
            name="ends_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="productversion",
            name="sign_up_until",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="productversion",
            name="starts_on",
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name="productversion",
            name="fulfilment",
            field=models.TextField(
                choices=[
                    ("ophalen", "Ophalen in de winkel"),
                    ("bezorgen", "Thuis bezorgd"),
                    ("code", "U krijgt een code"),
                    ("cursus", "Cursus of les"),
                    ("abonnement", "Abonnement of lidmaatschap"),
                ]
            ),
        ),
        migrations.AddConstraint(
            model_name="productversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ends_on", None), ("starts_on", None)),
                    models.Q(("ends_on__gte", models.F("starts_on")), ("starts_on__isnull", False)),
                    _connector="OR",
                ),
                name="webshop_version_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="productversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fulfilment", "cursus"), _negated=True),
                    ("starts_on__isnull", False),
                    _connector="OR",
                ),
                name="webshop_course_has_days",
            ),
        ),
        migrations.AddField(
            model_name="basketline",
            name="variant",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="webshop.variant",
            ),
        ),
        migrations.AddField(
            model_name="orderline",
            name="variant",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="webshop.variant",
            ),
        ),
        migrations.AddConstraint(
            model_name="variant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_withdrawn", False)),
                fields=("product", "name"),
                name="webshop_variant_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="variant",
            constraint=models.CheckConstraint(
                condition=models.Q(("stock", None), ("stock__gte", 0), _connector="OR"),
                name="webshop_variant_stock",
            ),
        ),
        TenantWall("Variant"),
        ReferenceWall("BasketLine", "variant"),
        ReferenceWall("OrderLine", "variant"),
    ]
