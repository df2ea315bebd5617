"""The addresses of Afspraken."""

from django.urls import path

from plein.web.resident.appointments import choosing, lists, one

urlpatterns = [
    path("", lists.index, name="appointments"),
    path("nieuw/<uuid:kind_id>/", lists.ask, name="appointment-ask"),
    path("voor/<uuid:task_id>/", lists.of_task, name="appointment-of-task"),
    path("<uuid:appointment_id>/", one.show, name="appointment"),
    path("<uuid:appointment_id>/kiezen/", choosing.choose, name="appointment-choose"),
    path("<uuid:appointment_id>/afzeggen/", one.give_up_time, name="appointment-cancel"),
    path("<uuid:appointment_id>/agenda.ics", one.for_calendar, name="appointment-calendar"),
]
