from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_relocations")]

    operations = [TenantWall("Relocation", "RelocationEffect")]
