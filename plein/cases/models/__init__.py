from plein.cases.models.cases import (
    Case,
    CaseType,
    Decision,
    PhaseChange,
    Provision,
    TermRow,
)
from plein.cases.models.dossiers import Dossier, Participation

__all__ = [
    "Case",
    "CaseType",
    "Decision",
    "Dossier",
    "Participation",
    "PhaseChange",
    "Provision",
    "TermRow",
]
