"""One line of the list that only people can tick."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plein.starting.models import Start
from plein.web.municipality.ticking import tick_page
from plein.web.platform.place import of_start
from plein.web.policies import platform_only
from plein.web.request import PlatformRequest


@platform_only
@require_http_methods(["GET", "POST"])
@of_start
def edit(request: PlatformRequest, start: Start, item: str) -> HttpResponse:
    back = reverse("platform-start", args=[start.municipality.slug])
    return tick_page(request, item, account=request.administrator.account, back=back)
