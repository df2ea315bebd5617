"""The shop of a municipality, told in the order in which money goes through it."""

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
from plein.webshop.models.grants import BlockReason, Grant, GrantStatus
from plein.webshop.models.iban_change import IbanChange, IbanChangeStatus
from plein.webshop.models.limits import LimitRule, LimitScope, LimitWindow
from plein.webshop.models.orders import BasketLine, LineStatus, Order, OrderLine, Pickup
from plein.webshop.models.participation import Participation, ParticipationStatus
from plein.webshop.models.places import OpeningHours, ProviderPlace, Weekday
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
from plein.webshop.models.settlement import BatchStatus, PaymentInstruction, SettlementBatch
from plein.webshop.models.sign_up import SignUp, SignUpStatus
from plein.webshop.models.variants import Variant
from plein.webshop.models.waiting import ActivationCode, WaitingGrant, WaitingStatus

__all__ = [
    "ActivationCode",
    "AmountRule",
    "AssortmentEntry",
    "BasketLine",
    "BatchStatus",
    "BlockReason",
    "Category",
    "CreditProposal",
    "Fulfilment",
    "Grant",
    "GrantStatus",
    "HouseholdKind",
    "IbanChange",
    "IbanChangeStatus",
    "LimitRule",
    "LimitScope",
    "LimitWindow",
    "LineStatus",
    "OpeningHours",
    "Order",
    "OrderLine",
    "Participation",
    "ParticipationStatus",
    "PaymentInstruction",
    "Pickup",
    "Product",
    "ProductGroup",
    "ProductVersion",
    "Provider",
    "ProviderKind",
    "ProviderPlace",
    "Scheme",
    "SchemeKind",
    "SchemePeriod",
    "SchemeStatus",
    "SettlementBatch",
    "SignUp",
    "SignUpStatus",
    "SubjectKind",
    "Variant",
    "VersionStatus",
    "WaitingGrant",
    "WaitingStatus",
    "Weekday",
]
