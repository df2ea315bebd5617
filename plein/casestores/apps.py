from django.apps import AppConfig


class CaseStoresConfig(AppConfig):
    name = "plein.casestores"
