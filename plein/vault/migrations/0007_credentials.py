import django.contrib.postgres.fields
import django.db.models.deletion
import plein.tenants.scope
import uuid
from django.db import migrations, models

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0002_cache"),
        ("vault", "0006_rights_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="StatusList",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("data", models.BinaryField()),
                ("made_at", models.DateTimeField()),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "number"), name="vault_status_list_number"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Credential",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("type", models.TextField()),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("aangevraagd", "nog niet af"),
                            ("uitgegeven", "geldig"),
                            ("geschorst", "staat stil"),
                            ("ingetrokken", "gestopt"),
                            ("verlopen", "verlopen"),
                        ],
                        default="aangevraagd",
                    ),
                ),
                (
                    "names",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("requested_at", models.DateTimeField()),
                ("issued_at", models.DateTimeField(null=True)),
                ("expires_at", models.DateTimeField(null=True)),
                ("status_index", models.PositiveIntegerField(null=True)),
                ("generation", models.PositiveIntegerField(null=True)),
                ("sealed", models.BinaryField(default=b"")),
                ("holder_sealed", models.BinaryField(default=b"")),
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
                    "vault",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credentials",
                        to="vault.vault",
                    ),
                ),
                (
                    "status_list",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vault.statuslist",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("status_list", "status_index"), name="vault_credential_place"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "aangevraagd")),
                        fields=("vault", "type"),
                        name="vault_credential_requested_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "aangevraagd"),
                            models.Q(
                                ("expires_at__isnull", False),
                                ("issued_at__isnull", False),
                                ("status_index__isnull", False),
                                ("status_list__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="vault_credential_issued_in_full",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IssuerKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("sealed", models.BinaryField()),
                ("public", models.JSONField()),
                ("made_at", models.DateTimeField()),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "number"), name="vault_issuer_key_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Showing",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "names",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("code_index", models.BinaryField()),
                ("code_sealed", models.BinaryField()),
                ("made_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "credential",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="showings",
                        to="vault.credential",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "code_index"), name="vault_code_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("used_at", None), ("used_at__lt", models.F("until")), _connector="OR"
                        ),
                        name="vault_showing_in_time",
                    ),
                ],
            },
        ),
        TenantWall("IssuerKey", "StatusList", "Credential", "Showing"),
    ]
