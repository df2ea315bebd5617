"""The addresses of afspraken for staff."""

from django.urls import path

from plein.web.desk.appointments import day, offering, one, planning

urlpatterns = [
    path("", day.show, name="desk-appointments"),
    path("tijden/", planning.index, name="desk-times"),
    path("tijden/<slug:name>/", planning.add, name="desk-times-add"),
    path("voor/<uuid:case_id>/", offering.offer_in_case, name="desk-appointment-offer"),
    path("<uuid:appointment_id>/", one.show, name="desk-appointment"),
    path("<uuid:appointment_id>/tijd/", one.move, name="desk-appointment-move"),
    path("<uuid:appointment_id>/afzeggen/", one.call_off, name="desk-appointment-cancel"),
    path("<uuid:appointment_id>/<slug:state>/", one.closed, name="desk-appointment-close"),
]
