from plein.offers.models.offers import Kind, Language, Offer, OfferVersion, Status
from plein.offers.models.responses import Response, ResponseState, Suggestion, SuggestionState

__all__ = [
    "Kind",
    "Language",
    "Offer",
    "OfferVersion",
    "Response",
    "ResponseState",
    "Status",
    "Suggestion",
    "SuggestionState",
]
