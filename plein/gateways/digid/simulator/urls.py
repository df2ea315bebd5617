from django.urls import path

from plein.gateways.digid.simulator import authorize, provider, token

urlpatterns = [
    path(".well-known/openid-configuration", provider.configuration),
    path("jwks", provider.jwks),
    path("authorize", authorize.authorize),
    path("token", token.token),
    path("fault", provider.fault),
    path("simulator.css", provider.stylesheet),
]
