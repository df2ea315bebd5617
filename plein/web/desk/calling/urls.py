"""The addresses of Terugbellen for staff."""

from django.urls import path

from plein.web.desk.calling import pages

urlpatterns = [
    path("", pages.index, name="desk-calls"),
    path("<uuid:callback_id>/", pages.show, name="desk-callback"),
    path("<uuid:callback_id>/gebeld/", pages.spoken, name="desk-callback-spoken"),
    path("<uuid:callback_id>/geen-gehoor/", pages.missed, name="desk-callback-missed"),
]
