"""What an income does to a month, before it is told: by the same rules as the month itself."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from plein.payments.calculating import Inputs, Worked, work_out
from plein.payments.line import Amounts, amounts
from plein.payments.living import Income
from plein.payments.models import Award, AwardMonth
from plein.payments.taking_off import standing_of, taking_off
from plein.rules.of_municipality import Rules


@dataclass(frozen=True, slots=True)
class Effect:
    """Cents. `paid_before` is what this month came out at, where it was paid already."""

    worked: Worked
    amounts: Amounts
    paid_before: int | None


def effect_of(
    award: Award, inputs: Inputs, income: Income, rules: Rules, month: date, *, at: datetime
) -> Effect:
    """Without holiday allowance: whether that is paid depends on the day of the payment."""
    (worked,) = work_out(rules, [replace(inputs, income=income)], month)
    off = taking_off([award], month, at)[award.pk]
    found = amounts(worked, standing_of(award), owed=off.owed, wanted=off.wanted)
    before = AwardMonth.objects.fixed().filter(award=award, month=month)
    paid = before.order_by("-version").values_list("paid", flat=True).first()
    return Effect(worked, found, paid)
