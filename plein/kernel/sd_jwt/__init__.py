"""Credentials of which the holder shows as much as is needed: SD-JWT (RFC 9901).

The profile is SD-JWT VC (draft-ietf-oauth-sd-jwt-vc, `dc+sd-jwt`) with ES256 alone and flat claims,
each of which can be left out. `issue` is for the issuer, `present` for the holder, `verify` for who
is shown something. Whether a credential still stands is in a Token Status List
(draft-ietf-oauth-status-list).
"""

from plein.kernel.sd_jwt.issuing import Draft, issue
from plein.kernel.sd_jwt.presenting import Challenge, present
from plein.kernel.sd_jwt.verifying import Trust, Verified, verify

__all__ = ["Challenge", "Draft", "Trust", "Verified", "issue", "present", "verify"]
