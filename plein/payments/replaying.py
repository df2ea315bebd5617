"""Does a month still come out as it was, from what was known then? The answer to every doubt."""

from dataclasses import dataclass

from plein.payments.actions.revising import DECIDES, NOTHING
from plein.payments.calculating import Inputs, version, work_out
from plein.payments.models import AwardMonth
from plein.rules.of_municipality import Rules


@dataclass(frozen=True, slots=True)
class Replay:
    """`differs` names the amounts; `other_rules`: a rule or a norm changed since."""

    differs: tuple[str, ...]
    other_rules: bool


def replay(row: AwardMonth, inputs: Inputs | None, rules: Rules) -> Replay:
    (again,) = work_out(rules, [inputs], row.month) if inputs else (NOTHING,)
    differs = tuple(name for name in DECIDES if getattr(row, name) != getattr(again, name))
    return Replay(differs, row.rules != version(rules, row.month))
