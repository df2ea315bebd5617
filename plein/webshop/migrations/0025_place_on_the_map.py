from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("webshop", "0024_claim_drafts"),
    ]

    operations = [
        migrations.AddField(
            model_name="providerplace",
            name="latitude",
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name="providerplace",
            name="located_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="providerplace",
            name="longitude",
            field=models.FloatField(null=True),
        ),
        migrations.AddConstraint(
            model_name="providerplace",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("latitude", None), ("located_at", None), ("longitude", None)),
                    models.Q(
                        ("latitude__isnull", False),
                        ("latitude__range", (50, 54)),
                        ("located_at__isnull", False),
                        ("longitude__isnull", False),
                        ("longitude__range", (3, 8)),
                    ),
                    _connector="OR",
                ),
                name="webshop_place_is_somewhere",
            ),
        ),
    ]
