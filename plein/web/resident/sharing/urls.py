"""The addresses of Delen."""

from django.urls import path

from plein.web.resident.sharing import deciding, freezing, grants, hub, receipts, taking_up

urlpatterns = [
    path("", hub.hub, name="sharing"),
    path("code/", taking_up.code, name="sharing-code"),
    path("vraag/<uuid:request_id>/", deciding.answer, name="sharing-request"),
    path("wie/", hub.who_may_ask, name="sharing-uses"),
    path("geven/<uuid:use_id>/", deciding.give_freely, name="sharing-give"),
    path("slot/", freezing.lock, name="sharing-lock"),
    path("bewijzen/", receipts.index, name="sharing-receipts"),
    path("bewijzen/<uuid:receipt_id>/", receipts.show, name="sharing-receipt"),
    path("bewijzen/<uuid:receipt_id>/klaar/", receipts.done, name="sharing-done"),
    path("bewijzen/<uuid:receipt_id>/bestand/", receipts.file, name="sharing-receipt-file"),
    path("<uuid:grant_id>/", grants.show, name="sharing-grant"),
    path("<uuid:grant_id>/stoppen/", grants.stop, name="sharing-stop"),
]
