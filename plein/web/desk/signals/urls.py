"""The addresses of signals, for staff."""

from django.urls import path

from plein.web.desk.signals import fairness, index, kinds, one, register

urlpatterns = [
    path("", index.index, name="desk-signals"),
    path("soorten/", kinds.index, name="desk-signal-kinds"),
    path("soorten/<slug:key>/<slug:name>/", kinds.act, name="desk-signal-kind"),
    path("eerlijk/", fairness.show, name="desk-signals-fair"),
    path("eerlijk/tellen/", fairness.count, name="desk-signals-count"),
    path("eerlijk/bestand/", fairness.sheet, name="desk-signals-sheet"),
    path("register/", register.show, name="desk-signals-register"),
    path("register/bestand/", register.file, name="desk-signals-register-file"),
    path("<uuid:signal_id>/", one.show, name="desk-signal"),
]
