"""The door to the switch, for the demo and for tests of other processes."""

from ipaddress import ip_address

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseForbidden
from django.views.decorators.http import require_POST

from plein.gateways.simulators.faults import EVERYTHING, Fault, switch


@require_POST
def faults(request: HttpRequest) -> HttpResponse:
    """`fault=slow&source=suwinet/svb&bsn=…`; `fault=normal` alone ends everything."""
    if not ip_address(request.META["REMOTE_ADDR"]).is_loopback:
        return HttpResponseForbidden("from this machine only")
    wanted = request.POST.get("fault", "")
    if wanted not in list(Fault):
        return HttpResponseBadRequest("fault: " + ", ".join(Fault))
    switch.set(
        Fault(wanted),
        source=request.POST.get("source", EVERYTHING),
        bsn=request.POST.get("bsn", EVERYTHING),
    )
    return HttpResponse(status=204)
