"""Who reads Informatie without signing in."""

import pytest
from django.test import Client
from django.utils import timezone

from plein.content.library import items
from plein.kernel.clock import local_day


@pytest.fixture
def read_today(monkeypatch):
    """As if all texts were looked at today, whenever this test runs."""
    today = local_day(timezone.now())
    fresh = {k: each.model_copy(update={"reviewed_on": today}) for k, each in items().items()}
    for module in ("plein.content.library", "plein.web.public.information.item"):
        monkeypatch.setattr(f"{module}.items", lambda: fresh)
    return fresh


@pytest.fixture
def reader(emmen) -> Client:
    return Client(HTTP_HOST="emmen.localhost")
