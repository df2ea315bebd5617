"""The addresses of paying back."""

from django.urls import path

from plein.web.resident.payback import pages, papers

urlpatterns = [
    path("", pages.index, name="payback"),
    path("overzicht/", papers.overview, name="payback-overview"),
    path("overzicht/pdf/", papers.pdf, name="payback-overview-pdf"),
    path("brief/<uuid:letter_id>/", papers.letter, name="payback-letter"),
    path("<uuid:debt_id>/", pages.one, name="payback-one"),
]
