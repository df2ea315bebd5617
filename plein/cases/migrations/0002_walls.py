from django.db import migrations

from plein.kernel.wall import AppendOnly, TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_initial"),
        ("identity", "0002_walls"),
        ("inbox", "0002_walls"),
    ]

    operations = [
        TenantWall(
            "Dossier", "Participation", "CaseType", "Case", "PhaseChange", "TermRow", "Decision"
        ),
        AppendOnly("CaseType", "PhaseChange", "TermRow", "Decision"),
    ]
