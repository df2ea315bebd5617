from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("identity", "0009_applications")]

    operations = [TenantWall("Application", "Authorisation")]
