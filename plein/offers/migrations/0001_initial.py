import django.db.models.deletion
import plein.tenants.scope
from plein.kernel.wall import TenantWall
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("identity", "0013_grants_scope"),
        ("inbox", "0009_declared_tasks"),
        ("tenants", "0009_sells_in"),
        ("vault", "0014_scenarios_wall"),
    ]

    operations = [
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("closed_on", models.DateField(null=True)),
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
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offers",
                        to="vault.recipient",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OfferVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "status",
                    models.TextField(
                        choices=[
                            ("concept", "concept"),
                            ("wacht", "wacht op de gemeente"),
                            ("geplaatst", "geplaatst"),
                            ("afgewezen", "afgewezen"),
                            ("vervangen", "vervangen door een nieuwe tekst"),
                            ("gesloten", "gesloten"),
                        ],
                        default="concept",
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("vacature", "betaald werk"),
                            ("vrijwilligerswerk", "vrijwilligerswerk"),
                            ("activiteit", "activiteit"),
                            ("cursus", "cursus"),
                        ]
                    ),
                ),
                ("title", models.TextField()),
                ("text", models.TextField()),
                ("place", models.TextField()),
                ("hours", models.TextField()),
                ("asks", models.TextField(blank=True)),
                (
                    "language",
                    models.TextField(
                        choices=[
                            ("geen", "geen Nederlands nodig"),
                            ("A1", "een paar woorden Nederlands"),
                            ("A2", "eenvoudig Nederlands"),
                            ("B1", "redelijk Nederlands"),
                            ("B2", "goed Nederlands"),
                        ]
                    ),
                ),
                ("contact", models.TextField()),
                ("places", models.PositiveSmallIntegerField(null=True)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("reason", models.TextField(blank=True)),
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
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="offers.offer",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.staff",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["municipality", "status"], name="offers_version_status")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("offer", "number"), name="offers_version_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="offers_version_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("places", None), ("places__gte", 1), _connector="OR"),
                        name="offers_version_places",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "afgewezen"), models.Q(("reason", ""), _negated=True)
                            ),
                            models.Q(
                                models.Q(("status", "afgewezen"), _negated=True), ("reason", "")
                            ),
                            _connector="OR",
                        ),
                        name="offers_refused_with_reason",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "geplaatst")),
                        fields=("offer",),
                        name="offers_one_posted",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["concept", "wacht"])),
                        fields=("offer",),
                        name="offers_one_to_come",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name_sealed", models.BinaryField()),
                ("contact_sealed", models.BinaryField()),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("gestuurd", "nog geen contact"),
                            ("contact gehad", "contact gehad"),
                            ("geplaatst", "geplaatst"),
                            ("niet geworden", "niet geworden"),
                            ("ingetrokken", "teruggetrokken"),
                        ],
                        default="gestuurd",
                    ),
                ),
                ("sent_at", models.DateTimeField()),
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
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="offers.offer",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offer_responses",
                        to="identity.resident",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "ingetrokken"), _negated=True),
                        fields=("offer", "resident"),
                        name="offers_respond_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "ingetrokken"), _negated=True),
                            models.Q(("contact_sealed", b""), ("name_sealed", b"")),
                            _connector="OR",
                        ),
                        name="offers_withdrawn_is_empty",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("why_sealed", models.BinaryField()),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("voorgesteld", "voorgesteld"),
                            ("interesse", "interesse"),
                            ("nu niet", "nu niet"),
                        ],
                        default="voorgesteld",
                    ),
                ),
                ("suggested_at", models.DateTimeField()),
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
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="offers.offer",
                    ),
                ),
                (
                    "suggested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.staff",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="inbox.topic",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("topic", "offer"), name="offers_suggested_once")
                ],
            },
        ),
        TenantWall("Offer", "OfferVersion", "Suggestion", "Response"),
    ]
