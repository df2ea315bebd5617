"""The code a resident shows at the till: short, easy to read aloud, impossible to guess."""

import re
import secrets

from plein.kernel.crypto import seal, unseal
from plein.tenants.keys import index_of, municipality_key
from plein.tenants.models import Municipality
from plein.webshop.models import Pickup

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 O 1 I
LENGTH = 8  # 40 bits


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read_code(text: str) -> str:
    """A code as people type it: small letters, spaces and dashes do not matter."""
    return re.sub(r"[^0-9A-Z]", "", text.upper()).replace("O", "0").replace("I", "1")


def spaced(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"


def code_index(municipality: Municipality, code: str) -> bytes:
    return index_of(municipality, "pickup", code)


def sealed_code(municipality: Municipality, pickup: Pickup, code: str) -> bytes:
    key = municipality_key(municipality, "pickup")
    return seal(key, code.encode(), context=f"pickup|{pickup.pk}")


def code_of(municipality: Municipality, pickup: Pickup) -> str:
    """The code, for the page of the household that ordered."""
    key = municipality_key(municipality, "pickup")
    return unseal(key, pickup.code_sealed, context=f"pickup|{pickup.pk}").decode()
