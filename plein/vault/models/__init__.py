"""The tables of the vault."""

from plein.vault.models.collecting import Collection, SourceRun, SourceState
from plein.vault.models.corrections import OPEN, Correction, CorrectionState
from plein.vault.models.credentials import (
    Credential,
    CredentialState,
    IssuerKey,
    Showing,
    StatusList,
)
from plein.vault.models.values import Mode, SealedValue, VaultValue
from plein.vault.models.vaults import Vault, VaultKey

__all__ = [
    "OPEN",
    "Collection",
    "Correction",
    "CorrectionState",
    "Credential",
    "CredentialState",
    "IssuerKey",
    "Mode",
    "SealedValue",
    "Showing",
    "SourceRun",
    "SourceState",
    "StatusList",
    "Vault",
    "VaultKey",
    "VaultValue",
]
