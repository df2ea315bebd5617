"""A resident chooses a language; it holds in this browser, and comes back after signing in."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plein.delivery.actions.language import keep_language
from plein.web.languages import is_offered, remember
from plein.web.policies import public
from plein.web.request import ResidentRequest
from plein.web.safe_next import is_safe


@public
@require_POST
def choose(request: ResidentRequest) -> HttpResponse:
    """Who helps another chooses for the own browser only."""
    back = request.POST.get("next", "")
    response = redirect(back if is_safe(back) else "welcome")
    language = request.POST.get("language", "")
    if not is_offered(language):
        return response
    remember(response, language)
    if request.resident and not request.mandate and not request.assisted:
        keep_language(request.resident, language, by=request.actor, at=request.now)
    return response
