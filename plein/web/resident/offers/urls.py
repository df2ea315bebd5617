"""The addresses of Werk en meedoen."""

from django.urls import path

from plein.web.resident.offers import own, pages

urlpatterns = [
    path("", pages.index, name="offers"),
    path("voor-u/", own.index, name="own-offers"),
    path("voor-u/<uuid:suggestion_id>/nu-niet/", own.later, name="offer-later"),
    path("reactie/<uuid:response_id>/stoppen/", own.stop, name="response-stop"),
    path("<uuid:offer_id>/", pages.show, name="offer"),
    path("<uuid:offer_id>/reageren/", own.answer, name="offer-answer"),
]
