"""The addresses of services in English, and of their feed, at the door of residents."""

from django.urls import path

from plein.web.public.sdg import feeds, pages

urlpatterns = [
    path("sdg/diensten.xsd", feeds.shape, {"form": "xsd"}, name="services-xsd"),
    path(
        "sdg/diensten.schema.json",
        feeds.shape,
        {"form": "schema.json"},
        name="services-json-schema",
    ),
    path("sdg/diensten.<slug:form>", feeds.services_feed, name="services-feed"),
    path("en/services/", pages.index, name="services"),
    path("en/services/<slug:slug>/", pages.show, name="service"),
]
