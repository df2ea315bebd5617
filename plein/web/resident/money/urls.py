"""The addresses of Mijn geld."""

from django.urls import path

from plein.web.resident.money import explained, maybe, overview
from plein.web.resident.money.what_if import beside, events, page, saved

urlpatterns = [
    path("", overview.my_money, name="my-money"),
    path("misschien/", maybe.maybe, name="maybe-entitled"),
    path("misschien/<slug:target>/", maybe.why, name="maybe-why"),
    path("wat-als/", page.what_if, name="what-if"),
    path("wat-als/kijk/", page.look_at, name="what-if-look-at"),
    path("wat-als/kies/", events.choose, name="what-if-choose"),
    path("wat-als/opnieuw/", events.anew, name="what-if-anew"),
    path("wat-als/erbij/<slug:kind>/", events.add, name="what-if-add"),
    path("wat-als/<int:number>/wijzig/", events.change, name="what-if-change"),
    path("wat-als/<int:number>/haal-weg/", events.remove, name="what-if-remove"),
    path("wat-als/bewaar/", saved.keep, name="what-if-keep"),
    path("wat-als/bewaard/", saved.saved, name="what-ifs"),
    path("wat-als/naast-elkaar/", beside.beside, name="what-ifs-beside"),
    path("wat-als/bewaard/<uuid:scenario_id>/open/", saved.open_again, name="what-if-open"),
    path("wat-als/bewaard/<uuid:scenario_id>/naam/", saved.rename, name="what-if-rename"),
    path("wat-als/bewaard/<uuid:scenario_id>/weg/", saved.remove, name="what-if-throw-away"),
    path("<int:year>/<int:month>/<slug:target>/", explained.explained, name="my-money-explained"),
]
