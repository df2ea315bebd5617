from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_listeners"), ("identity", "0010_applications_wall")]

    operations = [TenantWall("Listener")]
