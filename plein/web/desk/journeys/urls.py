"""Where staff make what residents ask for."""

from django.urls import path

from plein.web.desk.journeys import adopting, draft, index, part, preview

urlpatterns = [
    path("", index.index, name="desk-making"),
    path("nieuw/", index.new, name="desk-journey-new"),
    path("overnemen/", adopting.read_in, name="desk-journey-adopt"),
    path("overnemen/bekijk/", adopting.look, name="desk-journey-look"),
    path("overnemen/kenmerk/", adopting.confirm, name="desk-journey-confirm"),
    path("overnemen/neem/", adopting.take, name="desk-journey-take"),
    path("concept/<uuid:draft_id>/", draft.show, name="desk-journey-draft"),
    path("concept/<uuid:draft_id>/schik/", draft.rearrange, name="desk-journey-rearrange"),
    path("concept/<uuid:draft_id>/publiceer/", draft.publish, name="desk-journey-publish"),
    path("concept/<uuid:draft_id>/voorbeeld/", preview.preview, name="desk-journey-preview"),
    path("concept/<uuid:draft_id>/deel/<str:place>/", part.edit, name="desk-journey-part"),
    path("concept/<uuid:draft_id>/<slug:name>/", draft.act, name="desk-journey-act"),
    path("van/<slug:key>/", index.show, name="desk-journey"),
    path("van/<slug:key>/begin/", index.begin, name="desk-journey-begin"),
    path("van/<slug:key>/bestand/", index.export, name="desk-journey-export"),
    path("van/<slug:key>/delen/", index.sharing, name="desk-journey-share"),
]
