"""The addresses of Informatie, at the door of residents."""

from django.urls import path

from plein.web.public.information import index, item, life_event

urlpatterns = [
    path("", index.index, name="information"),
    path("<slug:event>/agenda.ics", life_event.for_calendar, name="information-calendar"),
    path("<slug:event>/", life_event.life_event, name="information-event"),
    path("<slug:event>/<slug:key>/", item.item, name="information-item"),
]
