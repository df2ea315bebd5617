from plein.cases.models.cases import Case, CaseType, Decision, PhaseChange, TermRow
from plein.cases.models.dossiers import Dossier, Participation
from plein.cases.models.listeners import Listener

__all__ = [
    "Case",
    "CaseType",
    "Decision",
    "Dossier",
    "Listener",
    "Participation",
    "PhaseChange",
    "TermRow",
]
