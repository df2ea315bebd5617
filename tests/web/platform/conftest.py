"""Olga at the door of the platform."""

import pytest
from django.test import Client
from django.urls import reverse

from plein.web.doors import PLATFORM
from tests.starting.conftest import (  # noqa: F401 - fixtures
    assen,
    joop,
    olga,
    ready,
    ria,
    start,
)

NEW = {
    "name": "Assen",
    "slug": "",
    "host": "assen.localhost",
    "cbs_code": "0106",
    "rsin": "999993653",
}


def url(name: str, *args: object) -> str:
    return reverse(f"platform-{name}", PLATFORM.urlconf, args=args)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def platform(olga, at_work) -> Client:
    client = at_work(olga.account, PLATFORM)
    client.defaults["HTTP_HOST"] = "localhost"
    return client


def html(response) -> str:
    return response.content.decode()
