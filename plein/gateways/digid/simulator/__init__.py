"""An identity provider that pretends to be DigiD, for the demo and the tests.

It speaks real OpenID Connect, so the demo and production share the client. It knows nobody's
secrets, asks for no password, and serves this machine only. It looks like no brand.
"""
