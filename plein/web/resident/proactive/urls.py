"""The addresses of help that is offered."""

from django.urls import path

from plein.web.resident.proactive import page

urlpatterns = [
    path("", page.index, name="help-offers"),
    path("<uuid:helpoffer_id>/", page.show, name="help-offer"),
    path("<uuid:helpoffer_id>/ja/", page.yes, name="help-offer-yes"),
    path("<uuid:helpoffer_id>/nee/", page.no, name="help-offer-no"),
]
