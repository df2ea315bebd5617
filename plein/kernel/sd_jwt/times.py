"""From when until when a signed text holds (RFC 7519, 4.1)."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from plein.kernel.sd_jwt.refusals import Expired, Malformed, NotYetValid

LEEWAY = timedelta(seconds=60)  # clocks differ a little


def moment_in(payload: Mapping[str, Any], name: str) -> datetime | None:
    """A NumericDate in whole seconds; None when it is not there. Raises `Malformed`."""
    found = payload.get(name)
    if found is None:
        return None
    if not isinstance(found, int) or isinstance(found, bool):
        raise Malformed
    try:
        return datetime.fromtimestamp(found, UTC)
    except (OverflowError, ValueError, OSError):
        raise Malformed from None


def check_times(payload: Mapping[str, Any], *, at: datetime) -> datetime:
    """Until when it holds. What never ends we do not take."""
    until = moment_in(payload, "exp")
    if until is None:
        raise Malformed
    for name in ("nbf", "iat"):
        begin = moment_in(payload, name)
        if begin is not None and begin > at + LEEWAY:
            raise NotYetValid
    if at - LEEWAY >= until:
        raise Expired
    return until
