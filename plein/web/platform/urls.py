"""Where who runs the platform goes."""

from django.urls import path

from plein.web.platform import (
    checklist,
    colours,
    digid,
    home,
    logo,
    modules,
    naming,
    offer,
    opening,
    people,
    texts,
)
from plein.web.public.urls import everywhere, handler400, handler403, handler404, handler500
from plein.web.work.urls import work_urls

__all__ = ["handler400", "handler403", "handler404", "handler500"]

PLACE = "platform/gemeenten/<slug:slug>/"

urlpatterns = [
    path("platform/", home.home, name="platform-home"),
    path("platform/nieuw/", naming.new, name="platform-new"),
    path(PLACE, home.show, name="platform-start"),
    path(f"{PLACE}naam/", naming.edit, name="platform-naam"),
    path(f"{PLACE}kleuren/", colours.edit, name="platform-kleuren"),
    path(f"{PLACE}kleuren/voorbeeld-<slug:digest>.css", colours.sheet, name="platform-style-sheet"),
    path(f"{PLACE}logo/", logo.edit, name="platform-logo"),
    path(f"{PLACE}logo/weg/", logo.remove, name="platform-logo-remove"),
    path(f"{PLACE}logo/<str:name>", logo.show, name="platform-logo-file"),
    path(f"{PLACE}teksten/", texts.edit, name="platform-teksten"),
    path(f"{PLACE}onderdelen/", modules.edit, name="platform-onderdelen"),
    path(f"{PLACE}aanbod/", offer.index, name="platform-aanbod"),
    path(f"{PLACE}aanbod/regelingen/", offer.schemes, name="platform-offer-schemes"),
    path(f"{PLACE}aanbod/neem/", offer.choose, name="platform-offer-choose"),
    path(f"{PLACE}aanbod/<uuid:chosen_id>/weg/", offer.leave, name="platform-offer-leave"),
    path(f"{PLACE}digid/", digid.edit, name="platform-digid"),
    path(f"{PLACE}mensen/", people.index, name="platform-mensen"),
    path(f"{PLACE}mensen/<uuid:staff_id>/weg/", people.take_back, name="platform-take-back"),
    path(f"{PLACE}lijst/<slug:item>/", checklist.edit, name="platform-tick"),
    path(f"{PLACE}voorstel/", opening.propose, name="platform-propose"),
    path(f"{PLACE}voorstel/terug/", opening.take_back, name="platform-propose-back"),
    *work_urls("platform/"),
    *everywhere,
]
