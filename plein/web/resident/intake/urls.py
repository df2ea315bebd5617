from django.urls import path

from plein.web.resident.intake import filing, steps

urlpatterns = [
    path("", steps.resume, name="intake"),
    path("stap/<slug:key>/", steps.step, name="intake-step"),
    path("controle/", filing.check, name="intake-check"),
    path("stoppen/", filing.stop, name="intake-stop"),
]
