"""The WSGI entry point. Its settings are its own, whatever the environment says of Plein's."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "plein.gateways.wallet.simulator.settings"
application = get_wsgi_application()
