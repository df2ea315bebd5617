"""What every door has, and the front page of the installation."""

from django.urls import path

from plein.web.public import views
from plein.web.public.help import help_page
from plein.web.public.receipt_keys import receipt_keys
from plein.web.public.who_asks import who_asks

everywhere = [
    path("thema/<slug:slug>-<slug:digest>.css", views.theme, name="theme"),
    path("media/producten/<path:name>", views.photo, name="photo"),
    path("media/logo/<str:name>", views.logo, name="logo"),
    path("privacy/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("hulp/", help_page, name="help"),
    path("wie-vraagt-wat/", who_asks, name="who-asks"),
    path(".well-known/plein-receipts.json", receipt_keys, name="receipt-keys"),
    path("leeft/", views.alive, name="alive"),
]

urlpatterns = [path("", views.start, name="start"), *everywhere]
handler400 = "plein.web.errors.bad_request"
handler403 = "plein.web.errors.forbidden"
handler404 = "plein.web.errors.not_found"
handler429 = "plein.web.errors.too_often"  # django-allauth looks for it in the ROOT_URLCONF
handler500 = "plein.web.errors.broken"
