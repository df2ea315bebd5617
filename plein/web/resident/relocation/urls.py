"""The addresses of Verhuizen, under Mijn gegevens."""

from django.urls import path

from plein.web.resident.relocation import pages

urlpatterns = [
    path("", pages.relocation, name="relocation"),
    path("controle/", pages.check, name="relocation-check"),
    path("<uuid:relocation_id>/", pages.one, name="relocation-one"),
    path("<uuid:relocation_id>/intrekken/", pages.withdraw, name="relocation-withdraw"),
]
