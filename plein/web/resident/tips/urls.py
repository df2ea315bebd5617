"""The addresses of tips, under Informatie."""

from django.urls import path

from plein.web.resident.tips import choices, page, why

urlpatterns = [
    path("", page.show, name="tips"),
    path("niet-meer/<slug:topic>/", page.no_more, name="tips-no-more"),
    path("waarom/", why.index, name="tips-why"),
    path("waarom/<slug:key>/", why.show, name="tip-why"),
    path("keuzes/", choices.show, name="tip-choices"),
    path("keuzes/alles/<slug:how>/", choices.turn_all, name="tip-choose-all"),
    path("keuzes/onderwerp/<slug:topic>/<slug:how>/", choices.turn, name="tip-choose-topic"),
    path("keuzes/gegeven/<slug:element>/<slug:how>/", choices.allow, name="tip-choose-element"),
]
