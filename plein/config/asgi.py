"""The live parts, for an ASGI server."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plein.config.settings")
django.setup()

from plein.web.live.app import Live  # noqa: E402 - Django has to be there first

application = Live()
