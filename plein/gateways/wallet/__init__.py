"""Asking a wallet for the resident's PID: OpenID for Verifiable Presentations 1.0, as verifier.

The client identifier has the prefix `redirect_uri`: the simplest that the standard allows. The
request travels in the address and is not signed, so a wallet cannot tell the resident who asks with
more certainty than the host name. Wallets that want a signed request (HAIP, `x509_hash`) need a
certificate of access that a municipality does not have yet.
"""
