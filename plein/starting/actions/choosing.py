"""What a new municipality may take over is laid ready: journeys that are shared, open schemes.

A package of a scheme holds agreements and amounts, which residents there read too, and no people.
"""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.authoring.models import SharedJourney
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.starting.actions.keeping import kept_step
from plein.starting.models import Chosen, ChosenKind, PlatformAdministrator, Start, Step
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.webshop.models import SchemePeriod, SchemeStatus
from plein.webshop.scheme_package import adopt_scheme, packed

CHOSEN, LEFT = "starting.offer.chosen", "starting.offer.left"


class NotOffered(Refusal):
    message = _("Deze regeling staat daar niet meer open.")


def choose_journey(
    start: Start, shared: SharedJourney, *, by: PlatformAdministrator, at: datetime
) -> None:
    """Safe to do twice. Raises `WaitsForOpening`."""
    given = {"host": shared.host, "key": shared.key}
    words = {"name": shared.name, "municipality_name": shared.municipality_name}
    _choose(start, ChosenKind.JOURNEY, given, words, by, at)


def choose_scheme(
    start: Start, origin: Municipality, period_id: UUID, *, by: PlatformAdministrator, at: datetime
) -> None:
    """As it is there now. Safe to do twice. Raises `NotOffered` and `WaitsForOpening`."""
    with within(origin):
        open_there = SchemePeriod.objects.filter(scheme__status=SchemeStatus.OPEN)
        period = open_there.select_related("scheme").filter(pk=period_id).first()
        if period is None:
            raise NotOffered
        package, name = packed(period).decode(), period.scheme.name
    given = {"host": origin.host, "key": name}
    words = {"name": name, "municipality_name": origin.name, "package": package}
    _choose(start, ChosenKind.SCHEME, given, words, by, at)


def leave_out(start: Start, chosen: Chosen, *, by: PlatformAdministrator, at: datetime) -> None:
    """Raises `WaitsForOpening`."""
    with kept_step(start, Step.OFFER):
        record(LEFT, on=chosen, by=by.actor, at=at, kind=chosen.kind, key=chosen.key)
        chosen.delete()


def take_over_scheme(chosen: Chosen, *, by: Staff, at: datetime) -> SchemePeriod:
    """By its own staff, as a draft with an empty pot. Raises what `adopt_scheme` raises."""
    return adopt_scheme(chosen.package.encode(), "", by=by, at=at)


def _choose(
    start: Start,
    kind: ChosenKind,
    given: dict[str, str],
    words: dict[str, str],
    by: PlatformAdministrator,
    at: datetime,
) -> None:
    with kept_step(start, Step.OFFER):
        chosen, is_new = Chosen.objects.get_or_create(
            kind=kind, **given, defaults={**words, "chosen_at": at}
        )
        if is_new:
            record(CHOSEN, on=chosen, by=by.actor, at=at, kind=kind, key=chosen.key)
