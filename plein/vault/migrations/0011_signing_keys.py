"""The keys that sign verklaringen join the other signing keys."""

from typing import Any

from django.db import migrations

from plein.kernel.crypto import derive, seal, unseal
from plein.tenants.master import open_with_master

PURPOSE = "verklaringen"


def move_keys(apps: Any, editor: Any) -> None:
    model = apps.get_model("tenants", "SigningKey")
    for municipality in apps.get_model("tenants", "Municipality").objects.all():
        editor.execute("SELECT set_config('plein.municipality', %s, true)", [str(municipality.pk)])
        context = f"municipality|{municipality.slug}"
        key = open_with_master(municipality.data_key, context=context)
        rows = list(apps.get_model("vault", "IssuerKey")._base_manager.order_by("number"))
        for row in rows:
            pem = unseal(derive(key, PURPOSE), row.sealed, context=f"issuer|{row.number}")
            sealed = seal(derive(key, "sign"), pem, context=f"{PURPOSE}|{row.number}")
            model.objects.create(
                municipality=municipality,
                purpose=PURPOSE,
                number=row.number,
                sealed=sealed if row is rows[-1] else b"",
                public=row.public,
                made_at=row.made_at,
            )


class Migration(migrations.Migration):
    dependencies = [("vault", "0010_papers_wall"), ("tenants", "0006_first_signing_keys")]

    operations = [migrations.RunPython(move_keys, migrations.RunPython.noop)]
