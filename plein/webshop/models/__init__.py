"""The shop of a municipality, told in the order in which money goes through it."""

from plein.webshop.models.announcements import Announcement
from plein.webshop.models.bank import BankReading
from plein.webshop.models.catalogue import (
    AssortmentEntry,
    Category,
    Fulfilment,
    Product,
    ProductGroup,
    ProductVersion,
    Provider,
    ProviderKind,
    VersionStatus,
)
from plein.webshop.models.claim_drafts import ClaimDraft, ClaimDraftPaper
from plein.webshop.models.claims import Claim, ClaimPaper, ClaimStatus
from plein.webshop.models.favourites import Favourite
from plein.webshop.models.grant_files import GrantFile, GrantFileState
from plein.webshop.models.grants import BlockReason, Grant, GrantStatus
from plein.webshop.models.iban_change import IbanChange, IbanChangeStatus
from plein.webshop.models.limits import LimitRule, LimitScope, LimitWindow
from plein.webshop.models.orders import BasketLine, LineStatus, Order, OrderedBy, OrderLine, Pickup
from plein.webshop.models.own_share import OwnSharePayment, OwnShareRefund, PaymentStatus
from plein.webshop.models.participation import Participation, ParticipationStatus
from plein.webshop.models.places import OpeningHours, ProviderPlace
from plein.webshop.models.product_talk import ProductMessage
from plein.webshop.models.returns import Return, ReturnReason
from plein.webshop.models.schemes import (
    AmountRule,
    CreditProposal,
    HouseholdKind,
    Scheme,
    SchemeKind,
    SchemePeriod,
    SchemeStatus,
    SubjectKind,
)
from plein.webshop.models.settlement import (
    DECIDED,
    BatchStatus,
    InstructionState,
    PaymentInstruction,
    SettlementBatch,
)
from plein.webshop.models.sign_up import SignUp, SignUpStatus
from plein.webshop.models.stock_wish import StockWish
from plein.webshop.models.variants import Variant
from plein.webshop.models.waiting import ActivationCode, WaitingGrant, WaitingStatus

__all__ = [
    "DECIDED",
    "ActivationCode",
    "AmountRule",
    "Announcement",
    "AssortmentEntry",
    "BankReading",
    "BasketLine",
    "BatchStatus",
    "BlockReason",
    "Category",
    "Claim",
    "ClaimDraft",
    "ClaimDraftPaper",
    "ClaimPaper",
    "ClaimStatus",
    "CreditProposal",
    "Favourite",
    "Fulfilment",
    "Grant",
    "GrantFile",
    "GrantFileState",
    "GrantStatus",
    "HouseholdKind",
    "IbanChange",
    "IbanChangeStatus",
    "InstructionState",
    "LimitRule",
    "LimitScope",
    "LimitWindow",
    "LineStatus",
    "OpeningHours",
    "Order",
    "OrderLine",
    "OrderedBy",
    "OwnSharePayment",
    "OwnShareRefund",
    "Participation",
    "ParticipationStatus",
    "PaymentInstruction",
    "PaymentStatus",
    "Pickup",
    "Product",
    "ProductGroup",
    "ProductMessage",
    "ProductVersion",
    "Provider",
    "ProviderKind",
    "ProviderPlace",
    "Return",
    "ReturnReason",
    "Scheme",
    "SchemeKind",
    "SchemePeriod",
    "SchemeStatus",
    "SettlementBatch",
    "SignUp",
    "SignUpStatus",
    "StockWish",
    "SubjectKind",
    "Variant",
    "VersionStatus",
    "WaitingGrant",
    "WaitingStatus",
]
