from django.urls import path

from plein.web.resident.intake import changed, filing, papers, steps

urlpatterns = [
    path("", steps.resume, name="intake"),
    path("stap/<slug:key>/", steps.step, name="intake-step"),
    path("gewijzigd/", changed.changed, name="intake-changed"),
    path("papier/<uuid:paper_id>/weg/", papers.remove, name="intake-paper-remove"),
    path("controle/", filing.check, name="intake-check"),
    path("stoppen/", filing.stop, name="intake-stop"),
]
