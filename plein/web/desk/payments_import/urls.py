from django.urls import path

from plein.web.desk.payments_import import pages

urlpatterns = [
    path("", pages.upload, name="desk-awards-import"),
    path("ja/", pages.confirm, name="desk-awards-import-confirm"),
    path("voorbeeld.csv", pages.example, name="desk-awards-import-example"),
]
