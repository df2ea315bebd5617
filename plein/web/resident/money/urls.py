"""The addresses of Mijn geld."""

from django.urls import path

from plein.web.resident.money import explained, maybe, overview, what_if

urlpatterns = [
    path("", overview.my_money, name="my-money"),
    path("misschien/", maybe.maybe, name="maybe-entitled"),
    path("misschien/<slug:target>/", maybe.why, name="maybe-why"),
    path("wat-als/", what_if.what_if, name="what-if"),
    path("<int:year>/<int:month>/<slug:target>/", explained.explained, name="my-money-explained"),
]
