"""Where a case store of others tells that a zaak changed (the consumer of Notificaties 1.0).

Messages get lost, come twice or late. So nothing of one is believed but that there is news: the
copy is marked, and read again when somebody looks or when the night comes.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from plein.api.asked import body_of, text
from plein.api.door import Policy
from plein.api.problems import Invalid, InvalidParam, Problem, ReadOnly, answer_to
from plein.api.wrong_tokens import refusal_of
from plein.casestores.actions.noticing import mark_changed, store_that_says
from plein.casestores.models import CaseStore

CHANNEL = "zaken"
NEEDED = ("kanaal", "hoofdObject", "resource", "resourceUrl", "actie", "aanmaakdatum")


@csrf_exempt  # no cookie counts here
def notifications(request: Any) -> HttpResponse:
    """204 for every message of a store that we gave a value, also for one that says nothing new."""
    try:
        if request.method != "POST":
            raise ReadOnly(("POST",))
        store = _known(request)
        told = _read(request)
    except Problem as problem:
        return answer_to(request, problem)
    if told["kanaal"] == CHANNEL:
        mark_changed(store, told["hoofdObject"], at=request.now)
    return HttpResponse(status=204)


notifications.policy = Policy("zaaksysteem met een abonnement")  # type: ignore[attr-defined]


def _known(request: Any) -> CaseStore:
    store = store_that_says(request.headers.get("Authorization", ""))
    if store is None:
        raise refusal_of(request, "Deze waarde van Authorization kennen wij niet.")
    return store


def _read(request: HttpRequest) -> dict[str, str]:
    body, wrong = body_of(request), []
    for name in NEEDED:
        try:
            text(body.get(name))
        except ValueError:
            wrong.append(InvalidParam(name, "required", "Dit veld hoort een tekst te zijn."))
    if wrong:
        raise Invalid(*wrong)
    return {name: body[name] for name in NEEDED}
