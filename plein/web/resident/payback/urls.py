"""The addresses of paying back."""

from django.urls import path

from plein.web.resident.payback import pages

urlpatterns = [
    path("", pages.index, name="payback"),
    path("<uuid:debt_id>/", pages.one, name="payback-one"),
]
