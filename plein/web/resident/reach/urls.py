"""The addresses of Hoe wij u bereiken."""

from django.urls import path

from plein.web.resident.reach import devices, pages

urlpatterns = [
    path("", pages.reach, name="reach"),
    path("keuze/", pages.choose, name="reach-choose"),
    path("code/", pages.code, name="reach-code"),
    path("weg/", pages.remove, name="reach-remove"),
    path("apparaat/", devices.add, name="reach-device"),
    path("apparaat/<uuid:device_id>/", devices.remove, name="reach-device-remove"),
]
