"""The addresses of help that is offered, for staff."""

from django.urls import path

from plein.web.desk.proactive import index, need, needs, one

urlpatterns = [
    path("", index.index, name="desk-proactive"),
    path("instellen/", needs.index, name="desk-needs"),
    path("instellen/<slug:key>/", need.show, name="desk-need"),
    path("instellen/<slug:key>/algoritmeregister.json", need.record, name="desk-need-record"),
    path("instellen/<slug:key>/<slug:name>/", need.act, name="desk-need-act"),
    path("<uuid:helpoffer_id>/", one.show, name="desk-proactive-one"),
    path("<uuid:helpoffer_id>/<slug:name>/", one.act, name="desk-proactive-act"),
]
