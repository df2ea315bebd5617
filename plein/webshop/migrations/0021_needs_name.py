from django.db import migrations, models
from django.db.models import Q

HELD = ["wacht op betaling", "gereserveerd"]
# When a line ended that was not handed over was not kept: then it counts from when it was ordered.
OF_BEFORE = """
ALTER TABLE webshop_orderline NO FORCE ROW LEVEL SECURITY;
ALTER TABLE webshop_order NO FORCE ROW LEVEL SECURITY;
UPDATE webshop_orderline AS line SET closed_at = coalesce(line.handed_over_at, placed.placed_at)
FROM webshop_order AS placed
WHERE placed.id = line.order_id AND line.status NOT IN ('wacht op betaling', 'gereserveerd');
ALTER TABLE webshop_order FORCE ROW LEVEL SECURITY;
ALTER TABLE webshop_orderline FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("webshop", "0020_version_newest")]

    operations = [
        migrations.AddField("productversion", "needs_name", models.TextField(blank=True)),
        migrations.AddField("orderline", "name_sealed", models.BinaryField(default=b"")),
        migrations.AddField("orderline", "closed_at", models.DateTimeField(null=True)),
        migrations.RunSQL(OF_BEFORE, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "orderline",
            models.CheckConstraint(
                condition=Q(status__in=HELD, closed_at=None)
                | (~Q(status__in=HELD) & Q(closed_at__isnull=False)),
                name="webshop_line_closed",
            ),
        ),
    ]
