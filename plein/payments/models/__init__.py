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
from plein.payments.models.months import AwardMonth
from plein.payments.models.runs import LineState, PaymentRun, RunFile, RunLine, RunState

__all__ = [
    "FIRST_PAID",
    "AccountState",
    "AskedStatement",
    "Award",
    "AwardMonth",
    "BankFile",
    "BankFileKind",
    "Cause",
    "Debt",
    "DebtState",
    "Deduction",
    "DeductionKind",
    "LineOff",
    "LineState",
    "PayAccount",
    "PaymentRun",
    "Plan",
    "PlanState",
    "Returned",
    "RunFile",
    "RunLine",
    "RunState",
    "Situation",
    "Specification",
    "Statement",
]
