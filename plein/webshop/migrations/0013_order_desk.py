from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0011_documents_scope"),
        ("ledger", "0005_returns_and_claims"),
        ("tenants", "0008_signals_module"),
        ("webshop", "0012_variants_courses"),
    ]

    operations = [
        migrations.AddField(
            model_name="orderline",
            name="refusal",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="orderline",
            name="waits_for_provider",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="provider",
            name="checks_orders",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="orderline",
            name="status",
            field=models.TextField(
                choices=[
                    ("wacht op betaling", "wacht op betaling"),
                    ("gereserveerd", "klaar om op te halen"),
                    ("afgehaald", "opgehaald"),
                    ("geannuleerd", "geannuleerd"),
                    ("verlopen", "niet opgehaald"),
                    ("geretourneerd", "teruggebracht"),
                    ("geweigerd", "kan niet geleverd worden"),
                ],
                default="gereserveerd",
            ),
        ),
        migrations.AddConstraint(
            model_name="orderline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "geweigerd"), _negated=True),
                    models.Q(("refusal", ""), _negated=True),
                    _connector="OR",
                ),
                name="webshop_refused_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="orderline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("waits_for_provider", False),
                    models.Q(("status", "afgehaald"), _negated=True),
                    _connector="OR",
                ),
                name="webshop_answered_before_handed_over",
            ),
        ),
    ]
