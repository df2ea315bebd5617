"""The addresses of Mijn geld."""

from django.urls import path

from plein.web.resident.money import explained, overview

urlpatterns = [
    path("", overview.my_money, name="my-money"),
    path("<int:year>/<int:month>/<slug:target>/", explained.explained, name="my-money-explained"),
]
