"""A page as it is read, in a language of choice."""

import re

from django.conf import settings
from django.test import Client


def page_of(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def in_language(client: Client, language: str) -> Client:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client
