"""Settings of the simulator: no database, no sessions, this machine only."""

import os
from pathlib import Path
from secrets import token_urlsafe

from django.core.exceptions import ImproperlyConfigured

from plein.gateways.back_channel import is_loopback

DIGID_PORT = int(os.environ.get("PLEIN_DIGID_PORT", "8010"))
DIGID_ISSUER = os.environ.get("PLEIN_DIGID_ISSUER", f"http://localhost:{DIGID_PORT}")
DIGID_CLIENTS = os.environ.get("PLEIN_DIGID_CLIENTS", "{}")  # JSON, or a file with JSON
DIGID_FAULT = os.environ.get("PLEIN_DIGID_FAULT", "normal")
DIGID_SLOW_SECONDS = float(os.environ.get("PLEIN_DIGID_SLOW_SECONDS", "20"))

if not is_loopback(DIGID_ISSUER):
    raise ImproperlyConfigured("The DigiD simulator lets anybody in: it serves localhost only.")

SECRET_KEY = token_urlsafe()  # signs nothing that outlives the process
ALLOWED_HOSTS = ["localhost", ".localhost", "127.0.0.1"]
ROOT_URLCONF = "plein.gateways.digid.simulator.urls"
MIDDLEWARE = [
    "plein.gateways.digid.simulator.middleware.fault",
    "plein.gateways.digid.simulator.middleware.headers",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
    }
]
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
