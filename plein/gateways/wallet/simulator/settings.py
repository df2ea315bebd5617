"""Settings of the simulator: no database, no sessions, this machine only."""

import os
from pathlib import Path
from secrets import token_urlsafe

from django.core.exceptions import ImproperlyConfigured

from plein.gateways.back_channel import is_loopback

WALLET_PORT = int(os.environ.get("PLEIN_WALLET_PORT", "8019"))
PID_ISSUER = os.environ.get("PLEIN_WALLET_PID_ISSUER", f"http://localhost:{WALLET_PORT}")

if not is_loopback(PID_ISSUER):
    raise ImproperlyConfigured("The wallet simulator gives anybody's PID: localhost only.")

SECRET_KEY = token_urlsafe()  # signs nothing that outlives the process
ALLOWED_HOSTS = ["localhost", ".localhost", "127.0.0.1"]
ROOT_URLCONF = "plein.gateways.wallet.simulator.urls"
MIDDLEWARE = ["plein.gateways.wallet.simulator.headers.headers"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
    }
]
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
