"""The wallet: holds a key, and answers as its owner wants (or as a forger would)."""

import json
from datetime import datetime

from plein.gateways.digid.simulator.cast import Person
from plein.gateways.wallet.simulator.asked import Asked
from plein.gateways.wallet.simulator.modes import Mode
from plein.gateways.wallet.simulator.pid_issuer import pid_for
from plein.kernel.sd_jwt import Challenge, present
from plein.kernel.sd_jwt.keys import new_key

_holder = new_key()


def answer(asked: Asked, person: Person, mode: Mode, *, at: datetime) -> dict[str, str]:
    """The form to post to the response address (OpenID4VP 1.0, section 8.2)."""
    if mode == Mode.DECLINED:
        return {"error": "access_denied", "state": asked.state}
    pid = pid_for(person.name, person.bsn, holder=_holder, mode=mode, at=at)
    names = () if mode == Mode.MISSING_CLAIM else asked.names
    shown = present(pid, names, challenge=_challenge(asked, mode), holder=_holder, at=at)
    return {"vp_token": json.dumps({asked.query_id: [shown]}), "state": asked.state}


def _challenge(asked: Asked, mode: Mode) -> Challenge:
    if mode == Mode.REPLAY:
        return Challenge("nonce-of-an-earlier-question", asked.client_id)
    if mode == Mode.WRONG_AUDIENCE:
        return Challenge(asked.nonce, "redirect_uri:https://somebody-else.example/")
    return Challenge(asked.nonce, asked.client_id)
