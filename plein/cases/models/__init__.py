from plein.cases.models.advices import Advice, Proposal, ProposalState
from plein.cases.models.areas import Area, AreaContract, AreaPart
from plein.cases.models.cases import Case, CaseType
from plein.cases.models.changes import PhaseChange, TermRow
from plein.cases.models.consequences import DecisionLetter, FollowUp, FollowUpKind
from plein.cases.models.decisions import Decision, Provision
from plein.cases.models.dossiers import Dossier, Participation
from plein.cases.models.listeners import Listener
from plein.cases.models.lists import SavedList
from plein.cases.models.relocations import (
    EffectKind,
    Relocation,
    RelocationEffect,
    RelocationState,
)
from plein.cases.models.signatures import Signature, SignatureState

__all__ = [
    "Advice",
    "Area",
    "AreaContract",
    "AreaPart",
    "Case",
    "CaseType",
    "Decision",
    "DecisionLetter",
    "Dossier",
    "EffectKind",
    "FollowUp",
    "FollowUpKind",
    "Listener",
    "Participation",
    "PhaseChange",
    "Proposal",
    "ProposalState",
    "Provision",
    "Relocation",
    "RelocationEffect",
    "RelocationState",
    "SavedList",
    "Signature",
    "SignatureState",
    "TermRow",
]
