"""Haal op uit uw wallet: the resident's PID fills in the identity document."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from plein.gateways.wallet.client import WalletClient, WalletSettings
from plein.kernel.refusal import Refusal
from plein.vault.actions.opening import vault_of
from plein.vault.actions.wallet import keep_pid
from plein.vault.credentials.issuer import address_of
from plein.vault.models import Mode, VaultValue
from plein.web.policies import public, resident_only
from plein.web.request import PleinRequest, ResidentRequest
from plein.web.resident import wallet_answers

_LARGEST = 100_000  # bytes; an honest answer has a few thousand


@resident_only
@require_GET
def wallet(request: ResidentRequest) -> HttpResponse:
    """What happens, and when it was done last; nothing is opened for that."""
    found = VaultValue.objects.filter(
        vault__resident=request.resident, element="id_document", mode=Mode.WALLET
    )
    last = found.order_by("-number").select_related("content").first()
    return render(request, "web/resident/wallet.html", {"last": last})


@resident_only
@require_GET
def to_wallet(request: ResidentRequest) -> HttpResponse:
    try:
        question = _client(request).begin(at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("wallet")
    request.session["wallet"] = question.kept
    wallet_answers.expect(question.kept["state"])
    return HttpResponse(status=302, headers={"Location": question.url})  # may be openid4vp:


@public
@csrf_exempt  # a wallet has no session here: the state is what it must know
@require_POST
def from_wallet(request: PleinRequest) -> JsonResponse:
    """`direct_post`: the wallet brings its answer, and hears where to send the browser."""
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    code = wallet_answers.put(request.POST.dict()) if length <= _LARGEST else None
    if code is None:
        return JsonResponse({"error": "invalid_request"}, status=400)
    back = address_of(request.municipality) + reverse("wallet-back")
    return JsonResponse({"redirect_uri": f"{back}?response_code={code}"})


@resident_only
@require_GET
def back(request: ResidentRequest) -> HttpResponse:
    """The browser comes back: for one use, and in the session that asked."""
    kept = request.session.pop("wallet", {})
    answer = wallet_answers.take(kept.get("state", ""), request.GET.get("response_code", ""))
    try:
        pid = _client(request).finish(kept=kept, answer=answer, at=request.now)
        vault = vault_of(request.resident, at=request.now)
        keep_pid(vault, pid, resident=request.resident, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Gelukt. Uw identiteitsbewijs staat nu in uw gegevens."))
    return redirect("wallet")


def _client(request: PleinRequest) -> WalletClient:
    response_uri = address_of(request.municipality) + reverse("wallet-answer")
    return WalletClient(
        WalletSettings(settings.WALLET_URL, settings.WALLET_PID_ISSUER, response_uri)
    )
