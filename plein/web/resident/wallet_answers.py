"""What a wallet posts waits here, sealed, until the resident's own browser comes for it.

The wallet and the browser come by different ways. The state says which question it answers; the
response code, which only this browser is sent back with, that the wallet and the browser are in one
hand (OpenID4VP 1.0, section 13.3).
"""

import hmac
import json
from hashlib import sha256
from secrets import token_urlsafe

from django.core.cache import cache

from plein.tenants.master import open_with_master, seal_with_master
from plein.tenants.scope import current_id

_SECONDS = 600
_CONTEXT = "wallet"
KEPT = ("vp_token", "state", "error")  # of what is posted


def expect(state: str) -> None:
    cache.set(_name("asked", state), True, _SECONDS)


def put(form: dict[str, str]) -> str | None:
    """The response code; None for what was not asked here, or was answered before."""
    state = form.get("state", "")
    if not cache.get(_name("asked", state)):
        return None
    code = token_urlsafe(32)
    kept = {"code": code, "form": {name: form[name] for name in KEPT if name in form}}
    plain = json.dumps(kept).encode()
    sealed = seal_with_master(plain, context=_name("answer", state), purpose=_CONTEXT)
    return code if cache.add(_name("answer", state), sealed, _SECONDS) else None


def take(state: str, code: str) -> dict[str, str]:
    """The form that was posted, once; empty when there is none for this code."""
    name = _name("answer", state)
    sealed = cache.get(name)
    if not state or sealed is None:
        return {}
    cache.delete(name)
    cache.delete(_name("asked", state))
    kept = json.loads(open_with_master(sealed, context=name, purpose=_CONTEXT))
    if not hmac.compare_digest(kept["code"].encode(), code.encode()):
        return {}
    form: dict[str, str] = kept["form"]
    return form


def _name(kind: str, state: str) -> str:
    return f"wallet-{kind}-{current_id()}-{sha256(state.encode()).hexdigest()}"
