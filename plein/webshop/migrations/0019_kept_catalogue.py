import django.db.models.deletion
from django.db import migrations, models

from plein.kernel.wall import ReferenceWall


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0013_grants_scope"),
        ("tenants", "0008_signals_module"),
        ("webshop", "0018_product_messages"),
    ]

    operations = [
        migrations.AddField(
            model_name="productversion",
            name="offered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="identity.staff",
            ),
        ),
        migrations.AddField(
            model_name="productversion",
            name="reviewed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="identity.staff",
            ),
        ),
        migrations.AddField(
            model_name="provider",
            name="kept_by_municipality",
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name="productversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("offered_by", None),
                    models.Q(("reviewed_by", None), ("status__in", ["ingediend", "vervangen"])),
                    models.Q(
                        ("reviewed_by__isnull", False),
                        models.Q(("reviewed_by", models.F("offered_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="webshop_version_four_eyes",
            ),
        ),
        ReferenceWall("ProductVersion", "offered_by", "reviewed_by"),
    ]
