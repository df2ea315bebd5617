"""A municipality lays down its areas, and who does what in them."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from psycopg.errors import ExclusionViolation
from psycopg.types.range import DateRange

from plein.audit.actions import record
from plein.cases.models import Area, AreaContract, AreaPart
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.tenants.models import Organisation

SET, CONTRACTED, ENDED = "cases.area.set", "cases.area.contracted", "cases.area.ended"


class PostcodesOverlap(Refusal):
    message = _("Een van deze postcodes hoort al bij een ander gebied.")


class SomebodyWorksThere(Refusal):
    message = _("Voor dit gebied en deze dienst is in die tijd al een organisatie vastgelegd.")


class EndsBeforeItBegins(Refusal):
    message = _("De laatste dag ligt voor de eerste dag.")


def set_area(name: str, spans: Sequence[tuple[int, int]], *, by: Actor, at: datetime) -> Area:
    """The same name again gets other postcodes. Raises `PostcodesOverlap`."""
    try:
        with transaction.atomic():
            area, _is_new = Area.objects.get_or_create(name=name)
            area.parts.all().delete()
            AreaPart.objects.bulk_create(AreaPart(area=area, postcodes=span) for span in spans)
            record(SET, on=area, by=by, at=at)
            return area
    except IntegrityError as error:
        raise _refusal(error, PostcodesOverlap) from None


def contract(
    area: Area,
    service: str,
    organisation: Organisation,
    *,
    start: date,
    until: date | None,
    by: Actor,
    at: datetime,
) -> AreaContract:
    """`until` is not in it. Raises `EndsBeforeItBegins` and `SomebodyWorksThere`."""
    if until is not None and until <= start:
        raise EndsBeforeItBegins
    try:
        with transaction.atomic():
            Area.objects.select_for_update().get(
                pk=area.pk
            )  # one at a time, or they lock each other
            made = AreaContract.objects.create(
                area=area,
                service=service,
                organisation=organisation,
                period=DateRange(start, until),
            )
            record(CONTRACTED, on=made, by=by, at=at, service=service)
            return made
    except IntegrityError as error:
        raise _refusal(error, SomebodyWorksThere) from None


@transaction.atomic
def end_contract(found: AreaContract, until: date, *, by: Actor, at: datetime) -> AreaContract:
    """`until` is the first day without it. Raises `EndsBeforeItBegins`."""
    found = AreaContract.objects.select_for_update().get(pk=found.pk)
    if until <= found.period.lower:
        raise EndsBeforeItBegins
    found.period = DateRange(found.period.lower, until)
    found.save(update_fields=["period"])
    record(ENDED, on=found, by=by, at=at)
    return found


def _refusal(error: IntegrityError, refusal: type[Refusal]) -> Exception:
    return refusal() if isinstance(error.__cause__, ExclusionViolation) else error
