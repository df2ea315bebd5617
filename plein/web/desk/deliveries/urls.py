from django.urls import path

from plein.web.desk.deliveries import letters, worklist

urlpatterns = [
    path("", worklist.index, name="desk-deliveries"),
    path("brieven/", letters.make, name="desk-letters"),
    path("verstuurd/", letters.sent, name="desk-letters-sent"),
    path("<uuid:delivery_id>/", worklist.done, name="desk-delivery-done"),
]
