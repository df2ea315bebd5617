"""The appointments that still come, on paper: when, where, and what to bring."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from plein.appointments.models import Appointment, AppointmentKind, Slot
from plein.appointments.states import Way
from plein.cases.letters.telling import Telling
from plein.delivery.letter import Part
from plein.kernel.clock import AMSTERDAM


def appointments(telling: Telling) -> Iterator[Part]:
    topic = telling.case.topic
    coming = Appointment.objects.of(topic.resident).filter(topic=topic).coming(telling.at)
    for each in coming:
        if each.slot is not None:
            yield Part(tuple(_lines(each.slot, each.kind)), each.kind.name)
    yield Part((_("Kunt u dan niet? Bel ons, dan zoeken wij een andere tijd."),))


def _lines(slot: Slot, kind: AppointmentKind) -> Iterator[str]:
    start = localtime(slot.start, AMSTERDAM)
    when = _("Op {day} om {time} uur, {how}.")
    yield when.format(
        day=date_format(start, "l j E Y"), time=f"{start:%H.%M}", how=slot.get_way_display()
    )
    if slot.way == Way.PLACE:
        yield f"{slot.place.name}, {slot.place.address}."
    if kind.bring:
        yield _("Neem mee: {what}").format(what=kind.bring)
