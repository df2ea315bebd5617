from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0013_grants_scope"),
        ("tenants", "0009_sells_in"),
        ("webshop", "0019_kept_catalogue"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="productversion",
            index=models.Index(
                condition=models.Q(("status", "goedgekeurd")),
                fields=["municipality", "reviewed_at", "id"],
                name="webshop_version_newest",
            ),
        ),
    ]
