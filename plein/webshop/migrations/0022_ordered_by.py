from django.db import migrations, models

ROLES = [
    ("zelf", "zelf"),
    ("helper", "een helper"),
    ("bewindvoerder", "de bewindvoerder"),
    ("samen", "samen met een medewerker"),
]


class Migration(migrations.Migration):
    dependencies = [("webshop", "0021_needs_name")]

    operations = [
        migrations.AddField("order", "ordered_by", models.TextField(choices=ROLES, default="zelf")),
    ]
