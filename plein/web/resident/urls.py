"""Where residents go."""

from django.urls import include, path

from plein.web.public.urls import everywhere, handler400, handler403, handler404, handler500
from plein.web.resident import basket, looks, orders, shop, sign_in
from plein.web.resident.overview import overview

__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [
    path("", sign_in.welcome, name="welcome"),
    path("inloggen/digid/", sign_in.to_digid, name="to-digid"),
    path("inloggen/digid/antwoord/", sign_in.from_digid, name="from-digid"),
    path("inloggen/digid/sleutels.json", sign_in.keys, name="digid-keys"),
    path("inloggen/digid/metadata.xml", sign_in.metadata, name="digid-metadata"),
    path("uitloggen/", sign_in.sign_out, name="sign-out"),
    path("blijven/", sign_in.stay, name="stay"),
    path("overzicht/", overview, name="overview"),
    path("winkel/", shop.shop, name="shop"),
    path("winkel/<uuid:version_id>/", shop.product, name="product"),
    path("mandje/", basket.basket, name="basket"),
    path("mandje/<uuid:version_id>/erbij/", basket.add, name="basket-add"),
    path("mandje/<uuid:line_id>/weg/", basket.remove, name="basket-remove"),
    path("bestellen/", basket.check, name="check"),
    path("bestellen/versturen/", basket.order, name="place-order"),
    path("bestellingen/", orders.orders, name="orders"),
    path("bestellingen/<uuid:order_id>/", orders.order, name="order"),
    path("bestellingen/<uuid:order_id>/klaar/", orders.done, name="order-done"),
    path("bestellingen/regel/<uuid:line_id>/annuleren/", orders.cancel, name="cancel-line"),
    path("gegevens/", include("plein.web.resident.vault.urls")),
    path("gegevens/wie-keek/", looks.who_looked, name="who-looked"),
    path("gegevens/wie-keek/<uuid:operation>/vraag/", looks.ask, name="look-ask"),
    path("gegevens/vragen/<uuid:question_id>/", looks.question, name="look-question"),
    *everywhere,
]
