"""The tables of the vault."""

from plein.vault.models.collecting import Collection, SourceRun, SourceState
from plein.vault.models.corrections import OPEN, Correction, CorrectionState
from plein.vault.models.receipts import Receipt, ReceiptKind
from plein.vault.models.recipients import CONSENT_BASIS, DataUse, Recipient, UseKind
from plein.vault.models.sharing import (
    GrantState,
    RequestState,
    ShareRequest,
    SharingGrant,
)
from plein.vault.models.values import Mode, SealedValue, VaultValue
from plein.vault.models.vaults import Vault, VaultKey

__all__ = [
    "CONSENT_BASIS",
    "OPEN",
    "Collection",
    "Correction",
    "CorrectionState",
    "DataUse",
    "GrantState",
    "Mode",
    "Receipt",
    "ReceiptKind",
    "Recipient",
    "RequestState",
    "SealedValue",
    "ShareRequest",
    "SharingGrant",
    "SourceRun",
    "SourceState",
    "UseKind",
    "Vault",
    "VaultKey",
    "VaultValue",
]
