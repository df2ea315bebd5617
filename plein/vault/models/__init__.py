"""The tables of the vault."""

from plein.vault.models.collecting import Collection, SourceRun, SourceState
from plein.vault.models.corrections import (
    OPEN,
    Correction,
    CorrectionNotice,
    CorrectionState,
)
from plein.vault.models.credentials import (
    Credential,
    CredentialState,
    Showing,
    StatusList,
)
from plein.vault.models.erasure import Erasure, ErasureOutcome, ErasureState, Outcome
from plein.vault.models.exports import Export, ExportState
from plein.vault.models.kin import Kinship
from plein.vault.models.papers import Paper
from plein.vault.models.receipts import Receipt, ReceiptKind
from plein.vault.models.recipients import CONSENT_BASIS, DataUse, Recipient, UseKind
from plein.vault.models.scenarios import Scenario
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
    "CorrectionNotice",
    "CorrectionState",
    "Credential",
    "CredentialState",
    "DataUse",
    "Erasure",
    "ErasureOutcome",
    "ErasureState",
    "Export",
    "ExportState",
    "GrantState",
    "Kinship",
    "Mode",
    "Outcome",
    "Paper",
    "Receipt",
    "ReceiptKind",
    "Recipient",
    "RequestState",
    "Scenario",
    "SealedValue",
    "ShareRequest",
    "SharingGrant",
    "Showing",
    "SourceRun",
    "SourceState",
    "StatusList",
    "UseKind",
    "Vault",
    "VaultKey",
    "VaultValue",
]
