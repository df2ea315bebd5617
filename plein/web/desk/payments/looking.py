"""What is sealed of an award: opened for a page, in one look with one line in the log."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from plein.audit.actions import Purpose
from plein.identity.gate import SealedText, read_sealed
from plein.identity.models import Staff
from plein.payments.known import ACCOUNT, LIVING
from plein.payments.living import Living
from plein.payments.models import AccountState, Award, PayAccount, Situation
from plein.payments.payee import Payee
from plein.web.request import StaffRequest

WHY = Purpose("om uw uitkering bij te houden", "Participatiewet art. 17 en 53a")
ACCOUNTS = ("due", "reserve", "advance", "overpaid")


@dataclass(frozen=True, slots=True)
class Opened:
    """Situations by day, the newest of each day; the account that is paid and one that waits."""

    situations: list[tuple[Situation, Living]]
    paid: tuple[PayAccount, Payee] | None
    proposed: tuple[PayAccount, Payee] | None

    def is_proposed_by(self, staff: Staff) -> bool:
        return self.proposed is not None and self.proposed[0].staff_id == staff.pk

    @property
    def living(self) -> Living | None:
        return self.situations[-1][1] if self.situations else None


def find_award(award_id: UUID) -> Award:
    """With its resident and balances. Raises `Http404`."""
    found = Award.objects.select_related("resident", *ACCOUNTS).filter(pk=award_id).first()
    if found is None:
        raise Http404
    return found


def opened(request: StaffRequest, award: Award) -> Opened:
    """Three queries, and a look."""
    newest = {row.from_on: row for row in award.situations.order_by("known_at", "pk")}
    situations = [newest[day] for day in sorted(newest)]
    paid, proposed = _accounts(award)
    accounts = [row for row in (paid, proposed) if row]
    texts = [SealedText(row.pk, LIVING, row.content_sealed) for row in situations]
    texts += [SealedText(row.pk, ACCOUNT, row.content_sealed) for row in accounts]
    found = iter(_read(request, award, texts))
    return Opened(
        [(row, Living.read(next(found))) for row in situations],
        (paid, Payee.read(next(found))) if paid else None,
        (proposed, Payee.read(next(found))) if proposed else None,
    )


def _accounts(award: Award) -> tuple[PayAccount | None, PayAccount | None]:
    rows = award.accounts.exclude(state=AccountState.REFUSED).select_related("staff__account")
    by_state = {row.state: row for row in rows.order_by("settled_at", "known_at", "pk")}
    return by_state.get(AccountState.CONFIRMED), by_state.get(AccountState.PROPOSED)


def _read(request: StaffRequest, award: Award, texts: list[SealedText]) -> list[str]:
    if not texts:
        return []
    return read_sealed(
        award.resident,
        texts,
        purpose=WHY,
        by=request.staff.actor,
        at=request.now,
        case=award.number,
    )
