"""Settings of the simulators: no database, no sessions, this machine only."""

import os
from secrets import token_urlsafe

SOURCES_PORT = int(os.environ.get("PLEIN_SOURCES_PORT", "8002"))
SOURCES_SLOW_SECONDS = float(os.environ.get("PLEIN_SOURCES_SLOW_SECONDS", "8"))
# What the store of other departments knows of Plein, in the demo only.
ZGW_CLIENT_ID = "plein"
ZGW_SECRET = "een-geheim-voor-de-demo-en-voor-niets-anders"

SECRET_KEY = token_urlsafe()  # signs nothing that outlives the process
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
ROOT_URLCONF = "plein.gateways.simulators.urls"
MIDDLEWARE: list[str] = []
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
LOGGING = {
    "version": 1,
    "loggers": {"django": {"level": "CRITICAL"}},  # being ill on request is no news
}
