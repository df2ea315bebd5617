from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("casestores", "0001_initial"), ("identity", "0002_walls")]

    operations = [TenantWall("CaseStore", "Subscription", "StoreState", "ForeignCase")]
