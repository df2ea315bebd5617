import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import plein.tenants.scope
from plein.kernel.wall import AppendOnly, TenantWall

PROTECT = django.db.models.deletion.PROTECT
STATES = [
    ("wacht", "wacht op een collega"),
    ("bevestigd", "bevestigd"),
    ("teruggestuurd", "teruggestuurd"),
    ("vervallen", "niet meer nodig"),
]
KINDS = [
    ("budget", "een budget in de webwinkel"),
    ("afspraak", "een afspraak"),
    ("organisatie", "hulp van een organisatie in de buurt"),
]
# `TenantWall` came before these columns of the decision.
OF_THE_SAME_PLACE = """
ALTER TABLE cases_decision ADD CONSTRAINT cases_decision_confirmed_by_id_wall
FOREIGN KEY (municipality_id, confirmed_by_id) REFERENCES identity_staff (municipality_id, id)
DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE cases_decision ADD CONSTRAINT cases_decision_advice_id_wall
FOREIGN KEY (municipality_id, advice_id) REFERENCES cases_advice (municipality_id, id)
DEFERRABLE INITIALLY DEFERRED;
"""


def key():
    return models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


def municipality():
    return models.ForeignKey(
        db_index=False,
        default=plein.tenants.scope.current_id,
        editable=False,
        on_delete=PROTECT,
        related_name="+",
        to="tenants.municipality",
    )


def to(model, related_name="+", **options):
    return models.ForeignKey(on_delete=PROTECT, related_name=related_name, to=model, **options)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_files_from"),
        ("documents", "0002_walls"),
        ("identity", "0011_documents_scope"),
        ("tenants", "0007_answer_within"),
    ]

    operations = [
        migrations.CreateModel(
            name="Advice",
            fields=[
                ("id", key()),
                ("content_sealed", models.BinaryField()),
                ("asked_at", models.DateTimeField()),
                ("asked_by", to("identity.staff")),
                ("case", to("cases.case", "advices")),
                ("municipality", municipality()),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", key()),
                ("state", models.TextField(choices=STATES, default="wacht")),
                ("result", models.TextField()),
                ("words_sealed", models.BinaryField()),
                ("weighing_sealed", models.BinaryField()),
                ("start", models.DateField(null=True)),
                ("amount", models.PositiveIntegerField(null=True)),
                ("last_day", models.DateField(null=True)),
                ("proposed_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(null=True)),
                ("why_sealed", models.BinaryField(default=b"")),
                ("advice", to("cases.advice", null=True)),
                ("case", to("cases.case", "proposals")),
                ("municipality", municipality()),
                ("proposed_by", to("identity.staff")),
                ("settled_by", to("identity.staff", null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["case"], condition=Q(state="wacht"), name="cases_proposal_once"
                    ),
                    models.CheckConstraint(
                        condition=Q(settled_by=None) | ~Q(settled_by=F("proposed_by")),
                        name="cases_proposal_two_people",
                    ),
                    models.CheckConstraint(
                        condition=Q(state="wacht", settled_at=None, settled_by=None)
                        | Q(state="vervallen", settled_at__isnull=False, settled_by=None)
                        | Q(
                            state__in=["bevestigd", "teruggestuurd"],
                            settled_at__isnull=False,
                            settled_by__isnull=False,
                        ),
                        name="cases_proposal_settled",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="DecisionLetter",
            fields=[
                ("id", key()),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=PROTECT, related_name="letter", to="cases.decision"
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        null=True, on_delete=PROTECT, related_name="+", to="documents.document"
                    ),
                ),
                ("municipality", municipality()),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", key()),
                ("kind", models.TextField(choices=KINDS)),
                ("what", models.TextField()),
                ("is_done", models.BooleanField()),
                ("because", models.TextField(blank=True, default="")),
                ("done_at", models.DateTimeField(null=True)),
                ("decision", to("cases.decision", "follow_ups")),
                ("done_by", to("identity.staff", null=True)),
                ("municipality", municipality()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["decision", "kind"], name="cases_follow_up_once"
                    ),
                    models.CheckConstraint(
                        condition=Q(done_by=None, done_at=None)
                        | Q(done_by__isnull=False, done_at__isnull=False, is_done=True),
                        name="cases_follow_up_done",
                    ),
                ]
            },
        ),
        TenantWall("Advice", "Proposal", "DecisionLetter", "FollowUp"),
        AppendOnly("Advice"),
        migrations.AddField("decision", "confirmed_by", to("identity.staff", null=True)),
        migrations.AddField("decision", "advice", to("cases.advice", "decisions", null=True)),
        migrations.AddField("decision", "weighing_sealed", models.BinaryField(default=b"")),
        migrations.AddConstraint(
            "decision",
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("decided_by")),
                name="cases_decision_two_people",
            ),
        ),
        migrations.RunSQL(OF_THE_SAME_PLACE),
    ]
