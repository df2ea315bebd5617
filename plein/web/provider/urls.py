"""Where providers go."""

from django.urls import path

from plein.web.provider import (
    announcements,
    business,
    copying,
    kept,
    kinds,
    order_desk,
    payments,
    people,
    places,
    product_talk,
    products,
    returns,
    schemes,
    sign_up,
    till,
)
from plein.web.provider.home import home
from plein.web.public.urls import everywhere, handler400, handler403, handler404, handler500
from plein.web.work.urls import work_urls

__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [
    path("aanbieders/", home, name="provider-home"),
    path("aanbieders/nieuws/", announcements.index, name="provider-announcements"),
    path("aanbieders/kassa/", till.till, name="till"),
    path("aanbieders/kassa/<uuid:pickup_id>/", till.pickup, name="till-pickup"),
    path("aanbieders/kassa/<uuid:pickup_id>/klaar/", till.done, name="till-done"),
    path("aanbieders/kassa/<uuid:pickup_id>/meegeven/", till.give, name="till-give"),
    path("aanbieders/kassa/<uuid:pickup_id>/terug/", till.undo, name="till-undo"),
    path("aanbieders/terug/", returns.find, name="provider-return"),
    path("aanbieders/terug/<uuid:pickup_id>/", returns.lines, name="provider-return-lines"),
    path("aanbieders/terug/regel/<uuid:line_id>/", returns.take_back, name="provider-take-back"),
    path("aanbieders/producten/", products.products, name="provider-products"),
    path("aanbieders/producten/nieuw/", products.new, name="provider-product-new"),
    path("aanbieders/producten/<uuid:product_id>/", products.edit, name="provider-product-edit"),
    path(
        "aanbieders/producten/<uuid:product_id>/weg/",
        products.withdraw,
        name="provider-product-withdraw",
    ),
    path(
        "aanbieders/producten/<uuid:product_id>/terug/",
        products.put_back,
        name="provider-product-put-back",
    ),
    path(
        "aanbieders/producten/<uuid:product_id>/kopie/",
        copying.copy,
        name="provider-product-copy",
    ),
    path(
        "aanbieders/producten/<uuid:product_id>/bericht/",
        product_talk.say,
        name="provider-product-say",
    ),
    path("aanbieders/producten/<uuid:product_id>/soorten/", kinds.kinds, name="provider-kinds"),
    path("aanbieders/aanmelden/", sign_up.form, name="provider-sign-up"),
    path("aanbieders/aanmelden/klaar/", sign_up.done, name="provider-sign-up-done"),
    path("aanbieders/gegevens/", business.index, name="provider-business"),
    path("aanbieders/bestellingen/", order_desk.index, name="provider-orders"),
    path("aanbieders/bestellingen/bestand/", order_desk.sheet, name="provider-orders-sheet"),
    path("aanbieders/bestellingen/<uuid:orderline_id>/", order_desk.show, name="provider-order"),
    path("aanbieders/gegevens/nakijken/", business.checks, name="provider-checks"),
    path("aanbieders/gegevens/aanbod/", kept.stop, name="provider-kept-stop"),
    path("aanbieders/gegevens/rekening/", business.iban, name="provider-iban"),
    path("aanbieders/gegevens/plaats/nieuw/", places.new, name="provider-place-new"),
    path("aanbieders/gegevens/plaats/<uuid:place_id>/", places.edit, name="provider-place"),
    path(
        "aanbieders/gegevens/plaats/<uuid:place_id>/weg/", places.drop, name="provider-place-drop"
    ),
    path("aanbieders/gegevens/mensen/", people.invite, name="provider-people-invite"),
    path("aanbieders/gegevens/mensen/<int:person_id>/weg/", people.end, name="provider-people-end"),
    path("aanbieders/regelingen/", schemes.index, name="provider-schemes"),
    path("aanbieders/regelingen/<uuid:scheme_id>/vraag/", schemes.ask, name="provider-scheme-ask"),
    path("aanbieders/betalingen/", payments.index, name="provider-payments"),
    path("aanbieders/betalingen/<uuid:instruction_id>/", payments.payment, name="provider-payment"),
    path(
        "aanbieders/betalingen/<uuid:instruction_id>/bestand/",
        payments.sheet,
        name="provider-payment-sheet",
    ),
    *work_urls("aanbieders/"),
    *everywhere,
]
