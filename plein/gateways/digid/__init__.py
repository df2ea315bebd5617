"""Signing in with DigiD: one configuration per municipality, two drivers of one shape.

`oidc` speaks OpenID Connect with a broker (and with the simulator), `saml` speaks the SAML
interface of DigiD itself. The doors know only `types`: begin, send the browser, finish.
"""
