from django.apps import AppConfig
from django.db.backends.signals import connection_created

from plein.tenants.scope import on_connection_created


class TenantsConfig(AppConfig):
    name = "plein.tenants"

    def ready(self) -> None:
        connection_created.connect(on_connection_created, dispatch_uid="plein.municipality")
