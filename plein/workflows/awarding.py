"""From a decision to a benefit that is paid: a person looks at what it rests on, and starts it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.cases.actions.following_up import done_by_hand
from plein.cases.models import Case, FollowUp, FollowUpKind
from plein.identity.models import Staff
from plein.insight.from_vault import household_seen
from plein.insight.household import Household
from plein.intake.answers import open_answers
from plein.intake.models import Application
from plein.journeys.questions import Kind
from plein.kernel.clock import local_day
from plein.kernel.months import month_of
from plein.kernel.refusal import Refusal
from plein.payments.actions.advancing import give_advance, settle
from plein.payments.actions.awarding import NewAward, award, lives_otherwise
from plein.payments.actions.revising import revise
from plein.payments.living import Living
from plein.payments.models import Award
from plein.vault.gate import read
from plein.vault.models import Vault
from plein.workflows.advising import AdviceAccess, NotTheHandler, allowed_for
from plein.workflows.our_rules import our_rules

WHY = Purpose("om uw uitkering te starten", "Participatiewet art. 44 en 45")
NAMES = ("naam_voornamen", "naam_geslachtsnaam")


class NothingToStart(Refusal):
    message = _("Bij dit besluit hoort geen uitkering die nog moet beginnen.")


class AlreadyDecided(Refusal):
    message = _("Over deze aanvraag is al besloten. Een voorschot is niet meer nodig.")


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known already, to look at and to complete. None where nobody told."""

    starts_on: date
    living: Living | None
    name: str
    iban: str


def seen_for_award(case: Case, *, by: Staff, at: datetime) -> Seen:
    """A look into the vault, not in a transaction of your own. Raises `NotTheHandler`."""
    if case.handler_id != by.pk:
        raise NotTheHandler
    resident, keys = case.dossier.resident, allowed_for(case)
    access = AdviceAccess(case, keys | set(NAMES), by.actor)
    norms = our_rules().book.norms
    known = household_seen(resident, sorted(keys), norms, access=access, at=at)
    return Seen(
        case.reported_on or case.received_on,
        _living(known.household, local_day(at)) if known.household else None,
        _name(case, access, at),
        _iban(case, by, at),
    )


@transaction.atomic
def start_award(case: Case, new: NewAward, *, by: Staff, at: datetime) -> Award:
    """After the decision: months that were paid already to others come with the next run.

    Raises `NothingToStart`, `NumberIsUsed` and `RunIsBooking`.
    """
    follow_up = FollowUp.objects.filter(
        decision__case=case, kind=FollowUpKind.BENEFIT, is_done=False
    ).first()
    if follow_up is None:
        raise NothingToStart
    made = _settled(new, by, at) or award(new, by=by, at=at)
    revise(made, our_rules(), from_month=made.starts_on, by=by.actor, at=at)
    done_by_hand(follow_up, by=by, at=at)
    return made


@transaction.atomic
def start_advance(case: Case, new: NewAward, *, by: Staff, at: datetime) -> Award:
    """Before the decision (Participatiewet art. 52); again in a later month for that month.

    Raises `AlreadyDecided`, `NoRightInMonth` and as `award`.
    """
    if case.decisions.exists():
        raise AlreadyDecided
    made = Award.objects.filter(number=new.number, is_provisional=True).first()
    if made is None:
        made = award(replace(new, is_provisional=True), by=by, at=at)
    give_advance(made, month_of(local_day(at)), our_rules(), by=by, at=at)
    return made


def _settled(new: NewAward, by: Staff, at: datetime) -> Award | None:
    """Of which an advance was paid: it goes on under the same number."""
    made = Award.objects.filter(number=new.number, is_provisional=True).first()
    if made is None:
        return None
    lives_otherwise(made, new.living, from_on=made.starts_on, by=by, at=at)
    return settle(made, by=by, at=at)


def _living(household: Household, day: date) -> Living:
    now = household.at(month_of(day))
    return Living(
        born=now.applicant.born,
        partner_born=now.partner.born if now.partner else None,
        children=now.children_at(month_of(day)),
        others_from_27=now.others_from_27,
    )


def _name(case: Case, access: AdviceAccess, at: datetime) -> str:
    vault = Vault.objects.filter(resident=case.dossier.resident).first()
    if vault is None:
        return ""
    found = {each.element.key: each.value for each in read(vault, NAMES, access=access, at=at)}
    initials = "".join(f"{name[0]}." for name in str(found.get(NAMES[0]) or "").split())
    return f"{initials} {found.get(NAMES[1]) or ''}".strip()


def _iban(case: Case, by: Staff, at: datetime) -> str:
    """As the resident gave it in the aanvraag."""
    application = Application.objects.filter(case=case).select_related("resident").first()
    intake = case.case_type.read.intake
    if application is None or intake is None:
        return ""
    asked = [each.key for each in intake.questions if each.kind == Kind.ACCOUNT]
    given = open_answers(application, by=by.actor, at=at, purpose=WHY, case=case.number).given
    return next((str(given[key]) for key in asked if given.get(key)), "")
