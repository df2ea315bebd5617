from django.urls import path

from plein.gateways.wallet.simulator import pages

urlpatterns = [
    path("authorize", pages.authorize),
    path(".well-known/jwt-vc-issuer", pages.issuer),
    path("status/1", pages.status_list),
    path("simulator.css", pages.stylesheet),
]
