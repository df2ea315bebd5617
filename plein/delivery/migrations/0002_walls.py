from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("delivery", "0001_initial")]

    operations = [TenantWall("Contact", "Delivery", "ContactPolicy")]
