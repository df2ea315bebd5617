"""Beheer gemeente, as Wim finds it at the desk of Emmen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from plein.audit.models import Act
from plein.tenants.texts import TEXTS, text_of
from plein.web.doors import DESK

STYLE = {"brand": "#7a2350", "action": "", "accent": "", "corners": "rond", "letter": "source"}
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9z"/></svg>'


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def desk(wim, at_work):
    return at_work(wim.account, DESK)


@pytest.fixture
def anybody(emmen):
    return Client(HTTP_HOST=emmen.host)


def words(**changed) -> dict[str, str]:
    """The form of texts as it comes to the screen, with these changes."""
    contact = {
        "phone": "14 0591",
        "opening_hours": "Elke dag",
        "address": "Plein 1",
        "answer_within": 2,
    }
    return contact | {text.key: text_of(None, text.key) for text in TEXTS} | changed


def acts() -> list[str]:
    """Of these pages, in order; the people who use them were made known before."""
    found = Act.objects.filter(name__startswith="tenants.").order_by("pk")
    return list(found.values_list("name", flat=True))


def html(response) -> str:
    return response.content.decode()


def upload(content: bytes, name="logo.svg") -> dict[str, SimpleUploadedFile]:
    return {"logo": SimpleUploadedFile(name, content)}
