from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("vault", "0011_signing_keys")]

    operations = [migrations.DeleteModel(name="IssuerKey")]
