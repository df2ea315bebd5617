"""A wallet that pretends, with an issuer of PIDs that pretends, for the demo and the tests.

It speaks real OpenID4VP, so the demo and production share the client. It gives anybody anybody's
PID, and serves this machine only.
"""
