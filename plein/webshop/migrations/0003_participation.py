import uuid

import django.db.models.deletion
import plein.tenants.scope
from django.db import migrations, models

from plein.kernel.wall import TenantWall

# Who sells for a scheme now takes part in it; read per municipality, as the wall is up.
PART_AS_THEY_DID = """
DO $$
DECLARE
    scope text := current_setting('plein.municipality', true);
    place bigint;
BEGIN
    FOR place IN SELECT id FROM tenants_municipality LOOP
        PERFORM set_config('plein.municipality', place::text, true);
        INSERT INTO webshop_participation (
            id, municipality_id, provider_id, scheme_id, status, contribution, reason,
            asked_at, changed_at
        )
        SELECT gen_random_uuid(), place, pairs.provider_id, pairs.scheme_id,
            'toegelaten', 0, '', now(), now()
        FROM (
            SELECT DISTINCT product.provider_id, entry.scheme_id
            FROM webshop_assortmententry AS entry
            JOIN webshop_product AS product ON product.id = entry.product_id
        ) AS pairs
        ON CONFLICT DO NOTHING;
    END LOOP;
    PERFORM set_config('plein.municipality', coalesce(scope, ''), true);
END $$;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0008_signals_module"),
        ("webshop", "0002_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "status",
                    models.TextField(
                        choices=[
                            ("aangemeld", "wil meedoen"),
                            ("toegelaten", "doet mee"),
                            ("afgewezen", "afgewezen"),
                            ("geschorst", "staat stil"),
                            ("beëindigd", "gestopt"),
                        ],
                        default="aangemeld",
                    ),
                ),
                ("contribution", models.PositiveSmallIntegerField(default=0)),
                ("reason", models.TextField(blank=True)),
                ("asked_at", models.DateTimeField()),
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
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="webshop.provider",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="webshop.scheme",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("provider", "scheme"), name="webshop_participation_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("contribution__lte", 10000)),
                        name="webshop_contribution_at_most_all",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["afgewezen", "geschorst"]), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="webshop_participation_reason",
                    ),
                ],
            },
        ),
        TenantWall("Participation"),
        migrations.RunSQL(PART_AS_THEY_DID, migrations.RunSQL.noop),
    ]
