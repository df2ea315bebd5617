"""A benefit, its months, the runs that pay it, and what goes off."""

from plein.payments.models.answers import BankFile, BankFileKind, Returned
from plein.payments.models.asking import AskedStatement, Specification
from plein.payments.models.awards import AccountState, Award, PayAccount, Situation, Statement
from plein.payments.models.debts import (
    FIRST_PAID,
    Cause,
    Debt,
    DebtState,
    Deduction,
    DeductionKind,
    LineOff,
    Plan,
    PlanState,
)
from plein.payments.models.letting_go import (
    ARTICLES,
    DebtPayment,
    From,
    Ground,
    OwedLetter,
    Remission,
    RemissionState,
)
from plein.payments.models.months import AwardMonth
from plein.payments.models.runs import LineState, PaymentRun, RunFile, RunLine, RunState
from plein.payments.models.signals import (
    USEFUL,
    AwardSignal,
    Outcome,
    SignalCount,
    SignalState,
    SignalSwitch,
)

__all__ = [
    "ARTICLES",
    "FIRST_PAID",
    "USEFUL",
    "AccountState",
    "AskedStatement",
    "Award",
    "AwardMonth",
    "AwardSignal",
    "BankFile",
    "BankFileKind",
    "Cause",
    "Debt",
    "DebtPayment",
    "DebtState",
    "Deduction",
    "DeductionKind",
    "From",
    "Ground",
    "LineOff",
    "LineState",
    "Outcome",
    "OwedLetter",
    "PayAccount",
    "PaymentRun",
    "Plan",
    "PlanState",
    "Remission",
    "RemissionState",
    "Returned",
    "RunFile",
    "RunLine",
    "RunState",
    "SignalCount",
    "SignalState",
    "SignalSwitch",
    "Situation",
    "Specification",
    "Statement",
]
