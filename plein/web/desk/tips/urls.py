"""The addresses of tips, for staff."""

from django.urls import path

from plein.web.desk.tips import pages

urlpatterns = [
    path("", pages.index, name="desk-tips"),
    path("<slug:key>/", pages.show, name="desk-tip"),
    path("<slug:key>/algoritmeregister.json", pages.record, name="desk-tip-record"),
    path("<slug:key>/<slug:name>/", pages.act, name="desk-tip-act"),
]
