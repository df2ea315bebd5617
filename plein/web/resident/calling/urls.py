"""The addresses of Wij bellen u terug, under Hulp."""

from django.urls import path

from plein.web.resident.calling import pages

urlpatterns = [
    path("", pages.new, name="callback-new"),
    path("<uuid:callback_id>/", pages.show, name="callback"),
    path("<uuid:callback_id>/intrekken/", pages.withdraw, name="callback-withdraw"),
]
