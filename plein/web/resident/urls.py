"""Where residents go."""

from django.urls import include, path

from plein.gateways.digid.means import Means
from plein.web.app import pages as app
from plein.web.public import checking, issuer
from plein.web.public.urls import everywhere, handler400, handler403, handler404, handler500
from plein.web.resident import (
    activation,
    basket,
    credentials,
    favourites,
    freshness,
    language,
    looks,
    orders,
    paying,
    proof,
    shop,
    showing,
    sign_in,
    stock_wish,
    wallet,
)
from plein.web.resident.claims import draft as claim_draft
from plein.web.resident.claims import new as claim_new
from plein.web.resident.claims import pages as claims
from plein.web.resident.live import live
from plein.web.resident.map import page as map_page
from plein.web.resident.overview import overview
from plein.web.resident.together import pages as together

__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [
    path("", sign_in.welcome, name="welcome"),
    path("inloggen/digid/", sign_in.leave, {"means": Means.DIGID}, name="to-digid"),
    path("inloggen/digid/antwoord/", sign_in.come_back, {"means": Means.DIGID}, name="from-digid"),
    path("inloggen/eidas/", sign_in.leave, {"means": Means.EIDAS}, name="to-eidas"),
    path("inloggen/eidas/antwoord/", sign_in.come_back, {"means": Means.EIDAS}, name="from-eidas"),
    path("inloggen/digid/sleutels.json", sign_in.keys, name="digid-keys"),
    path("inloggen/digid/metadata.xml", sign_in.metadata, name="digid-metadata"),
    path("uitloggen/", sign_in.sign_out, name="sign-out"),
    path("blijven/", sign_in.stay, name="stay"),
    path("taal/", language.choose, name="choose-language"),
    path("opnieuw-inloggen/", freshness.sign_in_again, name="sign-in-again"),
    path("live/", live, name="live"),
    path("manifest.webmanifest", app.manifest, name="app-manifest"),
    path("app-icoon/<slug:purpose>-<int:size>.png", app.icon, name="app-icon"),
    path("werker.js", app.worker, name="app-worker"),
    path("", include("plein.web.public.sdg.urls")),
    path("zonder-internet/", app.offline, name="app-offline"),
    path("overzicht/", overview, name="overview"),
    path("werk-en-meedoen/", include("plein.web.resident.offers.urls")),
    path("winkel/", shop.shop, name="shop"),
    path("winkel/kaart/", map_page.shop_map, name="shop-map"),
    path("winkel/kaart/afstand/", map_page.distance, name="shop-map-distance"),
    path("winkel/code/", activation.activation, name="activation"),
    path("winkel/<uuid:version_id>/", shop.product, name="product"),
    path("winkel/bewaard/", favourites.favourites, name="favourites"),
    path("winkel/<uuid:version_id>/bewaren/", favourites.toggle, name="favourite"),
    path("winkel/<uuid:version_id>/zeg-het-mij/", stock_wish.toggle, name="stock-wish"),
    path("mandje/", basket.basket, name="basket"),
    path("mandje/<uuid:version_id>/erbij/", basket.add, name="basket-add"),
    path("mandje/<uuid:line_id>/anders/", basket.change, name="basket-change"),
    path("mandje/<uuid:line_id>/weg/", basket.remove, name="basket-remove"),
    path("bestellen/", basket.check, name="check"),
    path("bestellen/versturen/", basket.order, name="place-order"),
    path("declaraties/", claims.index, name="claims"),
    path("declaraties/nieuw/", claim_new.new, name="claim-new"),
    path("declaraties/nieuw/weg/", claim_draft.drop, name="claim-draft-drop"),
    path(
        "declaraties/nieuw/papier/<uuid:document_id>/",
        claim_draft.paper,
        name="claim-draft-paper",
    ),
    path("declaraties/<uuid:claim_id>/", claims.show, name="claim"),
    path("declaraties/<uuid:claim_id>/antwoord/", claims.answer, name="claim-answer"),
    path("declaraties/<uuid:claim_id>/intrekken/", claims.withdraw, name="claim-withdraw"),
    path(
        "declaraties/<uuid:claim_id>/papier/<uuid:document_id>/", claims.paper, name="claim-paper"
    ),
    path("bestellingen/", orders.orders, name="orders"),
    path("bestellingen/<uuid:order_id>/", orders.order, name="order"),
    path("bestellingen/<uuid:order_id>/klaar/", orders.done, name="order-done"),
    path("bestellingen/<uuid:order_id>/bewijs/", proof.proof, name="order-proof"),
    path("bestellingen/<uuid:order_id>/betalen/", paying.pay, name="pay"),
    path("bestellingen/<uuid:order_id>/betaald/", paying.paid, name="paid"),
    path("bestellingen/<uuid:order_id>/stoppen/", paying.stop, name="stop-paying"),
    path("betalen/melding/", paying.news, name="payment-news"),
    path("bestellingen/regel/<uuid:line_id>/annuleren/", orders.cancel, name="cancel-line"),
    path("aanvragen/", include("plein.web.resident.cases.urls")),
    path("samen/", together.waiting, name="together"),
    path("samen/klaar/", together.done, name="together-done"),
    path("samen/<uuid:session_id>/<slug:answer>/", together.answer, name="together-answer"),
    path("afspraken/", include("plein.web.resident.appointments.urls")),
    path("berichten/", include("plein.web.resident.talk.urls")),
    path("hulp/terugbellen/", include("plein.web.resident.calling.urls")),
    path("geld/", include("plein.web.resident.money.urls")),
    path("terugbetalen/", include("plein.web.resident.payback.urls")),
    path("uitkering/", include("plein.web.resident.benefit.urls")),
    path("gegevens/", include("plein.web.resident.vault.urls")),
    path("gegevens/", include("plein.web.resident.rights.urls")),
    path("gegevens/", include("plein.web.resident.others.urls")),
    path("gegevens/bereiken/", include("plein.web.resident.reach.urls")),
    path("gegevens/verhuizen/", include("plein.web.resident.relocation.urls")),
    path("gegevens/wie-keek/", looks.who_looked, name="who-looked"),
    path("gegevens/wie-keek/<uuid:operation>/vraag/", looks.ask, name="look-ask"),
    path("gegevens/vragen/<uuid:question_id>/", looks.question, name="look-question"),
    path("gegevens/verklaringen/", credentials.credentials, name="credentials"),
    path("gegevens/verklaringen/<uuid:credential_id>/", credentials.credential, name="credential"),
    path(
        "gegevens/verklaringen/<uuid:credential_id>/maken/",
        credentials.make,
        name="credential-make",
    ),
    path(
        "gegevens/verklaringen/<uuid:credential_id>/stil/",
        credentials.suspend,
        name="credential-suspend",
    ),
    path(
        "gegevens/verklaringen/<uuid:credential_id>/verder/",
        credentials.resume,
        name="credential-resume",
    ),
    path(
        "gegevens/verklaringen/<uuid:credential_id>/stoppen/",
        credentials.stop,
        name="credential-stop",
    ),
    path("gegevens/verklaringen/<uuid:credential_id>/tonen/", showing.show, name="credential-show"),
    path("gegevens/verklaringen/code/<uuid:showing_id>/", showing.showing, name="showing"),
    path("gegevens/wallet/", wallet.wallet, name="wallet"),
    path("gegevens/wallet/naar/", wallet.to_wallet, name="wallet-ask"),
    path("gegevens/wallet/terug/", wallet.back, name="wallet-back"),
    path("wallet/antwoord/", wallet.from_wallet, name="wallet-answer"),
    path("informatie/hulp-voor-u/", include("plein.web.resident.proactive.urls")),
    path("informatie/voor-u/", include("plein.web.resident.tips.urls")),
    path("informatie/mijn-18/", include("plein.web.resident.eighteen.urls")),
    path("informatie/", include("plein.web.public.information.urls")),
    path("controleren/", checking.checking, name="checking"),
    path(".well-known/jwt-vc-issuer", issuer.issuer, name="issuer"),
    path("verklaringen/sleutels.json", issuer.issuer_keys, name="issuer-keys"),
    path("verklaringen/<slug:key>/<int:version>", issuer.kind, name="credential-kind"),
    path("status/<int:number>.jwt", issuer.status_list, name="status-list"),
    *everywhere,
]
