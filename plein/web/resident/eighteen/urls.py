"""The addresses of one's own list of turning 18, under Informatie."""

from django.urls import path

from plein.web.resident.eighteen import page

urlpatterns = [
    path("", page.show, name="eighteen"),
    path("agenda.ics", page.for_calendar, name="eighteen-calendar"),
]
