from plein.casestores.models.cases import ForeignCase, StoreState
from plein.casestores.models.stores import CaseStore, Subscription

__all__ = ["CaseStore", "ForeignCase", "StoreState", "Subscription"]
