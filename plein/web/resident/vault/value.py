"""One element: what stands there now, what stood there before, and why it may be used."""

from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET

from plein.kernel.clock import start_of
from plein.vault.access import OwnAccess
from plein.vault.actions.opening import vault_of
from plein.vault.actions.statements import can_be_stated
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Element
from plein.vault.gate import read, read_history
from plein.vault.readings import DISPUTED
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.vault_shown import GROUPS, Shown, shown


def element_or_404(key: str) -> Element:
    """Any element that residents see; the BSN is shown to nobody."""
    element = catalogue().elements.get(key)
    if element is None or key == "bsn":
        raise Http404
    return element


@vault_only
@require_GET
def value(request: ResidentRequest, key: str) -> HttpResponse:
    element, access = element_or_404(key), OwnAccess(request.resident)
    vault = vault_of(request.resident, at=request.now)
    history = read_history(vault, key, access=access, at=request.now)
    versions = [shown(reading, request.today) for reading in history]
    on = _asked_day(request)
    newest = [_newest(versions, is_own=False), _newest(versions, is_own=True)]
    context = {
        "element": element,
        "group": GROUPS[element.group][0],
        "now": newest,
        "is_reported": any(DISPUTED in reading.marks for reading in history),
        "can_report": newest[0] is not None and element.source != "inwoner",
        "history": versions,
        "bases": [catalogue().bases[basis] for basis in element.bases],
        "purposes": [catalogue().purposes[purpose].nl for purpose in element.purposes],
        "keeper": catalogue().source_of(element).keeper,
        "can_state": can_be_stated(element),
        "on": on,
        "then": _as_of(request, key, on) if on else None,
    }
    return render(request, "web/resident/vault/value.html", context)


def _newest(versions: list[Shown], *, is_own: bool) -> Shown | None:
    return next((each for each in versions if each.is_own == is_own), None)


def _asked_day(request: ResidentRequest) -> date | None:
    """The day of "wat stond hier op ...", if that is a day that has been."""
    try:
        day = parse_date(request.GET.get("op", ""))
    except ValueError:  # the 31st of February
        return None
    return day if day and day <= request.today else None


def _as_of(request: ResidentRequest, key: str, day: date) -> list[Shown]:
    """What stood here at the end of that day."""
    end = start_of(day + timedelta(days=1)) - timedelta(microseconds=1)
    vault, access = vault_of(request.resident, at=request.now), OwnAccess(request.resident)
    readings = read(vault, [key], access=access, at=request.now, as_of=end)
    return [shown(reading, request.today) for reading in readings]
