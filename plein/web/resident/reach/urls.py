"""The addresses of Hoe wij u bereiken."""

from django.urls import path

from plein.web.resident.reach import pages

urlpatterns = [
    path("", pages.reach, name="reach"),
    path("keuze/", pages.choose, name="reach-choose"),
    path("code/", pages.code, name="reach-code"),
    path("weg/", pages.remove, name="reach-remove"),
]
