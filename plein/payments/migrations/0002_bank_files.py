import django.db.models.deletion
import plein.tenants.scope
import uuid
from django.db import migrations, models

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0011_documents_scope"),
        ("payments", "0001_initial"),
        ("tenants", "0007_answer_within"),
    ]

    operations = [
        migrations.CreateModel(
            name="BankFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("camt.053", "rekeningafschrift"),
                            ("pain.002", "antwoord op een betaalbestand"),
                        ]
                    ),
                ),
                ("digest", models.TextField()),
                ("name", models.TextField()),
                ("read_at", models.DateTimeField()),
                ("entries", models.PositiveIntegerField(default=0)),
                ("paid", models.PositiveIntegerField(default=0)),
                ("paid_cents", models.BigIntegerField(default=0)),
                ("returned", models.PositiveIntegerField(default=0)),
                ("returned_cents", models.BigIntegerField(default=0)),
                ("rejected_as", models.TextField(blank=True)),
                ("sums", models.JSONField(default=dict)),
                ("left", models.JSONField(default=list)),
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
                    "read_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.staff",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Returned",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("cents", models.BigIntegerField()),
                ("came_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(null=True)),
                ("note", models.TextField(blank=True)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns",
                        to="payments.bankfile",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns",
                        to="payments.runline",
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
                    "off",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns",
                        to="payments.lineoff",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.staff",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="bankfile",
            constraint=models.UniqueConstraint(
                fields=("municipality", "digest"), name="payments_bank_file_once"
            ),
        ),
        migrations.AddIndex(
            model_name="returned",
            index=models.Index(
                condition=models.Q(("settled_at", None)),
                fields=["municipality", "came_at"],
                name="payments_returned_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="returned",
            constraint=models.UniqueConstraint(
                condition=models.Q(("off", None)),
                fields=("line",),
                name="payments_returned_line_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="returned",
            constraint=models.UniqueConstraint(fields=("off",), name="payments_returned_off_once"),
        ),
        migrations.AddConstraint(
            model_name="returned",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_at", None), ("settled_by", None)),
                    models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                    _connector="OR",
                ),
                name="payments_returned_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="returned",
            constraint=models.CheckConstraint(
                condition=models.Q(("cents__gt", 0)), name="payments_returned_amount"
            ),
        ),
        migrations.AddConstraint(
            model_name="returned",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("settled_at", None), models.Q(("note", ""), _negated=True), _connector="OR"
                ),
                name="payments_returned_says_what",
            ),
        ),
        TenantWall("BankFile", "Returned"),
    ]
