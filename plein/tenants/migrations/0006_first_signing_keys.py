"""The keys that signed until now followed from the municipality's key; they are kept from here on."""

from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.db import migrations
from django.utils.timezone import now

from plein.kernel.crypto import derive, seal
from plein.kernel.sd_jwt.keys import public_part, read_pem
from plein.tenants.master import open_with_master

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # SP 800-186, P-256
PURPOSES = {"log": "logboek", "receipt": "bewijzen"}


def keep_keys(apps: Any, editor: Any) -> None:
    model = apps.get_model("tenants", "SigningKey")
    for municipality in apps.get_model("tenants", "Municipality").objects.all():
        editor.execute("SELECT set_config('plein.municipality', %s, true)", [str(municipality.pk)])
        context = f"municipality|{municipality.slug}"
        key = open_with_master(municipality.data_key, context=context)
        for before, purpose in PURPOSES.items():
            pem = _derived(key, before)
            model.objects.create(
                municipality=municipality,
                purpose=purpose,
                number=1,
                sealed=seal(derive(key, "sign"), pem, context=f"{purpose}|1"),
                public=public_part(read_pem(pem.decode())),
                made_at=now(),
            )


def _derived(key: bytes, purpose: str) -> bytes:
    secret = b"".join(derive(key, f"sign|{purpose}|{half}") for half in (1, 2))
    private = derive_private_key(int.from_bytes(secret) % (ORDER - 1) + 1, SECP256R1())
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


class Migration(migrations.Migration):
    dependencies = [("tenants", "0005_keys")]

    operations = [migrations.RunPython(keep_keys, migrations.RunPython.noop)]
