"""Where regelingen are made: their texts and amounts, their limits, their next period."""

from django.urls import path

from plein.web.desk.schemes import limits, package, pages, periods, reach

urlpatterns = [
    path("", pages.index, name="desk-schemes"),
    path("nieuw/<slug:kind>/", pages.new, name="desk-scheme-new"),
    path("overnemen/", package.adopt, name="desk-scheme-adopt"),
    path("<uuid:period_id>/", pages.show, name="desk-scheme"),
    path("<uuid:period_id>/wijzigen/", pages.edit, name="desk-scheme-edit"),
    path("<uuid:period_id>/zet/", pages.move, name="desk-scheme-move"),
    path("<uuid:period_id>/krediet/", pages.credit, name="desk-scheme-credit"),
    path("<uuid:period_id>/volgende/", periods.following, name="desk-scheme-next"),
    path("<uuid:period_id>/grenzen/", limits.index, name="desk-limits"),
    path("<uuid:period_id>/grenzen/<uuid:limit_id>/weg/", limits.drop, name="desk-limit-drop"),
    path("<uuid:period_id>/bereik/", reach.show, name="desk-reach"),
    path("<uuid:period_id>/bereik/cijfers.<slug:form>", reach.sheet, name="desk-reach-sheet"),
    path("<uuid:period_id>/bestand/", package.export, name="desk-scheme-export"),
]
