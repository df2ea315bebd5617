"""A name for a resident that means something to one recipient only."""

from base64 import b32encode

from plein.tenants.keys import index_of
from plein.tenants.scope import current
from plein.vault.models import Recipient, Vault

_SHOWN = 10  # letters: 50 bits, enough within one recipient


def pseudonym_of(vault: Vault, recipient: Recipient) -> str:
    """Two recipients who put their lists together find nobody back."""
    digest = index_of(current(), f"pseudonym|{recipient.pk}", str(vault.resident_id))
    return b32encode(digest).decode()[:_SHOWN]
