from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [("appointments", "0001_initial"), ("identity", "0002_walls")]

    operations = [
        TenantWall("Place", "AppointmentKind", "OpeningHours", "ClosedDay", "Slot", "Appointment"),
    ]
