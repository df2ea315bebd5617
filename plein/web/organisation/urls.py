"""Where partner organisations go."""

from django.urls import path

from plein.web.organisation import asking, grants
from plein.web.organisation.cases import pages as cases
from plein.web.organisation.home import home
from plein.web.organisation.offers import pages as offers
from plein.web.organisation.offers import responses
from plein.web.public.urls import everywhere, handler400, handler403, handler404, handler500
from plein.web.work.urls import work_urls

__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [
    path("organisaties/", home, name="organisation-home"),
    path("organisaties/vragen/", asking.new, name="organisation-ask"),
    path("organisaties/vragen/<uuid:request_id>/", asking.show, name="organisation-request"),
    path("organisaties/gedeeld/", grants.index, name="organisation-grants"),
    path("organisaties/gedeeld/<uuid:grant_id>/", grants.show, name="organisation-grant"),
    path("organisaties/gedeeld/<uuid:grant_id>/bekijk/", grants.look, name="organisation-look"),
    path("organisaties/dossiers/", cases.index, name="organisation-cases"),
    path("organisaties/dossiers/<uuid:case_id>/", cases.show, name="organisation-case"),
    path("organisaties/dossiers/<uuid:case_id>/gedaan/", cases.ready, name="organisation-ready"),
    path("organisaties/dossiers/<uuid:case_id>/klaar/", cases.leave, name="organisation-leave"),
    path("organisaties/aanbod/", offers.index, name="organisation-offers"),
    path("organisaties/aanbod/nieuw/", offers.new, name="organisation-offer-new"),
    path("organisaties/aanbod/<uuid:offer_id>/", offers.show, name="organisation-offer"),
    path(
        "organisaties/aanbod/<uuid:offer_id>/wijzigen/",
        offers.change,
        name="organisation-offer-change",
    ),
    path(
        "organisaties/aanbod/<uuid:offer_id>/versturen/",
        offers.send,
        name="organisation-offer-send",
    ),
    path(
        "organisaties/aanbod/<uuid:offer_id>/sluiten/",
        offers.close,
        name="organisation-offer-close",
    ),
    path(
        "organisaties/aanbod/reactie/<uuid:response_id>/",
        responses.show,
        name="organisation-response",
    ),
    path(
        "organisaties/aanbod/reactie/<uuid:response_id>/stand/",
        responses.mark,
        name="organisation-response-mark",
    ),
    *work_urls("organisaties/"),
    *everywhere,
]
