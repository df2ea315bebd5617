"""The addresses of helpers and parents, under Mijn gegevens."""

from django.urls import path

from plein.web.resident.others import acting, children, helping, inviting

urlpatterns = [
    path("helpers/", inviting.helpers, name="helpers"),
    path("helpers/nieuw/", inviting.invite, name="helper-invite"),
    path("helpers/code/", inviting.code, name="helper-code"),
    path("helpers/<uuid:mandate_id>/stoppen/", inviting.stop, name="helper-stop"),
    path("ik-help/", helping.helping, name="helping"),
    path("ik-help/<uuid:mandate_id>/", helping.helped, name="helped"),
    path("ik-help/klaar/", acting.done, name="acting-done"),
    path("ik-help/<uuid:mandate_id>/aanvragen/", acting.begin, name="acting-begin"),
    path("ik-help/<uuid:mandate_id>/winkel/", acting.begin_shop, name="acting-shop"),
    path("ik-help/<uuid:mandate_id>/stoppen/", helping.stop, name="helped-stop"),
    path("ik-help/<uuid:mandate_id>/<slug:group>/", helping.part, name="helped-part"),
    path("kinderen/", children.children, name="children"),
    path("kinderen/<uuid:vault_id>/", children.child, name="child"),
    path("kinderen/<uuid:vault_id>/<slug:group>/", children.part, name="child-part"),
]
